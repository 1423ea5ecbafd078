"""Branches: runs that share a past and continue differently."""

from itertools import islice

from glassnet.history.history import History, Thinned
from glassnet.history.timeline import Segment, Timeline
from glassnet.train import steps


def timeline_until(timeline: Timeline, step: int) -> Timeline:
    """Return a timeline that ends after that many steps; its stored states are shared, as nothing overwrites them."""
    now = timeline.state(step)
    kept = [segment for segment in timeline.segments if segment.first <= step]
    twin = Timeline(kept[0].plan, kept[0].states[kept[0].first], timeline.memory)
    twin.segments = [_segment_until(segment, step) for segment in kept]
    twin.now = now
    return twin


def _segment_until(segment: Segment, step: int) -> Segment:
    twin = Segment(segment.plan, segment.states[segment.first])
    twin.stride = segment.stride
    twin.states = {number: state for number, state in segment.states.items() if number <= step}
    return twin


def history_until(history: History, timeline: Timeline, step: int) -> History:
    """Return the history as it was after that many steps; the sums of an unfinished epoch are recomputed."""
    state = timeline.state(step)
    norms = _until(history.gradient_norm, step)
    known = History(_until(history.step_loss, step), Thinned(), norms)
    for number, row in zip(history.epochs.numbers, history.epochs.items, strict=True):
        if row.step <= step:
            known.epochs.append(number, row)
    if state.offset == 0:
        return known
    segment = timeline.segment(step)
    begun = max(segment.first, step - -(-state.offset // segment.plan.recipe.samples_per_step))
    for made in islice(steps(segment.plan, timeline.state(begun)), step - begun):
        known.loss_sum += made.loss * len(made.indices)
        known.samples += len(made.indices)
    return known


def _until(losses: Thinned[float], step: int) -> Thinned[float]:
    kept: Thinned[float] = Thinned()
    for number, loss in zip(losses.numbers, losses.items, strict=True):
        if number <= step:
            kept.append(number, loss)
    return kept
