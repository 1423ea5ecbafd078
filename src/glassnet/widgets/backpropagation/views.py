"""Views of a step, an explanation and a graph for the page."""

from collections.abc import Sequence

import numpy as np

from glassnet.explain import Explanation, Reference
from glassnet.optim import SGD
from glassnet.run.moment import Moment
from glassnet.widgets.backpropagation.graph import Node
from glassnet.widgets.backpropagation.messages import (
    Explained,
    FactorView,
    GraphNode,
    LayerView,
    Line,
    MomentView,
    MorePaths,
    PathView,
)
from glassnet.widgets.backpropagation.paths import Factor, Path, gradient_paths
from glassnet.widgets.branching import Tracks
from glassnet.widgets.small_networks import dense_layers, numbers
from glassnet.widgets.wire.common import Named

MAX_PATHS = 32

PARTS = ("z", "a", "d_z", "d_a")
PARAMETERS = ("weight", "bias", "d_weight", "d_bias", "weight_after", "bias_after")


def moment_view(moment: Moment, sample: int, tracks: Tracks, example: str, last_step: int) -> MomentView:
    """Return a step with the numbers of one sample; those of the batch's first sample if it isn't in the batch."""
    place = place_of(moment, sample)
    layers = []
    for name, layer in zip(moment.network.names, dense_layers(moment.network), strict=True):
        parts = moment.parts(name)
        values = {part: numbers(parts[part][place]) for part in PARTS} | {
            part: numbers(parts[part]) for part in PARAMETERS
        }
        layers.append(LayerView(name=name, activation=type(layer.activation).__name__.lower(), **values))
    return MomentView(
        example=example,
        now=tracks.now.name,
        tracks=tracks.views(),
        last_step=last_step,
        step=moment.step,
        place=place,
        samples=tuple(int(sample) for sample in moment.samples),
        x=numbers(moment.x[place]),
        targets=targets(moment, place),
        layers=tuple(layers),
        learning_rate=float(moment.learning_rate),
        rule=type(moment.recipe.optimizer).__name__,
        plain=is_plain(moment),
        sample_loss=moment.losses[place],
        loss=moment.loss,
        loss_after=float(moment.parts("afterwards")["mean"]),
    )


def place_of(moment: Moment, sample: int) -> int:
    """Return the index of a sample in the batch; 0 if it isn't in it."""
    samples = [int(each) for each in moment.samples]
    return samples.index(sample) if sample in samples else 0


def is_plain(moment: Moment) -> bool:
    """Return whether every parameter's step is the learning rate times its gradient, and nothing else."""
    recipe = moment.recipe
    others = (recipe.regularizer, recipe.clipping, recipe.constraint)
    return isinstance(recipe.optimizer, SGD) and not recipe.optimizer.momentum and not any(others)


def targets(moment: Moment, place: int) -> tuple[Named, ...]:
    """Return a sample's targets, each with its name: one per output, or the number of its class."""
    y = np.asarray(moment.y[place])
    return tuple(Named(str(Reference("data", "y", (place, *index))), float(y[index])) for index in np.ndindex(y.shape))


def explanation_view(moment: Moment, track: str, explanation: Explanation) -> Explained:
    """Return one number's arithmetic, the gradients it depends on up to the loss, and its paths."""
    paths, more = path_views(moment, explanation.reference)
    depends_on = tuple(line_view(each) for each in chain(moment, explanation)[1:])
    return Explained(track, moment.step, explanation.to_dict(), depends_on, paths, more)


def chain(moment: Moment, explanation: Explanation) -> Sequence[Explanation]:
    """Return an explanation and those of all gradients it depends on, each once, nearest first."""
    found = {explanation.reference: explanation}
    waiting = [explanation]
    while waiting:
        for leaf in waiting.pop(0).leaves:
            if leaf.reference.part.startswith("d_") and leaf.reference not in found:
                found[leaf.reference] = moment.follow(leaf.reference)
                waiting.append(found[leaf.reference])
    return list(found.values())


def line_view(explanation: Explanation) -> Line:
    """Return an explanation as one line."""
    return Line(str(explanation.reference), explanation.formula, explanation.in_numbers(), explanation.value)


def path_views(moment: Moment, reference: Reference) -> tuple[tuple[PathView, ...], MorePaths | None]:
    """Return the paths from a gradient to the loss, if it has any; if there are many, the largest."""
    hidden = reference.layer in moment.network.names
    if not hidden or reference.part not in ("d_weight", "d_bias", "d_z", "d_a") or _is_last_a(moment, reference):
        return (), None
    names = moment.network.names
    paths = sorted(gradient_paths(moment, reference), key=lambda path: path.sample)
    if len(paths) <= MAX_PATHS:
        return tuple(path_view(names, path) for path in paths), None
    paths.sort(key=lambda path: -abs(path.product))
    left = MorePaths(len(paths) - MAX_PATHS, sum(path.product for path in paths[MAX_PATHS:]))
    return tuple(path_view(names, path) for path in paths[:MAX_PATHS]), left


def _is_last_a(moment: Moment, reference: Reference) -> bool:
    return reference.part == "d_a" and reference.layer == moment.network.names[-1]


def path_view(names: Sequence[str], path: Path) -> PathView:
    """Return a path, each factor with the engine's name for it."""
    factors = (FactorView(*factor, factor_reference(names, path.sample, factor)) for factor in path.factors)
    return PathView(path.sample, tuple(factors), path.product)


def factor_reference(names: Sequence[str], sample: int, factor: Factor) -> str:
    """Return the engine's name for a factor of a path, in the layers of these names.

    >>> factor_reference(["dense_1", "dense_2"], 0, Factor("input", 1, 3, 2, 0.5))
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


def graph_nodes(graph: Sequence[Node]) -> tuple[GraphNode, ...]:
    """Return the nodes of a graph."""
    return tuple(GraphNode(**vars(node)) for node in graph)
