"""The training monitor's Python side: one request in, one reply out."""

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.explain import Explanation, Reference
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.explaining import asked_reference, with_terms
from glassnet.widgets.futures import Track, Tracks
from glassnet.widgets.futures.distance import explain_distance
from glassnet.widgets.futures.messages import Branch, Change, Choose, Compare, Comparison, Forget, Undo
from glassnet.widgets.futures.tracks import first_step, tell_rules, wanted_settings
from glassnet.widgets.training_monitor.curves import Measured, curves_of
from glassnet.widgets.training_monitor.examples import EXAMPLES, make_run
from glassnet.widgets.training_monitor.look import named, tell_step
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
from glassnet.widgets.wire import Answer, Session, answers

MEASURING = 0.02
"""Seconds for filling in curves, in one reply."""


class MonitorSession(Session):
    """One reader's view of a run while it trains.

    Arguments:
        run: the reader's own run, or None for the examples.
        example: which example to begin with.
        steps: updates of an example that are made before it is first shown.

    Attributes:
        tracks: the run and its branches.

    >>> session = MonitorSession()
    >>> head, _ = session.handle({"id": 1, "kind": "advance", "steps": 40})
    >>> head["at"], head["look"]["measures"][0]["batch"]["reference"]
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
        self._at: int | None = None  # a step looked at; None for where training stands
        self._moment: tuple[Track, Moment, int] | None = None

    def _begin(self, example: str) -> Tracks:
        run = make_run(example)
        if self._steps:
            run.advance(self._steps)
        return Tracks(run)

    @answers
    def _open(self, asked: Open) -> Answer[View]:
        wanted = self._example if asked.example is None else asked.example
        if self._own is None and wanted != self._example:
            self.tracks = self._begin(wanted)
            self._example, self._measured, self._at, self._moment = wanted, {}, None, None
        return self._view(all_curves=True)

    @answers
    def _advance(self, asked: Advance) -> Answer[View]:
        track = self.tracks.now
        if asked.steps is not None:
            track.advance(count=asked.steps)
        elif asked.budget_ms is not None:
            track.advance(seconds=asked.budget_ms / 1000)
        else:
            raise SettingError("advance takes either steps or budget_ms.")
        self._at = None
        return self._view()

    @answers
    def _look(self, asked: Look) -> Answer[View]:
        self._at = self._step(asked.step)
        return self._view()

    @answers
    def _change(self, asked: Change) -> Answer[View]:
        track = self.tracks.now
        track.change(wanted_settings(asked))
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
    def _branch(self, asked: Branch) -> Answer[View]:
        parent = self.tracks.now
        branch = self.tracks.branch(asked.step, wanted_settings(asked))
        self._measured[branch.name] = Measured(self._measure(parent).until(branch.run.step))
        self._at = None
        return self._view(all_curves=True)

    @answers
    def _choose(self, asked: Choose) -> Answer[View]:
        self.tracks.choose(asked.track)
        self._at = None
        return self._view(all_curves=True)

    @answers
    def _forget(self, asked: Forget) -> Answer[View]:
        self.tracks.forget(asked.track)
        self._measured.pop(asked.track, None)
        self._at = self._moment = None
        return self._view(all_curves=True)

    @answers
    def _compare(self, asked: Compare) -> Answer[Comparison]:
        return Answer(self.tracks.compare(asked.track))

    @answers
    def _explain(self, asked: Explain) -> Answer[Explained]:
        reference = asked_reference(asked.reference)
        track = self.tracks.now if asked.track is None else self.tracks.named(asked.track)
        explanation = with_terms(self._explained(track, asked.step, reference), asked.terms)
        return Answer(Explained(explanation.to_dict(), asked.step, track.name))

    def _explained(self, track: Track, step: int, reference: Reference) -> Explanation:
        if reference.layer == "clock":
            return track.clock.explain(reference)
        if reference.layer == "distance":
            return explain_distance(self.tracks.all, reference, step)
        return self._moment_of(track, step).follow(reference)

    def _step(self, asked: int | None) -> int | None:
        run = self.tracks.now.run
        if asked is None:
            return None
        step = whole_number("step", asked, minimum=first_step(run), maximum=run.step)
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
        """Return all that the page shows: where the runs stand, the step looked at, and the curves."""
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
            tracks=self.tracks.tell(),
            example=self._example,
            examples=() if self._own else tuple(ExampleView(n, e.label, e.words) for n, e in EXAMPLES.items()),
            rules=tell_rules(now),
            at=at,
            look=tell_step(self._moment_of(now, at)),
            speed={
                name: named(f"clock.{name}", value) for name, value in now.clock.parts.items() if "per_second" in name
            },
            curves=tuple(curves),
            complete=complete,
        )
        return Answer(view, buffers)
