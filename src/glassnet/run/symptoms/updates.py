"""Mistakes in the first updates: a wrong direction, gradients never cleared, averages not corrected."""

import numpy as np

from glassnet.base.trees import leaves
from glassnet.run.symptoms.evidence import Evidence, Finding, flat


def wrong_sign(seen: Evidence) -> Finding | None:
    """Report updates that point uphill."""
    cosines = []
    for moment in seen.early:
        update, gradient = flat(moment.update), flat(moment.record.update.clipped)
        size = float(np.linalg.norm(update) * np.linalg.norm(gradient))
        if size:
            cosines.append(float(update @ gradient) / size)
    if not cosines or np.mean(cosines) < 0.2:
        return None
    return Finding(
        "wrong_sign",
        min(1.0, 0.5 + float(np.mean(cosines)) / 2),
        f"the first {len(cosines)} updates point uphill: the cosine between update and gradient is "
        f"{np.mean(cosines):+.2f} on average, but gradient descent makes it negative.",
    )


def forgotten_zeroing(seen: Evidence) -> Finding | None:
    """Report updates that contain all earlier ones in full.

    Updates divided by the rate follow u = g + a · u₋₁ + b · u₋₂: momentum has a < 1, b = 0; a + b = 1 keeps everything.
    """
    early, kept = seen.early, []
    for oldest, before, moment in zip(early, early[1:], early[2:], strict=False):
        if not (oldest.learning_rate and before.learning_rate and moment.learning_rate):
            continue
        ago, last, now = (-flat(each.update) / each.learning_rate for each in (oldest, before, moment))
        if not ago.size == last.size == now.size or not now.any():
            continue
        factors, *_ = np.linalg.lstsq(
            np.stack([last, ago], axis=1), now - flat(moment.record.update.clipped), rcond=1e-6
        )
        rest = now - flat(moment.record.update.clipped) - factors[0] * last - factors[1] * ago
        if np.linalg.norm(rest) < 0.02 * np.linalg.norm(now):
            kept.append(float(factors.sum()))
    if len(kept) < 2 or not 0.995 < min(kept) <= max(kept) < 1.005:
        return None
    return Finding(
        "forgotten_zeroing",
        1.0,
        f"{len(kept)} early updates contain the updates before them in full ({np.mean(kept):.3f} times), on top of "
        "the step's own gradient: old gradients are never cleared.",
    )


def missing_bias_correction(seen: Evidence) -> Finding | None:
    """Report a first update that is too large."""
    early = seen.early
    if not early or early[0].step or not {"m", "v"} <= early[0].optimizer.keys():
        return None
    moment = early[0]
    gradient, update = flat(moment.record.update.clipped), flat(moment.update)
    moved = np.abs(gradient) > 1e-6
    if not moved.any() or any(values.any() for _, values in leaves(moment.optimizer["m"])):
        return None
    ratio = float(np.median(np.abs(update[moved])) / moment.learning_rate)
    if ratio < 2.0:
        return None
    return Finding(
        "missing_bias_correction",
        min(1.0, ratio / 3.0),
        f"the first update of a rule with moving averages m and v is {ratio:.2f} times the learning rate; with bias "
        "correction it would be 1.00 times.",
    )
