"""The Python side of the training monitor: one request in, one reply out."""

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.explain import Explanation, Reference, parse_reference
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.branching import Track, Tracks
from glassnet.widgets.branching.distance import explain_distance
from glassnet.widgets.branching.messages import Branch, Change, Choose, Compare, Comparison, Forget, Undo
from glassnet.widgets.branching.tracks import first_step, rule_choices, wanted_settings
from glassnet.widgets.explaining import with_terms
from glassnet.widgets.training_monitor.curves import Measured, curves_of
from glassnet.widgets.training_monitor.examples import EXAMPLES, describe, make_run
from glassnet.widgets.training_monitor.messages import (
    Advance,
    Columns,
    ExampleView,
    Explain,
    Explained,
    Look,
    Open,
    View,
)
from glassnet.widgets.training_monitor.step_view import named, step_view
from glassnet.widgets.wire import Answer, Session, answers

MEASURING = 0.02
"""Seconds per reply for measuring curves."""


class MonitorSession(Session):
    """One reader's view of a run while it trains.

    Arguments:
        run: the reader's own run, or None for the examples.
        example: the initial example.
        steps: updates of an example made before it is first shown.

    Attributes:
        tracks: the run and its branches.

    >>> session = MonitorSession()
    >>> head, _ = session.handle({"id": 1, "kind": "advance", "steps": 40})
    >>> head["at"], head["shown"]["measures"][0]["batch"]["reference"]
    (40, 'loss.mean')
    >>> head, _ = session.handle({"id": 2, "kind": "explain", "reference": "flow.dense_2/gradient_norm", "step": 40})
    >>> head["explanation"]["formula"][:50]
    'dense_2/gradient_norm = √(dense_2.d_weight[0, 0]^2'
    """

    def __init__(self, run: Run | None = None, example: str = "moons", steps: int = 0) -> None:
        self._own = run
        self._example = "" if run else example
        self._steps = steps
        self.tracks = self._begin(example) if run is None else Tracks(run)
        self._measured: dict[str, Measured] = {}
        self._at: int | None = None  # the step shown; None for the latest
        self._moment: tuple[Track, Moment, int] | None = None

    def _begin(self, example: str) -> Tracks:
        run = make_run(example)
        if self._steps:
            run.advance(self._steps)
        return Tracks(run)

    @answers
    def _open(self, request: Open) -> Answer[View]:
        wanted = self._example if request.example is None else request.example
        if self._own is None and wanted != self._example:
            self.tracks = self._begin(wanted)
            self._example, self._measured, self._at, self._moment = wanted, {}, None, None
        return self._view(all_curves=True)

    @answers
    def _advance(self, request: Advance) -> Answer[View]:
        track = self.tracks.now
        if request.steps is not None:
            track.advance(count=request.steps)
        elif request.budget_ms is not None:
            track.advance(seconds=request.budget_ms / 1000)
        else:
            raise SettingError("advance takes either steps or budget_ms.")
        self._at = None
        return self._view()

    @answers
    def _look(self, request: Look) -> Answer[View]:
        self._at = self._step(request.step)
        return self._view()

    @answers
    def _change(self, request: Change) -> Answer[View]:
        track = self.tracks.now
        track.change(wanted_settings(request))
        return self._changed(track)

    @answers
    def _undo(self, _: Undo) -> Answer[View]:
        track = self.tracks.now
        track.undo()
        return self._changed(track)

    def _changed(self, track: Track) -> Answer[View]:
        self._measure(track).forget_from(track.run.step)
        self._at = self._moment = None
        return self._view()

    @answers
    def _branch(self, request: Branch) -> Answer[View]:
        parent = self.tracks.now
        branch = self.tracks.branch(request.step, wanted_settings(request))
        self._measured[branch.name] = Measured(self._measure(parent).until(branch.run.step))
        self._at = None
        return self._view(all_curves=True)

    @answers
    def _choose(self, request: Choose) -> Answer[View]:
        self.tracks.choose(request.track)
        self._at = None
        return self._view(all_curves=True)

    @answers
    def _forget(self, request: Forget) -> Answer[View]:
        self.tracks.forget(request.track)
        self._measured.pop(request.track, None)
        self._at = self._moment = None
        return self._view(all_curves=True)

    @answers
    def _compare(self, request: Compare) -> Answer[Comparison]:
        return Answer(self.tracks.compare(request.track))

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        reference = parse_reference(request.reference)
        track = self.tracks.now if request.track is None else self.tracks.named(request.track)
        explanation = with_terms(self._explained(track, request.step, reference), request.terms)
        return Answer(Explained(explanation.to_dict(), request.step, track.name))

    def _explained(self, track: Track, step: int, reference: Reference) -> Explanation:
        if reference.layer == "clock":
            return track.clock.explain(reference)
        if reference.layer == "distance":
            return explain_distance(self.tracks.all, reference, step)
        return self._moment_of(track, step).follow(reference)

    def _step(self, request: int | None) -> int | None:
        run = self.tracks.now.run
        if request is None:
            return None
        step = whole_number("step", request, minimum=first_step(run), maximum=run.step)
        return None if step == run.step else step

    def _measure(self, track: Track) -> Measured:
        return self._measured.setdefault(track.name, Measured())

    def _moment_of(self, track: Track, step: int) -> Moment:
        segments = len(track.run.timeline.segments)
        kept = self._moment
        if kept is None or (kept[0], kept[1].step, kept[2]) != (track, step, segments):
            self._moment = kept = (track, track.run.at(step), segments)
        return kept[1]

    def _view(self, *, all_curves: bool = False) -> Answer[View]:
        """Return everything that the page shows: the runs, the step shown, and the curves."""
        now = self.tracks.now
        at = now.run.step if self._at is None else self._at
        complete = self._measure(now).fill(now.run, MEASURING)
        shown = list(self.tracks.all.values()) if all_curves else [now]
        curves, buffers = [], []
        for track in shown:
            columns, made = curves_of(track.run, self._measure(track))
            curves.append(Columns(track.name, columns))
            buffers += made
        view = View(
            now=now.name,
            tracks=self.tracks.views(),
            example=self._example,
            examples=() if self._own else tuple(ExampleView(n, e.label, describe(n)) for n, e in EXAMPLES.items()),
            rules=rule_choices(now),
            at=at,
            shown=step_view(self._moment_of(now, at)),
            speed={
                name: named(f"clock.{name}", value) for name, value in now.clock.parts.items() if "per_second" in name
            },
            curves=tuple(curves),
            complete=complete,
        )
        return Answer(view, buffers)
