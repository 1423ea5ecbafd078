"""The Lab's Python side: one request in, one reply out. See docs/lab-protocol.md."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import GlassnetError, SettingError
from glassnet.base.registry import look_up
from glassnet.data import Dataset
from glassnet.run import Run
from glassnet.train import TrainingState
from glassnet.widgets.lab import checkpoint
from glassnet.widgets.lab.advance import MEMORY, Advanced, advance, measure, short_history
from glassnet.widgets.lab.frame import View, finite, make_frame
from glassnet.widgets.lab.pictures import activations
from glassnet.widgets.lab.spec import LabSpec

MOST_SEGMENTS = 64
MOST_STEPS = 2000
LARGEST_ID = 2**53
LONGEST_MESSAGE = 600
FARTHEST = 1e6
FIELDS = {
    "open": ("spec", "checkpoint", "view"),
    "advance": ("budget_ms", "steps", "checkpoint"),
    "change": ("spec", "checkpoint"),
    "restart": ("seed", "checkpoint"),
    "pause": ("checkpoint",),
    "probe": ("x",),
}

Fields: TypeAlias = Mapping[str, Any]
Reply: TypeAlias = tuple[dict[str, Any], list[bytes]]


class LabSession:
    """One reader's Lab: a run, its settings, and how large the pictures are.

    Arguments:
        spec: the settings to begin with.

    >>> head, buffers = LabSession().handle({"id": 1, "kind": "advance", "steps": 100})
    >>> head["kind"], head["step"], [len(buffer) for buffer in buffers]
    ('frame', 100, [148, 10000, 11264])
    """

    def __init__(self, spec: LabSpec | None = None) -> None:
        self._first = spec or LabSpec()
        self._view = View()
        self._answers: dict[str, Callable[[Fields], Reply]] = {
            "open": self._open,
            "advance": self._advance,
            "change": self._change,
            "restart": self._restart,
            "pause": self._pause,
            "probe": self._probe,
        }
        self.spec = self._first
        self.run = _make_run(self._first)

    def handle(self, request: object) -> Reply:
        """Answer one request; one that makes no sense gets an error reply and changes nothing."""
        identity = _identity(request)
        try:
            kind, fields = _parse(request)
            head, buffers = self._answers[kind](fields)
        except GlassnetError as error:
            return {"id": identity, "kind": "error", "message": str(error)[:LONGEST_MESSAGE]}, []
        return {"id": identity, **head}, buffers

    def change(self, partial: object) -> None:
        """Go on with other settings, some or all.

        Raises:
            SettingError, UnknownNameError: a setting has a value that makes no sense; nothing was changed.
        """
        spec = self.spec.merge(partial)
        if spec == self.spec:
            return
        _go_on(self.run, self.spec, spec)
        self.spec = spec
        if len(self.run.timeline.segments) > MOST_SEGMENTS:  # a slider makes many: the oldest past is let go
            self.run = _make_run(spec, self.run.dataset, self.run.state)

    def checkpoint(self) -> str:
        """Return settings and state as text that `open` takes."""
        return checkpoint.encode(self.spec, self.run.state)

    def _open(self, fields: Fields) -> Reply:
        view = View.from_json(fields["view"]) if "view" in fields else self._view
        spec, run = self.spec, self.run
        if "checkpoint" in fields:
            spec, content = checkpoint.decode_spec(fields["checkpoint"])
            run = _make_run(spec)
            run = _make_run(spec, run.dataset, checkpoint.decode_state(content, run.plan))
            if "spec" in fields:
                before, spec = spec, spec.merge(fields["spec"])
                _go_on(run, before, spec)
        elif "spec" in fields:
            spec = self._first.merge(fields["spec"])
            run = _make_run(spec)
        self._view, self.spec, self.run = view, spec, run
        return self._frame(with_points=True)

    def _advance(self, fields: Fields) -> Reply:
        if ("steps" in fields) == ("budget_ms" in fields):
            raise SettingError("advance takes either steps or budget_ms.")
        wanted = _flag(fields)
        if "steps" in fields:
            count = whole_number("steps", fields["steps"], minimum=1, maximum=MOST_STEPS)
            advanced = advance(self.run, count=count)
        else:
            budget = number("budget_ms", fields["budget_ms"], minimum=1, maximum=50)
            advanced = advance(self.run, seconds=budget / 1000)
        self.run = advanced.run
        return self._frame(advanced, with_checkpoint=wanted)

    def _change(self, fields: Fields) -> Reply:
        wanted, before = _flag(fields), self.spec
        self.change(fields.get("spec"))
        return self._frame(with_points=not self.spec.same_data(before), with_checkpoint=wanted)

    def _restart(self, fields: Fields) -> Reply:
        wanted = _flag(fields)
        spec = self.spec.merge({"seed": fields["seed"]}) if "seed" in fields else self.spec
        self.spec, self.run = spec, _make_run(spec, self.run.dataset)
        return self._frame(with_checkpoint=wanted)

    def _pause(self, fields: Fields) -> Reply:
        return self._frame(with_checkpoint=_flag(fields))

    def _probe(self, fields: Fields) -> Reply:
        place = fields.get("x")
        if not isinstance(place, list | tuple) or len(place) != 2:
            raise SettingError(f"x must be two numbers [x₁, x₂]; got {place!r}.")
        x = [number("x", value, minimum=-FARTHEST, maximum=FARTHEST) for value in place]
        layers = activations(self.run, np.array([x], dtype=np.float32))
        return {"kind": "probe", "activations": [[finite(a) for a in layer[0].tolist()] for layer in layers]}, []

    def _frame(
        self, advanced: Advanced | None = None, *, with_points: bool = False, with_checkpoint: bool = False
    ) -> Reply:
        shown = advanced or Advanced(self.run, measure(self.run.plan, self.run.state), 0, None)
        head, buffers = make_frame(self.spec, self._view, shown, with_points=with_points)
        if with_checkpoint:
            head["checkpoint"] = self.checkpoint()
        return head, buffers


def _make_run(spec: LabSpec, dataset: Dataset | None = None, state: TrainingState | None = None) -> Run:
    run = Run(spec.make_network(), spec.make_recipe(), dataset or spec.make_dataset(), memory=MEMORY, state=state)
    run.history = short_history()
    return run


def _go_on(run: Run, old: LabSpec, new: LabSpec) -> None:
    """Go on with other settings; what stays the same is handed on as it is."""
    same_network = (new.hidden, new.activation) == (old.hidden, old.activation)
    network = None if same_network else new.make_network()
    dataset = None if new.same_data(old) else new.make_dataset()
    run.change(network=network, dataset=dataset, **new.recipe_settings())


def _identity(request: object) -> int | None:
    identity = request.get("id") if isinstance(request, Mapping) else None
    known = isinstance(identity, int) and not isinstance(identity, bool) and abs(identity) <= LARGEST_ID
    return identity if known else None


def _parse(request: object) -> tuple[str, Fields]:
    """Return a request's kind and its other fields, or say what is wrong with it."""
    if not isinstance(request, Mapping):
        raise SettingError(f"A request is a JSON object with id and kind; got {type(request).__name__}.")
    if _identity(request) is None:
        raise SettingError(f"id must be a whole number; got {request.get('id')!r}.")
    kind = request.get("kind")
    if not isinstance(kind, str):
        raise SettingError(f"kind must be one of {', '.join(FIELDS)}; got {kind!r}.")
    known = dict.fromkeys(look_up("kind of request", kind, FIELDS))
    fields = {name: value for name, value in request.items() if name not in ("id", "kind", "view_id")}
    for name in fields:
        look_up(f"field of {kind}", name, known)
    return kind, fields


def _flag(fields: Fields) -> bool:
    wanted = fields.get("checkpoint", False)
    if not isinstance(wanted, bool):
        raise SettingError(f"checkpoint must be true or false here; got {wanted!r}.")
    return wanted
