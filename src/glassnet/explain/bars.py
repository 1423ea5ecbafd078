"""Histograms of every layer's weights, activations and gradients, with every count traced."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.explanation import Explanation
from glassnet.explain.flow_parts import KINDS, joined, traced_values, values_of
from glassnet.explain.reference import Reference
from glassnet.explain.trace import of_layer
from glassnet.train.record import BatchRecord, StepRecord

HISTOGRAM = "histogram"
BAR_COUNT = 24
"""Bars of equal width, between the smallest and the largest finite value."""

MAX_LISTED = 24
"""How many of the numbers in a bar are shown at first."""


def bar_parts(record: StepRecord, batch: BatchRecord) -> dict[str, Array]:
    """Return the histograms of every layer by name.

    dense_1/weight holds the count of each bar, dense_1/weight_edge the edges between bars: bar 3 counts the values
    from weight_edge[3] up to, but not including, weight_edge[4]; the last bar includes its upper edge.
    dense_1/weight_not_finite counts NaN and infinite values, which are in no bar. Values without a finite range have
    no bars.
    """
    parts: dict[str, Array] = {}
    for layer in record.plan.network.names:
        for kind, arrays in values_of(record, batch, layer).items():
            if arrays:
                counted = count_bars(joined(arrays))
                parts |= {f"{layer}/{kind}{ending}": np.asarray(value) for ending, value in counted.items()}
    return parts


def explain_bar(record: StepRecord, batch: BatchRecord, number: int, reference: Reference) -> Explanation:
    """Explain a number of a histogram; the explanation of a bar's count lists the numbers in that bar.

    Arguments:
        record, batch: the step, and the batch whose activations are counted.
        number: the batch's number, where the step has several.
        reference: a number of `bar_parts`.
    """
    layer, _, name = reference.part.rpartition("/")
    kind = next(kind for kind in KINDS if name.removeprefix(kind) != name)
    whole = joined(traced_values(record, batch, number, layer)[kind])
    made = read_bar(whole, *(reference.index if name == kind else ()))
    trace = of_layer(HISTOGRAM, {f"{layer}/{kind}{ending}": value for ending, value in made.items()}, {})
    own = reference._replace(index=())
    if name != kind:
        return Explanation(reference, trace.expression(own, reference.index))
    count = trace.expression(own, ())
    return Explanation(reference, count, terms=min(count.value, MAX_LISTED) or Explanation.terms)


def count_bars(values: Array) -> dict[str, Any]:
    """Return all numbers of the histogram of some values, by the endings of their names."""
    finite = values[np.isfinite(values)]
    result = {"_not_finite": values.size - finite.size}
    if not _has_range(finite):
        return result
    smallest, largest = finite.min(), finite.max()
    edges = _edges(smallest, largest)
    bars = np.minimum(np.searchsorted(edges, finite, side="right") - 1, BAR_COUNT - 1)
    return result | {
        "_smallest": smallest,
        "_largest": largest,
        "_edge": edges,
        "": np.bincount(bars, minlength=BAR_COUNT),
    }


def read_bar(whole: Any, bar: int | None = None) -> dict[str, Any]:
    """Return the same for traced values, with the count of one bar only, as a scalar, if a bar is given."""
    is_finite = np.isfinite(whole.value)
    result: dict[str, Any] = {"_not_finite": (~(abs(whole) < np.inf)).sum()}
    finite = whole if is_finite.all() else whole[np.flatnonzero(is_finite)]
    if not _has_range(finite.value):
        return result
    result |= {"_smallest": finite.min(), "_largest": finite.max()}
    result["_edge"] = edges = _edges(result["_smallest"], result["_largest"])
    if bar is not None:
        low, high = edges[bar], edges[bar + 1]
        below = finite <= high if bar == BAR_COUNT - 1 else finite < high
        result[""] = ((low <= finite) & below).sum()
    return result


def _has_range(finite: Array) -> bool:
    with np.errstate(all="ignore"):
        return bool(finite.size) and bool(np.isfinite(finite.max() - finite.min()))


def _edges(smallest: Any, largest: Any) -> Any:
    """Return the edges of the bars; values that are all equal get bars around them."""
    low, high = (smallest - 0.5, largest + 0.5) if smallest == largest else (smallest, largest)
    begins = np.arange(BAR_COUNT) * ((high - low) / BAR_COUNT) + low
    return np.concatenate([begins, high.reshape(1)])
