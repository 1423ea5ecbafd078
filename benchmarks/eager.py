"""One training step, read eagerly, beside PyTorch eager: ratios from one run.

    python benchmarks/eager.py [--rounds 15] [--threads 2] [--json FILE]

Every round times each side once, one after the other, so that a busy machine is busy for both; the
median of the rounds' ratios is what counts. The arrays are random: the time of a step does not
depend on the numbers in them. Ours does all that training does (batches drawn, loss checked, states
kept on the timeline); PyTorch's side is the usual five lines on batches that are already cut.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import glassnet as gn
from glassnet.run import Run
from glassnet.train import Recipe


class Case(NamedTuple):
    """One network trained on both sides for so many steps a round."""

    name: str
    steps: int
    ours: Callable[[int], None]
    theirs: Callable[[int], None]


def mnist_mlp(torch: Any) -> Case:
    """784-128-64-10, batch 32, SGD 0.01 with momentum 0.9."""
    rng = np.random.default_rng(0)
    x, y = rng.random((4096, 784), dtype=np.float32), rng.integers(0, 10, 4096)
    net = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])
    recipe = Recipe("sparse_softmax_cross_entropy", gn.SGD(0.01, momentum=0.9), batch_size=32)
    run = Run(net, recipe, gn.Dataset("random", x, y))
    linear, relu = torch.nn.Linear, torch.nn.ReLU
    model = torch.nn.Sequential(linear(784, 128), relu(), linear(128, 64), relu(), linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    theirs = torch_steps(model, torch.nn.CrossEntropyLoss(), optimizer, torch.tensor(x), torch.tensor(y), 32)
    return Case("MNIST MLP 784-128-64-10, batch 32", 200, lambda count: run.advance(count) and None, theirs)


def tiny(torch: Any, batch_size: int) -> Case:
    """2-4-1 with tanh and sigmoid, binary cross-entropy, SGD 0.1."""
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    run = Run(net, Recipe("binary_cross_entropy", gn.SGD(0.1), batch_size=batch_size), data, memory=2**21)
    model = torch.nn.Sequential(torch.nn.Linear(2, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1), torch.nn.Sigmoid())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x = torch.tensor(data.x, dtype=torch.float32)
    y = torch.tensor(data.y, dtype=torch.float32)[:, None]
    theirs = torch_steps(model, torch.nn.BCELoss(), optimizer, x, y, batch_size)
    return Case(f"2-4-1, batch {batch_size}", 1000, lambda count: run.advance(count) and None, theirs)


def torch_steps(model: Any, loss: Any, optimizer: Any, x: Any, y: Any, batch_size: int) -> Callable[[int], None]:
    """Return a function that makes so many usual PyTorch steps."""
    batches = list(zip(x.split(batch_size), y.split(batch_size), strict=True))

    def train(count: int) -> None:
        for number in range(count):
            batch, target = batches[number % len(batches)]
            optimizer.zero_grad()
            loss(model(batch), target).backward()
            optimizer.step()

    return train


def microseconds(train: Callable[[int], None], steps: int) -> float:
    """Return the time of one step."""
    begin = time.perf_counter()
    train(steps)
    return (time.perf_counter() - begin) / steps * 1e6


def measure(case: Case, rounds: int) -> dict[str, float | str]:
    """Return the medians of both sides and of their ratio (above 1: ours is faster)."""
    case.ours(case.steps // 5)
    case.theirs(case.steps // 5)
    pairs = [(microseconds(case.ours, case.steps), microseconds(case.theirs, case.steps)) for _ in range(rounds)]
    return {
        "case": case.name,
        "glassnet_us": round(statistics.median(ours for ours, _ in pairs), 1),
        "torch_us": round(statistics.median(theirs for _, theirs in pairs), 1),
        "torch_over_glassnet": round(statistics.median(theirs / ours for ours, theirs in pairs), 2),
    }


def main() -> None:
    """Measure every case and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--threads", type=int, help="PyTorch's threads (its own choice by default)")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    options = parser.parse_args()
    import torch  # the peer, in the reference group

    if options.threads:
        torch.set_num_threads(options.threads)
    rows = [measure(case, options.rounds) for case in (mnist_mlp(torch), tiny(torch, 10), tiny(torch, 200))]
    print(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads; NumPy {np.__version__}")
    print(f"{'one step':<36}{'Glassnet µs':>12}{'PyTorch µs':>12}{'PyTorch ÷ Glassnet':>20}")
    for row in rows:
        print(f"{row['case']:<36}{row['glassnet_us']:>12}{row['torch_us']:>12}{row['torch_over_glassnet']:>20}")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2))


if __name__ == "__main__":
    main()
