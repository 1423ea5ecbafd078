"""A run's losses as curves for a chart."""

from typing import Any

import numpy as np

from glassnet.base.errors import DataError, SettingError
from glassnet.figures.loss_chart import Curve


def loss_curves(run: Any) -> list[Curve]:
    """Return a run's training loss per epoch and, if it has validation data, the validation loss, dashed.

    A long history is thinned; its first epoch is 1.

    Arguments:
        run: a run that has finished at least one epoch.

    Raises:
        DataError: no epoch has ended yet.

    >>> import glassnet as gn
    >>> network, data = gn.Network([gn.Dense(1, "sigmoid")]), gn.data.moons(100, seed=1)
    >>> run = gn.fit(network, data, loss="binary_cross_entropy", epochs=3)
    >>> [(curve.name, len(curve.values), curve.dashed) for curve in loss_curves(run)]
    [('training', 3, False), ('validation', 3, True)]
    >>> figure = gn.figures.loss_chart(loss_curves(run), label="Both losses fall.", first=1, up="cross-entropy")
    """
    if not hasattr(run, "history"):
        raise SettingError(f"loss_curves draws a run, such as gn.fit(…); got {run!r}.")
    if not len(run.history.epochs):
        raise DataError("loss_curves needs a run that has finished an epoch; this one has not. Call advance_epoch().")
    curves = [Curve("training", np.array(run.history.column("loss"), float))]
    validation = run.history.column("validation_loss")
    if None not in validation:
        curves.append(Curve("validation", np.array(validation, float), dashed=True))
    return curves
