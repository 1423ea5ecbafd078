"""The short form of every campaign; `make campaign` runs the long ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .disk import possible
from .hour import play
from .messages import send
from .outcome import Outcome
from .short import SHORT

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 300


def check(outcome: Outcome) -> None:
    assert outcome.holds, f"{outcome.attempts} of {outcome.asked} attempts: {outcome.examples}"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
@pytest.mark.parametrize("name", SHORT)
def test_nothing_that_was_kept_is_lost_and_every_error_is_ours(name: str, tmp_path: Path) -> None:
    if name == "damaged_files" and sys.platform != "linux":
        pytest.skip("memory is limited as Linux does")
    command = [sys.executable, "-m", "tests.campaign.short", name, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_what_a_power_failure_may_leave_is_worked_out() -> None:
    written = [("write", "/d/a", b"new."), ("sync", "/d/a", None), ("replace", "/d/a", "/d/b")]
    assert possible(written[:2], "/d/b", b"old") == {b"old"}
    assert possible(written, "/d/b", b"old") == {b"old", b"new."}
    assert possible([*written, ("sync", "/d", None)], "/d/b", b"old") == {b"new."}
    assert possible([written[0], written[2]], "/d/b", b"old") == {b"old", b"", b"ne", b"new."}


def test_any_message_to_a_widget_is_answered() -> None:
    check(send(400, seed=1))


def test_minutes_of_play_have_an_answer_each_and_leave_memory_as_it_was() -> None:
    check(play(150, seed=1))
