"""A frame: everything the page shows of a run at one step."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from glassnet.base.arrays import Array
from glassnet.run import Run
from glassnet.train import Plan, TrainingState
from glassnet.train.evaluate import Evaluation
from glassnet.widgets.branching.messages import TrackView
from glassnet.widgets.lab import pictures
from glassnet.widgets.lab.advance import Measures, measure
from glassnet.widgets.lab.choices import LOSSES_OF, VALUES
from glassnet.widgets.lab.columns import columns_of
from glassnet.widgets.lab.messages import Frame, Layer, Quality, Stopped, Task, View
from glassnet.widgets.lab.pictures import Shown
from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.wire import Answer
from glassnet.widgets.wire.writing import to_json


class Grids:
    """The points under the pixels of the images that a view asks for.

    >>> Grids(View(map=3, units=0)).map_points.shape
    (9, 2)
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.map_points: Array = pictures.grid(view.map)
        self.unit_points: Array = pictures.grid(view.units)


class Extent(NamedTuple):
    """Where a run stands: its name, its earliest known and its latest step."""

    track: str
    first: int
    latest: int


class Extras(NamedTuple):
    """What comes only with some frames."""

    updates: int = 0
    stopped: str | None = None
    points: bool = False
    checkpoint: str | None = None
    tracks: tuple[TrackView, ...] | None = None
    advice: tuple[str, ...] = ()


class Status(NamedTuple):
    """The progress and quality of training."""

    step: int
    epoch: float
    train: Quality
    test: Quality
    penalty: float


def make_frame(shown: Shown, measures: Measures, grids: Grids, extent: Extent, extras: Extras) -> Answer[Frame]:
    """Return head and buffers of a frame, as described in docs/lab-protocol.md."""
    buffers, unit_scales, map_scale = _images(shown, grids)
    if extras.points:
        buffers["points"] = pictures.points(shown.spec, shown.spec.make_points())
    status = _status(shown.plan, shown.state, measures)
    frame = Frame(
        spec=shown.spec,
        **status._asdict(),
        first=extent.first,
        latest=extent.latest,
        rate=float(shown.plan.recipe.learning_rate(shown.state.step, shown.state.watched)),
        updates=extras.updates,
        layers=_layers(shown),
        unit_scales=tuple(unit_scales),
        map_scale=map_scale,
        domain=pictures.DOMAIN,
        task=_task(shown.spec),
        stopped=None if extras.stopped is None else Stopped(extras.stopped),
        track=extent.track,
        buffers=tuple(buffers),
        advice=extras.advice,
        tracks=extras.tracks,
        checkpoint=extras.checkpoint,
    )
    return Answer(frame, list(buffers.values()))


def describe_state(run: Run) -> dict[str, Any]:
    """Return the state of training, with all parameters as lists, for a notebook's cells."""
    layers = [
        {"name": name} | {part: values.tolist() for part, values in params.items()}
        for name, params in run.state.params.items()
    ]
    return {**to_json(_status(run.plan, run.state, measure(run.plan, run.state))), "layers": layers}


def _images(shown: Shown, grids: Grids) -> tuple[dict[str, bytes], list[float], float | None]:
    """Return weights and images by name, the scale of each unit's image, and that of the map."""
    buffers: dict[str, bytes] = {"weights": pictures.weights(shown)}
    unit_scales: list[float] = []
    map_scale = None
    if grids.view.map and shown.spec.data == "curve":
        buffers["curve"] = pictures.curve(shown)
    elif grids.view.map:
        output = pictures.activations(shown, grids.map_points)[-1]
        images, map_scale = pictures.map_pictures(shown, output)
        buffers |= images
    if grids.view.units:
        values = pictures.activations(shown, grids.unit_points)
        buffers["units"], unit_scales = pictures.unit_pictures(shown, values)
    return buffers, unit_scales, map_scale


def _status(plan: Plan, state: TrainingState, measures: Measures) -> Status:
    return Status(
        state.step,
        state.epoch + min(state.offset / len(plan.dataset.parts["train"]), 1.0),
        _quality(measures.train),
        _quality(measures.test),
        measures.penalty,
    )


def _quality(evaluation: Evaluation) -> Quality:
    return Quality(evaluation.loss, evaluation.accuracy)


def _layers(shown: Shown) -> tuple[Layer, ...]:
    params: Mapping[str, Any] = shown.state.params
    described = []
    for column in columns_of(shown.plan.network):
        inputs, units = params[column.dense]["weight"].shape
        described.append(Layer(column.dense, inputs, units, column.activation_name, column.result))
    return tuple(described)


def _task(spec: LabSpec) -> Task:
    kind = spec.task
    return Task(kind, 0 if kind == VALUES else spec.class_count, spec.loss_in_use, spec.output_in_use, LOSSES_OF[kind])
