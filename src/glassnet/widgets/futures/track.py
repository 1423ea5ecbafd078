"""One run that a reader trains on, changes and takes back."""

from collections.abc import Mapping
from time import perf_counter
from typing import Any, NamedTuple

from glassnet.base.errors import DivergedError, SettingError
from glassnet.base.trees import all_finite
from glassnet.history.branch import history_until, timeline_until
from glassnet.optim import UpdateRule
from glassnet.run.run import Run
from glassnet.widgets.futures.clock import Clock
from glassnet.widgets.futures.settings import changed, tell_settings

CHUNK = 8
"""Updates between two looks at the clock, and at whether all parameters are still finite."""

COMPILED_CHUNK = 64
"""The same for compiled steps: many at once are fast, and few between two known states make looking back fast."""


class Done(NamedTuple):
    """A change by hand: the settings before, the step it was made at, and how many stretches the run then had."""

    before: dict[str, Any]
    step: int
    stretches: int


class Track:
    """A run with a name.

    Arguments:
        name: a word without dots and spaces.
        run: the run.
        own: the update rule that the reader's own run began with.
        parent: the name of the track that it branched off, or "".

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
        """Whether something was changed by hand that can be taken back."""
        return bool(self._done)

    def advance(self, *, count: int = 0, seconds: float = 0.0) -> None:
        """Make `count` updates, or as many as fit into that many seconds (at least one chunk).

        Where a number stops being finite, the run stands at the last state before, and `stopped` says why.
        """
        self.stopped = None
        began, first = perf_counter(), self.run.step
        goal = first + count
        try:
            while not self.stopped and (self.run.step < goal if count else perf_counter() - began < seconds):
                before = self.run.step
                self.run.advance(min(CHUNK, goal - before) if count else self._at_once())
                self._retreat(before)
        except DivergedError as error:
            self.stopped = str(error)
            self._retreat(before)
        self.clock.add(self.run.step - first, perf_counter() - began, self.run.recipe.samples_per_step)

    def change(self, wanted: Mapping[str, Any]) -> None:
        """Go on with other settings; a second change at the same step takes the place of the first.

        Raises:
            SettingError, UnknownNameError: one of them makes no sense; nothing was changed.
        """
        before, wanted = tell_settings(self.run.recipe), tell_settings(self.run.recipe) | dict(wanted)
        if not changed(self.run.recipe, wanted, self.own):
            return
        if self._just_changed():
            before = self._take_back()
        if self._set(wanted):
            self._done.append(Done(before, self.run.step, len(self.run.timeline.segments)))

    def undo(self) -> None:
        """Take the last change by hand back: as if it had not been made, or, where steps followed, by another change.

        Raises:
            SettingError: nothing was changed.
        """
        if not self._done:
            raise SettingError("Nothing was changed by hand that could be taken back.")
        if self._just_changed():
            self._take_back()
        else:
            self._set(self._done.pop().before)

    def _at_once(self) -> int:
        return CHUNK if self.run.recipe.engine == "eager" else max(CHUNK, self.run.steps_at_once(COMPILED_CHUNK))

    def _set(self, settings: Mapping[str, Any]) -> bool:
        """Go on with these settings; say whether that is a change."""
        self.stopped = None
        recipe = changed(self.run.recipe, settings, self.own)
        if recipe:
            self.run.change(**recipe)
        return bool(recipe)

    def _just_changed(self) -> bool:
        """Whether the last thing that happened to the run was a change by hand."""
        return bool(self._done) and self._done[-1][1:] == (self.run.step, len(self.run.timeline.segments))

    def _take_back(self) -> dict[str, Any]:
        """Forget a change that no step has followed, and return the settings before it."""
        timeline = self.run.timeline
        timeline.segments.pop()
        *_, timeline.now = timeline.segments[-1].replay(self.run.step)
        self.run.adopt_past(timeline, self.run.history)
        self.stopped = None
        return self._done.pop().before

    def _retreat(self, before: int) -> None:
        """Go back to the last state that is finite: a sigmoid can hide an infinite weight for long."""
        run, step = self.run, self.run.step
        if all_finite(run.state.params):
            return
        while step > before and not all_finite(run.timeline.state(step).params):
            step -= 1
        timeline = run.timeline
        run.adopt_past(timeline_until(timeline, step), history_until(run.history, timeline, step))
        found = run.at(step).forensics()
        self.stopped = f"Training stopped before update {step + 1}. {found or ''} The parameters before it are kept."
