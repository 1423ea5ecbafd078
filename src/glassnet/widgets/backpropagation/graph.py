"""One sample's pass as a graph of small operations: values from the forward pass, gradients from the backward pass."""

from dataclasses import dataclass, field

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.losses.loss import Loss
from glassnet.run.moment import Moment
from glassnet.widgets.backpropagation.paths import slopes
from glassnet.widgets.small_networks import dense_layers


@dataclass
class Node:
    """One number of the graph.

    Arguments:
        kind: "input", "weight", "bias", "target", or the operation: "times", "plus", an activation's name, "loss".
        place: (layer, source, unit) as far as they apply; otherwise −1.
        value: the number.
        inputs: the numbers it was computed from, as indices in the graph.
        slopes: its derivative with respect to each of those.
        reference: the engine's name for the number; empty if there is none.
        d_reference: the engine's name for its gradient, likewise.
        gradient: the slope of the batch's loss with respect to it; filled in by the backward pass.
    """

    kind: str
    place: tuple[int, int, int]
    value: float
    inputs: tuple[int, ...] = ()
    slopes: tuple[float, ...] = ()
    reference: str = ""
    d_reference: str = ""
    gradient: float = field(default=0.0)


def make_graph(moment: Moment, sample: int) -> list[Node]:
    """Return the graph of one sample of a step, each node after its inputs, with gradients filled in.

    The values of sums, activations and the loss are computed here node by node, and so are all gradients:
    they agree with the engine's, which computes whole layers. In a batch of n samples the gradient of the loss node
    is 1 / n, the weight of each sample in the mean.

    >>> from glassnet.widgets.backpropagation.examples import EXAMPLES
    >>> graph = make_graph(EXAMPLES["neuron"].run(0.5).at(0), 0)
    >>> [(node.kind, round(node.value, 4), round(node.gradient, 4)) for node in graph][4:]
    [('plus', 0.9, 0.2922), ('sigmoid', 0.7109, 1.4219), ('loss', 0.5054, 1.0)]
    """
    graph = [
        Node("input", (-1, -1, i), float(value), reference=f"data.x[{sample}, {i}]")
        for i, value in enumerate(moment.x[sample])
    ]
    passed = list(range(len(graph)))
    for place in range(len(moment.network.names)):
        passed = _add_layer(graph, moment, sample, place, passed)
    _add_loss(graph, moment, sample, passed)
    _backward(graph, 1.0 / len(moment.x))
    return graph


def _add_layer(graph: list[Node], moment: Moment, sample: int, place: int, passed: list[int]) -> list[int]:
    """Add a layer's operations, and return the indices of its outputs in the graph."""
    name, layer = moment.network.names[place], dense_layers(moment.network)[place]
    params = moment.params[name]
    sums = [_add_sum(graph, params, name, (sample, place, unit), passed) for unit in range(layer.units)]
    kind = type(layer.activation).__name__
    if kind == "Softmax":
        return sums
    z = np.array([[graph[at].value for at in sums]])
    a = layer.activation.forward(z)
    slope = slopes(layer, z, a)
    outputs = []
    for unit, at in enumerate(sums):
        where = f"{name}.a[{sample}, {unit}]"
        node = Node(kind.lower(), (place, -1, unit), float(a[0, unit]), (at,), (float(slope[0, unit]),), where)
        node.d_reference = f"{name}.d_a[{sample}, {unit}]"
        outputs.append(_add(graph, node))
    return outputs


def _add_sum(
    graph: list[Node], params: dict[str, Array], name: str, where: tuple[int, int, int], passed: list[int]
) -> int:
    """Add the products of one unit, its bias and their sum."""
    sample, place, unit = where
    terms = []
    for source, at in enumerate(passed):
        weight = float(params["weight"][source, unit])
        spot = (place, source, unit)
        w = _add(graph, Node("weight", spot, weight, reference=f"{name}.weight[{source}, {unit}]"))
        graph[w].d_reference = f"{name}.d_weight[{source}, {unit}]"
        x = graph[at].value
        terms.append(_add(graph, Node("times", spot, weight * x, (w, at), (x, weight))))
    bias = Node("bias", (place, -1, unit), float(params["bias"][unit]), reference=f"{name}.bias[{unit}]")
    bias.d_reference = f"{name}.d_bias[{unit}]"
    terms.append(_add(graph, bias))
    total = sum(graph[at].value for at in terms)
    node = Node("plus", (place, -1, unit), total, tuple(terms), (1.0,) * len(terms), f"{name}.z[{sample}, {unit}]")
    node.d_reference = f"{name}.d_z[{sample}, {unit}]"
    return _add(graph, node)


def _add_loss(graph: list[Node], moment: Moment, sample: int, passed: list[int]) -> None:
    """Add the sample's loss; softmax is part of the same operation, as each probability depends on all scores."""
    loss: Loss = moment.recipe.loss
    target = moment.y[sample : sample + 1]
    given = np.array([[graph[at].value for at in passed]])
    activation = dense_layers(moment.network)[-1].activation
    joined = type(activation).__name__ == "Softmax"
    prediction = activation.forward(given) if joined else given
    slope = loss.gradient(prediction, target)
    if joined:
        slope = activation.backward(slope, given, prediction)
    value = float(loss.value(prediction, target)[0])
    kind = "softmax + loss" if joined else "loss"
    spot = (len(moment.network.names), -1, 0)
    _add(graph, Node(kind, spot, value, tuple(passed), tuple(map(float, slope[0])), f"loss.value[{sample}]"))


def _backward(graph: list[Node], weight: float) -> None:
    """Pass gradients from each node to its inputs: its own gradient times the slope with respect to each."""
    graph[-1].gradient = weight
    for node in reversed(graph):
        for at, slope in zip(node.inputs, node.slopes, strict=True):
            graph[at].gradient += node.gradient * slope


def _add(graph: list[Node], node: Node) -> int:
    graph.append(node)
    return len(graph) - 1
