"""Steps that are far too long or far too short: how the loss of a batch changes along the step that was made."""

from collections.abc import Sequence

import numpy as np

from glassnet.figures.line_graph import Line, line_graph
from glassnet.figures.still import Still
from glassnet.run.moment import Moment
from glassnet.run.symptoms.evidence import EARLY, Evidence, flat
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy, at_rate
from glassnet.run.symptoms.search import FAR_TOO_SHORT, MULTIPLES, Search


def rate_too_high(seen: Evidence) -> Finding | str | None:
    """Report steps so long that they raise the loss of their own batch, or as long as can be in a run that gets worse.

    A sound step could be several times as long before it helped less.
    """
    if not seen.early:
        return "it has made no step"
    for segment in seen.timeline.segments[-3:]:
        steps = range(segment.first, min(segment.first + EARLY, seen.step))
        early = _searches(seen, seen.early if segment.first == seen.first else seen.finite(steps))
        late = _searches(seen, seen.spread) if segment is seen.timeline.segments[-1] else []
        long = [one for one in early if one.too_long]
        if early and (2 * len(long) >= len(early) or _explodes(early) or (late and _gets_worse(seen, early + late))):
            return _too_high(seen, segment.first, [one for one in early + late if one.best <= 1.0])
    return None


def _explodes(early: Sequence[Search]) -> bool:
    """Return whether the loss doubles within the first steps, which were as long as could be or longer."""
    longest = max(max(one.before, one.after) for one in early)
    return longest > 2 * early[0].before and _middle(early) <= 1.0


def _gets_worse(seen: Evidence, tried: Sequence[Search]) -> bool:
    """Return whether the loss ends well above where it has been, with steps as long as can be all along."""
    lowest, last = _course(seen)
    worse = last > 1.3 * lowest or not _learnt(seen)
    return len(seen.history.step_loss) >= 16 and worse and _middle(tried) <= 1.0


def _course(seen: Evidence) -> tuple[float, float]:
    """Return the mean loss of the best eighth of the run, and of the last."""
    parts = [float(np.mean(part)) for part in np.array_split(seen.history.step_loss.items, 8) if len(part)]
    return min(parts, default=0.0), (parts or [0.0])[-1]


def _middle(tried: Sequence[Search]) -> float:
    return float(np.median([one.best for one in tried]))


def rate_too_low(seen: Evidence) -> Finding | str | None:
    """Report steps that could be hundreds of times as long, in a run that hardly learns."""
    if seen.step - seen.timeline.segments[-1].first < 2 * EARLY:
        return f"it needs {2 * EARLY} steps under the same settings"
    tried = _searches(seen, (*seen.early, *seen.spread)) if seen.first == seen.timeline.segments[-1].first else []
    tried = tried or _searches(seen, seen.spread)
    if len(tried) < 3 or _learnt(seen) or min(one.best for one in tried) < FAR_TOO_SHORT:
        return None
    moment, middle = seen.at(tried[0].step), _middle(tried)
    rate = moment.learning_rate
    better = float(f"{rate * min(middle / 10, 1e4):.1g}")
    return Finding(
        "rate_too_low",
        0.95,
        f"after {seen.step} steps the loss has hardly changed, and every one of the {len(tried)} steps examined could "
        f"have been at least {min(one.best for one in tried):,.0f} times as long (rate {rate:g}).",
        Remedy(
            f"a learning rate of about {better:g}.",
            {"optimizer": at_rate(seen.plan.recipe.optimizer, better)},
            seen.timeline.segments[-1].first,
            seen.epochs,
        ),
        _picture(tried[0], "The loss keeps falling along the step, far beyond where it ended."),
    )


def _too_high(seen: Evidence, first: int, long: Sequence[Search]) -> Finding:
    worst, rate = max(long, key=lambda one: one.after / max(one.before, 1e-9)), seen.at(first).learning_rate
    better = float(f"{rate * min(0.1, max(0.01, _middle(long))):.1g}")
    lowest, last = _course(seen)
    return Finding(
        "rate_too_high",
        0.97,
        f"step {worst.step} took the loss of its own batch from {worst.before:.3g} to {worst.after:.3g}; in its "
        f"direction, {worst.best:.1g} times its length would have been best (rate {rate:g}), and a sound step is far "
        "shorter than the best."
        + (f" The loss, once {lowest:.3g}, is {last:.3g} at the end." if last > 1.3 * lowest else "")
        + (
            " Now all hidden units are saturated or dead: their gradients are exactly 0." if _no_gradients(seen) else ""
        ),
        Remedy(
            f"a learning rate of about {better:g}.",
            {"optimizer": at_rate(seen.plan.recipe.optimizer, better)},
            first,
            seen.epochs,
        ),
        _picture(worst, "The loss along the step: lowest before its end."),
    )


def _no_gradients(seen: Evidence) -> bool:
    """Return whether the gradients of all layers but the last are exactly 0 now."""
    grads = [tree for tree in seen.at(seen.step).grads.values() if len(flat(tree))]
    return len(grads) > 1 and not any(flat(tree).any() for tree in grads[:-1])


def _searches(seen: Evidence, moments: Sequence[Moment]) -> list[Search]:
    return [found for moment in moments for found in [seen.search(moment)] if found is not None]


def _learnt(seen: Evidence) -> bool:
    """Return whether the loss has fallen by a tenth or more since the start."""
    losses = seen.history.step_loss.items
    if len(losses) < 4:
        return False
    quarter = max(2, len(losses) // 4)
    return bool(np.mean(losses[-quarter:]) < 0.9 * np.mean(losses[: max(2, min(EARLY, quarter))]))


def _picture(found: Search, label: str) -> Still:
    x = np.log10(MULTIPLES)
    top = 3 * max(found.before, min(found.losses), 1e-9)
    line = Line("loss of the step's batch", x, np.minimum(found.losses, 1.01 * top))
    before = Line("before the step", x, np.full(len(x), found.before), dashed=True)
    across = "length of the step, as a power of ten times the one made (0: as made)"
    return line_graph([line, before], label=label, across=across, up="loss", x=(x[0], x[-1]), y=(0.0, top))
