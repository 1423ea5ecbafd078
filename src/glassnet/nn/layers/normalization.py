"""Normalisation to mean 0 and variance 1: what batch, layer and group normalisation share."""

from math import prod

from glassnet.base.arrays import Array, namespace
from glassnet.nn.layers.layer import Grads, Params, Parts


def statistics(x: Array, axes: tuple[int, ...]) -> tuple[Array, Array]:
    """Return mean and variance over the axes, which are kept with size 1."""
    mean = x.mean(axis=axes, keepdims=True)
    distance = x - mean
    return mean, (distance * distance).mean(axis=axes, keepdims=True)


def normalize(params: Params, x: Array, mean: Array, variance: Array, epsilon: float) -> Parts:
    """Return deviation = √(variance + ε), normalized = (x − mean) / deviation and a = gain · normalized + bias."""
    deviation = namespace(x).sqrt(variance + epsilon)
    normalized = (x - mean) / deviation
    return {"deviation": deviation, "normalized": normalized, "a": params["gain"] * normalized + params["bias"]}


def parameter_gradients(parts: Parts, d_output: Array) -> Grads:
    """Return d_gain = Σ d_a · normalized and d_bias = Σ d_a, each of shape (features,)."""
    axes = tuple(range(d_output.ndim - 1))
    return {"gain": (d_output * parts["normalized"]).sum(axis=axes), "bias": d_output.sum(axis=axes)}


def input_gradient(parts: Parts, d_normalized: Array, axes: tuple[int, ...]) -> Array:
    """Return d_x if mean and variance were computed from x itself.

    With n numbers over the axes: d_x = (d_n − mean(d_n) − normalized · mean(d_n · normalized)) / deviation,
    where d_n is d_normalized: shifting or scaling all of x has no effect, so those components are removed.
    """
    normalized = parts["normalized"]
    count = prod(normalized.shape[axis] for axis in axes)
    shift = d_normalized.sum(axis=axes, keepdims=True) / count
    stretch = (d_normalized * normalized).sum(axis=axes, keepdims=True) / count
    return (d_normalized - shift - normalized * stretch) / parts["deviation"]
