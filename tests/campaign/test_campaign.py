"""The short form of every campaign; `make campaign` runs the long ones."""

import os
import sys
from pathlib import Path

import pytest

from .disk import fail_books, fail_everywhere, possible, power_failures
from .hour import play
from .kills import kill_books, kill_trainings
from .messages import send
from .outcome import Outcome

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


def check(outcome: Outcome) -> None:
    assert outcome.holds, f"{outcome.attempts} of {outcome.asked} attempts: {outcome.examples}"


def test_killed_trainings_lose_nothing_that_was_saved(tmp_path: Path) -> None:
    check(kill_trainings(12, tmp_path))


def test_killed_notebooks_lose_no_answer_that_was_kept(tmp_path: Path) -> None:
    check(kill_books(8, tmp_path))


def test_trouble_at_any_call_of_saving_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    check(fail_everywhere(tmp_path))


def test_trouble_at_any_call_of_keeping_an_answer_leaves_the_earlier_ones(tmp_path: Path) -> None:
    check(fail_books(tmp_path))


def test_a_power_failure_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    check(power_failures(tmp_path))


def test_what_a_power_failure_may_leave_is_worked_out() -> None:
    written = [("write", "/d/a", b"new."), ("sync", "/d/a", None), ("replace", "/d/a", "/d/b")]
    assert possible(written[:2], "/d/b", b"old") == {b"old"}
    assert possible(written, "/d/b", b"old") == {b"old", b"new."}
    assert possible([*written, ("sync", "/d", None)], "/d/b", b"old") == {b"new."}
    assert possible([written[0], written[2]], "/d/b", b"old") == {b"old", b"", b"ne", b"new."}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as Linux does")
def test_mutated_run_files_are_refused_in_one_line_or_can_be_used(tmp_path: Path) -> None:
    from .mutations import mutate  # what it imports exists on POSIX only

    check(mutate(150, tmp_path, seed=1))


def test_any_message_to_a_widget_is_answered() -> None:
    check(send(400, seed=1))


def test_minutes_of_play_have_an_answer_each_and_leave_memory_as_it_was() -> None:
    check(play(150, seed=1))
