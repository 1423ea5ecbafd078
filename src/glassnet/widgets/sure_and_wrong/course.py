"""One neuron, one example: how its answer changes from update to update."""

from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.activations import Sigmoid
from glassnet.nn.losses import BinaryCrossEntropy, Loss, MeanSquaredError

X, TARGET = 1.0, 0.0
LOSSES: dict[str, Loss] = {"squared error": MeanSquaredError(), "cross-entropy": BinaryCrossEntropy()}


@dataclass(frozen=True, eq=False)
class Course:
    """What happened after 0, 1, 2 … updates, each of shape (updates + 1,).

    Arguments:
        answers: the neuron's output.
        losses: what it cost.
        pulls: the slope of the loss with respect to the weight.
    """

    answers: Array
    losses: Array
    pulls: Array


def correct(loss: Loss, sure: float, rate: float, updates: int) -> Course:
    """Train a sigmoid neuron with one input, x = 1, on one example whose truth is 0.

    Arguments:
        loss: the loss.
        sure: its output at first; weight and bias have equal parts in it.
        rate: the learning rate.
        updates: how many.

    >>> course = correct(MeanSquaredError(), 0.5, 1.0, 1)
    >>> course.answers.round(4).tolist(), course.pulls.round(4).tolist()
    ([0.5, 0.3775], [0.25, 0.1774])
    """
    weight = bias = float(np.log(sure / (1 - sure))) / 2
    rows = []
    for _ in range(updates + 1):
        z = np.array([[weight * X + bias]])
        a, target = Sigmoid().forward(z), np.array([[TARGET]])
        d_z = float(Sigmoid().backward(loss.gradient(a, target), z, a)[0, 0])
        rows.append((float(a[0, 0]), float(loss.value(a, target)[0]), d_z * X))
        weight, bias = weight - rate * d_z * X, bias - rate * d_z
    answers, losses, pulls = np.array(rows).T
    return Course(answers, losses, pulls)
