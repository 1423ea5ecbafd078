"""The average that Adam keeps of its gradients, on any series, with the arithmetic of each number."""

from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.explain import Explanation, Expression, Reference
from glassnet.explain.trace import Trace
from glassnet.explain.traced_array import leaf_array
from glassnet.optim.adam import next_averages
from glassnet.optim.bias_correction import corrected_rate

PARTS = ("x", "average", "corrected", "t")


class Averages(NamedTuple):
    """The average after each number, starting at 0, and the same with its bias corrected; shape (n,) each."""

    average: Array
    corrected: Array


def averages(values: Array, beta: float) -> Averages:
    """Return the engine's running average of a series: average ← β · average + (1 − β) · x.

    Arguments:
        values: the series, shape (n,).
        beta: the share that is kept, 0 to below 1.

    >>> both = averages(np.array([2.0, 3.0, 4.0]), 0.5)
    >>> both.average.tolist(), both.corrected.round(3).tolist()
    ([1.0, 2.0, 3.0], [2.0, 2.667, 3.429])
    """
    state: dict[str, Any] = {"count": np.asarray(0.0), "m": {"x": np.zeros(1)}, "v": {"x": np.zeros(1)}}
    found, corrected = [], []
    for value in values:
        state = next_averages({"x": np.array([value])}, state, beta, beta)
        found.append(float(state["m"]["x"][0]))
        corrected.append(float(corrected_rate(found[-1], beta, state["count"])))
    return Averages(np.array(found), np.array(corrected))


def explain(name: str, values: Array, beta: float, reference: Reference) -> Explanation:
    """Explain a number of an average: the engine's own update, on numbers that know what they are.

    Arguments:
        name: of the series.
        values, beta: as for `averages`.
        reference: x[t], average[t], corrected[t] or t[t] of the series, t from 1; average[0] is 0.

    Raises:
        SettingError: there is no such number.

    >>> print(explain("walks", np.array([2.0, 3.0]), 0.95, Reference("walks", "average", (2,))))
    walks: average[2] = 0.95 · average[1] + 0.05 · x[2]
                      = 0.95 · 0.1 + 0.05 · 3
                      = 0.245
    """
    part, index = reference.part, reference.index
    t = index[0] if len(index) == 1 else -1
    if reference.layer != name or part not in PARTS or not (part != "average") <= t <= len(values):
        raise SettingError(f"There is no {reference} in this series of {len(values)} numbers.")
    known = averages(values, beta)

    def named(part: str, at: int, value: float) -> Any:
        return leaf_array(np.array(value), lambda _: Reference(name, part, (at,)))

    before = 0.0 if t < 2 else float(known.average[t - 2])
    if part == "average" and t > 0:
        state = {"count": np.asarray(t - 1.0), "m": {"x": named("average", t - 1, before)}, "v": {"x": np.zeros(())}}
        after = next_averages({"x": named("x", t, float(values[t - 1]))}, state, beta, beta)
        traced = after["m"]["x"]
    elif part == "corrected":
        traced = corrected_rate(named("average", t, float(known.average[t - 1])), beta, named("t", t, float(t)))
    else:
        value = {"x": float(values[t - 1]), "average": 0.0, "t": float(t)}[part]
        note = {"x": "given", "average": "every average starts at 0", "t": "the count of numbers so far"}[part]
        return Explanation(reference, Expression("leaf", (), value, reference), note)
    return Explanation(
        reference, Trace({reference._replace(index=()): traced}).expression(reference._replace(index=()), ())
    )
