"""Results on held-out samples that are much worse than on the training samples."""

import numpy as np

from glassnet.figures.line_graph import Line, line_graph
from glassnet.figures.still import Still
from glassnet.nn.regularizers import L2
from glassnet.run.symptoms.evidence import Evidence
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy

FAR_APART = ((2.0, 0.12, 3.0), (10.0, 0.1, 2.0))
"""By how much the loss (a factor) and the accuracy (a difference, and standard errors) must be worse to say so."""


def overfitting(seen: Evidence) -> Finding | str | None:
    """Report a validation loss that has risen far above its lowest, or an accuracy far below training's."""
    if "validation" not in seen.results:
        return "nothing is held out"
    rows = [row for row in seen.history.epochs if row.validation_loss is not None]
    if len(rows) < 4:
        return "it needs 4 epochs"
    train, held_out = seen.results["train"], seen.results["validation"]
    best = min(rows, key=lambda row: row.validation_loss or 0.0)
    risen = held_out.loss > 1.5 * float(best.validation_loss or 0.0) and best.epoch < rows[-1].epoch - 1
    gap, noise = _gap(seen)
    began = max(float(rows[0].validation_loss or 0.0), next(iter(seen.history.step_loss), 0.0))
    apart = held_out.loss > max(3 * train.loss, 0.4 * began)
    apart = apart and (gap is None or gap > 0.02)
    ratio = held_out.loss / max(train.loss, 1e-12)
    worse = gap is not None and any(
        ratio > least and gap > max(lower, errors * noise) for least, lower, errors in FAR_APART
    )
    if not worse and not (risen and apart):
        return None
    accuracies = "" if gap is None else f" (accuracy {train.accuracy:.0%} and {held_out.accuracy:.0%})"
    return Finding(
        "overfitting",
        0.9,
        f"the loss is {train.loss:.3g} on the training samples and {held_out.loss:.3g} on the validation samples"
        f"{accuracies}; it was lowest there, {best.validation_loss:.3g}, after epoch {best.epoch}.",
        Remedy(
            f"more data, a smaller network, or a penalty on large weights; or the run as it was at step {best.step}.",
            {"regularizer": L2(0.01)},
            seen.first,
            seen.epochs,
        ),
        _picture(seen),
    )


def _gap(seen: Evidence) -> tuple[float | None, float]:
    """Return by how much the accuracy is lower on the validation part, and one standard error of that."""
    train, held_out = seen.results["train"].accuracy, seen.results["validation"].accuracy
    if train is None or held_out is None:
        return None, 0.0
    spread = max(held_out * (1 - held_out), 0.05) / len(seen.plan.samples["validation"].x)
    return train - held_out, float(np.sqrt(spread))


def _picture(seen: Evidence) -> Still:
    rows = [row for row in seen.history.epochs if row.validation_loss is not None]
    x = np.array([row.epoch for row in rows], float)
    losses = {"training": [row.loss for row in rows], "validation": [row.validation_loss for row in rows]}
    lines = [Line(name, x, np.array(values, float), dashed=name == "validation") for name, values in losses.items()]
    top = 1.05 * max(float(line.y.max()) for line in lines)
    label = "The training loss falls, and the validation loss stays far above it."
    return line_graph(lines, label=label, across="epoch", up="loss", x=(x[0], x[-1]), y=(0.0, top))
