"""A question answered by dragging a mark on a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict

FARTHEST = 1e9


@dataclass(frozen=True)
class Spot:
    """A part of a picture, and what to say to a mark that lies in it.

    Arguments:
        x, y: its middle, in the picture's own units; None: any.
        reach: how far from the middle it goes, across and up.
        message: what to say.
    """

    x: float | None
    y: float | None
    reach: tuple[float, float]
    message: str

    def holds(self, x: float, y: float) -> bool:
        """Say whether a place lies in it."""
        across = self.x is None or abs(x - self.x) <= self.reach[0]
        return across and (self.y is None or abs(y - self.y) <= self.reach[1])


@dataclass(frozen=True, eq=False)
class Picture:
    """What the mark is dragged on: curves and points between two axes.

    Arguments:
        x_range, y_range: the ends of both axes.
        x_label, y_label: what they measure.
        curves: lines, each an array of places (n, 2).
        points: single places, shape (n, 2).
    """

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_label: str
    y_label: str
    curves: Sequence[Array] = ()
    points: Array | None = None

    def describe(self) -> dict[str, Any]:
        """Return the picture as JSON."""
        return {
            "x_range": list(self.x_range),
            "y_range": list(self.y_range),
            "x_label": self.x_label,
            "y_label": self.y_label,
            "curves": [[[float(x), float(y)] for x, y in curve] for curve in self.curves],
            "points": [] if self.points is None else [[float(x), float(y)] for x, y in self.points],
        }


@dataclass(frozen=True, eq=False)
class PlaceExercise:
    """A mark to be dragged to a place on a picture.

    Arguments:
        question: what is asked.
        picture: what the mark is dragged on.
        start: where the mark is at first.
        right: the spot that is right.
        slips: spots that are wrong, with the reason.
        hint: what to say to any other place.

    >>> axes = Picture((0, 4), (0, 4), "x", "y")
    >>> ask = PlaceExercise("Where is (1, 2)?", axes, (0, 0), Spot(1, 2, (0.2, 0.2), "Yes."),
    ...                     (Spot(2, 1, (0.2, 0.2), "Across first, then up."),), "Count the marks of the axes.")
    >>> ask.check([1.1, 2]).right, ask.check([2, 1]).message, ask.check([3, 3]).message
    (True, 'Across first, then up.', 'Count the marks of the axes.')
    """

    kind: ClassVar[str] = "place"

    question: str
    picture: Picture
    start: tuple[float, float]
    right: Spot
    slips: Sequence[Spot]
    hint: str

    def describe(self) -> dict[str, Any]:
        """Return the question and the picture."""
        return {
            "kind": self.kind,
            "question": self.question,
            "picture": self.picture.describe(),
            "start": list(self.start),
        }

    def check(self, place: Sequence[float]) -> Verdict:
        """Return the verdict on a place [x, y].

        Raises:
            SettingError: that is no place.
        """
        if not isinstance(place, list | tuple) or len(place) != 2:
            raise SettingError(f"A place is two numbers [x, y]; got {place!r}.")
        x, y = (number("A place", value, minimum=-FARTHEST, maximum=FARTHEST) for value in place)
        for spot in (self.right, *self.slips):
            if spot.holds(x, y):
                return Verdict(spot is self.right, spot.message)
        return Verdict(False, self.hint)
