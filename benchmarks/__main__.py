"""All benchmarks in one command: ratios measured in one run, turn by turn, and a report of them.

    python benchmarks [--rounds 5] [--only a,b,c,c2,…] [--out benchmarks/results.md]

Times depend on the machine and on what else it does; ratios of turns taken one after the other much less. Contests
first check that all contestants, from the same weights, reach the same loss. GLASSNET_DATA names a folder with the IDX
files of MNIST; without it pictures of that shape are drawn. PyTorch, Keras, optax and scikit-learn are used as their
documentation advises; those that aren't installed are skipped, and the report says so.
"""

import argparse
import os
import statistics
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

from contest import Result, compete
from first_answer import first_answer
from growth import growth
from lesson_start import lesson_start
from machine import Rates, describe, measure_rates
from pictures import missing_files
from playground import playground
from recorded import recorded
from start_up import start_up
from task import COMPILED
from tasks import TASKS

SECTIONS = {"e": playground, "f": recorded, "g": growth, "h": start_up, "i": lesson_start, "j": first_answer}
EVERYTHING = (*TASKS, *SECTIONS)


def main() -> None:
    """Measure what was asked for, print it and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="turns of each contestant, at least 5 (default 5)")
    parser.add_argument("--only", default=",".join(EVERYTHING), help="tasks to measure, with commas (default all)")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("results.md"))
    options = parser.parse_args()
    if options.rounds < 5:
        parser.error(f"--rounds must be at least 5 for a median that holds; got {options.rounds}")
    if missing := missing_files():
        parser.error(f"GLASSNET_DATA={os.environ['GLASSNET_DATA']} holds no {' and no '.join(missing)}")
    rates = measure_rates()
    lines = heading(rates, options.rounds)
    for key in options.only.split(","):
        if key in TASKS:
            section = contest_section(compete(TASKS[key](), options.rounds), rates)
        else:
            section = SECTIONS[key](options.rounds)
        print("\n".join(section), flush=True)
        lines += section
        options.out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def heading(rates: Rates, rounds: int) -> list[str]:
    """Return the lines about the machine and the method."""
    return [
        "# Benchmarks",
        "",
        f"Written by `python benchmarks` on {datetime.now(UTC):%Y-%m-%d}. Medians of {rounds} turns, taken "
        "alternately; ratios are medians of the turns' ratios. Compiling is not in the times. Processor time "
        "counts all threads of a contestant and changes little when the machine has other work.",
        "",
        *describe(),
        f"- one core: {rates.operations / 1e9:.0f} thousand million float32 operations a second, "
        f"{rates.bytes / 1e9:.1f} GB a second copied (NumPy, the best of several turns)",
        "",
    ]


def contest_section(result: Result, rates: Rates) -> list[str]:
    """Return the table of a contest, its floor and its bars."""
    task = result.task
    looks = any(len(found) > 2 for found in result.losses.values())
    lines = [
        f"## ({task.key}) {task.title}",
        "",
        f"| | µs a step | beside {COMPILED} | in processor time | peak MB | loss after {task.check} steps"
        f"{', of what is held out' if looks else ''} | how |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for name, times in sorted(result.times.items(), key=lambda item: result.ratio(item[0])):
        taken, found, peak = statistics.median(times), result.losses[name], result.memory[name]
        ratios = f"{result.ratio(name):.2f} | {result.busy_ratio(name):.2f} | {'' if peak is None else f'{peak:,.0f}'}"
        losses = ", ".join(f"{loss:.5f}" for loss in (found[1], *found[2:][-1:]))
        lines.append(f"| {name} | {taken:,.1f} | {ratios} | {losses} | {result.settings[name]} |")
    lines += ["", *floor_lines(result, rates), *bar_lines(result)]
    known = task.allowance
    if known is not None:
        lines.append(f"- {known.peer} may differ by {known.tolerance:g} instead of {task.tolerance:g}: {known.reason}.")
    lines += [f"- {name} was left out: {reason}" for name, reason in result.absent.items()]
    return [*lines, ""]


def floor_lines(result: Result, rates: Rates) -> list[str]:
    """Return the least work of a step, and how near compiled Glassnet comes to it."""
    task = result.task
    floor, mine = rates.microseconds(task.floor), min(result.times[COMPILED])
    times, bar = mine / floor, task.most_of_floor
    aim = "" if bar is None else f" (bar: at most {bar:g}, {verdict(times <= bar)})"
    return [
        f"- Floor: {task.floor.operations / 1e6:.3g} million operations, {task.floor.bytes / 1e3:.3g} kB a step: "
        f"{floor:.3g} µs on one core; {COMPILED}'s best turn takes {times:.2f} times that{aim}."
    ]


def bar_lines(result: Result) -> list[str]:
    """Return what each bar asks for, and what was reached."""
    lines = []
    for bar in result.task.bars:
        rival = result.rival(bar)
        if rival is not None:
            reached = result.reached(bar, rival)
            how = ", in processor time," if bar.busy else ""
            lines.append(
                f"- Bar: {rival}{how} takes at least {bar.times:g} times as long as {bar.of}: {reached:.2f}, "
                f"{verdict(reached >= bar.times)}."
            )
    return lines


def verdict(reached: bool) -> str:
    """Return "met" or "missed"."""
    return "met" if reached else "**missed**"


if __name__ == "__main__":
    main()
