"""The Python side of the gradient-flow lab: one request in, one reply out."""

from typing import Any

import numpy as np

from glassnet import DivergedError, Run
from glassnet.widgets.gradient_flow.flow import (
    EFFECT_STEPS,
    EVERY,
    REMEDIES,
    SEEDS,
    STEPS,
    Effect,
    Frame,
    effect_of,
    first_frame,
    frame_of,
    with_remedy,
)
from glassnet.widgets.gradient_flow.messages import (
    Build,
    Effects,
    EffectView,
    Flow,
    FrameView,
    Measure,
    Open,
    Opening,
    RemedyView,
    Train,
)
from glassnet.widgets.gradient_flow.networks import (
    ACTIVATIONS,
    CLIPPINGS,
    INITIALIZERS,
    NORMALIZATIONS,
    FlowSettings,
)
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.writing import floats, to_json

VANISHED, EXPLODED = 1e-3, 1e3
"""Between the first hidden layer and the last, gradients that differ by more than this have vanished or exploded."""


class FlowSession(Session):
    """One reader's deep network.

    Arguments:
        settings: of the network that is shown first.

    Attributes:
        settings: those of the network shown, as a dict.

    >>> session = FlowSession(FlowSettings(depth=3, activation="sigmoid"))
    >>> head, buffers = session.handle({"id": 1, "kind": "train"})
    >>> [frame["step"] for frame in head["frames"]], len(buffers)
    ([0, 5], 4)
    """

    def __init__(self, settings: FlowSettings) -> None:
        self._stopped = ""
        self._begin(settings)
        self._measured: FlowSettings | None = None
        self._effects: dict[str, list[Effect]] = {}

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the network shown."""
        return dict(to_json(self._settings))

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        def choices(of: Any) -> tuple[Choice, ...]:
            return tuple(Choice(name, one if isinstance(one, str) else one[0]) for name, one in of.items())

        remedies = tuple(RemedyView(name, one.label, one.change) for name, one in REMEDIES.items())
        return Answer(
            Opening(
                choices(ACTIVATIONS),
                choices(INITIALIZERS),
                choices(NORMALIZATIONS),
                choices(CLIPPINGS),
                remedies,
                self._settings,
            )
        )

    @answers
    def _build(self, request: Build) -> Answer[Flow]:
        if request.settings != self._settings:
            self._begin(request.settings)
        return self._flow()

    @answers
    def _train(self, _: Train) -> Answer[Flow]:
        self._start()
        run = self._run
        assert run is not None
        if not self._stopped and run.step < STEPS:
            try:
                run.advance(EVERY)
                self._frames.append(frame_of(self._settings, run.at(run.step).record))
            except DivergedError as error:
                self._stopped = _why(run, error)
        return self._flow()

    @answers
    def _measure(self, request: Measure) -> Answer[Effects]:
        if request.settings != self._measured:
            self._measured, self._effects = request.settings, {}
        names = ("none", *REMEDIES)
        waiting = [(name, seed) for seed in SEEDS for name in names if len(self._effects.get(name, ())) <= seed]
        if waiting:
            name, seed = waiting[0]
            found = effect_of(with_remedy(request.settings, name), seed)
            self._effects.setdefault(name, []).append(found)
        rows = tuple(self._row(name) for name in names)
        count = sum(map(len, self._effects.values()))
        return Answer(Effects(request.settings, rows, count, len(SEEDS) * len(names), EFFECT_STEPS))

    def _row(self, name: str) -> EffectView:
        effects = self._effects.get(name, [])
        label = "As it is" if name == "none" else REMEDIES[name].label
        return EffectView(name, label, tuple(one.ratio for one in effects), tuple(one.accuracy for one in effects))

    def _begin(self, settings: FlowSettings) -> None:
        self._settings = settings
        self._run: Run | None = None
        self._frames: list[Frame] = []
        self._stopped = ""

    def _start(self) -> None:
        if self._run is None:
            self._run = self._settings.run()
            self._frames = [first_frame(self._settings)]

    @np.errstate(all="ignore")
    def _flow(self) -> Answer[Flow]:
        self._start()
        assert self._run is not None
        views = tuple(FrameView(frame.step, frame.loss) for frame in self._frames)
        buffers = [floats(row) for frame in self._frames for row in (frame.activations, frame.gradients)]
        done = bool(self._stopped) or self._run.step >= STEPS
        accuracy = None if self._stopped else self._run.evaluate("train").accuracy
        return Answer(
            Flow(self._settings, views, STEPS, done, accuracy, self._stopped, verdict(self._frames[0])), buffers
        )


def verdict(frame: Frame) -> str:
    """Return in a few words what becomes of gradients on their way from the last hidden layer to the first.

    >>> verdict(Frame(0, 2.3, np.ones(2), np.array([1e-9, 1.0])))
    'vanish'
    """
    first, last = float(frame.gradients[0]), float(frame.gradients[-1])
    if not np.isfinite(frame.gradients).all() or (last > 0 and first > EXPLODED * last):
        return "explode"
    if first < VANISHED * last or (first == 0 and last == 0):
        return "vanish"
    return "arrive"


def _why(run: Run, error: DivergedError) -> str:
    """Return which number became NaN or infinite first, and from what."""
    found = run.at(run.step).forensics()
    return str(error) if found is None else str(found)
