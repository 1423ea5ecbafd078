"""Histograms of every layer's weights, activations and gradients: how many of them lie where, each count traced."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.explanation import Explanation
from glassnet.explain.flow_parts import KINDS, joined, traced_values, values_of
from glassnet.explain.reference import Reference
from glassnet.explain.trace import of_layer
from glassnet.train.record import BatchRecord, StepRecord

HISTOGRAM = "histogram"
BARS = 24
"""Bars of one width, between the smallest and the largest finite value."""

LISTED = 24
"""Of the numbers in a bar, so many are shown at first."""


def bar_parts(record: StepRecord, batch: BatchRecord) -> dict[str, Array]:
    """Return the histograms of every layer by name.

    dense_1/weight holds the count of each bar, dense_1/weight_edge where the bars begin and end: bar 3 counts what is
    at least weight_edge[3] and below weight_edge[4]; the last bar its upper edge too. dense_1/weight_not_finite counts
    what is in no bar. Values without a finite range have no bars.
    """
    parts: dict[str, Array] = {}
    for layer in record.plan.network.names:
        for kind, arrays in values_of(record, batch, layer).items():
            if arrays:
                counted = count_bars(joined(arrays))
                parts |= {f"{layer}/{kind}{ending}": np.asarray(value) for ending, value in counted.items()}
    return parts


def explain_bar(record: StepRecord, batch: BatchRecord, number: int, reference: Reference) -> Explanation:
    """Return why a number of a histogram is what it is; one of a bar's count lists the numbers that lie in it.

    Arguments:
        record, batch: the step, and the batch that activations are of.
        number: that batch's, where the step has several.
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
    return Explanation(reference, count, terms=min(count.value, LISTED) or Explanation.terms)


def count_bars(values: Array) -> dict[str, Any]:
    """Return all numbers of the histogram of any values, by what their names end in."""
    finite = values[np.isfinite(values)]
    told = {"_not_finite": values.size - finite.size}
    if not _has_range(finite):
        return told
    smallest, largest = finite.min(), finite.max()
    edges = _edges(smallest, largest)
    bars = np.minimum(np.searchsorted(edges, finite, side="right") - 1, BARS - 1)
    return told | {
        "_smallest": smallest,
        "_largest": largest,
        "_edge": edges,
        "": np.bincount(bars, minlength=BARS),
    }


def read_bar(whole: Any, bar: int | None = None) -> dict[str, Any]:
    """Return the same of traced values; of the counts only that of one bar, where one is named: a number by itself."""
    is_finite = np.isfinite(whole.value)
    told: dict[str, Any] = {"_not_finite": (~(abs(whole) < np.inf)).sum()}
    finite = whole if is_finite.all() else whole[np.flatnonzero(is_finite)]
    if not _has_range(finite.value):
        return told
    told |= {"_smallest": finite.min(), "_largest": finite.max()}
    told["_edge"] = edges = _edges(told["_smallest"], told["_largest"])
    if bar is not None:
        low, high = edges[bar], edges[bar + 1]
        below = finite <= high if bar == BARS - 1 else finite < high
        told[""] = ((low <= finite) & below).sum()
    return told


def _has_range(finite: Array) -> bool:
    with np.errstate(all="ignore"):
        return bool(finite.size) and bool(np.isfinite(finite.max() - finite.min()))


def _edges(smallest: Any, largest: Any) -> Any:
    """Return where bars begin and end; values that are all the same have bars around them."""
    low, high = (smallest - 0.5, largest + 0.5) if smallest == largest else (smallest, largest)
    begins = np.arange(BARS) * ((high - low) / BARS) + low
    return np.concatenate([begins, high.reshape(1)])
