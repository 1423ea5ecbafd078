"""A run that a reader trains, changes and undoes changes of."""

from collections.abc import Mapping
from time import perf_counter
from typing import Any, NamedTuple

from glassnet.base.errors import DivergedError, SettingError
from glassnet.base.trees import all_finite
from glassnet.history.branch import history_until, timeline_until
from glassnet.optim import UpdateRule
from glassnet.run.run import Run
from glassnet.widgets.branching.clock import Clock
from glassnet.widgets.branching.settings import changed, current_settings

CHUNK = 8
"""Updates between two checks of the clock and of whether all parameters are still finite."""

COMPILED_CHUNK = 64
"""The same for compiled steps: more per call train faster, fewer make past states faster to recompute."""


class Done(NamedTuple):
    """A manual change: the settings before, its step, and the number of segments of the run after it."""

    before: dict[str, Any]
    step: int
    segments: int


class Track:
    """A run with a name.

    Arguments:
        name: a word without dots or spaces.
        run: the run.
        own: the initial update rule of the reader's own run.
        parent: the name of the track it branched off from, or "".

    >>> import glassnet as gn
    >>> net, data = gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")]), gn.data.moons(40)
    >>> track = Track("run", Run(net, gn.Recipe("binary_cross_entropy"), data))
    >>> track.advance(count=10)
    >>> track.change({"learning_rate": 0.5})
    >>> track.run.step, [str(change) for change in track.run.changes]
    (10, ['step 10: optimizer SGD → SGD'])
    >>> track.undo()
    >>> track.run.changes
    ()
    """

    def __init__(self, name: str, run: Run, own: UpdateRule | None = None, parent: str = "") -> None:
        self.name = name
        self.run = run
        self.parent = parent
        self.own = own or run.recipe.optimizer
        self.stopped: str | None = None
        self.clock = Clock()
        self._done: list[Done] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a manual change to undo."""
        return bool(self._done)

    def advance(self, *, count: int = 0, seconds: float = 0.0) -> None:
        """Make `count` updates, or as many as fit into a time in seconds (at least one chunk).

        If a number becomes NaN or infinite, the run returns to the last finite state, and `stopped` says why.
        """
        self.stopped = None
        began, first = perf_counter(), self.run.step
        goal = first + count
        try:
            while not self.stopped and (self.run.step < goal if count else perf_counter() - began < seconds):
                before = self.run.step
                self.run.advance(min(CHUNK, goal - before) if count else self._chunk())
                self._back_to_finite(before)
        except DivergedError as error:
            self.stopped = str(error)
            self._back_to_finite(before)
        self.clock.add(self.run.step - first, perf_counter() - began, self.run.recipe.samples_per_step)

    def change(self, wanted: Mapping[str, Any]) -> None:
        """Continue with other settings; a second change at the same step replaces the first.

        Raises:
            SettingError, UnknownNameError: one of them is invalid; nothing was changed.
        """
        before, wanted = current_settings(self.run.recipe), current_settings(self.run.recipe) | dict(wanted)
        if not changed(self.run.recipe, wanted, self.own):
            return
        if self._just_changed():
            before = self._remove_change()
        if self._set(wanted):
            self._done.append(Done(before, self.run.step, len(self.run.timeline.segments)))

    def undo(self) -> None:
        """Undo the last manual change: remove it or, if steps have followed, change the settings back.

        Raises:
            SettingError: there is no change to undo.
        """
        if not self._done:
            raise SettingError("There is no change to undo.")
        if self._just_changed():
            self._remove_change()
        else:
            self._set(self._done.pop().before)

    def _chunk(self) -> int:
        return CHUNK if self.run.recipe.engine == "eager" else max(CHUNK, self.run.steps_at_once(COMPILED_CHUNK))

    def _set(self, settings: Mapping[str, Any]) -> bool:
        """Continue with these settings; return whether that is a change."""
        self.stopped = None
        recipe = changed(self.run.recipe, settings, self.own)
        if recipe:
            self.run.change(**recipe)
        return bool(recipe)

    def _just_changed(self) -> bool:
        """Whether no step has followed the last manual change."""
        return bool(self._done) and self._done[-1][1:] == (self.run.step, len(self.run.timeline.segments))

    def _remove_change(self) -> dict[str, Any]:
        """Remove a change that no step has followed, and return the settings before it."""
        timeline = self.run.timeline
        timeline.segments.pop()
        *_, timeline.now = timeline.segments[-1].replay(self.run.step)
        self.run.adopt_past(timeline, self.run.history)
        self.stopped = None
        return self._done.pop().before

    def _back_to_finite(self, before: int) -> None:
        """Go back to the last finite state: a sigmoid can hide an infinite weight for a long time."""
        run, step = self.run, self.run.step
        if all_finite(run.state.params):
            return
        while step > before and not all_finite(run.timeline.state(step).params):
            step -= 1
        timeline = run.timeline
        run.adopt_past(timeline_until(timeline, step), history_until(run.history, timeline, step))
        found = run.at(step).forensics()
        self.stopped = (
            f"Training stopped before update {step + 1}. {found or ''} The parameters are those before that update."
        )
