"""The contests of training: a tiny network, an MLP, two CNNs, an LSTM."""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

import glassnet as gn
from cnn import cnn_model, cnn_module, digit_cnn_problem, spoken_cnn_problem
from glassnet.base.random import stream
from glassnet.optim import Adam
from glassnet.train import Recipe
from glassnet_side import glassnet
from keras_side import keras_on_jax
from pictures import digits
from plain import plain_script
from problem import Problem, whole_batches
from sklearn_side import scikit_learn
from task import COMPILED, EAGER, Contestant, Floor, Task
from torch_side import linear, pytorch


def dense_floor(sizes: list[int], batch: int, kept: int, inputs: int) -> Floor:
    """Return the floor of a chain of Dense layers; `kept` numbers a weight that are read and written."""
    pairs = list(pairwise(sizes))
    weights = sum(a * b + b for a, b in pairs)
    operations = sum(2 * batch * a * b * (2 if place == 0 else 3) for place, (a, b) in enumerate(pairs))
    return Floor(operations, 4 * (2 * kept * weights + batch * inputs))


def moons_problem() -> Problem:
    """2-4-1 on two moons, all 200 samples in every step."""
    data = whole_batches(gn.data.moons(200, noise=0.1, seed=0, validation=0.0), 200)
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1)])
    return Problem(network, Recipe("sigmoid_cross_entropy", gn.SGD(0.1), batch_size=200), data, "binary")


def mnist_mlp_problem() -> Problem:
    """784-128-64-10, batch 32, SGD with momentum."""
    network = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])
    recipe = Recipe("sparse_softmax_cross_entropy", gn.SGD(0.01, momentum=0.9), batch_size=32)
    return Problem(network, recipe, whole_batches(digits(), 32), "classes")


def moons() -> Task:
    """(a) 2-4-1 on two moons."""
    problem = moons_problem()

    def module(torch: Any, weights: dict[str, Any]) -> Any:
        layers = [linear(torch, of) for of in weights.values()]
        return torch.nn.Sequential(layers[0], torch.nn.Tanh(), layers[1])

    def model(keras: Any) -> Any:
        layers = keras.layers
        return keras.Sequential([layers.Input((2,)), layers.Dense(4, "tanh"), layers.Dense(1)])

    contestants = everyone(problem, module, model) | {
        "scikit-learn": lambda: scikit_learn(problem, (4,), "tanh"),
        "plain NumPy script": lambda: plain_script(problem, "tanh"),
    }
    bars = {"PyTorch eager": 25.0, "plain NumPy script": 5.0}
    floor = dense_floor([2, 4, 1], 200, 1, 2)
    return Task("a", "moons, 2-4-1, full batch of 200, SGD", 5000, 100, 500, 1e-4, floor, bars, contestants)


def mlp_module(torch: Any, weights: dict[str, Any]) -> Any:
    """Return 784-128-64-10 in PyTorch."""
    one, two, three = (linear(torch, of) for of in weights.values())
    return torch.nn.Sequential(one, torch.nn.ReLU(), two, torch.nn.ReLU(), three)


def mnist_mlp() -> Task:
    """(b) an MLP on MNIST."""
    problem = mnist_mlp_problem()

    def model(keras: Any) -> Any:
        layers = keras.layers
        hidden = [layers.Dense(units, "relu") for units in (128, 64)]
        return keras.Sequential([layers.Input((784,)), *hidden, layers.Dense(10)])

    contestants = everyone(problem, mlp_module, model) | {
        "scikit-learn": lambda: scikit_learn(problem, (128, 64), "relu"),
        "plain NumPy script": lambda: plain_script(problem, "relu"),
    }
    bars = {"PyTorch eager": 2.5, "Keras on JAX": 1.5, "plain NumPy script": 4.0}
    floor = dense_floor([784, 128, 64, 10], 32, 2, 784)
    epoch = problem.steps_per_epoch
    title = f"{problem.data.name}, 784-128-64-10, batch 32, momentum"
    return Task("b", title, 10 * epoch, epoch, 2 * epoch, 1e-4, floor, bars, contestants)


def mnist_cnn() -> Task:
    """(c) two 3×3 convolutions of 8 and 16 filters, each halved, batch 64, SGD with momentum."""
    return cnn_task("c", digit_cnn_problem(), "CNN 8-16 of 3×3, batch 64, momentum", 60, 40)


def spoken_cnn() -> Task:
    """(c2) three 3×3 convolutions of 16, 32 and 32 filters on 61×64, each halved, batch 32, Adam."""
    return cnn_task("c2", spoken_cnn_problem(), "CNN 16-32-32 of 3×3 and 64 units, batch 32, Adam", 20, 10)


def cnn_task(key: str, problem: Problem, title: str, steps: int, check: int) -> Task:
    """Return the contest of a convolutional network.

    Adam magnifies rounding of small gradients: losses agree to 1e-8 after 10 steps, to 1e-3 after 40.
    """
    size = problem.data.x.shape[1:]
    contestants = everyone(
        problem,
        lambda torch, weights: cnn_module(torch, weights, size),
        lambda keras: cnn_model(keras, problem),
    )
    title = f"{problem.data.name}, {title}"
    return Task(key, title, steps, 10, check, 1e-4, cnn_floor(problem), {"PyTorch eager": 1.2}, contestants)


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


def sequences() -> Task:
    """(d) LSTM 64 over 20 steps of 8 features, batch 32, Adam: whether the weighted sum of the first steps is up."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(640, 20, 8)).astype(np.float32)
    y = (x[:, :10, 0].sum(axis=1) > 0).astype(int)
    data = gn.Dataset("sequences", x, y, class_names=("down", "up"))
    network = gn.Network([gn.LSTM(64), gn.Dense(1)])
    problem = Problem(network, Recipe("sigmoid_cross_entropy", Adam(0.001), batch_size=32), data, "binary")

    def module(torch: Any, weights: dict[str, Any]) -> Any:
        return recurrent(torch, weights["lstm_1"], linear(torch, weights["dense_1"]))

    def model(keras: Any) -> Any:
        layers = keras.layers
        return keras.Sequential([layers.Input((20, 8)), layers.LSTM(64), layers.Dense(1)])

    contestants = everyone(problem, module, model)
    operations = 3 * 2 * 32 * 20 * (8 + 64) * 256 - 2 * 32 * 20 * 8 * 256 + 3 * 2 * 32 * 64
    weights = (8 + 64 + 1) * 256 + 65
    floor = Floor(operations, 4 * (6 * weights + 32 * 20 * (8 + 2 * 7 * 64)))
    bars = {"PyTorch eager": 1.0}
    return Task("d", "LSTM 64, 20 steps of 8 features, batch 32, Adam", 100, 20, 100, 1e-4, floor, bars, contestants)


def recurrent(torch: Any, weights: dict[str, Any], dense: Any) -> Any:
    """Return nn.LSTM and a linear layer on its last output; gates in PyTorch's order are ours."""
    layer = torch.nn.LSTM(8, 64, batch_first=True)
    with torch.no_grad():
        layer.weight_ih_l0.copy_(weights["weight"].T)
        layer.weight_hh_l0.copy_(weights["recurrent_weight"].T)
        layer.bias_ih_l0.copy_(weights["bias"])
        layer.bias_hh_l0.zero_()
    layer.bias_hh_l0.requires_grad_(False)  # one bias, as with us and in Keras

    class Last(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.recurrent, self.dense = layer, dense

        def forward(self, x: Any) -> Any:
            return self.dense(self.recurrent(x)[0][:, -1])

    return Last()


def everyone(
    problem: Problem, module: Callable[[Any, dict[str, Any]], Any], model: Callable[[Any], Any]
) -> dict[str, Callable[[], Contestant]]:
    """Return those that take part in every contest."""
    order = [name for name, of in problem.first_weights().items() if of]
    return {
        COMPILED: lambda: glassnet(problem, "xla"),
        EAGER: lambda: glassnet(problem, "eager"),
        "PyTorch eager": lambda: pytorch(problem, module, compiled=False, one=False),
        "PyTorch eager, one thread": lambda: pytorch(problem, module, compiled=False, one=True),
        "PyTorch torch.compile, one thread": lambda: pytorch(problem, module, compiled=True, one=True),
        "Keras on JAX": lambda: keras_on_jax(problem, model, order, 1),
        "Keras on JAX, 16 at once": lambda: keras_on_jax(problem, model, order, 16),
    }


TASKS: dict[str, Callable[[], Task]] = {"a": moons, "b": mnist_mlp, "c": mnist_cnn, "c2": spoken_cnn, "d": sequences}
