"""PyTorch as a contestant: the training loop of its tutorials, losses from logits, gradients dropped after use."""

import os
from collections.abc import Callable
from typing import Any, NamedTuple

import glassnet as gn
from problem import Course, Problem
from task import Contestant


class Way(NamedTuple):
    """How PyTorch is used.

    Arguments:
        compiled: whether with torch.compile.
        one: whether with one thread instead of as many as it takes by itself.
        channels_last: whether pictures and kernels lie with their channels last.
        place: where data and module lie.
    """

    compiled: bool = False
    one: bool = False
    channels_last: bool = False
    place: str = "cpu"


def pytorch(problem: Problem, build: Callable[[Any, dict[str, Any]], Any], way: Way) -> Contestant:
    """Return PyTorch used in that way.

    Arguments:
        problem: what to learn.
        build: from torch and the first weights (tensors, by layer), the module.
        way: how.
    """
    import torch  # the peer, in the reference group

    threads = 1 if way.one else torch_threads(torch)
    setting = f"{threads} thread{'s' * (threads > 1)}{'' if way.one else ', its own choice'}"
    return Contestant(*loop(torch, problem, build, threads, way), setting)


def torch_threads(torch: Any) -> int:
    """Return how many threads PyTorch takes by itself: one a core."""
    return max(int(torch.get_num_threads()), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


def loop(
    torch: Any, problem: Problem, build: Callable[[Any, dict[str, Any]], Any], threads: int, way: Way
) -> tuple[Callable[[int], None], Callable[[], float], Callable[[], list[float]]]:
    """Return the training loop, the loss on all samples, and the losses on the validation part at epochs' ends."""
    (x, y), held_out = (
        [torch.from_numpy(array).to(way.place) for array in problem.arrays(part)] for part in ("train", "validation")
    )
    course, seen = Course(problem), list[float]()
    criterion = torch.nn.BCEWithLogitsLoss() if problem.kind == "binary" else torch.nn.CrossEntropyLoss()
    weights = problem.first_weights()
    model = build(
        torch,
        {layer: {name: torch.from_numpy(value.copy()) for name, value in of.items()} for layer, of in weights.items()},
    ).to(way.place)
    if way.channels_last:
        model = model.to(memory_format=torch.channels_last)
    optimizer = rule(torch, problem, model)
    network = torch.compile(model) if way.compiled else model

    def train(steps: int) -> None:
        torch.set_num_threads(threads)
        for stretch, ends in course.next(steps):
            rows = torch.from_numpy(stretch.ravel()).to(way.place)
            for batch, target in zip(x[rows].split(stretch.shape[1]), y[rows].split(stretch.shape[1]), strict=True):
                optimizer.zero_grad(set_to_none=True)
                criterion(network(batch), target).backward()
                optimizer.step()
            if ends:
                seen.append(measured(*held_out))

    def measured(x: Any, y: Any) -> float:
        with torch.no_grad():
            return float(criterion(model(x), y))

    return train, lambda: measured(x, y), lambda: seen


def rule(torch: Any, problem: Problem, model: Any) -> Any:
    """Return PyTorch's optimiser for the recipe's."""
    ours: Any = problem.recipe.optimizer
    if isinstance(ours, gn.SGD):
        return torch.optim.SGD(model.parameters(), ours.learning_rate, momentum=ours.momentum)
    return torch.optim.Adam(model.parameters(), ours.learning_rate, eps=ours.epsilon)


def linear(torch: Any, weights: dict[str, Any]) -> Any:
    """Return nn.Linear with these weights."""
    layer = torch.nn.Linear(*weights["weight"].shape)
    with torch.no_grad():
        layer.weight.copy_(weights["weight"].T)
        layer.bias.copy_(weights["bias"])
    return layer


def conv2d(torch: Any, weights: dict[str, Any]) -> Any:
    """Return nn.Conv2d with these weights, (height, width, channels, filters) with us."""
    height, width, channels, filters = weights["weight"].shape
    layer = torch.nn.Conv2d(channels, filters, (height, width))
    with torch.no_grad():
        layer.weight.copy_(weights["weight"].permute(3, 2, 0, 1))
        layer.bias.copy_(weights["bias"])
    return layer


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
