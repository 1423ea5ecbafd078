"""The Lab's Python side: one request in, one reply out. See docs/lab-protocol.md."""

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.data import Dataset
from glassnet.run import Run
from glassnet.train import TrainingState
from glassnet.widgets.lab import checkpoint
from glassnet.widgets.lab.advance import MEMORY, Advanced, advance, measure, short_history
from glassnet.widgets.lab.frame import Grids, make_frame
from glassnet.widgets.lab.messages import (
    Activations,
    Advance,
    Change,
    Frame,
    Open,
    Pause,
    Probe,
    Restart,
    View,
)
from glassnet.widgets.lab.own import points_of
from glassnet.widgets.lab.pictures import activations
from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.wire import Answer, Session, answers

MAX_SEGMENTS = 64


class LabSession(Session):
    """One reader's Lab: a run, its settings, and the size of the images.

    Arguments:
        spec: the initial settings.
        shown: a run to begin with, of those settings, or its data.

    >>> head, buffers = LabSession().handle({"id": 1, "kind": "advance", "steps": 100})
    >>> head["kind"], head["step"], [len(buffer) for buffer in buffers]
    ('frame', 100, [148, 10000, 11264])
    """

    def __init__(self, spec: LabSpec | None = None, shown: Run | Dataset | None = None) -> None:
        self._first = spec or LabSpec()
        self._view = Grids(View())
        self.spec = self._first
        data = shown.dataset if isinstance(shown, Run) else shown
        state = shown.state if isinstance(shown, Run) else None
        self.run = _make_run(self._first, None if data is None else points_of(data), state)

    def change(self, partial: object) -> None:
        """Continue with other settings, some or all.

        Raises:
            SettingError, UnknownNameError: a setting is invalid; nothing was changed.
        """
        spec = self.spec.merge(partial)
        if spec == self.spec:
            return
        _continue(self.run, self.spec, spec)
        self.spec = spec
        if len(self.run.timeline.segments) > MAX_SEGMENTS:  # a slider makes many: the past is dropped
            self.run = _make_run(spec, self.run.dataset, self.run.state)

    def checkpoint(self) -> str:
        """Return settings and state as text for `open`."""
        return checkpoint.encode(self.spec, self.run.state)

    @answers
    def _open(self, request: Open) -> Answer[Frame]:
        view = Grids(request.view) if request.view else self._view
        spec, run = self.spec, self.run
        if request.checkpoint is not None:
            spec, content = checkpoint.decode_spec(request.checkpoint)
            run = _make_run(spec)
            run = _make_run(spec, run.dataset, checkpoint.decode_state(content, run.plan))
            if request.spec is not None:
                before, spec = spec, spec.merge(request.spec)
                _continue(run, before, spec)
        elif request.spec is not None:
            spec = self._first.merge(request.spec)
            run = _make_run(spec)
        self._view, self.spec, self.run = view, spec, run
        return self._frame(with_points=True)

    @answers
    def _advance(self, request: Advance) -> Answer[Frame]:
        if request.steps is not None and request.budget_ms is None:
            advanced = advance(self.run, count=request.steps)
        elif request.budget_ms is not None and request.steps is None:
            advanced = advance(self.run, seconds=request.budget_ms / 1000)
        else:
            raise SettingError("advance takes either steps or budget_ms.")
        self.run = advanced.run
        return self._frame(advanced, with_checkpoint=request.checkpoint)

    @answers
    def _change(self, request: Change) -> Answer[Frame]:
        before = self.spec
        self.change(request.spec)
        return self._frame(with_points=not self.spec.same_data(before), with_checkpoint=request.checkpoint)

    @answers
    def _restart(self, request: Restart) -> Answer[Frame]:
        spec = self.spec if request.seed is None else self.spec.merge({"seed": request.seed})
        self.spec, self.run = spec, _make_run(spec, self.run.dataset)
        return self._frame(with_checkpoint=request.checkpoint)

    @answers
    def _pause(self, request: Pause) -> Answer[Frame]:
        return self._frame(with_checkpoint=request.checkpoint)

    @answers
    def _probe(self, request: Probe) -> Answer[Activations]:
        layers = activations(self.run, np.array([request.x], dtype=np.float32))
        return Answer(Activations(tuple(tuple(layer[0].tolist()) for layer in layers)))

    def _frame(
        self, advanced: Advanced | None = None, *, with_points: bool = False, with_checkpoint: bool = False
    ) -> Answer[Frame]:
        shown = advanced or Advanced(self.run, measure(self.run.plan, self.run.state), 0, None)
        kept = self.checkpoint() if with_checkpoint else None
        return make_frame(self.spec, self._view, shown, with_points=with_points, checkpoint=kept)


def _make_run(spec: LabSpec, dataset: Dataset | None = None, state: TrainingState | None = None) -> Run:
    run = Run.of(spec.make_setup(dataset), memory=MEMORY, state=state)
    run.history = short_history()
    return run


def _continue(run: Run, old: LabSpec, new: LabSpec) -> None:
    """Continue with other settings; what doesn't change is kept."""
    network = new.make_network()
    dataset = None if new.same_data(old) else new.make_dataset()
    run.change(network=None if network == old.make_network() else network, dataset=dataset, **new.recipe_settings())
