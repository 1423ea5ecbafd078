"""PyTorch as a contestant: the training loop of its tutorials, losses from logits, gradients dropped after use."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import glassnet as gn
from problem import Problem
from task import Contestant


def pytorch(problem: Problem, build: Callable[[Any, dict[str, Any]], Any], *, compiled: bool, one: bool) -> Contestant:
    """Return PyTorch with as many threads as it takes by itself, or one.

    Arguments:
        problem: what to learn.
        build: from torch and the first weights (tensors, by layer), the module.
        compiled: whether to use torch.compile.
        one: whether to use one thread.
    """
    import torch  # the peer, in the reference group

    threads = 1 if one else torch_threads(torch)
    train, loss = loop(torch, problem, build, threads, compiled)
    return Contestant(train, loss, f"{threads} thread{'s' * (threads > 1)}{'' if one else ', its own choice'}")


def torch_threads(torch: Any) -> int:
    """Return how many threads PyTorch takes by itself: one a core."""
    return max(int(torch.get_num_threads()), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


def loop(
    torch: Any,
    problem: Problem,
    build: Callable[[Any, dict[str, Any]], Any],
    threads: int,
    compiled: bool,
    place: str = "cpu",
) -> tuple[Callable[[int], None], Callable[[], float]]:
    """Return the training loop and the loss on all samples; data and module lie at the place of that name."""
    x, y = (torch.from_numpy(part).to(place) for part in problem.arrays())

    def in_order() -> Iterator[tuple[Any, Any]]:
        for order in problem.orders():
            rows = torch.from_numpy(order).to(place)
            yield from zip(x[rows].split(problem.batch_size), y[rows].split(problem.batch_size), strict=True)

    batches = in_order()
    criterion = torch.nn.BCEWithLogitsLoss() if problem.kind == "binary" else torch.nn.CrossEntropyLoss()
    weights = problem.first_weights()
    model = build(
        torch,
        {layer: {name: torch.from_numpy(value.copy()) for name, value in of.items()} for layer, of in weights.items()},
    ).to(place)
    optimizer = rule(torch, problem, model)
    network = torch.compile(model) if compiled else model

    def train(steps: int) -> None:
        torch.set_num_threads(threads)
        for _ in range(steps):
            batch, target = next(batches)
            optimizer.zero_grad(set_to_none=True)
            criterion(network(batch), target).backward()
            optimizer.step()

    def loss() -> float:
        with torch.no_grad():
            return float(criterion(model(x), y))

    return train, loss


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
