"""The Lab's Python side: one request in, one reply out. See docs/lab-protocol.md."""

from typing import NamedTuple
from warnings import catch_warnings

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.explain import Explanation, parse_reference
from glassnet.run import Run
from glassnet.run.moment import Moment
from glassnet.train import TrainingState
from glassnet.widgets.branching.distance import explain_distance
from glassnet.widgets.branching.messages import Choose, Compare, Comparison, Forget
from glassnet.widgets.explaining import with_terms
from glassnet.widgets.lab import checkpoint
from glassnet.widgets.lab.advance import Advanced, advance, measure
from glassnet.widgets.lab.advice import advice
from glassnet.widgets.lab.by_hand import set_weight
from glassnet.widgets.lab.courses import Courses
from glassnet.widgets.lab.frame import Extras, Grids, make_frame
from glassnet.widgets.lab.inside import insides, moment_for
from glassnet.widgets.lab.messages import (
    Activations,
    Advance,
    Branch,
    Change,
    Explain,
    Explained,
    Frame,
    GoBack,
    Insides,
    Inspect,
    Load,
    Look,
    Open,
    Pause,
    Probe,
    Restart,
    Save,
    Saved,
    SetWeight,
    View,
)
from glassnet.widgets.lab.pictures import activations
from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.uploads import FileInPieces, Received, Upload
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.session import Message


class Opened(NamedTuple):
    """A step whose numbers are being explained: of which run, which step, which point; and where the run stood then."""

    asked: tuple[str, int, int | None]
    run_at: TrainingState
    moment: Moment


class LabSession(Session):
    """One reader's Lab: a run with its branches, their settings, the step shown, and the size of the images.

    Arguments:
        spec: the initial settings.

    >>> head, buffers = LabSession().handle({"id": 1, "kind": "advance", "steps": 100})
    >>> head["kind"], head["step"], [len(buffer) for buffer in buffers]
    ('frame', 100, [148, 10000, 11264])
    """

    def __init__(self, spec: LabSpec | None = None) -> None:
        self._first = spec or LabSpec()
        self._view = Grids(View())
        with catch_warnings(action="ignore", category=UserWarning):  # said on the page, as `advice`
            self._courses = Courses(self._first)
        self._at: int | None = None  # the step shown; None for the latest
        self._moment: Opened | None = None
        self._pieces = FileInPieces()
        self._file: tuple[str, bytes] | None = None  # uploaded, and not yet shown

    @property
    def run(self) -> Run:
        """The run that is shown and trained."""
        return self._courses.run

    @property
    def spec(self) -> LabSpec:
        """Its settings."""
        return self._courses.spec

    def handle(self, request: object) -> Message:
        """Answer one request; what is unwise about settings is said on the page, not as a Python warning."""
        with catch_warnings(action="ignore", category=UserWarning):
            return super().handle(request)

    def change(self, partial: object) -> None:
        """Continue with other settings, some or all.

        Raises:
            SettingError, UnknownNameError: a setting is invalid; nothing was changed.
        """
        with catch_warnings(action="ignore", category=UserWarning):
            self._courses.change(self.spec.merge(partial))
        self._at = None

    def checkpoint(self) -> str:
        """Return settings and state as text for `open`."""
        return checkpoint.encode(self.spec, self.run.state)

    @answers
    def _open(self, request: Open) -> Answer[Frame]:
        view = Grids(request.view) if request.view else self._view
        if request.checkpoint is not None:
            self._courses.reopen(request.checkpoint, request.spec)
        elif request.spec is not None:
            self._courses = Courses(self._first.merge(request.spec))
        self._view, self._at = view, None
        return self._frame(points=True, tracks=True)

    @answers
    def _advance(self, request: Advance) -> Answer[Frame]:
        if request.steps is not None and request.budget_ms is None:
            advanced = advance(self.run, count=request.steps)
        elif request.budget_ms is not None and request.steps is None:
            advanced = advance(self.run, seconds=request.budget_ms / 1000)
        else:
            raise SettingError("advance takes either steps or budget_ms.")
        self._at = None
        return self._frame(advanced, kept=request.checkpoint)

    @answers
    def _change(self, request: Change) -> Answer[Frame]:
        before = self.spec
        self.change(request.spec)
        return self._frame(points=not self.spec.same_data(before), kept=request.checkpoint)

    @answers
    def _restart(self, request: Restart) -> Answer[Frame]:
        self._courses.restart(request.seed)
        self._at = None
        return self._frame(kept=request.checkpoint)

    @answers
    def _pause(self, request: Pause) -> Answer[Frame]:
        self._at = None
        answer = self._frame(kept=request.checkpoint)
        if answer.reply.checkpoint is not None:
            self._courses.keep(answer.reply.checkpoint)
        return answer

    @answers
    def _look(self, request: Look) -> Answer[Frame]:
        before = self._courses.shown(self._at).spec
        self._at = None if request.step is None else self._courses.known_step(request.step)
        return self._frame(points=not self._courses.shown(self._at).spec.same_data(before))

    @answers
    def _go_back(self, request: GoBack) -> Answer[Frame]:
        self._courses.go_back(request.step)
        self._at = None
        return self._frame(points=True, kept=request.checkpoint)

    @answers
    def _branch(self, request: Branch) -> Answer[Frame]:
        self._courses.branch(request.step)
        return self._switched()

    @answers
    def _choose(self, request: Choose) -> Answer[Frame]:
        self._courses.tracks.choose(request.track)
        return self._switched()

    @answers
    def _forget(self, request: Forget) -> Answer[Frame]:
        self._courses.tracks.forget(request.track)
        return self._switched()

    @answers
    def _compare(self, request: Compare) -> Answer[Comparison]:
        return Answer(self._courses.tracks.compare(request.track))

    @answers
    def _set_weight(self, request: SetWeight) -> Answer[Frame]:
        set_weight(self.run, request)
        self._at = None
        return self._frame(kept=request.checkpoint)

    @answers
    def _probe(self, request: Probe) -> Answer[Activations]:
        layers = activations(self._courses.shown(self._at), np.array([request.x], dtype=np.float32))
        return Answer(Activations(tuple(tuple(layer[0].tolist()) for layer in layers)))

    @answers
    def _inspect(self, request: Inspect) -> Answer[Insides]:
        return Answer(insides(self._moment_of(self._courses.tracks.now.name, request.step, request.point), request))

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        track = self._courses.tracks.now.name if request.track is None else request.track
        explanation = with_terms(self._explained(track, request), request.terms)
        return Answer(Explained(explanation.to_dict(), request.step, track))

    @answers
    def _save(self, _: Save) -> Answer[Saved]:
        return Answer(Saved(f"{self.spec.data}.glass"), [self._courses.saved()])

    @answers
    def _upload(self, request: Upload) -> Answer[Received]:
        file = self._pieces.take(request)
        self._file = file or self._file
        return Answer(Received(request.size if file else self._pieces.received, file is not None))

    @answers
    def _load(self, _: Load) -> Answer[Frame]:
        if self._file is None:
            raise SettingError("No file has been uploaded; choose one first.")
        (name, content), self._file = self._file, None
        self._courses.load(name, content)
        return self._switched()

    def _explained(self, track: str, request: Explain) -> Explanation:
        reference = parse_reference(request.reference)
        if reference.layer == "distance":
            return explain_distance(self._courses.tracks.all, reference, request.step)
        return self._moment_of(track, request.step, request.point).follow(reference)

    def _moment_of(self, track: str, step: int, point: int | None) -> Moment:
        """Return a step with its explanations, which are kept for the next question about it."""
        run, asked, kept = self._courses.tracks.named(track).run, (track, step, point), self._moment
        if kept is None or kept.asked != asked or kept.run_at is not run.state:
            moment = moment_for(run, self._courses.known_step(step, run), point)
            kept = self._moment = Opened(asked, run.state, moment)
        return kept.moment

    def _switched(self) -> Answer[Frame]:
        """Return the frame of another run, with a checkpoint: the page keeps one of each run."""
        self._at = None
        return self._frame(points=True, tracks=True, kept=True)

    def _frame(
        self, advanced: Advanced | None = None, *, points: bool = False, tracks: bool = False, kept: bool = False
    ) -> Answer[Frame]:
        courses, shown = self._courses, self._courses.shown(self._at)
        extras = Extras(
            updates=advanced.updates if advanced else 0,
            stopped=advanced.stopped if advanced else None,
            points=points,
            checkpoint=self.checkpoint() if kept else None,
            tracks=courses.tracks.views() if tracks else None,
            advice=advice(shown.plan, courses.first_spec, shown.spec),
        )
        measures = advanced.measures if advanced else measure(shown.plan, shown.state)
        return make_frame(shown, measures, self._view, courses.extent, extras)
