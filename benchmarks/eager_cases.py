"""What benchmarks/eager.py measures: the same work for Glassnet and for PyTorch, from the same weights.

PyTorch's side is written as its documentation advises for eager training: losses from logits, batches that are
tensors already, gradients dropped rather than zeroed. Ours does all that training does (batches drawn, the
loss checked, states kept on the timeline).
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.random import stream
from glassnet.run import Run
from glassnet.train import Plan, Recipe, start, steps


class Case(NamedTuple):
    """The same work on both sides.

    Arguments:
        name: what is measured.
        steps: how many times a round does it.
        ours, theirs: do it so many times.
        difference: the largest relative difference between both sides' results, from the same weights.
    """

    name: str
    steps: int
    ours: Callable[[int], None]
    theirs: Callable[[int], None]
    difference: Callable[[], float]


def cases(torch: Any) -> Iterator[Case]:
    """Yield every case, made when its turn comes."""
    yield mnist_mlp(torch)
    for samples, batch_size in ((200, 10), (200, 200), (500, 500)):
        yield tiny(torch, samples, batch_size, logits=True)
    yield tiny(torch, 200, 10, logits=False)
    yield tiny(torch, 200, 200, logits=False)
    yield convolution(torch, 8, 16)
    yield convolution(torch, 16, 16)
    yield lstm(torch)


def mnist_mlp(torch: Any) -> Case:
    """784-128-64-10, batch 32, SGD with momentum: the shape of MNIST, random numbers."""
    rng = np.random.default_rng(0)
    data = gn.Dataset("random", rng.random((4096, 784), dtype=np.float32), rng.integers(0, 10, 4096))
    net = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])
    recipe = Recipe("sparse_softmax_cross_entropy", gn.SGD(0.01, momentum=0.9), batch_size=32)
    linear, relu = torch.nn.Linear, torch.nn.ReLU
    model = torch.nn.Sequential(linear(784, 128), relu(), linear(128, 64), relu(), linear(64, 10))
    return training(torch, "MNIST MLP 784-128-64-10, batch 32", 200, net, recipe, data, model)


def tiny(torch: Any, samples: int, batch_size: int, *, logits: bool) -> Case:
    """2-4-1 on two moons: binary cross-entropy from logits, or from the probabilities of a sigmoid."""
    data = gn.data.moons(samples, noise=0.1, seed=0, validation=0.0)
    net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1) if logits else gn.Dense(1, "sigmoid")])
    loss = "sigmoid_cross_entropy" if logits else "binary_cross_entropy"
    recipe = Recipe(loss, gn.SGD(0.1), batch_size=batch_size)
    end = [] if logits else [torch.nn.Sigmoid()]
    model = torch.nn.Sequential(torch.nn.Linear(2, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1), *end)
    batch = f"all {samples}" if batch_size == samples else f"batch {batch_size}"
    kind = "from logits" if logits else "after sigmoid"
    return training(torch, f"2-4-1, {batch}, loss {kind}", 1000, net, recipe, data, model)


def lstm(torch: Any) -> Case:
    """28 steps of 28 features, 32 units, the last state into ten classes; batch 32, SGD."""
    rng = np.random.default_rng(0)
    data = gn.Dataset("random", rng.random((1024, 28, 28), dtype=np.float32), rng.integers(0, 10, 1024))
    net = gn.Network([gn.LSTM(32), gn.Dense(10)])

    class Model(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.lstm = torch.nn.LSTM(28, 32, batch_first=True)
            self.dense = torch.nn.Linear(32, 10)

        def forward(self, x: Any) -> Any:
            return self.dense(self.lstm(x)[0][:, -1])

    recipe = Recipe("sparse_softmax_cross_entropy", gn.SGD(0.01), batch_size=32)
    return training(torch, "LSTM, 28 steps × 28 → 32 units, batch 32", 50, net, recipe, data, Model())


LOSSES = {
    "SparseSoftmaxCrossEntropy": "CrossEntropyLoss",
    "SigmoidCrossEntropy": "BCEWithLogitsLoss",
    "BinaryCrossEntropy": "BCELoss",
}


def training(torch: Any, name: str, count: int, net: gn.Network, recipe: Recipe, data: gn.Dataset, model: Any) -> Case:
    """Return a case of whole training steps; the model takes our first weights over."""
    plan = Plan(net, recipe, data)
    copy_parameters(torch, start(plan).params, model)
    rule, size = recipe.optimizer, recipe.batch_size
    optimizer = torch.optim.SGD(model.parameters(), lr=rule.learning_rate, momentum=rule.momentum)
    loss = getattr(torch.nn, LOSSES[type(recipe.loss).__name__])()
    x, y = (torch.tensor(part) for part in plan.samples["train"])
    batches = list(zip(x.split(size), y.split(size), strict=True))
    run = Run(net, recipe, data)

    def one(batch: Any, target: Any) -> Any:
        optimizer.zero_grad()
        value = loss(model(batch), target)
        value.backward()
        optimizer.step()
        return value

    def theirs(steps_to_do: int) -> None:
        for number in range(steps_to_do):
            one(*batches[number % len(batches)])

    def difference() -> float:
        largest = 0.0
        for _, step in zip(range(20), steps(plan, start(plan)), strict=False):
            other = one(x[step.indices], y[step.indices]).item()
            largest = max(largest, abs(step.loss - other) / other)
        return largest

    return Case(name, count, lambda steps_to_do: run.advance(steps_to_do) and None, theirs, difference)


def convolution(torch: Any, channels: int, filters: int) -> Case:
    """One layer, 3×3 over 28×28, "same", batch 64: forward, and backward to weights and input."""
    layer = gn.Conv2D(filters, 3, padding="same")
    params, _, _ = layer.build(stream(0), (28, 28, channels), "float32")
    x, d_output = stream(1).normal((64, 28, 28, channels)), stream(2).normal((64, 28, 28, filters))
    twin = torch.nn.Conv2d(channels, filters, 3, padding="same")
    with torch.no_grad():
        twin.weight.copy_(torch.tensor(params["weight"]).permute(3, 2, 0, 1))
        twin.bias.copy_(torch.tensor(params["bias"]))
    pictures = torch.tensor(x).permute(0, 3, 1, 2).contiguous().requires_grad_()
    d_pictures = torch.tensor(d_output).permute(0, 3, 1, 2).contiguous()

    def ours(count: int) -> Any:
        for _ in range(count):
            _, parts, _ = layer.forward(params, {}, x, train=True, rng=stream(0))
            d_x, grads, _ = layer.backward(params, parts, d_output, need_d_x=True)
        return d_x, grads["weight"]

    def theirs(count: int) -> Any:
        for _ in range(count):
            twin.weight.grad = twin.bias.grad = pictures.grad = None
            twin(pictures).backward(d_pictures)
        return pictures.grad.permute(0, 2, 3, 1).numpy(), twin.weight.grad.permute(2, 3, 1, 0).numpy()

    def difference() -> float:
        return max(float(abs(a - b).max() / abs(b).max()) for a, b in zip(ours(1), theirs(1), strict=True))

    return Case(f"3×3 convolution, 64 × 28×28, {channels} → {filters}", 5, ours, theirs, difference)


def copy_parameters(torch: Any, params: dict[str, Any], model: Any) -> None:
    """Give the model our weights: its modules with parameters come in the order of our layers."""
    modules = [module for module in model.modules() if list(module.parameters(recurse=False))]
    with torch.no_grad():
        for layer, module in zip(params.values(), modules, strict=True):
            if "recurrent_weight" in layer:
                module.weight_ih_l0.copy_(torch.tensor(layer["weight"].T))
                module.weight_hh_l0.copy_(torch.tensor(layer["recurrent_weight"].T))
                module.bias_ih_l0.copy_(torch.tensor(layer["bias"]))
                module.bias_hh_l0.zero_().requires_grad_(False)  # a second bias would learn twice as fast
            else:
                module.weight.copy_(torch.tensor(layer["weight"].T))
                module.bias.copy_(torch.tensor(layer["bias"]))
