"""A frame: everything the page shows of a run at one step."""

from typing import Any, NamedTuple

from glassnet.base.arrays import Array
from glassnet.run import Run
from glassnet.train.evaluate import Evaluation
from glassnet.widgets.lab import pictures
from glassnet.widgets.lab.advance import Advanced, Measures, measure
from glassnet.widgets.lab.messages import Frame, Layer, Quality, Stopped, View
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


class Status(NamedTuple):
    """The progress and quality of training."""

    step: int
    epoch: float
    train: Quality
    test: Quality
    penalty: float


def make_frame(
    spec: LabSpec, grids: Grids, advanced: Advanced, *, with_points: bool, checkpoint: str | None
) -> Answer[Frame]:
    """Return head and buffers of a frame, as described in docs/lab-protocol.md."""
    run, measures = advanced.run, advanced.measures
    buffers, scales = {"weights": pictures.weights(run)}, list[float]()
    if grids.view.map:
        buffers["map"] = pictures.map_picture(run, grids.map_points)
    if grids.view.units:
        buffers["units"], scales = pictures.unit_pictures(run, grids.unit_points)
    if with_points:
        buffers["points"] = pictures.points(run.dataset)
    frame = Frame(
        spec,
        *_status(run, measures),
        updates=advanced.updates,
        layers=_layers(run),
        unit_scales=tuple(scales),
        domain=pictures.DOMAIN,
        stopped=None if advanced.stopped is None else Stopped(advanced.stopped),
        buffers=tuple(buffers),
        checkpoint=checkpoint,
    )
    return Answer(frame, list(buffers.values()))


def describe_state(run: Run) -> dict[str, Any]:
    """Return the state of training, with all weights as lists, for a notebook's cells."""
    layers = [
        {"name": name} | {part: values.tolist() for part, values in params.items()}
        for name, params in run.state.params.items()
    ]
    return {**to_json(_status(run, measure(run.plan, run.state))), "layers": layers}


def _status(run: Run, measures: Measures) -> Status:
    return Status(
        run.step,
        run.state.epoch + min(run.state.offset / len(run.dataset.parts["train"]), 1.0),
        _quality(measures.train),
        _quality(measures.test),
        measures.penalty,
    )


def _quality(evaluation: Evaluation) -> Quality:
    return Quality(evaluation.loss, evaluation.accuracy)


def _layers(run: Run) -> tuple[Layer, ...]:
    described = []
    for (name, layer), params in zip(run.network.named_layers, run.state.params.values(), strict=True):
        inputs, units = params["weight"].shape
        activation = type(layer.activation).__name__.lower()  # type: ignore[attr-defined]
        described.append(Layer(name, inputs, units, activation))
    return tuple(described)
