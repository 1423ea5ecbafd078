"""Losses of any size over epochs, as lines: a loss chart where all are above 0, else a line graph."""

from collections.abc import Mapping, Sequence

import numpy as np

from glassnet.figures.line_graph import Line, line_graph
from glassnet.figures.loss_chart import Curve, loss_chart
from glassnet.figures.still import Still


def loss_history(
    columns: Mapping[str, Sequence[float | None]], *, up: str = "loss", dashed: Sequence[str] = ()
) -> Still | None:
    """Draw columns over epochs; those of the validation part dashed. None with fewer than two epochs.

    Arguments:
        columns: the values after each epoch, by name; one with a gap is left out.
        up: the label of the axis.
        dashed: which others are dashed.

    >>> figure = loss_history({"loss": [1.0, 0.5, 0.1], "validation_loss": [1.0, 0.6, None]})
    >>> figure.count('class="curve"') if figure else 0
    1
    """
    kept = {name: np.array(values, float) for name, values in columns.items() if None not in values}
    kept = {name: values for name, values in kept.items() if len(values) > 1 and np.isfinite(values).all()}
    if not kept:
        return None
    first, last = (values[0] for values in kept.values()), (values[-1] for values in kept.values())
    told = ", ".join(
        f"{name.replace('_', ' ')} from {a:.3g} to {b:.3g}" for name, a, b in zip(kept, first, last, strict=True)
    )
    label = f"Over {len(next(iter(kept.values())))} epochs: {told}."
    if all((values > 0).all() for values in kept.values()):
        curves = [
            Curve(_name(name), values, dashed=name.startswith("validation") or name in dashed)
            for name, values in kept.items()
        ]
        return loss_chart(curves, label=label, first=1, up=up)
    lines = [
        Line(_name(name), np.arange(1, len(values) + 1), values, dashed=name.startswith("validation") or name in dashed)
        for name, values in kept.items()
    ]
    low, high = min(line.y.min() for line in lines), max(line.y.max() for line in lines)
    ends = (float(low), float(high) if high > low else float(low) + 1.0)
    return line_graph(
        lines, label=label, across="epoch", up=up, x=(1.0, float(max(len(v) for v in kept.values()))), y=ends
    )


def _name(column: str) -> str:
    return "training" if column == "loss" else column.replace("_loss", "").replace("_", " ")
