"""A step, an explanation and a graph as a page takes them: JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain import Explanation, Reference
from glassnet.nn.losses.one_hot import one_hot
from glassnet.optim import SGD
from glassnet.run.moment import Moment
from glassnet.train.record import record_batch
from glassnet.widgets.asking import finite
from glassnet.widgets.backpropagation.graph import Node
from glassnet.widgets.backpropagation.paths import Path, dense_layers, gradient_paths

MOST_PATHS = 32

PARTS = ("z", "a", "d_z", "d_a")
PARAMETERS = ("weight", "bias", "d_weight", "d_bias", "weight_after", "bias_after")


def tell_moment(moment: Moment, place: int) -> dict[str, Any]:
    """Return a step with the numbers of one sample of its batch, at `place` in it."""
    layers = []
    for name, layer in zip(moment.network.names, dense_layers(moment.network), strict=True):
        parts = moment.parts(name)
        told = {part: numbers(parts[part][place]) for part in PARTS}
        told |= {part: numbers(parts[part]) for part in PARAMETERS}
        layers.append({"name": name, "activation": type(layer.activation).__name__.lower(), **told})
    return {
        "step": moment.step,
        "place": place,
        "samples": [int(sample) for sample in moment.samples],
        "x": numbers(moment.x[place]),
        "target": numbers(targets(moment)[place]),
        "layers": layers,
        "learning_rate": float(moment.learning_rate),
        "rule": type(moment.recipe.optimizer).__name__,
        "plain": is_plain(moment),
        "sample_loss": finite(moment.losses[place]),
        "loss": finite(moment.loss),
        "loss_after": finite(loss_after(moment)),
    }


def is_plain(moment: Moment) -> bool:
    """Return whether every parameter's step is the learning rate times its gradient, and nothing else."""
    recipe = moment.recipe
    others = (recipe.regularizer, recipe.clipping, recipe.constraint)
    return isinstance(recipe.optimizer, SGD) and not recipe.optimizer.momentum and not any(others)


def targets(moment: Moment) -> Array:
    """Return one target per output: class numbers become rows with a single 1."""
    prediction = moment.batch().prediction
    if moment.y.ndim == prediction.ndim:
        return moment.y
    return one_hot(moment.y, prediction)


def loss_after(moment: Moment) -> float:
    """Return the loss of the same batch with the parameters that the step leaves."""
    batch = moment.batch()
    again = record_batch(moment.plan, moment.params_after, batch.state, batch.indices, batch.count, batch.rng)
    return float(again.values.mean())


def tell_explanation(moment: Moment, explanation: Explanation) -> dict[str, Any]:
    """Return one number's arithmetic, the gradients that it rests on up to the loss, and its paths."""
    return {
        "explanation": explanation.to_dict(),
        "rests_on": [tell_line(each) for each in chain(moment, explanation)[1:]],
        **tell_paths(moment, explanation.reference),
    }


def chain(moment: Moment, explanation: Explanation) -> Sequence[Explanation]:
    """Return an explanation and those of all gradients that it rests on, each once, nearest first."""
    found = {explanation.reference: explanation}
    waiting = [explanation]
    while waiting:
        for leaf in waiting.pop(0).leaves:
            if leaf.reference.part.startswith("d_") and leaf.reference not in found:
                found[leaf.reference] = moment.follow(leaf.reference)
                waiting.append(found[leaf.reference])
    return list(found.values())


def tell_line(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as one line."""
    return {
        "reference": str(explanation.reference),
        "formula": explanation.formula,
        "numbers": explanation.in_numbers(),
        "value": finite(explanation.value),
    }


def tell_paths(moment: Moment, reference: Reference) -> dict[str, Any]:
    """Return the paths from a gradient to the loss, if it has any; of many, those that add most."""
    hidden = reference.layer in moment.network.names
    if not hidden or reference.part not in ("d_weight", "d_bias", "d_z", "d_a") or _is_last_a(moment, reference):
        return {"paths": [], "more_paths": None}
    paths = sorted(gradient_paths(moment, reference), key=lambda path: path.sample)
    if len(paths) <= MOST_PATHS:
        return {"paths": [tell_path(path) for path in paths], "more_paths": None}
    paths.sort(key=lambda path: -abs(path.product))
    left = {"count": len(paths) - MOST_PATHS, "sum": sum(path.product for path in paths[MOST_PATHS:])}
    return {"paths": [tell_path(path) for path in paths[:MOST_PATHS]], "more_paths": left}


def _is_last_a(moment: Moment, reference: Reference) -> bool:
    return reference.part == "d_a" and reference.layer == moment.network.names[-1]


def tell_path(path: Path) -> dict[str, Any]:
    """Return a path."""
    factors = [factor._asdict() | {"value": finite(factor.value)} for factor in path.factors]
    return {"sample": path.sample, "factors": factors, "product": finite(path.product)}


def tell_graph(graph: Sequence[Node]) -> list[Mapping[str, Any]]:
    """Return the nodes of a graph."""
    return [
        {
            "kind": node.kind,
            "place": list(node.place),
            "value": finite(node.value),
            "gradient": finite(node.gradient),
            "inputs": list(node.inputs),
            "slopes": [finite(slope) for slope in node.slopes],
            "reference": node.reference,
            "d_reference": node.d_reference,
        }
        for node in graph
    ]


def numbers(values: Any) -> Any:
    """Return an array as lists of numbers that JSON can hold; −0 becomes 0.

    >>> numbers(np.array([[1.0, -0.0], [np.inf, 2.0]]))
    [[1.0, 0.0], [None, 2.0]]
    """
    if np.ndim(values):
        return [numbers(part) for part in values]
    return finite(float(values) + 0.0)
