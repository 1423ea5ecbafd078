"""A question answered by dragging a mark on a plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict

MAX_COORDINATE = 1e9


@dataclass(frozen=True)
class Spot:
    """A region of a plot, and the feedback for a mark inside it.

    Arguments:
        x, y: its centre, in the plot's units; None matches any value.
        reach: how far it extends from the centre, horizontally and vertically.
        message: the feedback.
    """

    x: float | None
    y: float | None
    reach: tuple[float, float]
    message: str

    def contains(self, x: float, y: float) -> bool:
        """Return whether a place is inside it."""
        across = self.x is None or abs(x - self.x) <= self.reach[0]
        return across and (self.y is None or abs(y - self.y) <= self.reach[1])


@dataclass(frozen=True, eq=False)
class Picture:
    """The plot on which the mark is dragged: curves and points between two axes.

    Arguments:
        x_range, y_range: the ends of both axes.
        x_label, y_label: the axis labels.
        curves: lines, each an array of points (n, 2).
        points: single points, shape (n, 2).
    """

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    x_label: str
    y_label: str
    curves: Sequence[Array] = ()
    points: Array | None = None

    def describe(self) -> dict[str, Any]:
        """Return the plot as JSON."""
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
    """A mark to be dragged to a place on a plot.

    Arguments:
        question: the question.
        picture: the plot on which the mark is dragged.
        start: where the mark begins.
        right: the right region.
        slips: likely wrong regions, with the reason.
        hint: feedback for any other place.

    >>> axes = Picture((0, 4), (0, 4), "x", "y")
    >>> ask = PlaceExercise("Where is (1, 2)?", axes, (0, 0), Spot(1, 2, (0.2, 0.2), "Yes."),
    ...                     (Spot(2, 1, (0.2, 0.2), "Across first, then up."),), "Count along the axes.")
    >>> ask.check([1.1, 2]).right, ask.check([2, 1]).message, ask.check([3, 3]).message
    (True, 'Across first, then up.', 'Count along the axes.')
    """

    kind: ClassVar[str] = "place"

    question: str
    picture: Picture
    start: tuple[float, float]
    right: Spot
    slips: Sequence[Spot]
    hint: str

    def describe(self) -> dict[str, Any]:
        """Return the question and the plot."""
        return {
            "kind": self.kind,
            "question": self.question,
            "picture": self.picture.describe(),
            "start": list(self.start),
        }

    def check(self, place: Sequence[float]) -> Verdict:
        """Return the verdict on a place [x, y].

        Raises:
            SettingError: that is not a place.
        """
        if not isinstance(place, list | tuple) or len(place) != 2:
            raise SettingError(f"A place must be two numbers [x, y]; got {place!r}.")
        x, y = (number("A place", value, minimum=-MAX_COORDINATE, maximum=MAX_COORDINATE) for value in place)
        for spot in (self.right, *self.slips):
            if spot.contains(x, y):
                return Verdict(spot is self.right, spot.message)
        return Verdict(False, self.hint)
