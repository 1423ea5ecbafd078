"""Campaigns against Glassnet, by the thousand.

    make campaign                          everything; under an hour, and the machine should do nothing else
    make campaign ARGS="--only kills,files --scale 0.2"

Each campaign stops after twenty minutes. The figures are printed and, with `--out FILE`, kept.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import glassnet as gn

from .disk import fail_books, fail_everywhere, power_failures
from .hour import REQUESTS_OF_AN_HOUR, play
from .kills import kill_books, kill_trainings
from .messages import send
from .mutations import mutate
from .outcome import Outcome
from .sweeps import FORMULAS, JUNK, ROUTES, load_of_a_room, run_sweep

Campaign = Callable[[float, Path], list[Outcome]]
CAMPAIGNS: dict[str, Campaign] = {
    "disk": lambda scale, folder: [fail_everywhere(folder), fail_books(folder), power_failures(folder)],
    "kills": lambda scale, folder: [
        kill_trainings(round(700 * scale), folder / "runs"),
        kill_books(round(300 * scale), folder / "books"),
    ],
    "files": lambda scale, folder: [mutate(round(10_000 * scale), folder)],
    "messages": lambda scale, folder: [send(round(20_000 * scale))],
    "hour": lambda scale, folder: [play(round(REQUESTS_OF_AN_HOUR * scale))],
    "formulas": lambda scale, folder: [run_sweep(FORMULAS)],
    "junk": lambda scale, folder: [run_sweep(JUNK)],
    "routes": lambda scale, folder: [run_sweep(ROUTES)],
    "load": lambda scale, folder: [load_of_a_room(short=scale < 1)],
}


def row(each: Outcome) -> str:
    """Return the figures of one campaign."""
    attempts = f"{each.attempts:,}" if each.attempts >= each.asked else f"{each.attempts:,} of {each.asked:,}"
    slowest = f"{each.slowest:.2f}" if each.slowest else "–"
    return f"| {each.name} | {attempts} | {each.lost} | {each.raw} | {each.slow} | {slowest} | {each.wall:,.0f} |"


def report(outcomes: list[Outcome], seconds: float) -> str:
    """Return the figures as Markdown."""
    rows = [row(each) for each in outcomes]
    notes = [f"- {each.name}: {'; '.join(each.notes)}." for each in outcomes if each.notes]
    wrong = [f"- {each.name}: {example}" for each in outcomes for example in each.examples]
    return "\n".join(
        [
            "# Campaigns",
            "",
            "Written by `make campaign`: what was tried, and how often something kept was lost, an error was none of",
            "ours (raw), or an attempt took more than 6 seconds (slow).",
            "",
            f"Glassnet {gn.__version__}, Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} "
            f"cores, {seconds / 60:.0f} minutes in all.",
            "",
            "| campaign | attempts | lost | raw | slow | slowest, s | in all, s |",
            "|---|---:|---:|---:|---:|---:|---:|",
            *rows,
            "",
            *notes,
            *(["", "What went wrong:", "", *wrong] if wrong else []),
            "",
        ]
    )


def main() -> int:
    """Run the campaigns that are asked for; return 0 if everything held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(CAMPAIGNS), help="campaigns, with commas (default all)")
    parser.add_argument("--scale", type=float, default=1.0, help="the part of the attempts that is made")
    parser.add_argument("--out", type=Path, help="the file that keeps the figures")
    options = parser.parse_args()
    began, outcomes = time.monotonic(), []
    for name in options.only.split(","):
        with tempfile.TemporaryDirectory() as folder:
            for outcome in CAMPAIGNS[name](options.scale, Path(folder)):
                print(row(outcome), *outcome.notes, *outcome.examples, sep="\n", flush=True)
                outcomes.append(outcome)
        if options.out:
            options.out.write_text(report(outcomes, time.monotonic() - began), "utf-8")
    return 0 if all(outcome.holds for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
