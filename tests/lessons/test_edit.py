"""`glassnet edit`: the learner's copy and the editor."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from glassnet.app.edit_command import edit_command, own_copy
from glassnet.base.errors import SettingError
from glassnet.lessons import LESSONS, find

LESSON = find("09")
ORIGINAL = LESSON.path.read_text("utf-8")


def test_the_first_time_the_lesson_is_copied_and_set_to_run_on_opening(tmp_path: Path) -> None:
    copy = own_copy(LESSON, tmp_path / "new" / "folder")
    assert copy.path == tmp_path / "new" / "folder" / LESSON.file
    assert copy.path.read_text("utf-8") == ORIGINAL
    assert "auto_instantiate = true" in copy.path.with_name("pyproject.toml").read_text("utf-8")
    assert copy.message == f"Lesson 09 is now yours: {copy.path}"


def test_the_learners_changes_are_never_overwritten(tmp_path: Path) -> None:
    path = own_copy(LESSON, tmp_path).path
    assert own_copy(LESSON, tmp_path).message == f"Opening your copy of lesson 09: {path}"
    path.write_text(ORIGINAL + "# mine\n", "utf-8")
    again = own_copy(LESSON, tmp_path)
    assert again.path.read_text("utf-8").endswith("# mine\n")
    assert "with your changes" in again.message
    assert "--fresh" in again.message


def test_a_fresh_start_keeps_every_changed_copy(tmp_path: Path) -> None:
    path = own_copy(LESSON, tmp_path).path
    for number in (1, 2):
        path.write_text(ORIGINAL + f"# change {number}\n", "utf-8")
        assert own_copy(LESSON, tmp_path, fresh=True).message.endswith(f"is kept as {path.stem}-{number}.py).")
        assert path.read_text("utf-8") == ORIGINAL
    kept = sorted(file for file in tmp_path.glob("*.py") if file != path)
    assert [file.read_text("utf-8").splitlines()[-1] for file in kept] == ["# change 1", "# change 2"]


def test_a_fresh_start_without_changes_makes_no_copies(tmp_path: Path) -> None:
    own_copy(LESSON, tmp_path)
    own_copy(LESSON, tmp_path, fresh=True)
    assert len(list(tmp_path.glob("*.py"))) == 1


def test_settings_of_the_learners_own_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.mine]\n", "utf-8")
    own_copy(LESSON, tmp_path)
    assert (tmp_path / "pyproject.toml").read_text("utf-8") == "[tool.mine]\n"


def test_a_folder_that_cannot_be_created_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    with pytest.raises(SettingError, match=r"Cannot copy the lesson to .*file/lessons.* Choose another --folder"):
        own_copy(LESSON, tmp_path / "file" / "lessons")


def test_the_notebook_listens_on_this_machine_only_and_keeps_its_token() -> None:
    command = edit_command(Path("lesson.py"), port=1234, browser=False)
    assert command[command.index("--host") + 1] == "127.0.0.1"
    assert {"--skip-update-check", "--headless"} <= set(command)
    assert "--no-token" not in command
    assert "--headless" not in edit_command(Path("lesson.py"), port=None, browser=True)


def run_glassnet(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from glassnet.app.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=cwd)


def test_an_unknown_lesson_is_one_line_that_lists_those_that_exist(tmp_path: Path) -> None:
    done = run_glassnet("edit", "42", "--folder", str(tmp_path), cwd=tmp_path)
    known = ", ".join(lesson.number for lesson in LESSONS)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"glassnet: There is no lesson '42'. Choose one of: {known}.\n"
    assert not list(tmp_path.iterdir())


def opens(address: str) -> bool:
    """Whether a page answers; the address is printed a moment before the server listens."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=30) as page:
                return bool(page.status == 200)
        except urllib.error.URLError:
            time.sleep(0.05)
    return False


# It ends with the tests, however they end.
GLASSNET = "from glassnet.app.end_with_parent import end_with_parent; end_with_parent()\n"
GLASSNET += "from glassnet.app.cli import main; main()"


@contextmanager
def editing(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`glassnet edit 09` in a process group of its own, and the address that it prints."""
    with subprocess.Popen(
        [sys.executable, "-c", GLASSNET, "edit", "09", "--folder", str(folder), "--no-browser"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as server:
        assert server.stdout is not None
        try:
            address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
            yield server, address.replace("localhost", "127.0.0.1")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_opens_with_a_token_and_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with editing(tmp_path) as (server, address):
        assert "access_token=" in address
        assert opens(address)
        # Ctrl-C in a terminal reaches the whole group; a service manager's SIGTERM only the process that it started.
        os.killpg(server.pid, number) if number == signal.SIGINT else server.send_signal(number)
        begin = time.monotonic()
        rest = server.communicate(timeout=20)[0]
        assert server.returncode == 0, rest
        assert "Traceback" not in rest
        assert time.monotonic() - begin < 10


def test_the_editor_ends_even_when_glassnet_is_killed(tmp_path: Path) -> None:
    with editing(tmp_path) as (server, address):
        assert opens(address)
        server.kill()  # SIGKILL: glassnet can't stop the editor itself
        server.communicate(timeout=20)  # returns when the editor, too, has closed the output


def test_glassnet_and_its_editor_end_with_their_parent(tmp_path: Path) -> None:
    with editing(tmp_path) as (server, address):
        assert opens(address)
        assert server.stdin is not None
        server.stdin.close()  # as when the parent ends
        assert server.wait(timeout=20) == 0
