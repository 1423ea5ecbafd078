"""A diagnosis from the record alone: rules that look at data, steps and states, each with its evidence."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import leaves
from glassnet.nn.layers import Dense
from glassnet.run.moment import Moment

EARLY = 6
"""Steps at the beginning whose updates are looked at."""

NEIGHBOURS = 400
"""Training samples whose nearest neighbours are looked at, at most."""


class Finding(NamedTuple):
    """What a rule saw.

    Arguments:
        fault: its name, as in `faults.FAULTS`.
        certainty: from 0 to 1.
        evidence: what it was seen by, in a sentence with numbers.
    """

    fault: str
    certainty: float
    evidence: str

    def __str__(self) -> str:
        return f"{self.fault.replace('_', ' ')} ({self.certainty:.0%}): {self.evidence}"


def diagnose(run: Any) -> tuple[Finding, ...]:
    """Return what looks wrong with a run, the surest first; nothing for a sound one.

    Only what was recorded is looked at: data, settings of the data's scaling, states, gradients and updates, not
    the names of rules or layers.

    >>> import glassnet as gn
    >>> net, recipe = gn.Network([gn.Dense(8, "relu"), gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy")
    >>> setup = gn.Setup(net, recipe, gn.data.moons(200, seed=1))
    >>> sound, faulty = gn.Run.of(setup), gn.Run.of(gn.faults.inject("wrong_sign", setup))
    >>> sound.advance(20).state.step, faulty.advance(20).state.step
    (20, 20)
    >>> sound.diagnose(), [finding.fault for finding in faulty.diagnose()]
    ((), ['wrong_sign'])
    """
    found = [finding for rule in RULES for finding in [rule(run)] if finding is not None]
    return tuple(sorted(found, key=lambda finding: -finding.certainty))


def _early(run: Any) -> list[Moment]:
    """Return the first steps that are known, as far as their numbers are finite."""
    first = run.timeline.segments[0].first
    moments = []
    for step in range(first, min(first + EARLY, run.step)):
        moment = run.at(step)
        if not all(np.isfinite(values).all() for _, values in leaves(moment.params_after)):
            break
        moments.append(moment)
    return moments


def _flat(tree: Tree) -> Array:
    return np.concatenate([np.ravel(values).astype(float) for _, values in leaves(tree)] or [np.zeros(0)])


def _wrong_sign(run: Any) -> Finding | None:
    cosines = []
    for moment in _early(run):
        update, gradient = _flat(moment.update), _flat(moment.record.clipped)
        size = float(np.linalg.norm(update) * np.linalg.norm(gradient))
        if size:
            cosines.append(float(update @ gradient) / size)
    if not cosines or np.mean(cosines) < 0.2:
        return None
    return Finding(
        "wrong_sign",
        min(1.0, 0.5 + float(np.mean(cosines)) / 2),
        f"the first {len(cosines)} updates point up the slope: the cosine between update and gradient is "
        f"{np.mean(cosines):+.2f} on average, where a descent has it below 0.",
    )


def _forgotten_zeroing(run: Any) -> Finding | None:
    """Updates over the rate follow u = g + a · u₋₁ + b · u₋₂: a momentum has a < 1, b = 0; a + b = 1 keeps all."""
    early, kept = _early(run), []
    for oldest, before, moment in zip(early, early[1:], early[2:], strict=False):
        if not (oldest.learning_rate and before.learning_rate and moment.learning_rate):
            continue
        ago, last, now = (-_flat(each.update) / each.learning_rate for each in (oldest, before, moment))
        if not ago.size == last.size == now.size or not now.any():
            continue
        shares, *_ = np.linalg.lstsq(np.stack([last, ago], axis=1), now - _flat(moment.record.clipped), rcond=1e-6)
        rest = now - _flat(moment.record.clipped) - shares[0] * last - shares[1] * ago
        if np.linalg.norm(rest) < 0.02 * np.linalg.norm(now):
            kept.append(float(shares.sum()))
    if len(kept) < 2 or not 0.995 < min(kept) <= max(kept) < 1.005:
        return None
    return Finding(
        "forgotten_zeroing",
        1.0,
        f"{len(kept)} early updates hold all of the updates before them ({np.mean(kept):.3f} times) besides this "
        "step's gradient: old gradients are never cleared.",
    )


def _missing_bias_correction(run: Any) -> Finding | None:
    early = _early(run)
    if not early or early[0].step or not {"m", "v"} <= early[0].optimizer.keys():
        return None
    moment = early[0]
    gradient, update = _flat(moment.record.clipped), _flat(moment.update)
    moved = np.abs(gradient) > 1e-6
    if not moved.any() or any(values.any() for _, values in leaves(moment.optimizer["m"])):
        return None
    ratio = float(np.median(np.abs(update[moved])) / moment.learning_rate)
    if ratio < 2.0:
        return None
    return Finding(
        "missing_bias_correction",
        min(1.0, ratio / 3.0),
        f"the first step of a rule with averages m and v is {ratio:.2f} times the learning rate; averages corrected "
        "for their start at 0 make it 1.",
    )


def _wrong_axis(run: Any) -> Finding | None:
    moment = run.at(run.timeline.segments[0].first)
    output = np.asarray(moment.record.batches[0].prediction, dtype=float)
    if output.ndim != 2 or min(output.shape) < 2 or not np.isfinite(output).all():
        return None
    over_batch, over_classes = np.abs(output.sum(axis=0) - 1).max(), np.abs(output.sum(axis=1) - 1).mean()
    if over_batch > 1e-3 or over_classes < 0.05 or (output < 0).any():
        return None
    return Finding(
        "wrong_axis",
        1.0,
        f"the outputs add up to 1 over the {len(output)} samples of a batch (within {over_batch:.1g}), but over an "
        f"example's classes to {output.sum(axis=1).mean():.2f}.",
    )


def _symmetric_initialisation(run: Any) -> Finding | None:
    worst: tuple[float, str, int] | None = None
    for name, layer in run.network.named_layers[:-1]:
        if not isinstance(layer, Dense) or layer.units < 2:
            continue
        weight = np.asarray(run.state.params[name]["weight"], dtype=float)
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
        f"after {run.step} steps all {worst[2]} units of {worst[1]} have the same weights (within {worst[0]:.1g} of "
        "their size): they began alike and get the same gradient.",
    )


def _unscaled_inputs(run: Any) -> Finding | None:
    x = np.asarray(run.dataset.train.x, dtype=float)
    x = x.reshape(len(x), -1)
    spread, middle = float(x.std(axis=0).max()), float(np.abs(x.mean(axis=0)).max())
    size = max(spread, middle / 3)
    if size < 15:
        return None
    return Finding(
        "unscaled_inputs",
        min(1.0, 0.6 + size / 500),
        f"features of the training part reach a standard deviation of {spread:.3g} and a mean of {middle:.3g}, where "
        "first weights are drawn for numbers around 1.",
    )


def _leaking_scaler(run: Any) -> Finding | None:
    data = run.dataset
    held_out = len(data.parts["validation"]) + len(data.parts["test"])
    if data.scaler is None or not held_out:
        return None
    off = []
    for samples in (data.x, data.train.x):
        flat = np.asarray(samples, dtype=float).reshape(len(samples), -1)
        varies = flat.std(axis=0) > 0
        flat = flat[:, varies]
        standard = max(float(np.abs(flat.mean(axis=0)).max()), float(np.abs(flat.std(axis=0) - 1).max()))
        ends = max(float(np.abs(flat.min(axis=0)).max()), float(np.abs(flat.max(axis=0) - 1).max()))
        off.append(min(standard, ends))
    if off[0] > 1e-4 or off[1] < 10 * max(off[0], 1e-6):
        return None
    return Finding(
        "leaking_scaler",
        0.95,
        f"features are scaled exactly over all samples, the {held_out} held-out ones too (off by {off[0]:.1g}), and "
        f"not over the training part (off by {off[1]:.2g}): the scaler has seen what it is tested on.",
    )


def _shuffled_labels(run: Any) -> Finding | None:
    data = run.dataset
    x, y = data.train.x[:NEIGHBOURS], data.train.y[:NEIGHBOURS]
    if not data.class_names or y.ndim != 1 or len(x) < 20:
        return None
    flat = np.asarray(x, dtype=float).reshape(len(x), -1)
    flat = (flat - flat.mean(axis=0)) / np.where(flat.std(axis=0) > 0, flat.std(axis=0), 1.0)
    squares = (flat * flat).sum(axis=1)
    distances = squares[:, None] + squares[None, :] - 2 * flat @ flat.T
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1)[:, :5]
    agreement = float((y[nearest] == y[:, None]).mean())
    chance = float(((np.bincount(y) / len(y)) ** 2).sum())
    share = (agreement - chance) / (1 - chance) if chance < 1 else 1.0
    if share > 0.15:
        return None
    return Finding(
        "shuffled_labels",
        min(1.0, 0.95 - share),
        f"the five nearest neighbours of a sample share its class in {agreement:.0%} of cases, chance alone gives "
        f"{chance:.0%}: targets do not belong to these features.",
    )


def _dying_relu(run: Any) -> Finding | None:
    flows = [row for row in run.at(run.step).flow() if row.dead is not None]
    dead = [row for row in flows if row.dead is not None and row.dead >= 0.5]
    if not dead:
        return None
    worst = max(dead, key=lambda row: row.dead or 0.0)
    return Finding(
        "dying_relu",
        0.4 + 0.5 * float(worst.dead or 0.0),
        f"{worst.dead:.0%} of the units of {worst.layer} are 0 for every sample of the batch at step {run.step}: no "
        "gradient reaches their weights any more.",
    )


def _frozen_statistics(run: Any) -> Finding | None:
    if run.step - run.timeline.segments[-1].first < 2:
        return None
    batch = run.at(run.step - 1).record.batches[0]
    for layer, state in batch.next_state.items():
        kept, parts = dict(leaves(state)), dict(leaves(batch.forward[layer]))
        for name, mean in kept.items():
            if not name.endswith("running_mean"):
                continue
            of_batch = parts.get(name.replace("running_mean", "mean"))
            began = dict(leaves(run.timeline.segments[-1].states[run.timeline.segments[-1].first].layers[layer]))[name]
            if of_batch is None or not np.array_equal(mean, began) or not np.abs(of_batch).max() > 1e-3:
                continue
            return Finding(
                "frozen_statistics",
                0.98,
                f"the running mean of {layer} is what it was at the start after {run.step} steps, while the batch has "
                f"means up to {np.abs(of_batch).max():.2g}: in use it normalises by numbers never learnt.",
            )
    return None


RULES: tuple[Callable[[Any], Finding | None], ...] = (
    _wrong_sign,
    _forgotten_zeroing,
    _missing_bias_correction,
    _wrong_axis,
    _symmetric_initialisation,
    _unscaled_inputs,
    _leaking_scaler,
    _shuffled_labels,
    _dying_relu,
    _frozen_statistics,
)
