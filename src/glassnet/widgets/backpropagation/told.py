"""A step, an explanation and a graph as a page takes them: JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from glassnet.explain import Explanation, Reference
from glassnet.optim import SGD
from glassnet.run.moment import Moment
from glassnet.widgets.asking import finite
from glassnet.widgets.backpropagation.graph import Node
from glassnet.widgets.backpropagation.paths import Factor, Path, dense_layers, gradient_paths

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
        "targets": targets(moment, place),
        "layers": layers,
        "learning_rate": float(moment.learning_rate),
        "rule": type(moment.recipe.optimizer).__name__,
        "plain": is_plain(moment),
        "sample_loss": finite(moment.losses[place]),
        "loss": finite(moment.loss),
        "loss_after": finite(moment.parts("afterwards")["mean"]),
    }


def is_plain(moment: Moment) -> bool:
    """Return whether every parameter's step is the learning rate times its gradient, and nothing else."""
    recipe = moment.recipe
    others = (recipe.regularizer, recipe.clipping, recipe.constraint)
    return isinstance(recipe.optimizer, SGD) and not recipe.optimizer.momentum and not any(others)


def targets(moment: Moment, place: int) -> list[dict[str, Any]]:
    """Return what a sample should have given, each number with its name: one an output, or the number of its class."""
    y = np.asarray(moment.y[place])
    return [
        {"reference": str(Reference("data", "y", (place, *index))), "value": finite(float(y[index]))}
        for index in np.ndindex(y.shape)
    ]


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
    names = moment.network.names
    paths = sorted(gradient_paths(moment, reference), key=lambda path: path.sample)
    if len(paths) <= MOST_PATHS:
        return {"paths": [tell_path(names, path) for path in paths], "more_paths": None}
    paths.sort(key=lambda path: -abs(path.product))
    left = {"count": len(paths) - MOST_PATHS, "sum": sum(path.product for path in paths[MOST_PATHS:])}
    return {"paths": [tell_path(names, path) for path in paths[:MOST_PATHS]], "more_paths": left}


def _is_last_a(moment: Moment, reference: Reference) -> bool:
    return reference.part == "d_a" and reference.layer == moment.network.names[-1]


def tell_path(names: Sequence[str], path: Path) -> dict[str, Any]:
    """Return a path, each factor with the engine's name for it."""
    factors = [
        factor._asdict() | {"value": finite(factor.value), "reference": name_factor(names, path.sample, factor)}
        for factor in path.factors
    ]
    return {"sample": path.sample, "factors": factors, "product": finite(path.product)}


def name_factor(names: Sequence[str], sample: int, factor: Factor) -> str:
    """Return the engine's name for a factor of a path, in the layers of these names.

    >>> name_factor(["dense_1", "dense_2"], 0, Factor("input", 1, 3, 2, 0.5))
    'dense_1.a[0, 3]'
    """
    layer, (source, unit) = names[factor.layer], (factor.source, factor.unit)
    if factor.kind == "weight":
        return f"{layer}.weight[{source}, {unit}]"
    if factor.kind == "error":
        return f"{layer}.d_z[{sample}, {unit}]"
    if factor.kind == "slope":
        return f"slope.{layer}[{sample}, {unit}]"
    return f"{names[factor.layer - 1]}.a[{sample}, {source}]" if factor.layer else f"data.x[{sample}, {source}]"


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
