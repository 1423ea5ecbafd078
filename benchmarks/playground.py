"""(e) TensorFlow Playground's default epoch: 250 samples, batches of 10, with and without the maps of all neurons.

Its method, a number at a time, is written in playground.mjs and run by Node. Both sides begin with the same weights
and see the samples in the same order; an epoch measures the training loss along the way and the loss on the 250 held
out. With maps, the outputs of all 9 nodes at 100×100 points are worked out after each epoch.
"""

import json
import shutil
import statistics
import subprocess
import time
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

import glassnet as gn
from glassnet.nn.passes import forward
from glassnet.run import Run
from glassnet.train import Recipe, steps
from glassnet.train.loop import epoch_order
from glassnet.train.xla.hardware import Hardware

SIDE, EPOCHS, CHECK = 100, 200, 20
FRAME_MILLISECONDS = 1000 / 60


class Node:
    """The JavaScript side: a Node process that trains when asked."""

    def __init__(self, run: Run) -> None:
        node = shutil.which("node")
        if node is None:
            raise FileNotFoundError("node")
        script = str(Path(__file__).with_name("playground.mjs"))
        self.process = subprocess.Popen([node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        train, test = run.plan.samples["train"], run.plan.samples["validation"]
        layers = [{name: value.tolist() for name, value in of.items()} for of in run.state.params.values()]
        self.ask(
            task={
                "layers": layers,
                "rate": 2 * run.recipe.optimizer.learning_rate,  # its loss is half the square
                "batch": run.recipe.batch_size,
                "train": {"x": train.x.tolist(), "y": train.y[:, 0].tolist()},
                "test": {"x": test.x.tolist(), "y": test.y[:, 0].tolist()},
            }
        )

    def ask(self, **request: Any) -> Any:
        """Send a request and return the answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=10)


def make_run(engine: str) -> Run:
    """Return the default Playground network, 2-4-2-1 of tanh, on its circle data, targets −1 and 1."""
    circle = gn.data.circle(500, noise=0.1, seed=0, validation=0.5)
    data = replace(circle, y=2.0 * circle.y[:, None] - 1.0, class_names=(), source={})
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(2, "tanh"), gn.Dense(1, "tanh")])
    recipe = Recipe("mean_squared_error", gn.SGD(0.015), batch_size=10, engine=engine)
    return Run(network, recipe, data, hardware=Hardware("cpu"))


def maps(run: Run, grid: Any) -> list[Any]:
    """Return the outputs of all nodes on the grid."""
    _, tape, _ = forward(run.network, run.state.params, run.state.layers, grid, train=False, rng=run.plan.rng)
    return [grid, *(parts["a"] for parts in tape.values())]


def train(run: Run, epochs: int, side: int, grid: Any) -> float:
    """Train so many epochs, with maps where `side` is not 0; return the microseconds it took."""
    per_epoch = run.plan.steps_per_epoch
    begin = time.perf_counter()
    if side:
        for _ in range(epochs):
            run.advance(per_epoch)
            maps(run, grid)
    else:
        run.advance(epochs * per_epoch)
    return (time.perf_counter() - begin) * 1e6


def check() -> str:
    """Return both sides' losses after some epochs in the same order of samples.

    Raises:
        SystemExit: they differ by more than a thousandth.
    """
    run = make_run("eager")
    order = epoch_order(run.plan, 0)
    node = Node(run)
    x, y = run.plan.samples["train"]
    try:
        node.ask(task=shuffled(run, order))
        theirs = node.ask(epochs=1, maps=0)["loss"]
    finally:
        node.close()
    state = next(islice(steps(run.plan, run.state), run.plan.steps_per_epoch - 1, None)).state
    output, _, _ = forward(run.network, state.params, state.layers, x, train=False, rng=run.plan.rng)
    ours = float(0.5 * ((output - y) ** 2).mean())
    if not abs(ours - theirs) <= 1e-3 * theirs:
        raise SystemExit(f"Playground: after an epoch Glassnet stands at {ours:.6f}, the JavaScript at {theirs:.6f}.")
    return f"after an epoch in the same order: {ours:.6f} with Glassnet, {theirs:.6f} in JavaScript"


def shuffled(run: Run, order: Any) -> dict[str, Any]:
    """Return the task for Node with the training samples in that order."""
    train_part, test = run.plan.samples["train"], run.plan.samples["validation"]
    layers = [{name: value.tolist() for name, value in of.items()} for of in run.state.params.values()]
    return {
        "layers": layers,
        "rate": 2 * run.recipe.optimizer.learning_rate,
        "batch": run.recipe.batch_size,
        "train": {"x": train_part.x[order].tolist(), "y": train_part.y[order, 0].tolist()},
        "test": {"x": test.x.tolist(), "y": test.y[:, 0].tolist()},
    }


def playground(rounds: int) -> list[str]:
    """Return the section of the report."""
    agreed = check()
    runs = {"Glassnet compiled": make_run("xla"), "Glassnet eager": make_run("eager")}
    node = Node(runs["Glassnet eager"])
    line = np.linspace(-6, 6, SIDE, dtype=np.float32)
    grid = np.stack(np.meshgrid(line, line[::-1]), axis=-1).reshape(-1, 2)
    found: dict[tuple[str, int], list[float]] = {}
    try:
        for turn in range(rounds + 1):
            for side, epochs in ((0, EPOCHS), (SIDE, 20)):
                times = {name: train(run, epochs, side, grid) for name, run in runs.items()}
                times["JavaScript, per sample"] = node.ask(epochs=epochs, maps=side)["microseconds"]
                for name, taken in times.items():
                    if turn:  # the first turn warms up
                        found.setdefault((name, side), []).append(taken / epochs)
    finally:
        node.close()
    return report(found, agreed)


def report(found: dict[tuple[str, int], list[float]], agreed: str) -> list[str]:
    """Return the table and what it means."""
    lines = [
        "## (e) TensorFlow Playground's default epoch: 2-4-2-1, 250 samples, batches of 10",
        "",
        f"Both sides learn the same: {agreed}.",
        "",
        "| | epoch without maps, µs | beside compiled | epoch with 9 maps of 100×100, ms | within 16.7 ms |",
        "|---|---:|---:|---:|---|",
    ]
    bare = found["Glassnet compiled", 0]
    for name in ("Glassnet compiled", "Glassnet eager", "JavaScript, per sample"):
        without, mapped = found[name, 0], statistics.median(found[name, SIDE]) / 1000
        ratio = statistics.median(one / other for one, other in zip(without, bare, strict=True))
        inside = "yes" if mapped <= FRAME_MILLISECONDS else "no"
        lines.append(f"| {name} | {statistics.median(without):.0f} | {ratio:.2f} | {mapped:.2f} | {inside} |")
    script = statistics.median(one / other for one, other in zip(found["JavaScript, per sample", 0], bare, strict=True))
    eager = statistics.median(found["Glassnet eager", SIDE]) / 1000
    return [
        *lines,
        "",
        f"- Bar: the JavaScript takes at least 1.5 times as long without maps: {script:.2f}, {met(script >= 1.5)}.",
        f"- Bar: the epoch with maps within 16.7 ms, eager: {eager:.2f} ms, {met(eager <= FRAME_MILLISECONDS)}.",
        "",
    ]


def met(reached: bool) -> str:
    """Return "met" or "missed"."""
    return "met" if reached else "**missed**"
