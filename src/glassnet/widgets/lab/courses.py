"""A run of the Lab and its branches, with the settings that were in force at each of their steps."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from glassnet.base.checks import whole_number
from glassnet.base.errors import GlassnetError
from glassnet.data import Dataset
from glassnet.history.branch import timeline_until
from glassnet.history.timeline import Timeline
from glassnet.run import Run
from glassnet.train import Plan, TrainingState
from glassnet.widgets.branching import Tracks
from glassnet.widgets.branching.tracks import first_step
from glassnet.widgets.lab import checkpoint
from glassnet.widgets.lab.advance import MEMORY, short_history
from glassnet.widgets.lab.frame import Extent
from glassnet.widgets.lab.lab_file import LabRun, lab_file, read_lab_file
from glassnet.widgets.lab.pictures import Shown
from glassnet.widgets.lab.spec import LabSpec

MAX_SEGMENTS = 64
"""Stretches of training between two changes that are remembered: a slider makes many."""

MAX_KEPT = 8
"""Pasts that are kept for Undo; what is older is continued from its checkpoint, without its past."""


class Courses:
    """A run and its branches, one of which is shown.

    Arguments:
        spec: the settings to begin with.

    Attributes:
        tracks: the run and its branches.

    >>> courses = Courses(LabSpec(samples=40))
    >>> courses.run.advance(10) and courses.change(LabSpec(samples=40, learning_rate=0.3))
    >>> courses.run.advance(10) and courses.shown(4).spec.learning_rate, courses.spec.learning_rate
    (0.1, 0.3)
    """

    def __init__(self, spec: LabSpec) -> None:
        self._spec_of: WeakKeyDictionary[Plan, LabSpec] = WeakKeyDictionary()
        self._kept: OrderedDict[str, Timeline] = OrderedDict()
        self.tracks = Tracks(self._new_run(spec))

    @property
    def run(self) -> Run:
        """The run that is shown."""
        return self.tracks.now.run

    @property
    def spec(self) -> LabSpec:
        """Its settings now."""
        return self._spec_of[self.run.plan]

    @property
    def first_spec(self) -> LabSpec:
        """The settings of its earliest known step."""
        return self._spec_of[self.run.timeline.segments[0].plan]

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return Extent(self.tracks.now.name, first_step(self.run), self.run.step)

    def shown(self, at: int | None) -> Shown:
        """Return what to show at a step of the run, None for the latest."""
        run = self.run
        if at is None:
            return Shown(run.plan, run.state, self.spec)
        plan = run.timeline.segment(at).plan
        return Shown(plan, run.timeline.state(at), self._spec_of[plan])

    def known_step(self, step: int, run: Run | None = None) -> int:
        """Return a step, checked to be one that a run remembers: by default the run that is shown."""
        of = run or self.run
        return whole_number("step", step, minimum=first_step(of), maximum=of.step)

    def change(self, spec: LabSpec) -> None:
        """Continue with other settings; what doesn't change is kept."""
        if spec == self.spec:
            return
        run, old = self.run, self.spec
        network = spec.make_network()
        dataset = None if spec.same_data(old) else spec.make_dataset()
        run.change(
            network=None if network == old.make_network() else network, dataset=dataset, **spec.recipe_settings()
        )
        self._spec_of[run.plan] = spec
        del run.timeline.segments[:-MAX_SEGMENTS]

    def restart(self, seed: int | None) -> None:
        """Draw new initial weights and go back to step 0."""
        spec = self.spec if seed is None else self.spec.merge({"seed": seed})
        self._replace(self._new_run(spec, self.run.dataset))

    def keep(self, text: str) -> None:
        """Keep the run's past under the text of a checkpoint, for `reopen`."""
        self._kept[text] = timeline_until(self.run.timeline, self.run.step)
        self._kept.move_to_end(text)
        while len(self._kept) > MAX_KEPT:
            self._kept.popitem(last=False)

    def reopen(self, text: str, partial: Mapping[str, Any] | None) -> None:
        """Continue from a checkpoint, with its past if it was kept, and with some other settings if they are given.

        Raises:
            SettingError, UnknownNameError, DataError: checkpoint or settings are invalid; nothing was changed.
        """
        spec, content = checkpoint.decode_spec(text)
        merged = spec if partial is None else spec.merge(partial)
        run = self._new_run(spec)
        if text in self._kept:
            past = self._kept[text]
            run.adopt_past(timeline_until(past, past.now.step), short_history())
        else:
            run = self._new_run(spec, run.dataset, checkpoint.decode_state(content, run.plan))
        before = self.tracks.now.run
        self._replace(run)
        try:
            self.change(merged)
        except GlassnetError:
            self._replace(before)
            raise

    def go_back(self, step: int) -> None:
        """Continue from an earlier step, and drop what followed it."""
        run = self.run
        run.adopt_past(timeline_until(run.timeline, self.known_step(step)), short_history())

    def branch(self, step: int) -> None:
        """Start a run with the same past up to a step, and show it."""
        track = self.tracks.branch(self.known_step(step), {})
        track.run.history = short_history()

    def saved(self) -> bytes:
        """Return a run file with all runs."""
        runs = (track.run for track in self.tracks.all.values())
        return lab_file(
            [LabRun(run, tuple(self._spec_of[part.plan] for part in run.timeline.segments)) for run in runs]
        )

    def load(self, name: str, content: bytes) -> None:
        """Replace all runs by those in a file that `saved` has made.

        Raises:
            RunFileError, SettingError, UnknownNameError: the file can't be used; nothing was changed.
        """
        first, *others = read_lab_file(name, content)
        for run, specs in (first, *others):
            for segment, spec in zip(run.timeline.segments, specs, strict=True):
                self._spec_of[segment.plan] = spec
            run.timeline.memory = MEMORY
            run.history = short_history()
        self.tracks = Tracks(first.run, [other.run for other in others])

    def _replace(self, run: Run) -> None:
        self.tracks.now.run = run

    def _new_run(self, spec: LabSpec, dataset: Dataset | None = None, state: TrainingState | None = None) -> Run:
        run = Run.of(spec.make_setup(dataset), memory=MEMORY, state=state)
        run.history = short_history()
        self._spec_of[run.plan] = spec
        return run
