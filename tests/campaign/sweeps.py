"""The long forms of tests that others keep: each is run by pytest, under a time limit, and counted by what it says."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from .outcome import Outcome

ROOT = Path(__file__).parents[2]


class Sweep(NamedTuple):
    """Tests that are a campaign: where they are, how much they try, and how long they may take."""

    name: str
    tests: tuple[str, ...]
    attempts: int | None
    seconds: int


FORMULAS = Sweep("formulas", ("tests/engine/test_formulas.py::test_twenty_thousand_random_formulas",), 20_000, 1200)
JUNK = Sweep(
    "junk for the public API", ("tests/engine/test_junk.py::test_forty_thousand_pieces_of_junk",), 40_000, 1200
)
ROUTES = Sweep(
    "requests from elsewhere, each a test",
    ("tests/app/test_doors.py", "tests/app/test_guard.py", "tests/app/test_listener.py"),
    None,
    600,
)
"""None for the attempts: each test is one."""


def run_sweep(sweep: Sweep) -> Outcome:
    """Run the tests of a sweep; what fails in them is an error of the kind that they look for."""
    outcome = Outcome(sweep.name, sweep.attempts or 1)
    command = [sys.executable, "-m", "pytest", "-n", "0", "-v", "-p", "no:cacheprovider", *sweep.tests]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=sweep.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        outcome.slow += 1
        outcome.say(f"slow: {sweep.name} took more than {sweep.seconds} s")
        return outcome
    passed = re.search(r"(\d+) passed", done.stdout)
    outcome.attempts = sweep.attempts or (int(passed[1]) if passed else 0)
    outcome.ended = time.monotonic()
    if done.returncode:
        failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR", "E  "))]
        for line in failed or [done.stderr[-500:]]:
            outcome.blame(line)
    return outcome


def load_of_a_room(*, short: bool) -> Outcome:
    """Run the benchmark of a full room; every bar that is missed is a loss."""
    outcome = Outcome("a full room of readers and learners", 60)
    command = [sys.executable, "benchmarks/room.py", "--only", "readers,learners", *(["--short"] if short else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3000, check=False)
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ")]
    outcome.attempts, outcome.ended = 60 if rows else 0, time.monotonic()
    for row in rows:
        if "**missed**" in row:
            outcome.lose(row)
        outcome.notes.append(row.strip("| ").replace(" | ", " ").split(" at ")[0])
    if done.returncode:
        outcome.blame(done.stderr[-500:])
    return outcome
