"""The Python side of the loss explorer: one request in, one reply out."""

import numpy as np

from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.loss_explorer.curves import FAMILIES, axis, curve
from glassnet.widgets.loss_explorer.fits import fit
from glassnet.widgets.loss_explorer.messages import (
    MAX_COORDINATE,
    Ball,
    BallView,
    Curves,
    CurvesView,
    Families,
    FamiliesView,
    Family,
    Fit,
    Fits,
    LineView,
    LossAt,
    Models,
    ModelsView,
    Open,
    Opening,
    OpeningView,
    Roll,
    Surface,
    SurfaceView,
)
from glassnet.widgets.loss_explorer.surface import MODELS, Model
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats

GRID = 65
FITS = {"mean_squared_error": "squared error", "mean_absolute_error": "absolute error", "huber": "Huber"}


class LossSession(Session):
    """One reader's explorer. Each request contains everything its answer depends on, but for what is shown first.

    >>> request = {"id": 1, "kind": "curves", "family": "values", "losses": ["huber"], "truth": 0, "delta": 1, "at": 2}
    >>> head, buffers = LossSession().handle(request)
    >>> head["losses"]
    [{'name': 'huber', 'label': 'Huber', 'loss': 1.5, 'slope': 1.0}]
    """

    def __init__(self, view: str = "curves", family: str = "values", model: str = "line_squared") -> None:
        self._opening = read(Opening, {"view": view, "family": family, "model": model}, "settings")

    @answers
    def _open(self, _: Open) -> Answer[OpeningView]:
        return Answer(OpeningView(**vars(self._opening)))

    @answers
    def _families(self, _: Families) -> Answer[FamiliesView]:
        described = [
            Family(
                name,
                family.prediction,
                (family.low, family.high),
                family.truths,
                tuple(Choice(loss, label) for loss, (label, _) in family.losses.items()),
            )
            for name, family in FAMILIES.items()
        ]
        return Answer(FamiliesView(tuple(described)))

    @answers
    def _curves(self, request: Curves) -> Answer[CurvesView]:
        family = FAMILIES[request.family]
        truth = number("truth", request.truth, minimum=family.truths[0], maximum=family.truths[1])
        at = number("at", request.at, minimum=family.low, maximum=family.high)
        places = axis(family)
        losses, buffers = [], [floats(places)]
        for name in dict.fromkeys(request.losses):
            label, _ = look_up("loss", name, family.losses)
            values, slopes = curve(family, name, truth, request.delta, places)
            value, slope = curve(family, name, truth, request.delta, np.array([at]))
            losses.append(LossAt(name, label, value[0], slope[0]))
            buffers += [floats(values), floats(slopes)]
        return Answer(CurvesView(tuple(losses), truth, at), buffers)

    @answers
    def _fit(self, request: Fit) -> Answer[Fits]:
        points = np.array(request.points)
        if np.ptp(points[:, 0]) == 0:
            raise SettingError("All points have the same x, so no line fits them: move one of them sideways.")
        lines = [LineView(name, label, *fit(name, points, request.delta)) for name, label in FITS.items()]
        return Answer(Fits(tuple(lines)))

    @answers
    def _models(self, _: Models) -> Answer[ModelsView]:
        return Answer(ModelsView(tuple(Choice(name, model.label) for name, model in MODELS.items())))

    @answers
    def _surface(self, request: Surface) -> Answer[SurfaceView]:
        model = MODELS[request.model]
        view = SurfaceView(request.model, model.w_range, model.b_range, model.start, GRID)
        return Answer(view, [floats(model.surface(GRID)), floats(model.x), floats(model.y)])

    @answers
    def _ball(self, request: Ball) -> Answer[BallView]:
        return _describe_ball(MODELS[request.model], *request.at)

    @answers
    def _roll(self, request: Roll) -> Answer[BallView]:
        model, (w, b) = MODELS[request.model], request.at
        for _ in range(request.steps):
            _, d_w, d_b = model.loss_and_gradient(w, b)
            w, b = w - request.learning_rate * d_w, b - request.learning_rate * d_b
            if not max(abs(w), abs(b)) <= MAX_COORDINATE:
                raise SettingError("The ball has left the plot: the learning rate is too large here. Drag it back.")
        return _describe_ball(model, w, b)


def _describe_ball(model: Model, w: float, b: float) -> Answer[BallView]:
    loss, d_w, d_b = model.loss_and_gradient(w, b)
    x = np.linspace(-2.5, 2.5, 61)
    return Answer(BallView((w, b), loss, d_w, d_b), [floats(x), floats(model.predict(w, b, x))])
