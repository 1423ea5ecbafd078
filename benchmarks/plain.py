"""A plain NumPy teaching script, as books and courses write it: a class a layer, a loop over batches."""

from typing import Any

import numpy as np

from problem import Course, Problem
from task import Contestant

Array = Any


class Dense:
    def __init__(self, weight: Array, bias: Array, learning_rate: float, momentum: float) -> None:
        self.weight, self.bias = weight.copy(), bias.copy()
        self.velocity_weight, self.velocity_bias = np.zeros_like(weight), np.zeros_like(bias)
        self.learning_rate, self.momentum = learning_rate, momentum

    def forward(self, x: Array) -> Array:
        self.x = x
        return np.dot(x, self.weight) + self.bias

    def backward(self, d_output: Array) -> Array:
        d_weight = np.dot(self.x.T, d_output)
        d_bias = np.sum(d_output, axis=0)
        d_x = np.dot(d_output, self.weight.T)
        self.velocity_weight = self.momentum * self.velocity_weight - self.learning_rate * d_weight
        self.velocity_bias = self.momentum * self.velocity_bias - self.learning_rate * d_bias
        self.weight = self.weight + self.velocity_weight
        self.bias = self.bias + self.velocity_bias
        return d_x


class ReLU:
    def forward(self, x: Array) -> Array:
        self.x = x
        return np.maximum(0, x)

    def backward(self, d_output: Array) -> Array:
        return d_output * (self.x > 0)


class Tanh:
    def forward(self, x: Array) -> Array:
        self.output = np.tanh(x)
        return self.output

    def backward(self, d_output: Array) -> Array:
        return d_output * (1 - self.output**2)


def sigmoid_loss(z: Array, y: Array) -> tuple[float, Array]:
    p = 1 / (1 + np.exp(-z))
    loss = -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))
    return float(loss), (p - y) / len(y)


def softmax_loss(z: Array, y: Array) -> tuple[float, Array]:
    powers = np.exp(z - np.max(z, axis=1, keepdims=True))
    p = powers / np.sum(powers, axis=1, keepdims=True)
    truth = np.eye(z.shape[1], dtype=z.dtype)[y]
    loss = -np.mean(np.sum(truth * np.log(p + 1e-12), axis=1))
    return float(loss), (p - truth) / len(y)


def plain_script(problem: Problem, activation: str) -> Contestant:
    """Return the script for a chain of Dense layers that ends in logits."""
    (x, y), held_out = problem.arrays(), problem.arrays("validation")
    rule: Any = problem.recipe.optimizer
    layers: list[Any] = []
    for weights in problem.first_weights().values():
        layers += [{"relu": ReLU, "tanh": Tanh}[activation]()] if layers else []
        layers.append(Dense(weights["weight"], weights["bias"], rule.learning_rate, rule.momentum))
    criterion = sigmoid_loss if problem.kind == "binary" else softmax_loss
    course, history, seen = Course(problem), [], []

    def forward(batch: Array) -> Array:
        for layer in layers:
            batch = layer.forward(batch)
        return batch

    def train(steps: int) -> None:
        for stretch, ends in course.next(steps):
            for rows in stretch:
                loss, gradient = criterion(forward(x[rows]), y[rows])
                history.append(loss)
                for layer in reversed(layers):
                    gradient = layer.backward(gradient)
            if ends:
                seen.append(criterion(forward(held_out[0]), held_out[1])[0])

    return Contestant(train, lambda: criterion(forward(x), y)[0], lambda: seen, "a class a layer")
