"""(f) What recording costs: a run with its history and kept states, beside the bare steps."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Any

from glassnet.run import Run
from glassnet.train import Plan, Step, evaluate, start, steps
from glassnet.train.xla.compiled import Compiled
from glassnet.train.xla.hardware import Hardware
from problem import Problem
from tasks import mnist_mlp_problem, moons_problem

BAR = 1.10


def recorded(rounds: int) -> list[str]:
    """Return the section of the report."""
    lines = [
        "## (f) Recording: history, gradient norms and 64 MB of kept states, beside bare steps and looks",
        "",
        "| | bare, µs a step | recorded, µs a step | ratio | bar 1.10 |",
        "|---|---:|---:|---:|---|",
    ]
    cases: list[tuple[str, Problem, int]] = [
        ("2-4-1, full batch of 200", moons_problem(), 3000),
        ("784-128-64-10, batch 32, with looks at what is held out", mnist_mlp_problem(), 1000),
    ]
    for title, problem, count in cases:
        for engine in ("eager", "xla"):
            bare, kept = ways(problem, engine)
            times = alternate(bare, kept, count if engine == "xla" else count // 5, rounds)
            ratio = statistics.median(on / off for off, on in times)
            off, on = (statistics.median(side) for side in zip(*times, strict=True))
            met = "met" if ratio <= BAR else "**missed**"
            name = "compiled" if engine == "xla" else "eager"
            lines.append(f"| {name}, {title} | {off:.1f} | {on:.1f} | {ratio:.2f} | {met} |")
    return [*lines, ""]


def ways(problem: Problem, engine: str) -> tuple[Callable[[int], Any], Callable[[int], Any]]:
    """Return bare training and a recorded run."""
    recipe = replace(problem.recipe, engine=engine)
    plan = Plan(problem.network, recipe, problem.data)
    run = Run(problem.network, recipe, problem.data, hardware=Hardware("cpu"))
    if engine == "eager":
        endless = steps(plan, start(plan))
        return lambda count: all(_looked_at(plan, step) < 1e9 for step in islice(endless, count)), run.advance
    compiled, place = Compiled(plan, Hardware("cpu")), [start(plan)]

    def bare(count: int) -> None:
        while count:
            length = compiled.chunk_length(place[0], count)
            place[0] = compiled.advance(place[0], length).state
            count -= length

    return bare, run.advance


def _looked_at(plan: Plan, step: Step) -> float:
    """Return the loss of a step, after a look at the validation part where an epoch ends: a compiled step's too."""
    if step.state.offset == 0 and len(plan.samples["validation"].x):
        evaluate(plan, step.state, "validation")
    return step.loss


def alternate(
    bare: Callable[[int], Any], kept: Callable[[int], Any], count: int, rounds: int
) -> list[tuple[float, float]]:
    """Return µs a step of both, turn by turn."""
    bare(count)
    kept(count)
    return [(timed(bare, count), timed(kept, count)) for _ in range(rounds)]


def timed(work: Callable[[int], Any], count: int) -> float:
    """Return the time of one step."""
    begin = time.perf_counter()
    work(count)
    return (time.perf_counter() - begin) / count * 1e6
