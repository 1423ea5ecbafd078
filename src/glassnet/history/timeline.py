"""The timeline: states of training stored within a memory budget; all others are recomputed."""

from collections.abc import Iterator
from itertools import islice

from glassnet.base.arrays import Tree
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.settings_class import plain
from glassnet.base.trees import leaves
from glassnet.history.changes import Change, list_changes
from glassnet.train import Plan, TrainingState, steps

BYTES_PER_ARRAY = 200
"""Overhead of an array, in NumPy and the tree around it."""

BYTES_PER_STEP = 64 * 2**10
"""Maximum memory per step, on average: writing into fresh memory would slow training down."""


class Segment:
    """A stretch of training under one plan, starting with the state from which the plan applied.

    Stores the state of every step while memory lasts, then of every second, fourth, … step; large states only at
    intervals from the start. States are never overwritten, so storing one needs no copy.
    """

    def __init__(self, plan: Plan, state: TrainingState) -> None:
        self.plan = plan
        self.states = {state.step: state}
        self.first = state.step
        self.state_bytes = _size(state)  # the same for every state of a segment
        self.stride = 1
        while self.state_bytes > BYTES_PER_STEP * self.stride:
            self.stride *= 2

    @property
    def bytes(self) -> int:
        """The memory that the stored states take."""
        return len(self.states) * self.state_bytes

    def add(self, state: TrainingState) -> bool:
        """Store a state if its step is a multiple of the stride; return whether it was stored."""
        if state.step % self.stride:
            return False
        self.states[state.step] = state
        return True

    def thin(self) -> None:
        """Double the stride and drop the states in between, except the first."""
        self.stride *= 2
        self.states = {
            step: state for step, state in self.states.items() if step == self.first or step % self.stride == 0
        }

    def replay(self, step: int) -> Iterator[TrainingState]:
        """Yield the states from the nearest stored one up to the step, recomputed to the same bits."""
        nearest = self.states[max(known for known in self.states if known <= step)]
        yield nearest
        yield from (made.state for made in islice(steps(self.plan, nearest), step - nearest.step))


class Timeline:
    """Every state of a run, stored or recomputed.

    Arguments:
        plan, state: the start of the run.
        memory: bytes for stored states; the first state of each segment is always stored.
    """

    def __init__(self, plan: Plan, state: TrainingState, memory: int) -> None:
        self.memory = whole_number("memory", memory, minimum=0)
        self.segments = [Segment(plan, state)]
        self.now = state

    def add(self, state: TrainingState) -> None:
        """Append the state after one more step."""
        self.now = state
        if self.segments[-1].add(state):
            self._keep_within_memory()

    def change(self, plan: Plan, state: TrainingState) -> None:
        """Start a new segment: from the current step on, `plan` applies and training continues from `state`."""
        self.segments.append(Segment(plan, state))
        self.now = state
        self._keep_within_memory()

    def state(self, step: int) -> TrainingState:
        """Return the state after that many steps (after a change, where one was made at that step)."""
        step = plain(step)
        if type(step) is not int or not 0 <= step <= self.now.step:
            raise SettingError(f"step must be between 0 and {self.now.step}, where this run stands; got {step}.")
        if step == self.now.step:
            return self.now
        segment = self.segment(step)
        for state in segment.replay(step):
            if state.step not in segment.states and segment.add(state):
                self._keep_within_memory()
        return state

    def segment(self, step: int) -> Segment:
        """Return the segment of the step that follows the first `step` updates."""
        for segment in reversed(self.segments):
            if segment.first <= step:
                return segment
        raise SettingError(f"This run is recorded from step {self.segments[0].first} on; got {step}.")

    def changes(self) -> tuple[Change, ...]:
        """Return everything that was changed during the run."""
        pairs = zip(self.segments, self.segments[1:], strict=False)
        return tuple(change for old, new in pairs for change in list_changes(new.first, old.plan, new.plan))

    @property
    def bytes(self) -> int:
        """The memory that the stored states of all segments take."""
        return sum(segment.bytes for segment in self.segments)

    def _keep_within_memory(self) -> None:
        while self.bytes > self.memory:
            thinnable = [segment for segment in self.segments if len(segment.states) > 1]
            if not thinnable:
                return
            max(thinnable, key=lambda segment: segment.bytes).thin()


def _size(state: TrainingState) -> int:
    return _tree_size(state.params) + _tree_size(state.layers) + _tree_size(state.optimizer)


def _tree_size(tree: Tree) -> int:
    return sum(leaf.nbytes + BYTES_PER_ARRAY for _, leaf in leaves(tree))
