"""The Python side of the glass box: one request in, one reply out."""

import base64
from io import BytesIO

import numpy as np
from PIL import Image

from glassnet.base.arrays import Array
from glassnet.explain import parse_reference
from glassnet.run.run import Run
from glassnet.widgets.explaining import with_terms
from glassnet.widgets.glass_box.messages import (
    Draw,
    Example,
    Explain,
    Explained,
    Inside,
    Open,
    Reading,
)
from glassnet.widgets.glass_box.reader import HIDDEN, reading, trained
from glassnet.widgets.handwriting import Drawing
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

FIRST = 3
"""The held-out digit that is shown first."""
PARAMETERS = ("weight", "bias")


class GlassBoxSession(Session):
    """One reader's digit, and what the network in the box makes of it.

    >>> session = GlassBoxSession()
    >>> head, buffers = session.handle({"id": 1, "kind": "example"})
    >>> head["answer"] == head["truth"], [len(buffer) // 4 for buffer in buffers]
    (True, [64, 12, 12, 10, 10])
    >>> head, _ = session.handle({"id": 2, "kind": "explain", "reference": "dense_2.z[0, 3]", "step": 2000})
    >>> head["explanation"]["formula"]
    'z[0, 3] = Σ[i=0…11] dense_1.a[0, i] · weight[i, 3] + bias[3]'
    """

    def __init__(self) -> None:
        self._drawing = Drawing()
        self._example: int | None = FIRST
        self._last = FIRST
        self._run: Run | None = None

    @answers
    def _open(self, _: Open) -> Answer[Inside]:
        run = trained()
        first, last = (run.parameters()[name] for name in run.network.names)
        arrays = (first["weight"], first["bias"], last["weight"], last["bias"])
        inside = Inside(
            step=run.step,
            samples=len(run.dataset.train.x),
            layers=tuple(run.network.names),
            hidden=HIDDEN,
            parameters=sum(array.size for array in arrays),
            accuracy=float(run.evaluate("test").accuracy or 0.0),
        )
        return Answer(inside, [floats(array) for array in arrays])

    @answers
    def _next(self, _: Example) -> Answer[Reading]:
        samples = len(trained().dataset.validation.x)
        self._last = (self._last + 1) % samples
        self._example = self._last
        self._drawing.clear()
        return self._read()

    @answers
    def _draw(self, request: Draw) -> Answer[Reading]:
        if request.points is not None:
            self._example = None
            if request.points:
                self._drawing.add(request.points)
            else:
                self._drawing.clear()
        return self._read()

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        reference, run = parse_reference(request.reference), trained()
        of_digit = request.step == run.step and reference.part not in PARAMETERS
        moment = self._reading().at(0) if of_digit else run.at(request.step)
        return Answer(Explained(with_terms(moment.follow(reference), request.terms).to_dict()))

    def _numbers(self) -> Array:
        return self._drawing.numbers() if self._example is None else trained().dataset.validation.x[self._example]

    def _reading(self) -> Run:
        """Return the run with the digit shown as its only sample."""
        if self._run is None:
            self._run = reading(self._numbers(), "the digit shown")
        return self._run

    def _read(self) -> Answer[Reading]:
        self._run = None
        moment = self._reading().at(0)
        hidden, last = (moment.parts(name) for name in trained().network.names)
        chances = last["a"][0]
        truth = None if self._example is None else int(trained().dataset.validation.y[self._example])
        empty = self._example is None and not self._drawing
        sheet = self._drawing.picture() if self._example is None else _enlarged(moment.x[0])
        view = Reading(int(chances.argmax()), float(chances.max()), truth, empty, _address(sheet))
        arrays = (moment.x[0], hidden["z"][0], hidden["a"][0], last["z"][0], chances)
        return Answer(view, [floats(array) for array in arrays])


def _enlarged(numbers: Array) -> bytes:
    """Return the pixels of a digit as a picture, dark where there is ink."""
    file = BytesIO()
    levels = np.rint(255 * (1 - numbers.reshape(8, 8))).astype(np.uint8)
    Image.fromarray(levels).resize((224, 224), Image.Resampling.NEAREST).save(file, "PNG")
    return file.getvalue()


def _address(picture: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(picture).decode()
