"""How far two runs have drifted apart, with the reason."""

from collections.abc import Mapping
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.trees import flatten
from glassnet.explain import Explanation, Reference
from glassnet.explain.trace import leaf, of_layer
from glassnet.widgets.futures.track import Track


def explain_distance(tracks: Mapping[str, Track], reference: Reference, step: int) -> Explanation:
    """Return why two runs are as far apart as they are after that many steps.

    A distance is called distance.run/branch_1/dense_1, or distance.run/branch_1/all for all layers; it rests on numbers
    of both runs, called run.dense_1/weight and branch_1.dense_1/weight. Those are given: the runs explain them.
    """
    names = reference.part.split("/")
    if len(names) != 3:
        raise SettingError(f"A distance is named distance.run/other/layer; got {reference}.")
    one, other = (look_up("run", name, tracks) for name in names[:2])
    mine, theirs = (flatten(track.run.parameters(step)) for track in (one, other))
    squares: dict[str, Any] = {}
    for name, values in mine.items():
        if name in theirs and theirs[name].shape == values.shape:
            own: Any = leaf(values, one.name, name).astype("float64")
            difference = own - leaf(theirs[name], other.name, name)
            layer, square = name.partition("/")[0], (difference * difference).sum()
            squares[layer] = squares[layer] + square if layer in squares else square
    if squares:
        squares["all"] = sum(list(squares.values())[1:], start=next(iter(squares.values())))
    trace = of_layer("distance", {f"{names[0]}/{names[1]}/{layer}": made**0.5 for layer, made in squares.items()}, {})
    look_up("distance", reference.part, {name.part: None for name in trace.parts})
    return Explanation(reference, trace.expression(reference, ()))
