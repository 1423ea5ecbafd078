"""Writing a run's past and its branches to its file, and reading them back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from glassnet.base.trees import flatten
from glassnet.data import Dataset
from glassnet.files.encode import encode
from glassnet.files.run_file import RunFile
from glassnet.history.history import History
from glassnet.history.timeline import Segment, Timeline
from glassnet.train import Plan, Setup, TrainingState, start

KEPT_STATES = 8
"""Maximum number of states stored between the ends of a segment, so that any state is quick to recompute."""
STEPS_BETWEEN = 100
"""Minimum number of steps between them: fewer are quickly recomputed."""
KEPT_BYTES = 8 * 2**20
"""Maximum memory for all of them together."""


class Trained(Protocol):
    """What a file needs from a run; `Run` has it."""

    @property
    def setup(self) -> Setup:
        """Network, recipe and data as they are now."""

    @property
    def state(self) -> TrainingState:
        """The current state of training."""

    @property
    def history(self) -> History:
        """Losses and epochs."""

    @property
    def timeline(self) -> Timeline:
        """The segments of training, each with states."""

    @property
    def branches(self) -> Sequence["Trained"]:
        """Runs that share this run's past and continue differently."""

    @property
    def branched_at(self) -> int | None:
        """For a branch, the step up to which it shares another run's past."""


def content_of(run: Trained, results: Mapping[str, Any], around: Dataset | None = None) -> bytes:
    """Return the content of a run's file: its current state, the start of each segment of its past, and its branches.

    Arguments:
        run: what was trained.
        results: what was measured, as JSON.
        around: the data of the enclosing file, if any.
    """
    data, segments = run.setup.dataset, run.timeline.segments
    inner = {}
    for number, segment in enumerate(segments):
        inner[f"past/{number}"] = _content_of_segment(segment, segment.states[segment.first], data)
        for place, state in enumerate(_kept_states(segment, KEPT_BYTES // len(segments))):
            inner[f"kept/{number}/{place}"] = _content_of_segment(segment, state, data)
    inner |= {f"branch/{number}": content_of(branch, {}, data) for number, branch in enumerate(run.branches)}
    return encode(
        run.setup,
        run.state,
        run.history,
        results,
        inner=inner,
        branched_at=run.branched_at,
        shares_data=data is around,
    )


def timeline_of(file: RunFile, timeline: Timeline, dataset: Dataset) -> Timeline:
    """Return the timeline stored in a file; if it has none, `timeline` itself, which knows only the last state."""
    stored = list(numbered(file, "past"))
    if not stored:
        return timeline
    _check_order(stored, file)
    last = len(stored) - 1
    segments = []
    for number, past in enumerate(stored):
        plan = (
            timeline.segments[0].plan
            if number == last and past.shares_data
            else Plan.of(past.setup(past.make_dataset(dataset)))
        )
        segment = Segment(plan, past.state)
        segment.states |= {kept.state.step: kept.state for kept in numbered(file, f"kept/{number}")}
        if min(segment.states) < segment.first:
            raise ValueError(f"a state of segment {number} is from before it")
        segments.append(segment)
    whole = Timeline(segments[0].plan, stored[0].state, timeline.memory)
    whole.segments = segments
    whole.now = file.state
    segments[-1].states[file.state.step] = file.state
    return whole


def _check_order(stored: Sequence[RunFile], file: RunFile) -> None:
    begins = [past.state.step for past in stored] + [file.state.step]
    if begins != sorted(begins):
        raise ValueError(f"its segments begin at steps {begins}")


def numbered(file: RunFile, kind: str) -> Iterator[RunFile]:
    """Yield the files inside a file of one kind, "past", "kept/0" … or "branch", in order."""
    number = 0
    while f"{kind}/{number}" in file.inner:
        yield file.inner[f"{kind}/{number}"]
        number += 1


def _kept_states(segment: Segment, memory: int) -> list[TrainingState]:
    between = sorted(segment.states)[1:-1]
    steps = between[-1] - segment.first if between else 0
    count = min(KEPT_STATES, steps // STEPS_BETWEEN, len(between), memory // segment.state_bytes)
    places = np.linspace(0, len(between) - 1, count + 2)[1:-1].round().astype(int)
    return [segment.states[between[place]] for place in np.unique(places)] if count else []


def _content_of_segment(segment: Segment, state: TrainingState, around: Dataset) -> bytes:
    plan = segment.plan
    shares_data = plan.dataset is around
    return encode(plan.setup, state, History(), {}, shares_data=shares_data, is_start=_is_start(plan, state))


def _is_start(plan: Plan, state: TrainingState) -> bool:
    """Return whether the recipe's seed reproduces a state, bit for bit."""
    if state.step or state.epoch or state.offset:
        return False
    first = start(plan)
    mine = flatten({"params": state.params, "layers": state.layers, "optimizer": state.optimizer})
    theirs = flatten({"params": first.params, "layers": first.layers, "optimizer": first.optimizer})
    return mine.keys() == theirs.keys() and all(np.array_equal(values, theirs[name]) for name, values in mine.items())
