"""Ensembles: several runs that predict together."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.nn.metrics import predicted_classes
from glassnet.run.run import Run


class Ensemble:
    """Runs whose predictions are averaged, or that vote.

    Arguments:
        runs: trained runs on the same kind of data, at least one.

    Raises:
        SettingError: there is none, or their input or output shapes differ.

    >>> import glassnet as gn
    >>> data = gn.data.moons(100, seed=1)
    >>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    >>> runs = [gn.fit(net, data, loss="binary_cross_entropy", epochs=2, seed=seed) for seed in range(3)]
    >>> ensemble = Ensemble(runs)
    >>> ensemble.predict(data.x[:5]).shape, ensemble.vote(data.x[:5]).shape
    ((5, 1), (5,))
    """

    def __init__(self, runs: Run | Sequence[Run]) -> None:
        self.runs = tuple(runs) if isinstance(runs, list | tuple) else (runs,)
        for run in self.runs:
            if not isinstance(run, Run):
                raise SettingError(f"An Ensemble needs runs, as returned by fit; got {run!r}.")
        if not self.runs:
            raise SettingError("An Ensemble needs at least one run; got none.")
        shapes = {(run.dataset.input_shape, run.network.output_shape(run.dataset.input_shape)) for run in self.runs}
        if len(shapes) > 1:
            listed = "; ".join(f"{taken} → {given}" for taken, given in sorted(shapes))
            raise SettingError(f"The runs of an Ensemble must have the same input and output shapes; got {listed}.")

    def predict(self, x: Array) -> Array:
        """Return the mean of all predictions for features x, shape (samples, …)."""
        return np.mean([run.predict(x) for run in self.runs], axis=0)

    def vote(self, x: Array) -> Array:
        """Return the class that most runs predict for each sample, shape (samples,); the lower number in a tie."""
        named = np.stack([predicted_classes(run.predict(x)) for run in self.runs])
        if not named.size:
            return named[0]
        votes = np.stack([(named == label).sum(axis=0) for label in range(int(named.max()) + 1)])
        return votes.argmax(axis=0)
