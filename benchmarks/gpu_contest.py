"""Speed on a GPU: the same steps by Glassnet compiled and by PyTorch eager, turn by turn on one card."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import torch

import glassnet as gn
from cnn import cnn_module, digit_cnn_problem, spoken_cnn_problem
from glassnet.run import Run
from glassnet.train.xla.hardware import Hardware
from problem import Problem
from tasks import mlp_module, mnist_mlp_problem
from torch_side import Way, loop

GLASSNET = "Glassnet compiled"
CHECK = 40
"""Steps after which all must stand at the same loss."""
SPOKEN = "61×64, CNN 16-32-32 and 64 units, batch 32, Adam"
TASKS: dict[str, tuple[str, Callable[..., Problem], Callable[..., Any]]] = {
    "b": ("784-128-64-10, batch 32, momentum", mnist_mlp_problem, mlp_module),
    "c": ("28×28, CNN 8-16 of 3×3, batch 64, momentum", digit_cnn_problem, partial(cnn_module, size=(28, 28, 1))),
    "c2": (
        "61×64, CNN 16-32-32 and 64 units, batch 32, Adam",
        spoken_cnn_problem,
        partial(cnn_module, size=(61, 64, 1)),
    ),
}


def contest(key: str, device: str, turns: int, *, small: bool) -> list[str]:
    """Return the section of the report."""
    title, make, module = TASKS[key]
    problem = make(held_out=0)
    contestants = {
        GLASSNET: glassnet(problem, device),
        f"{GLASSNET}, a tenth held out": glassnet(problem, device, validation=0.1),
        "PyTorch eager, float32": pytorch(problem, module, device, tf32=False),
        "PyTorch eager, TF32": pytorch(problem, module, device, tf32=True),
    }
    count = 20 if small else 512
    losses = {}
    for name, (train, loss) in contestants.items():
        train(CHECK)
        losses[name] = loss()
        train(count)
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(turns):
        for name, (train, _) in contestants.items():
            begin = time.perf_counter()
            train(count)
            times[name].append((time.perf_counter() - begin) / count * 1e6)
    lines = [
        f"## ({key}) {problem.data.name}, {title}",
        "",
        f"| | µs a step | beside {GLASSNET} | loss after {CHECK} steps |",
        "|---|---:|---:|---:|",
    ]
    for name, taken in times.items():
        ratio = statistics.median(mine / other for mine, other in zip(taken, times[GLASSNET], strict=True))
        lines.append(f"| {name} | {statistics.median(taken):,.1f} | {ratio:.2f} | {losses[name]:.6f} |")
    return [*lines, ""]


def glassnet(
    problem: Problem, device: str, validation: float = 0.0
) -> tuple[Callable[[int], Any], Callable[[], float]]:
    """Return a run's `advance` and its loss on all training samples."""
    data = problem.data
    if validation:
        data = gn.data.from_arrays(data.x, data.y, validation=validation)
    run = Run(problem.network, replace(problem.recipe, engine="xla"), data, hardware=Hardware(device))
    return run.advance, lambda: run.evaluate("train").loss


def pytorch(
    problem: Problem, module: Callable[..., Any], device: str, *, tf32: bool
) -> tuple[Callable[[int], Any], Callable[[], float]]:
    """Return PyTorch's training loop on the card, which waits for its last step, and the loss on all samples."""
    place = "cuda" if device == "gpu" else "cpu"
    train, loss, _ = loop(torch, problem, module, torch.get_num_threads(), Way(place=place))

    def allowed(work: Callable[..., Any], *arguments: Any) -> Any:
        torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = tf32
        done = work(*arguments)
        if place == "cuda":
            torch.cuda.synchronize()
        return done

    return partial(allowed, train), partial(allowed, loss)
