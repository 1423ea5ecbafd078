"""Digits as somebody might draw them: strokes of points between 0 (left, top) and 1."""

from collections.abc import Mapping
from math import cos, radians, sin

Stroke = list[tuple[float, float]]


def arc(middle: tuple[float, float], size: tuple[float, float], begin: float, end: float) -> Stroke:
    """Return points on an ellipse between two angles in degrees, clockwise from the right."""
    angles = [radians(begin + (end - begin) * step / 15) for step in range(16)]
    return [(middle[0] + size[0] * cos(angle), middle[1] + size[1] * sin(angle)) for angle in angles]


DIGITS: Mapping[int, list[Stroke]] = {
    0: [arc((0.5, 0.5), (0.2, 0.3), -90, 270)],
    1: [[(0.5, 0.2), (0.5, 0.8)]],
    2: [[*arc((0.5, 0.36), (0.18, 0.16), 180, 400), (0.32, 0.8), (0.7, 0.8)]],
    3: [[*arc((0.47, 0.35), (0.16, 0.15), 200, 450), *arc((0.47, 0.65), (0.18, 0.15), 270, 520)]],
    4: [[(0.55, 0.2), (0.3, 0.6), (0.72, 0.6)], [(0.6, 0.42), (0.6, 0.82)]],
    5: [[(0.68, 0.2), (0.38, 0.2), (0.36, 0.45), *arc((0.5, 0.6), (0.17, 0.18), 220, 500)]],
    6: [[(0.6, 0.2), (0.42, 0.4)], arc((0.5, 0.64), (0.16, 0.16), 180, 540)],
    7: [[(0.3, 0.2), (0.7, 0.2), (0.45, 0.8)]],
    8: [arc((0.5, 0.35), (0.13, 0.15), 90, 450), arc((0.5, 0.65), (0.16, 0.15), -90, 270)],
    9: [[*arc((0.5, 0.36), (0.15, 0.16), 0, 360), (0.65, 0.36), (0.58, 0.8)]],
}
