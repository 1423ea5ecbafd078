"""Built-in images, drawn by code."""

from collections.abc import Callable, Mapping
from functools import cache
from math import cos, pi, sin

import numpy as np

from glassnet.base.arrays import Array
from glassnet.widgets.image_to_numbers.source import Source
from glassnet.widgets.paint import blank, disc, fill, in_bytes, places, stroke


def _smile() -> Array:
    canvas = fill(blank(), disc((0.5, 0.5), 0.44), (255, 205, 40))
    for x in (0.34, 0.66):
        canvas = fill(canvas, disc((x, 0.38), 0.065), (40, 30, 20))
    mouth = [(0.5 + 0.25 * cos(turn), 0.53 + 0.22 * sin(turn)) for turn in np.linspace(0.12 * pi, 0.88 * pi, 17)]
    return stroke(canvas, mouth, 0.06, (150, 30, 30))


def _seven() -> Array:
    return stroke(blank(), [(0.26, 0.2), (0.74, 0.18), (0.45, 0.84)], 0.1, (25, 25, 35))


def _traffic_light() -> Array:
    x, y = places()
    canvas = fill(blank((175, 215, 240)), np.maximum(abs(x - 0.5) - 0.2, abs(y - 0.5) - 0.46), (45, 48, 52))
    for height, colour in ((0.2, (235, 35, 30)), (0.5, (255, 190, 0)), (0.8, (20, 180, 70))):
        canvas = fill(canvas, disc((0.5, height), 0.115), colour)
    return canvas


def _sunset() -> Array:
    x, y = places()
    sky = np.stack([60 + 195 * y, 40 + 130 * y**2, 120 - 70 * y], axis=-1)
    canvas = fill(sky, disc((0.62, 0.58), 0.13), (255, 235, 140))
    canvas = fill(canvas, 0.74 + 0.08 * np.sin(7 * x + 1) - y, (70, 35, 80))
    return fill(canvas, 0.86 + 0.05 * np.sin(9 * x - 1) - y, (25, 20, 40))


def _colour_wheel() -> Array:
    x, y = places()
    angle = np.arctan2(0.5 - y, x - 0.5)[..., None] - 2 * pi / 3 * np.arange(3)
    hue = np.clip(255 * (0.5 + np.cos(angle)), 0, 255)
    reach = np.clip(np.hypot(x - 0.5, y - 0.5) / 0.45, 0, 1)[..., None]
    wheel = 255 + reach * (hue - 255)
    cover = np.clip(0.5 - 224 * disc((0.5, 0.5), 0.46), 0, 1)[..., None]
    return blank() + cover * (wheel - 255)


def _ramp() -> Array:
    x, _ = places()
    return np.repeat(255 * x[..., None], 3, axis=2)


BUILT_IN: Mapping[str, tuple[str, Callable[[], Array]]] = {
    "smile": ("a smiling face", _smile),
    "seven": ("the digit 7", _seven),
    "traffic_light": ("a traffic light", _traffic_light),
    "sunset": ("a sunset", _sunset),
    "colour_wheel": ("a colour wheel", _colour_wheel),
    "ramp": ("from black to white", _ramp),
}


@cache
def built_in(name: str) -> Source:
    """Return one of the built-in images.

    >>> built_in("ramp").levels(4, "grey")[0, :, 0].tolist()
    [32, 96, 159, 223]
    """
    words, draw = BUILT_IN[name]
    return Source(in_bytes(draw()), words)
