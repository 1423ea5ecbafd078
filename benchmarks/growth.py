"""(g) Growth: how the time of a step grows with width, depth, batch and samples, with the exponents fitted."""

import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import glassnet as gn
from glassnet.figures.line_graph import Line, line_graph
from glassnet.run import Run
from glassnet.train import Recipe
from glassnet.train.xla.hardware import Hardware

FEATURES = 64
SWEEPS: dict[str, list[int]] = {
    "width": [64, 128, 256, 512, 1024, 3072],
    "depth": [2, 4, 8, 16],
    "batch": [32, 64, 128, 256],
    "samples": [1024, 2048, 4096, 8192],
    "samples, streamed": [10**3, 10**4, 10**5, 10**6],
}
BASE = {"width": 128, "depth": 2, "batch": 64, "samples": 2048}
ENGINES = {"eager": "eager", "compiled": "xla"}
TURN_SECONDS = 0.2


class Growth(NamedTuple):
    """The times of a step, in µs, for one engine and growing sizes of one thing."""

    sizes: list[int]
    times: list[float]

    @property
    def exponent(self) -> float:
        """The slope of log time over log size, the last three points."""
        return float(np.polyfit(np.log(self.sizes[-3:]), np.log(self.times[-3:]), 1)[0])


def growth(rounds: int) -> list[str]:
    """Return the section of the report; two plots are drawn beside it."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for what, sizes in SWEEPS.items():
            for name, engine in ENGINES.items():
                times = measure([make(engine, what, size, Path(folder)) for size in sizes], rounds)
                found[what, name] = Growth(sizes, times)
    return [*table(found), *plots(found), ""]


def table(found: dict[tuple[str, str], Growth]) -> list[str]:
    """Return the table of all times."""
    lines = [
        f"## (g) Growth: one step of an MLP of {FEATURES} inputs, ReLU layers of the same width, one output",
        "",
        f"From width {BASE['width']}, {BASE['depth']} hidden layers, batch {BASE['batch']}, {BASE['samples']} samples;",
        "times in µs, and the exponent p of time ~ sizeᵖ fitted to the last three sizes. Width "
        f"{SWEEPS['width'][-1]:,} has {parameters(SWEEPS['width'][-1]):,} parameters. Streamed: read from a file "
        "batch by batch.",
        "",
        "| | " + " | ".join(["sizes", "eager", "p", "compiled", "p"]) + " |",
        "|---|---|---|---:|---|---:|",
    ]
    for what, sizes in SWEEPS.items():
        grown = [found[what, name] for name in ENGINES]
        cells = [f"{', '.join(f'{taken:,.0f}' for taken in of.times)} | {of.exponent:.2f}" for of in grown]
        lines.append(f"| {what} | {', '.join(f'{size:,}' for size in sizes)} | " + " | ".join(cells) + " |")
    return lines


def plots(found: dict[tuple[str, str], Growth]) -> list[str]:
    """Draw time over parameters and over streamed samples; return the lines that show the drawings."""
    by_width = {name: found["width", name] for name in ENGINES}
    by_parameters = {name: Growth(list(map(parameters, of.sizes)), of.times) for name, of in by_width.items()}
    by_samples = {name: found["samples, streamed", name] for name in ENGINES}
    return ["", plot("parameters", by_parameters), plot("samples", by_samples)]


def plot(what: str, grown: dict[str, Growth]) -> str:
    """Draw time over size, both in powers of ten, and return the line that shows the drawing."""
    lines = [Line(name, np.log10(of.sizes), np.log10(of.times)) for name, of in grown.items()]
    x, y = (
        (float(np.floor(np.min(values))), float(np.ceil(np.max(values))))
        for values in ([line.x for line in lines], [line.y for line in lines])
    )
    changes = [f"{name} from {of.times[0]:,.0f} to {of.times[-1]:,.0f} µs" for name, of in grown.items()]
    label = f"Time of a step over the number of {what}: {'; '.join(changes)}."
    across = f"log₁₀ of the number of {what}"
    file = Path(__file__).with_name(f"growth-{what}.svg")
    line_graph(lines, label=label, across=across, up="log₁₀ of µs a step", x=x, y=y).save(file)
    return f"![{label}]({file.name})"


def parameters(width: int) -> int:
    """Return the number of parameters at that width and the usual depth."""
    sizes = [FEATURES, *[width] * BASE["depth"], 1]
    return sum(a * b + b for a, b in pairwise(sizes))


def make(engine: str, what: str, size: int, folder: Path) -> Run:
    """Return a run of that size; streamed samples lie in the folder."""
    sizes = BASE | {what.partition(",")[0]: size}
    rng = np.random.default_rng(0)
    x = rng.standard_normal((sizes["samples"], FEATURES), dtype=np.float32)
    y = (x[:, :8].sum(axis=1) > 0).astype(int)
    if "streamed" in what:
        file = folder / f"{size}.npy"
        np.save(file, x)
        x = np.load(file, mmap_mode="r")
    layers: list[Any] = [gn.Dense(sizes["width"], "relu") for _ in range(sizes["depth"])]
    recipe = Recipe("sigmoid_cross_entropy", gn.SGD(0.01), batch_size=sizes["batch"], engine=engine)
    data = gn.Dataset("random", x, y)
    return Run(gn.Network([*layers, gn.Dense(1)]), recipe, data, hardware=Hardware("cpu"), memory=0)


def measure(runs: list[Run], rounds: int) -> list[float]:
    """Return the median µs of a step of each, turn by turn."""
    counts = [steps_in_a_turn(run) for run in runs]
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for run, count, taken in zip(runs, counts, times, strict=True):
            taken.append(seconds(run, count) / count * 1e6)
    return [statistics.median(taken) for taken in times]


def steps_in_a_turn(run: Run) -> int:
    """Warm a run up and return how many steps it makes in a turn."""
    run.advance(8)
    count = min(max(int(TURN_SECONDS / (seconds(run, 8) / 8)), 4), 256)
    run.advance(count)
    return count


def seconds(run: Run, count: int) -> float:
    """Return how long so many steps take."""
    begin = time.perf_counter()
    run.advance(count)
    return time.perf_counter() - begin
