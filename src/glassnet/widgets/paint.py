"""Shapes on a canvas of numbers, with soft edges."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from glassnet.base.arrays import Array

SIDE = 224
"""Pixels per side of a drawn image."""

Place: TypeAlias = tuple[float, float]


def blank(colour: tuple[int, int, int] = (255, 255, 255)) -> Array:
    """Return a canvas (side, side, 3) in one colour."""
    return np.tile(np.array(colour, np.float64), (SIDE, SIDE, 1))


def places(side: int = SIDE) -> tuple[Array, Array]:
    """Return x and y of every pixel's centre, both from 0 (left, top) to 1."""
    middles = (np.arange(side) + 0.5) / side
    return np.meshgrid(middles, middles)


def distance_to_line(points: Sequence[Place], side: int = SIDE) -> Array:
    """Return every pixel's distance to a line through points; one point is a line of length 0."""
    x, y = places(side)
    nearest = np.full((side, side), np.inf)
    for (x0, y0), (x1, y1) in zip(points, points[1:] or points, strict=False):
        dx, dy = x1 - x0, y1 - y0
        along = np.clip(((x - x0) * dx + (y - y0) * dy) / max(dx * dx + dy * dy, 1e-12), 0.0, 1.0)
        nearest = np.minimum(nearest, np.hypot(x - x0 - along * dx, y - y0 - along * dy))
    return nearest


def disc(centre: Place, radius: float) -> Array:
    """Return every pixel's distance to the edge of a disc, negative inside."""
    x, y = places()
    return np.hypot(x - centre[0], y - centre[1]) - radius


def fill(canvas: Array, outside: Array, colour: tuple[int, int, int]) -> Array:
    """Return the canvas filled with a colour where `outside` is negative, blended over the width of a pixel."""
    cover = np.clip(0.5 - outside * SIDE, 0.0, 1.0)[..., None]
    return canvas + cover * (np.array(colour, np.float64) - canvas)


def stroke(canvas: Array, points: Sequence[Place], width: float, colour: tuple[int, int, int]) -> Array:
    """Return the canvas with a line through points."""
    return fill(canvas, distance_to_line(points) - width / 2, colour)


def in_bytes(canvas: Array) -> Array:
    """Return the canvas as whole numbers from 0 to 255."""
    return np.clip(np.rint(canvas), 0, 255).astype(np.uint8)
