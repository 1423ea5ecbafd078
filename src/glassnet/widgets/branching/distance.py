"""The distance between the parameters of two runs, with its explanation."""

from collections.abc import Mapping
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.trees import flatten
from glassnet.explain import Explanation, Reference
from glassnet.explain.places import make_index
from glassnet.explain.trace import leaf, of_layer
from glassnet.widgets.branching.track import Track


def explain_distance(tracks: Mapping[str, Track], reference: Reference, step: int) -> Explanation:
    """Explain the distance between two runs after a number of steps.

    A distance is called distance.run/branch_1/dense_1, or distance.run/branch_1/all for all layers. It depends on
    the differences of single parameters, distance.run/branch_1/dense_1/weight[0, 1], and those on numbers of both runs,
    called run.dense_1/weight[0, 1] and branch_1.dense_1/weight[0, 1], which the runs explain.
    """
    names = reference.part.split("/")
    if len(names) < 3:
        raise SettingError(f"A distance is written distance.run/other/layer; got {reference}.")
    one, other = (look_up("run", name, tracks) for name in names[:2])
    parts = {f"{one.name}/{other.name}/{name}": made for name, made in _parts(one, other, step).items()}
    look_up("distance", reference.part, parts)
    trace, name = of_layer("distance", parts, {}), reference._replace(index=())
    index = make_index(reference.part, trace.value(name).shape, reference.index)
    return Explanation(name._replace(index=index), trace.expression(name, index))


def _parts(one: Track, other: Track, step: int) -> dict[str, Any]:
    """Return the differences of parameters, each layer's distance, and the total distance."""
    mine, theirs = (flatten(track.run.parameters(step)) for track in (one, other))
    parts: dict[str, Any] = {}
    squares: dict[str, Any] = {}
    for name, values in mine.items():
        if name in theirs and theirs[name].shape == values.shape:
            own: Any = leaf(values, one.name, name).astype("float64")
            difference = parts[name] = own - leaf(theirs[name], other.name, name)
            layer, square = name.partition("/")[0], (difference * difference).sum()
            squares[layer] = squares[layer] + square if layer in squares else square
    parts |= {layer: square**0.5 for layer, square in squares.items()}
    distances = [parts[layer] for layer in squares]
    if distances:
        whole = sum((distance * distance for distance in distances[1:]), start=distances[0] * distances[0])
        parts["all"] = whole**0.5
    return parts
