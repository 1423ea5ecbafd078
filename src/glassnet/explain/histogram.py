"""Histograms of any part of a step: weights, activations, gradients."""

from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number


class Histogram(NamedTuple):
    """How many values fall into each bin.

    Arguments:
        edges: of the bins, one more than the number of bins.
        counts: number of finite values in each bin.
        not_finite: number of NaN and infinite values, which are in no bin.
        mean, deviation: of the finite values; None if there are none.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    not_finite: int
    mean: float | None
    deviation: float | None

    def to_dict(self) -> dict[str, Any]:
        """Return everything ready for JSON."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in self._asdict().items()}


def histogram(values: Array, bins: int = 30) -> Histogram:
    """Count values in bins of equal width between the smallest and the largest.

    >>> histogram(np.array([0.0, 1.0, 1.5, 2.0, np.nan]), bins=2)
    Histogram(edges=(0.0, 1.0, 2.0), counts=(1, 3), not_finite=1, mean=1.125, deviation=0.739509972887452)
    """
    whole_number("bins", bins, minimum=1)
    flat = np.asarray(values, dtype=float).ravel()
    finite = flat[np.isfinite(flat)]
    if not finite.size:
        return Histogram((0.0, 1.0), (0,), int(flat.size), None, None)
    counts, edges = np.histogram(finite, bins=bins)
    return Histogram(
        tuple(edges.tolist()),
        tuple(counts.tolist()),
        int(flat.size - finite.size),
        float(finite.mean()),
        float(finite.std()),
    )
