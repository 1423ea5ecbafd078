"""A frame: everything the page shows of a run at one moment."""

import math
from dataclasses import dataclass, field
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.run import Run
from glassnet.train.evaluate import Evaluation
from glassnet.widgets.lab import pictures
from glassnet.widgets.lab.advance import Advanced, Measures, measure
from glassnet.widgets.lab.spec import LabSpec

LARGEST = {"map": 200, "units": 64}


@dataclass(frozen=True)
class View:
    """How large the pictures are: pixels along a side; 0 leaves a picture out.

    >>> View.from_json({"map": 50})
    View(map=50, units=32)
    """

    map: int = 100
    units: int = 32
    map_points: Array = field(init=False, repr=False, compare=False)
    unit_points: Array = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name, most in LARGEST.items():
            whole_number(name, getattr(self, name), minimum=0, maximum=most)
        object.__setattr__(self, "map_points", pictures.grid(self.map))
        object.__setattr__(self, "unit_points", pictures.grid(self.units))

    @classmethod
    def from_json(cls, sizes: object) -> "View":
        """Return the view that a request asks for; a size not given is the default."""
        if not isinstance(sizes, dict):
            raise SettingError(f'view must be an object such as {{"map": 100, "units": 32}}; got {sizes!r}.')
        for name in sizes:
            look_up("picture", name, LARGEST)
        return cls(**sizes)


def make_frame(
    spec: LabSpec, view: View, advanced: Advanced, *, with_points: bool
) -> tuple[dict[str, Any], list[bytes]]:
    """Return head and buffers of a frame, as docs/lab-protocol.md has them."""
    run, measures = advanced.run, advanced.measures
    buffers, scales = {"weights": pictures.weights(run)}, list[float]()
    if view.map:
        buffers["map"] = pictures.map_picture(run, view.map_points)
    if view.units:
        buffers["units"], scales = pictures.unit_pictures(run, view.unit_points)
    if with_points:
        buffers["points"] = pictures.points(run.dataset)
    head = {
        "kind": "frame",
        "spec": spec.to_json(),
        **_standing(run, measures),
        "updates": advanced.updates,
        "layers": _layers(run),
        "unit_scales": [finite(scale) for scale in scales],
        "domain": list(pictures.DOMAIN),
        "stopped": advanced.stopped and {"message": advanced.stopped},
        "buffers": list(buffers),
    }
    return head, list(buffers.values())


def describe_state(run: Run) -> dict[str, Any]:
    """Return where training stands, with all weights as lists: what a notebook's cells work on."""
    layers = [
        {"name": name} | {part: values.tolist() for part, values in params.items()}
        for name, params in run.state.params.items()
    ]
    return {**_standing(run, measure(run.plan, run.state)), "layers": layers}


def finite(value: float | None) -> float | None:
    """Return a number that JSON can hold: None stands for one that is not finite."""
    return value if value is not None and math.isfinite(value) else None


def _standing(run: Run, measures: Measures) -> dict[str, Any]:
    return {
        "step": run.step,
        "epoch": run.state.epoch + min(run.state.offset / len(run.dataset.parts["train"]), 1.0),
        "train": _measures(measures.train),
        "test": _measures(measures.test),
        "penalty": finite(measures.penalty),
    }


def _measures(evaluation: Evaluation) -> dict[str, float | None]:
    return {"loss": finite(evaluation.loss), "accuracy": finite(evaluation.accuracy)}


def _layers(run: Run) -> list[dict[str, Any]]:
    described = []
    for (name, layer), params in zip(run.network.named_layers, run.state.params.values(), strict=True):
        inputs, units = params["weight"].shape
        activation = type(layer.activation).__name__.lower()  # type: ignore[attr-defined]
        described.append({"name": name, "inputs": inputs, "units": units, "activation": activation})
    return described
