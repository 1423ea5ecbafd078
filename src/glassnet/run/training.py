"""Training step by step: steps made on request, recorded in the history and on the timeline."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np

from glassnet.base.checks import is_a
from glassnet.history.chunk_rows import Begun, Numbers, chunk_rows
from glassnet.history.history import EpochRow, History
from glassnet.history.timeline import Timeline
from glassnet.train import Plan, Step, TrainingState, evaluate, start, steps
from glassnet.train.xla.chunk import Chunk
from glassnet.train.xla.compiled import Compiled
from glassnet.train.xla.hardware import Hardware


class Training:
    """A plan, the state of training and its history so far; `Run` adds everything that can be asked about it.

    Arguments:
        plan: network, recipe and data.
        state: the state to start from, or None to start from scratch with the recipe's seed.
        memory: bytes for stored states.
        hardware: the devices that compiled steps run on.
    """

    def __init__(self, plan: Plan, state: TrainingState | None, memory: int, hardware: Hardware) -> None:
        if state is not None:
            is_a("state", state, TrainingState, "that of another run, run.state")
        self.plan = plan
        self.hardware = is_a("hardware", hardware, Hardware, 'Hardware("cpu")')
        self.history = History()
        self.timeline = Timeline(plan, start(plan) if state is None else state, memory)
        self._steps = steps(plan, self.timeline.now)
        self._compiled: Compiled | None = None

    def __copy__(self) -> "Training":
        """Return a deep copy: half a copy would share its past with the original."""
        return deepcopy(self)

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy needs: a generator and a compiled program can't be copied, and are soon made again."""
        return {name: value for name, value in vars(self).items() if name not in ("_steps", "_compiled")}

    def __setstate__(self, kept: dict[str, Any]) -> None:
        """Become a copy that stands where the original stood."""
        vars(self).update(kept)
        self._steps, self._compiled = steps(self.plan, self.timeline.now), None

    @property
    def state(self) -> TrainingState:
        """The current state of training."""
        return self.timeline.now

    @property
    def step(self) -> int:
        """Updates made so far."""
        return self.state.step

    @property
    def compiled(self) -> Compiled:
        """The compiled reading of the plan, created on first use."""
        if self._compiled is None or self._compiled.plan is not self.plan:
            self._compiled = Compiled(self.plan, self.hardware)
        return self._compiled

    @property
    def compile_seconds(self) -> float | None:
        """How long compiling the current plan took; None if nothing has been compiled."""
        return (
            None if self._compiled is None or self._compiled.plan is not self.plan else self._compiled.compile_seconds
        )

    @property
    def compiles_next(self) -> bool:
        """Whether the next step has to wait for compilation."""
        return self.plan.recipe.engine == "xla" and self.compile_seconds is None

    def steps_at_once(self, limit: int) -> int:
        """Return how many steps, up to `limit`, one `advance` should make: 1 in eager mode, many when compiled."""
        if self.plan.recipe.engine == "eager" or not self.compiled.aligned(self.state):
            return 1
        return self.compiled.chunk_length(self.state, limit)

    def walk(self, count: int | None = None) -> Iterator[Step]:
        """Make `count` updates (or continue without end), yielding each step, or the last one of each compiled call."""
        if self.plan.recipe.engine == "eager":
            yield from self._walk_eagerly(count)
            return
        goal = None if count is None else self.step + count
        while goal is None or self.step < goal:
            if not self.compiled.aligned(self.state):  # after a change of the batch size, say: until the epoch ends
                yield from self._walk_eagerly(1)
                continue
            limit = self.plan.steps_in_epoch_from(self.state.offset) if goal is None else goal - self.step
            length = self.compiled.chunk_length(self.state, limit)
            chunk = self.compiled.advance(self.state, length)
            if np.isfinite(chunk.losses).all():
                self._note_chunk(chunk)
                yield Step(chunk.indices, float(chunk.losses[-1]), chunk.state)
            else:
                yield from self._walk_eagerly(length)  # raises the error that names the step and the number

    def continue_from(self, plan: Plan, state: TrainingState) -> None:
        """Continue under another plan, or from another state, and mark the change on the timeline."""
        self.plan = plan
        self.timeline.change(plan, state)
        self._steps = steps(plan, state)

    def adopt_past(self, timeline: Timeline, history: History) -> None:
        """Adopt a past recorded elsewhere: in a file, or by another run."""
        self.timeline, self.history = timeline, history
        self.plan = timeline.segments[-1].plan
        self._steps = steps(self.plan, timeline.now)

    def _walk_eagerly(self, count: int | None) -> Iterator[Step]:
        if self.plan.recipe.engine != "eager":
            self._steps = steps(self.plan, self.state)  # compiled steps have left this generator behind
        try:
            for step in islice(self._steps, count):
                self._note(step)
                yield step
        except BaseException:
            self._steps = steps(self.plan, self.state)  # a generator that raised is spent
            raise

    def _note(self, step: Step) -> None:
        history, state, size = self.history, step.state, len(step.indices)
        loss_sum, samples = history.loss_sum + step.loss * size, history.samples + size
        # the slow part comes first: Ctrl-C in it leaves the run before this step, not half recorded
        row = self._epoch_row(state, loss_sum / samples) if state.offset == 0 else None
        self.timeline.add(state)
        history.step_loss.append(state.step, step.loss)
        history.loss_sum, history.samples = (loss_sum, samples) if row is None else (0.0, 0)
        if row is not None:
            history.epochs.append(row.epoch, row)

    def _note_chunk(self, chunk: Chunk) -> None:
        first, history = self.step + 1, self.history
        rows, begun = chunk_rows(chunk, Begun(history.loss_sum, history.samples), self.plan.weights is not None)
        self.timeline.add(chunk.state)
        history.step_loss.extend(first, Numbers(chunk.losses))
        history.gradient_norm.extend(first, Numbers(chunk.gradient_norms))
        history.epochs.extend(rows.first, rows)
        history.loss_sum, history.samples = begun

    def _epoch_row(self, state: TrainingState, loss: float) -> EpochRow:
        row = EpochRow(state.epoch, state.step, loss, weighted=self.plan.weights is not None)
        if not len(self.plan.samples["validation"].x):
            return row
        watched = evaluate(self.plan, state, "validation")
        return replace(
            row,
            validation_loss=watched.loss,
            validation_accuracy=watched.accuracy,
            validation_metrics=dict(watched.metrics),
        )
