"""What training costs besides its steps: history, states kept on the timeline, `gn.fit` around it all.

Each way prepares the same data and trains the MNIST MLP (784-128-64-10, batch 32, SGD with momentum), on random
numbers, for one epoch of 512 steps from the first weights. In a round each way has its turn.
"""

import statistics
import time
from collections.abc import Callable
from itertools import islice

import numpy as np

import glassnet as gn
from glassnet.train import Plan, Recipe, start, steps

STEPS = 512
LOSS, RULE = "sparse_softmax_cross_entropy", gn.SGD(0.01, momentum=0.9)


def recording(rounds: int) -> list[str]:
    """Return a Markdown table: time of a step each way, and beside that of the bare step."""
    rng = np.random.default_rng(0)
    data = gn.Dataset("random", rng.random((32 * STEPS, 784), dtype=np.float32), rng.integers(0, 10, 32 * STEPS))
    net = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])
    settings = {"loss": LOSS, "optimizer": RULE, "epochs": 1, "progress": False}
    ways: dict[str, Callable[[], object]] = {
        "steps alone": lambda: bare_steps(Plan(net, Recipe(LOSS, RULE), data)),
        "gn.fit that keeps no states": lambda: gn.fit(net, data, memory=0, **settings),
        "gn.fit with 64 MB of states, the default": lambda: gn.fit(net, data, **settings),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, train in ways.items():
            begin = time.perf_counter()
            train()
            if number:  # the first round warms up
                times[name].append((time.perf_counter() - begin) / STEPS * 1e6)
    bare = times["steps alone"]
    lines = ["| MNIST MLP, batch 32 | µs a step | more than steps alone |", "|---|---:|---:|"]
    for name, measured in times.items():
        ratio = statistics.median(one / other for one, other in zip(measured, bare, strict=True))
        lines.append(f"| {name} | {statistics.median(measured):.1f} | {ratio - 1:+.1%} |")
    return ["\n".join(lines)]


def bare_steps(plan: Plan) -> None:
    """Train without history and timeline."""
    for _ in islice(steps(plan, start(plan)), STEPS):
        pass
