"""The amount of computation that a network needs, from its shapes alone."""

from math import prod

from glassnet.base.arrays import Shape
from glassnet.base.trees import leaves
from glassnet.nn.layers.chain import chain_shapes
from glassnet.nn.network import Network


def operations(network: Network, input_shape: Shape) -> int:
    """Estimate the multiplications (each with its addition) in the forward pass of one example.

    Each weight is used at every place of its layer: at each pixel of a convolution, each step of a sequence.

    >>> from glassnet.nn.layers import Conv2D, Dense, Flatten
    >>> operations(Network([Dense(8), Dense(1)]), (2,))
    33
    >>> operations(Network([Conv2D(4, 3, padding="same"), Flatten(), Dense(1)]), (5, 5, 1))
    1101
    """
    params, shapes = chain_shapes(network.named_layers, input_shape)
    total, before = 0, input_shape
    for name, shape in zip(network.names, shapes, strict=True):
        places = max(prod(before[:-1]), prod(shape[:-1]))
        total += places * sum(prod(leaf.shape) for _, leaf in leaves(params[name]))
        before = shape
    return total


def weights(network: Network, input_shape: Shape) -> int:
    """Return the number of parameters of a network.

    >>> from glassnet.nn.layers import Dense
    >>> weights(Network([Dense(8), Dense(1)]), (2,))
    33
    """
    params, _ = chain_shapes(network.named_layers, input_shape)
    return sum(prod(leaf.shape) for _, leaf in leaves(params))
