"""Images: which digit is it?"""

import base64
from dataclasses import dataclass
from typing import Annotated

from glassnet import Adam, Dense, Network, Recipe, Run
from glassnet.widgets.application.application import About
from glassnet.widgets.drawn_digits import drawn_digits
from glassnet.widgets.handwriting import Drawing
from glassnet.widgets.wire import Answer, Length, Reply, Request
from glassnet.widgets.wire.common import Place
from glassnet.widgets.wire.writing import floats

STEPS = 20
MAX_POINTS = 300


@dataclass(frozen=True)
class DrawDigit(Request):
    """Draw a line through points, each from 0 (left, top) to 1; no points clear the sheet; None just reads it again."""

    points: Annotated[tuple[Place, ...], Length(0, MAX_POINTS)] | None = None


@dataclass(frozen=True)
class DigitView(Reply):
    """The sheet as a data address, and the digit read. Buffers: pixels (64), probabilities (10)."""

    sheet: str
    empty: bool
    answer: int


class Digits:
    """A dense network on 8×8 handwritten digits."""

    about = About(
        title="Reads digits",
        data="5,032 handwritten digits, 8 × 8 points each",
        network="64 inputs, 32 hidden neurons, 10 outputs: 2,410 numbers",
        turn="rounds",
        score="new digits read rightly",
        unit="%",
        ends=(0.0, 100.0),
    )
    turns = 60

    def __init__(self) -> None:
        network = Network([Dense(32, "relu"), Dense(10, "softmax")])
        recipe = Recipe("sparse_categorical_cross_entropy", Adam(0.005), batch_size=32)
        self.run = Run(network, recipe, drawn_digits(), memory=0)
        self._drawing = Drawing()

    def train(self) -> None:
        """Make 20 updates."""
        self.run.advance(STEPS)

    def score(self) -> float:
        """Return the percentage of test digits that are read rightly."""
        return 100 * float(self.run.evaluate("test").accuracy or 0.0)

    def draw(self, request: DrawDigit) -> Answer[DigitView]:
        """Draw on the sheet, and read what is on it."""
        if request.points is not None:
            if request.points:
                self._drawing.add(request.points)
            else:
                self._drawing.clear()
        numbers = self._drawing.numbers()
        chances = self.run.predict(numbers[None].astype("float32"))[0]
        sheet = "data:image/png;base64," + base64.b64encode(self._drawing.picture()).decode()
        view = DigitView(sheet, not self._drawing, int(chances.argmax()))
        return Answer(view, [floats(numbers), floats(chances)])
