"""Lower bounds on the work of a step, from the shapes of a network alone."""

import math
from itertools import pairwise

from glassnet.base.random import stream
from problem import Problem
from task import Floor


def dense_floor(sizes: list[int], batch: int, kept: int, inputs: int) -> Floor:
    """Return the floor of a chain of Dense layers; `kept` numbers a weight that are read and written."""
    pairs = list(pairwise(sizes))
    weights = sum(a * b + b for a, b in pairs)
    operations = sum(2 * batch * a * b * (2 if place == 0 else 3) for place, (a, b) in enumerate(pairs))
    return Floor(operations, 4 * (2 * kept * weights + batch * inputs))


def cnn_floor(problem: Problem) -> Floor:
    """Return the floor of convolutions without padding, pooling and Dense layers, one after the other."""
    batch, shape = problem.batch_size, problem.data.x.shape[1:]
    operations, numbers, first = 0, batch * math.prod(shape), True
    for layer in problem.network.layers:
        params, _, after = layer.build(stream(0), shape, "float32")
        if params:
            places = math.prod(after[:-1])
            operations += 2 * batch * places * params["weight"].size * (2 if first else 3)
            first = False
        numbers += 2 * batch * math.prod(after)
        shape = after
    return Floor(operations, 4 * numbers)


def lstm_floor(batch: int, moments: int, features: int, units: int) -> Floor:
    """Return the floor of an LSTM and a Dense unit on its last output, under Adam."""
    gates = 4 * units
    operations = 2 * batch * moments * gates * (3 * (features + units) - features) + 3 * 2 * batch * units
    weights = (features + units + 1) * gates + units + 1
    return Floor(operations, 4 * (6 * weights + batch * moments * (features + 2 * 7 * units)))
