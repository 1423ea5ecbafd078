"""The loss explorer's Python side: one request in, one reply out."""

import numpy as np

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.asking import Fields, Reply, finite, floats, names, pair, respond
from glassnet.widgets.loss_explorer.curves import FAMILIES, axis, curve
from glassnet.widgets.loss_explorer.fits import fit
from glassnet.widgets.loss_explorer.surface import MODELS, Model

GRID = 65
FITS = {"mean_squared_error": "squared error", "mean_absolute_error": "absolute error", "huber": "Huber"}
MOST_POINTS = 30
MOST_STEPS = 100
FARTHEST = 1e3


class LossSession:
    """One reader's explorer. It keeps nothing: each request says all that its answer depends on.

    >>> request = {"id": 1, "kind": "curves", "family": "values", "losses": ["huber"], "truth": 0, "delta": 1, "at": 2}
    >>> head, buffers = LossSession().handle(request)
    >>> head["losses"]
    [{'name': 'huber', 'label': 'Huber', 'loss': 1.5, 'slope': 1.0}]
    """

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        return respond(
            request,
            {
                "families": self._families,
                "curves": self._curves,
                "fit": self._fit,
                "models": self._models,
                "surface": self._surface,
                "ball": self._ball,
                "roll": self._roll,
            },
        )

    def _families(self, _: Fields) -> Reply:
        described = [
            {
                "name": name,
                "prediction": family.prediction,
                "range": [family.low, family.high],
                "truths": list(family.truths),
                "losses": [{"name": loss, "label": label} for loss, (label, _) in family.losses.items()],
            }
            for name, family in FAMILIES.items()
        ]
        return {"families": described}, []

    def _curves(self, fields: Fields) -> Reply:
        family = look_up("family of losses", str(fields.get("family")), FAMILIES)
        chosen = names("loss", fields.get("losses"), family.losses)
        truth = number("truth", fields.get("truth"), minimum=family.truths[0], maximum=family.truths[1])
        at = number("at", fields.get("at"), minimum=family.low, maximum=family.high)
        delta = _delta(fields)
        places = axis(family)
        told, buffers = [], [floats(places)]
        for name in chosen:
            values, slopes = curve(family, name, truth, delta, places)
            value, slope = curve(family, name, truth, delta, np.array([at]))
            label = family.losses[name][0]
            told.append({"name": name, "label": label, "loss": finite(value[0]), "slope": finite(slope[0])})
            buffers += [floats(values), floats(slopes)]
        return {"losses": told, "truth": truth, "at": at}, buffers

    def _fit(self, fields: Fields) -> Reply:
        given = fields.get("points")
        if not isinstance(given, list) or not 2 <= len(given) <= MOST_POINTS:
            raise SettingError(f"points must be a list of 2 to {MOST_POINTS} places; got {type(given).__name__}.")
        points = np.array([pair("A point", point, limit=FARTHEST) for point in given])
        if np.ptp(points[:, 0]) == 0:
            raise SettingError("All points stand above one another: no line y = slope · x + intercept fits them.")
        lines = [
            {"name": name, "label": label, **fit(name, points, _delta(fields))._asdict()}
            for name, label in FITS.items()
        ]
        return {"lines": lines}, []

    def _models(self, _: Fields) -> Reply:
        return {"models": [{"name": name, "label": model.label} for name, model in MODELS.items()]}, []

    def _surface(self, fields: Fields) -> Reply:
        model = _model(fields)
        head = {
            "model": fields["model"],
            "w_range": list(model.w_range),
            "b_range": list(model.b_range),
            "start": list(model.start),
            "grid": GRID,
        }
        return head, [floats(model.surface(GRID)), floats(model.x), floats(model.y)]

    def _ball(self, fields: Fields) -> Reply:
        return _describe_ball(_model(fields), *pair("at", fields.get("at"), limit=FARTHEST))

    def _roll(self, fields: Fields) -> Reply:
        model, (w, b) = _model(fields), pair("at", fields.get("at"), limit=FARTHEST)
        rate = number("learning_rate", fields.get("learning_rate"), above=0, maximum=1000)
        for _ in range(whole_number("steps", fields.get("steps"), minimum=1, maximum=MOST_STEPS)):
            _, d_w, d_b = model.loss_and_gradient(w, b)
            w, b = w - rate * d_w, b - rate * d_b
            if not max(abs(w), abs(b)) <= FARTHEST:
                raise SettingError("The ball has left the picture: this learning rate is too large here. Drag it back.")
        return _describe_ball(model, w, b)


def _describe_ball(model: Model, w: float, b: float) -> Reply:
    loss, d_w, d_b = model.loss_and_gradient(w, b)
    x = np.linspace(-2.5, 2.5, 61)
    head = {"at": [w, b], "loss": finite(loss), "d_w": finite(d_w), "d_b": finite(d_b)}
    return head, [floats(x), floats(model.predict(w, b, x))]


def _model(fields: Fields) -> Model:
    model: Model = look_up("model", str(fields.get("model")), MODELS)
    return model


def _delta(fields: Fields) -> float:
    return number("delta", fields.get("delta", 1.0), minimum=0.01, maximum=10)
