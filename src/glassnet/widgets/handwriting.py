"""A digit drawn by hand, made like those that the network has learnt from."""

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from PIL import Image

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.widgets.paint import Place, blank, distance_to_line, in_bytes, stroke

BITMAP = 32
"""The data set's digits were bitmaps of 32 × 32 points before they were counted in squares of 4 × 4."""
COUNTED = 4
PEN = 0.165
"""Width of the pen as a fraction of the digit's height: with it, drawings have as much ink as the data's digits."""
WIDEST = 0.72
"""Width of the widest digit, as a fraction of its height."""
SMALLEST = 0.12
"""Smaller drawings, such as a dot, aren't enlarged to the full height."""
SHEET_PEN = 0.07
INK = (30, 30, 36)
MAX_POINTS = 4000


class Drawing:
    """The strokes of a drawing, as a picture and as the 64 numbers of a handwritten digit.

    >>> drawing = Drawing()
    >>> drawing.add([(0.5, 0.2), (0.5, 0.8)])
    >>> drawing.numbers().reshape(8, 8)[:, 3:5].round(1).tolist()[0]
    [0.6, 0.6]
    """

    def __init__(self) -> None:
        self._strokes: list[list[Place]] = []
        self._canvas = blank()

    def __bool__(self) -> bool:
        return bool(self._strokes)

    def clear(self) -> None:
        """Begin with an empty sheet."""
        self._strokes, self._canvas = [], blank()

    def add(self, points: Sequence[Place]) -> None:
        """Draw a line through points; it continues the last stroke if it begins where that one ended.

        Raises:
            SettingError: the sheet is full.
        """
        if sum(map(len, self._strokes)) + len(points) > MAX_POINTS:
            raise SettingError("The sheet is full. Clear it to draw another digit.")
        if self._strokes and tuple(points[0]) == tuple(self._strokes[-1][-1]):
            self._strokes[-1] += points[1:]
        else:
            self._strokes.append(list(points))
        self._canvas = stroke(self._canvas, points, SHEET_PEN, INK)

    def picture(self) -> bytes:
        """Return the sheet as a PNG file."""
        file = BytesIO()
        Image.fromarray(in_bytes(self._canvas)).save(file, "PNG")
        return file.getvalue()

    def numbers(self) -> Array:
        """Return the drawing as 8 × 8 numbers from 0 (paper) to 1 (ink), row by row, shape (64,).

        As in the data set, the drawing is moved to the middle, enlarged to the full height, drawn on 32 × 32 points,
        and the points with ink are counted in squares of 4 × 4.
        """
        ink = np.zeros((BITMAP, BITMAP), bool)
        for points in self._in_the_middle():
            ink |= distance_to_line(points, BITMAP) <= PEN / 2
        squares = ink.reshape(8, COUNTED, 8, COUNTED)
        return np.asarray(squares.mean(axis=(1, 3)).reshape(64))

    def _in_the_middle(self) -> list[list[Place]]:
        if not self._strokes:
            return []
        every = np.array([point for points in self._strokes for point in points])
        low, high = every.min(axis=0), every.max(axis=0)
        width, height = high - low
        size = (1.0 - PEN) / max(height, width / WIDEST, SMALLEST)
        middle = (low + high) / 2
        return [[(0.5 + (x - middle[0]) * size, 0.5 + (y - middle[1]) * size) for x, y in s] for s in self._strokes]
