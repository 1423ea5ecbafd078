"""(g) Growth: how the time of a step grows with width, depth, batch and samples, with the exponents fitted."""

import statistics
import time
from typing import Any

import numpy as np

import glassnet as gn
from glassnet.run import Run
from glassnet.train import Recipe
from glassnet.train.xla.hardware import Hardware

SWEEPS: dict[str, list[int]] = {
    "width": [64, 128, 256, 512],
    "depth": [2, 4, 8, 16],
    "batch": [32, 64, 128, 256],
    "samples": [1024, 2048, 4096, 8192],
}
BASE = {"width": 128, "depth": 2, "batch": 64, "samples": 2048}


def growth(rounds: int) -> list[str]:
    """Return the section of the report."""
    lines = [
        "## (g) Growth: one step of an MLP of 64 inputs, ReLU layers of the same width, one output",
        "",
        f"From width {BASE['width']}, {BASE['depth']} hidden layers, batch {BASE['batch']}, {BASE['samples']} samples;",
        "times in µs, and the exponent p of time ~ sizeᵖ fitted to the last three sizes.",
        "",
        "| | " + " | ".join(["sizes", "eager", "p", "compiled", "p"]) + " |",
        "|---|---|---|---:|---|---:|",
    ]
    for what, sizes in SWEEPS.items():
        cells = []
        for engine in ("eager", "xla"):
            runs = [make(engine, BASE | {what: size}) for size in sizes]
            times = measure(runs, rounds)
            cells += [", ".join(f"{taken:.0f}" for taken in times), f"{exponent(sizes, times):.2f}"]
        lines.append(f"| {what} | {', '.join(map(str, sizes))} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def make(engine: str, size: dict[str, int]) -> Run:
    """Return a run of that size."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(size["samples"], 64)).astype(np.float32)
    data = gn.Dataset("random", x, (x[:, :8].sum(axis=1) > 0).astype(int))
    layers: list[Any] = [gn.Dense(size["width"], "relu") for _ in range(size["depth"])]
    recipe = Recipe("sigmoid_cross_entropy", gn.SGD(0.01), batch_size=size["batch"], engine=engine)
    return Run(gn.Network([*layers, gn.Dense(1)]), recipe, data, hardware=Hardware("cpu"), memory=0)


def measure(runs: list[Run], rounds: int) -> list[float]:
    """Return the median µs of a step of each, turn by turn."""
    count = 64
    for run in runs:
        run.advance(2 * count)
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for run, taken in zip(runs, times, strict=True):
            begin = time.perf_counter()
            run.advance(count)
            taken.append((time.perf_counter() - begin) / count * 1e6)
    return [statistics.median(taken) for taken in times]


def exponent(sizes: list[int], times: list[float]) -> float:
    """Return the slope of log time over log size, the last three points."""
    return float(np.polyfit(np.log(sizes[-3:]), np.log(times[-3:]), 1)[0])
