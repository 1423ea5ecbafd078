"""Mistakes in layers: a softmax over the wrong axis, equal units, dead units, statistics that never move."""

import numpy as np

from glassnet.base.trees import leaves
from glassnet.nn.layers import Dense
from glassnet.run.symptoms.evidence import Evidence, Finding


def wrong_axis(seen: Evidence) -> Finding | None:
    """Report outputs that add up to 1 over the batch."""
    moment = seen.at(seen.first)
    output = np.asarray(moment.record.batches[0].prediction, dtype=float)
    if output.ndim != 2 or min(output.shape) < 2 or not np.isfinite(output).all():
        return None
    over_batch, over_classes = np.abs(output.sum(axis=0) - 1).max(), np.abs(output.sum(axis=1) - 1).mean()
    if over_batch > 1e-3 or over_classes < 0.05 or (output < 0).any():
        return None
    return Finding(
        "wrong_axis",
        1.0,
        f"the outputs add up to 1 over the {len(output)} samples of a batch (within {over_batch:.1g}), but over the "
        f"classes of one sample to {output.sum(axis=1).mean():.2f} on average.",
    )


def symmetric_initialisation(seen: Evidence) -> Finding | None:
    """Report a layer whose units all have the same weights."""
    worst: tuple[float, str, int] | None = None
    for name, layer in seen.network.named_layers[:-1]:
        if not isinstance(layer, Dense) or layer.units < 2:
            continue
        weight = np.asarray(seen.state.params[name]["weight"], dtype=float)
        size = float(np.abs(weight).max())
        if size and np.isfinite(size):
            apart = float(np.abs(weight - weight[:, :1]).max()) / size
            if worst is None or apart < worst[0]:
                worst = (apart, name, layer.units)
    if worst is None or worst[0] > 1e-3:
        return None
    return Finding(
        "symmetric_initialisation",
        1.0,
        f"after {seen.step} steps all {worst[2]} units of {worst[1]} have the same weights (within {worst[0]:.1g} of "
        "their size): they started equal and receive the same gradients.",
    )


def dying_relu(seen: Evidence) -> Finding | None:
    """Report a layer most of whose units are 0 for every sample."""
    flows = [row for row in seen.at(seen.step).flow() if row.dead is not None]
    dead = [row for row in flows if row.dead is not None and row.dead >= 0.5]
    if not dead:
        return None
    worst = max(dead, key=lambda row: row.dead or 0.0)
    return Finding(
        "dying_relu",
        0.4 + 0.5 * float(worst.dead or 0.0),
        f"{worst.dead:.0%} of the units of {worst.layer} are 0 for every sample of the batch at step {seen.step}: no "
        "gradient reaches their weights any more.",
    )


def frozen_statistics(seen: Evidence) -> Finding | None:
    """Report running statistics that still have their initial values."""
    if seen.step - seen.timeline.segments[-1].first < 2:
        return None
    batch = seen.at(seen.step - 1).record.batches[0]
    for layer, state in batch.next_state.items():
        kept, parts = dict(leaves(state)), dict(leaves(batch.forward[layer]))
        for name, mean in kept.items():
            if not name.endswith("running_mean"):
                continue
            of_batch = parts.get(name.replace("running_mean", "mean"))
            began = dict(leaves(seen.timeline.segments[-1].states[seen.timeline.segments[-1].first].layers[layer]))[
                name
            ]
            if of_batch is None or not np.array_equal(mean, began) or not np.abs(of_batch).max() > 1e-3:
                continue
            return Finding(
                "frozen_statistics",
                0.98,
                f"after {seen.step} steps the running mean of {layer} still has its initial value, while the batch has "
                f"means up to {np.abs(of_batch).max():.2g}: predictions are normalised by statistics never learnt.",
            )
    return None
