"""The contests of training: a tiny network, an MLP, two CNNs, an LSTM."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

import glassnet as gn
from cnn import cnn_model, cnn_module, digit_cnn_problem, spoken_cnn_problem
from everyone import Words, everyone
from floors import cnn_floor, dense_floor, lstm_floor
from glassnet.optim import Adam
from glassnet.train import Recipe
from jax_side import cnn_apply, dense_chain, lstm_apply
from pictures import HELD_OUT, PICTURES, digits
from plain import plain_script
from problem import Problem, whole_batches
from sklearn_side import scikit_learn
from task import BY_HAND, EAGER, Allowance, Bar, Task
from torch_side import linear, recurrent

LIMIT = Bar(BY_HAND, 0.95)


def moons_problem() -> Problem:
    """2-4-1 on two moons, all 200 samples in every step."""
    data = whole_batches(gn.data.moons(200, noise=0.1, seed=0, validation=0.0), 200)
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1)])
    return Problem(network, Recipe("sigmoid_cross_entropy", gn.SGD(0.1), batch_size=200), data, "binary")


def mnist_mlp_problem(held_out: int = HELD_OUT) -> Problem:
    """784-128-64-10, batch 32, SGD with momentum."""
    network = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])
    recipe = Recipe("sparse_softmax_cross_entropy", gn.SGD(0.01, momentum=0.9), batch_size=32)
    return Problem(network, recipe, whole_batches(digits(PICTURES + held_out), 32, held_out), "classes")


def moons() -> Task:
    """(a) 2-4-1 on two moons."""
    problem = moons_problem()

    def module(torch: Any, weights: dict[str, Any]) -> Any:
        layers = [linear(torch, of) for of in weights.values()]
        return torch.nn.Sequential(layers[0], torch.nn.Tanh(), layers[1])

    def model(keras: Any) -> Any:
        layers = keras.layers
        return keras.Sequential([layers.Input((2,)), layers.Dense(4, "tanh"), layers.Dense(1)])

    contestants = everyone(problem, Words(module, model, dense_chain("tanh"))) | {
        "scikit-learn": partial(scikit_learn, problem, (4,), "tanh"),
        "plain NumPy script": partial(plain_script, problem, "tanh"),
    }
    bars = (LIMIT, Bar("PyTorch eager", 25), Bar("plain NumPy script", 5))
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

    contestants = everyone(problem, Words(mlp_module, model, dense_chain("relu"))) | {
        "scikit-learn": partial(scikit_learn, problem, (128, 64), "relu"),
        "plain NumPy script": partial(plain_script, problem, "relu"),
    }
    bars = (LIMIT, Bar("PyTorch eager", 2.5), Bar("Keras on JAX", 1.5), Bar("plain NumPy script", 4))
    floor = dense_floor([784, 128, 64, 10], 32, 2, 784)
    epoch = problem.steps_per_epoch
    title = f"{problem.data.name}, 784-128-64-10, batch 32, momentum; {held_out(problem)}"
    return Task("b", title, 10 * epoch, epoch, 2 * epoch, 1e-4, floor, bars, contestants, most_of_floor=1.35)


def mnist_cnn() -> Task:
    """(c) two 3×3 convolutions of 8 and 16 filters, each halved, batch 64, SGD with momentum."""
    problem = digit_cnn_problem()
    epoch = problem.steps_per_epoch
    return cnn_task("c", problem, f"CNN 8-16 of 3×3, batch 64, momentum; {held_out(problem)}", epoch, epoch)


def spoken_cnn() -> Task:
    """(c2) three 3×3 convolutions of 16, 32 and 32 filters on 61×64, each halved, batch 32, Adam.

    Adam magnifies rounding of small gradients: losses agree to 1e-8 after 10 steps, to 1e-3 after 40.
    """
    title = "CNN 16-32-32 of 3×3 and 64 units, batch 32, Adam"
    # With ε = 1e-10 instead of 1e-8 they agree, as in (d), whose gradients are larger.
    reason = (
        "its Adam adds ε to √v before v is corrected for its beginning at 0, which counts where gradients are small"
    )
    return cnn_task("c2", spoken_cnn_problem(), title, 10, 20)._replace(allowance=Allowance("Keras", 5e-3, reason))


def cnn_task(key: str, problem: Problem, title: str, least: int, check: int) -> Task:
    """Return the contest of a convolutional network."""
    module, model = partial(cnn_module, size=problem.data.x.shape[1:]), partial(cnn_model, problem=problem)
    contestants = everyone(problem, Words(module, model, cnn_apply, pictures=True))
    bars = (LIMIT, Bar("PyTorch", 1), Bar("PyTorch", 1.2, busy=True), Bar("PyTorch", 0.5, of=EAGER))
    title = f"{problem.data.name}, {title}"
    return Task(key, title, 2 * least, least, check, 1e-4, cnn_floor(problem), bars, contestants)


def held_out(problem: Problem) -> str:
    """Return what is looked at when an epoch ends, in words."""
    parts = problem.data.parts
    return f"every {problem.steps_per_epoch} steps a look at {len(parts['validation'])} held out"


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

    contestants = everyone(problem, Words(module, model, lstm_apply))
    bars = (LIMIT, Bar("PyTorch eager", 1), Bar("Keras on JAX", 1.5), Bar("Keras on JAX", 1.2, busy=True))
    floor = lstm_floor(32, 20, 8, 64)
    return Task("d", "LSTM 64, 20 steps of 8 features, batch 32, Adam", 200, 20, 100, 1e-4, floor, bars, contestants)


TASKS: dict[str, Callable[[], Task]] = {"a": moons, "b": mnist_mlp, "c": mnist_cnn, "c2": spoken_cnn, "d": sequences}
