"""The training monitor's Python side: one request in, one reply out."""

from collections.abc import Callable
from typing import Any

from glassnet.base.checks import number, whole_number
from glassnet.explain import Explanation, Reference
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.asking import Fields, Reply, respond
from glassnet.widgets.explaining import asked_reference, with_terms
from glassnet.widgets.futures import Track, Tracks
from glassnet.widgets.futures.distance import explain_distance
from glassnet.widgets.futures.tracks import first_step, tell_rules, wanted_settings
from glassnet.widgets.training_monitor.curves import Measured, curves_of
from glassnet.widgets.training_monitor.examples import EXAMPLES, make_run
from glassnet.widgets.training_monitor.look import one, tell_step

MOST_STEPS = 500
MEASURING = 0.02
"""Seconds for filling in curves, in one reply."""


class MonitorSession:
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
        self._kinds: dict[str, Callable[[Fields], Reply]] = {
            name: getattr(self, f"_{name}")
            for name in (
                "open",
                "advance",
                "look",
                "change",
                "undo",
                "branch",
                "choose",
                "forget",
                "compare",
                "explain",
            )
        }

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        return respond(request, self._kinds)

    def _begin(self, example: str) -> Tracks:
        run = make_run(example)
        if self._steps:
            run.advance(self._steps)
        return Tracks(run)

    def _open(self, fields: Fields) -> Reply:
        wanted = fields.get("example", self._example)
        if self._own is None and wanted != self._example:
            self.tracks = self._begin(str(wanted))
            self._example, self._measured, self._at, self._moment = str(wanted), {}, None, None
        return self._view(all_curves=True)

    def _advance(self, fields: Fields) -> Reply:
        track = self.tracks.now
        if "steps" in fields:
            track.advance(count=whole_number("steps", fields["steps"], minimum=1, maximum=MOST_STEPS))
        else:
            track.advance(seconds=number("budget_ms", fields.get("budget_ms"), minimum=1, maximum=50) / 1000)
        self._at = None
        return self._view()

    def _look(self, fields: Fields) -> Reply:
        self._at = self._step(fields)
        return self._view()

    def _change(self, fields: Fields) -> Reply:
        track = self.tracks.now
        track.change(wanted_settings(fields))
        return self._changed(track)

    def _undo(self, _: Fields) -> Reply:
        track = self.tracks.now
        track.undo()
        return self._changed(track)

    def _changed(self, track: Track) -> Reply:
        self._measure(track).forget_from(track.run.step)
        self._at = self._moment = None
        return self._view()

    def _branch(self, fields: Fields) -> Reply:
        parent = self.tracks.now
        branch = self.tracks.branch(fields.get("step"), wanted_settings(fields))
        self._measured[branch.name] = Measured(self._measure(parent).until(branch.run.step))
        self._at = None
        return self._view(all_curves=True)

    def _choose(self, fields: Fields) -> Reply:
        self.tracks.choose(fields.get("track"))
        self._at = None
        return self._view(all_curves=True)

    def _forget(self, fields: Fields) -> Reply:
        self.tracks.forget(fields.get("track"))
        self._measured.pop(str(fields.get("track")), None)
        self._at = self._moment = None
        return self._view(all_curves=True)

    def _compare(self, fields: Fields) -> Reply:
        return self.tracks.compare(fields.get("track")), []

    def _explain(self, fields: Fields) -> Reply:
        reference = asked_reference(fields)
        track = self.tracks.named(fields.get("track", self.tracks.now.name))
        step = whole_number("step", fields.get("step"), minimum=0)
        explanation = with_terms(self._explained(track, step, reference), fields)
        return {"explanation": explanation.to_dict(), "step": step, "track": track.name}, []

    def _explained(self, track: Track, step: int, reference: Reference) -> Explanation:
        if reference.layer == "clock":
            return track.clock.explain(reference)
        if reference.layer == "distance":
            return explain_distance(self.tracks.all, reference, step)
        return self._moment_of(track, step).follow(reference)

    def _step(self, fields: Fields) -> int | None:
        run = self.tracks.now.run
        if fields.get("step") is None:
            return None
        step = whole_number("step", fields.get("step"), minimum=first_step(run), maximum=run.step)
        return None if step == run.step else step

    def _measure(self, track: Track) -> Measured:
        return self._measured.setdefault(track.name, Measured())

    def _moment_of(self, track: Track, step: int) -> Moment:
        segments = len(track.run.timeline.segments)
        kept = self._moment
        if kept is None or (kept[0], kept[1].step, kept[2]) != (track, step, segments):
            self._moment = kept = (track, track.run.at(step), segments)
        return kept[1]

    def _view(self, *, all_curves: bool = False) -> Reply:
        """Return all that the page shows: where the runs stand, the step looked at, and the curves."""
        now = self.tracks.now
        at = now.run.step if self._at is None else self._at
        complete = self._measure(now).fill(now.run, MEASURING)
        shown = list(self.tracks.all.values()) if all_curves else [now]
        curves, buffers = [], []
        for track in shown:
            columns, made = curves_of(track.run, self._measure(track))
            curves.append({"track": track.name, "columns": columns})
            buffers += made
        head: dict[str, Any] = self.tracks.tell() | {
            "example": self._example,
            "examples": []
            if self._own
            else [{"name": n, "label": e.label, "words": e.words} for n, e in EXAMPLES.items()],
            "rules": tell_rules(now),
            "at": at,
            "look": tell_step(self._moment_of(now, at)),
            "speed": {
                name: one(f"clock.{name}", value) for name, value in now.clock.parts.items() if "per_second" in name
            },
            "curves": curves,
            "complete": complete,
        }
        return head, buffers
