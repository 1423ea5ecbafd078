"""The long forms of tests that others keep: each is run by pytest, under a time limit, and counted by what it says."""

import os
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
    attempts: int
    seconds: int


FORMULAS = Sweep("formulas", ("tests/engine/test_formulas.py::test_twenty_thousand_random_formulas",), 20_000, 1200)


def run_sweep(sweep: Sweep) -> Outcome:
    """Run the tests of a sweep; what fails in them is an error of the kind that they look for."""
    outcome, began = Outcome(sweep.name), time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *sweep.tests]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=sweep.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        outcome.slow += 1
        outcome.say(f"slow: {sweep.name} took more than {sweep.seconds} s")
        return outcome
    outcome.attempts, outcome.seconds = sweep.attempts, time.monotonic() - began
    if done.returncode:
        failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR", "E  "))]
        for line in failed or [done.stderr[-500:]]:
            outcome.blame(line)
    return outcome
