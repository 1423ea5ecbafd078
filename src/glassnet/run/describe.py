"""A moment as plain data and as text, for pages and the command line."""

import math
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.run.moment import Moment

SHOWN_SAMPLES = 8


def moment_to_dict(moment: Moment, *, samples: int = SHOWN_SAMPLES) -> dict[str, Any]:
    """Return what a page shows of a step at first, ready for JSON.

    Arguments:
        moment: the step.
        samples: how many samples of the batch are listed, in the batch's order.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(2, "tanh"), gn.Dense(1)])
    >>> run = gn.fit(net, gn.data.moons(60), loss="mean_squared_error", epochs=2, progress=False)
    >>> view = moment_to_dict(run.at(3))
    >>> view["step"], [layer["name"] for layer in view["layers"]], view["layers"][0]["parts"][1]["shape"]
    (3, ['dense_1', 'dense_2'], [16, 2])
    """
    return {
        "step": moment.step,
        "epoch": moment.epoch,
        "learning_rate": moment.learning_rate,
        "loss": _number(moment.loss),
        "changes": [str(change) for change in moment.changes],
        "batch": len(moment.samples),
        "samples": [
            {"number": int(number), "loss": _number(loss)}
            for number, loss in zip(moment.samples[:samples], np.ravel(moment.losses)[:samples], strict=False)
        ],
        "layers": [_layer_to_dict(moment, name) for name in moment.network.names],
        "others": {name: _parts_to_list(moment.parts(name)) for name in ("data", "loss", "optimizer", "metric")},
    }


def moment_text(moment: Moment) -> str:
    """Return a step as a table: every part of every layer with its shape and range."""
    view = moment_to_dict(moment)
    lines = [
        f"Step {view['step']} (epoch {view['epoch'] + 1}): {view['batch']} samples, "
        f"loss {moment.loss:.6g}, learning rate {moment.learning_rate:g}"
    ]
    lines += [f"changed here: {change}" for change in view["changes"]]
    groups = {layer["name"]: layer["parts"] for layer in view["layers"]} | view["others"]
    width = max(len(part["name"]) for parts in groups.values() for part in parts)
    shapes = max(len(_shape(part["shape"])) for parts in groups.values() for part in parts)
    for name, parts in groups.items():
        lines.append(f"\n{name}")
        for part in parts:
            ranged = f"{_written(part['smallest'])} … {_written(part['largest'])}"
            lines.append(f"  {part['name']:<{width}}  {_shape(part['shape']):<{shapes}}  {ranged}")
    return "\n".join(lines)


def _layer_to_dict(moment: Moment, name: str) -> dict[str, Any]:
    kind = type(dict(moment.network.named_layers)[name]).__name__
    return {"name": name, "kind": kind, "parts": _parts_to_list(moment.parts(name))}


def _parts_to_list(parts: dict[str, Array]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "shape": list(values.shape),
            "smallest": _number(values.min()) if values.size else None,
            "largest": _number(values.max()) if values.size else None,
        }
        for name, values in parts.items()
    ]


def _number(value: Any) -> float | str:
    """Return a number ready for JSON, which has no infinity and no NaN: those become strings."""
    return float(value) if math.isfinite(value) else str(float(value))


def _written(value: float | str | None) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _shape(shape: list[int]) -> str:
    return "×".join(map(str, shape)) or "1"
