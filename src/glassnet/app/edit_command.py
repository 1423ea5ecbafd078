"""`glassnet edit`: a lesson as the learner's own file, to change."""

import filecmp
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from glassnet.base.errors import SettingError
from glassnet.base.folders import expanded
from glassnet.lessons import Lesson, find

FOLDER = Path("~/glassnet-lessons")
RUN_ON_OPENING = """# A lesson runs as soon as it is opened.
[tool.marimo.runtime]
auto_instantiate = true
"""


@dataclass(frozen=True)
class OwnCopy:
    """The learner's copy of a lesson.

    Arguments:
        path: where it is.
        message: one line saying what was done.
    """

    path: Path
    message: str


def edit(
    lesson: Annotated[str, typer.Argument(help="Number of the lesson, for example 09.")],
    folder: Annotated[Path, typer.Option(help="Where your copy is kept.")] = FOLDER,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start from the original lesson; your copy is kept under another name.")
    ] = False,
    port: Annotated[int | None, typer.Option(help="Port to listen on; by default any free one.")] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the lesson in a browser.")] = True,
) -> None:
    """Copy a lesson to your own folder and open it as a notebook: change the code and see what happens."""
    copy = own_copy(find(lesson), folder, fresh=fresh)
    print(copy.message)
    command = edit_command(copy.path, port=port, browser=browser)
    raise typer.Exit(run_until_stopped(command, copy.path.parent))


def own_copy(lesson: Lesson, folder: Path, *, fresh: bool = False) -> OwnCopy:
    """Copy a lesson to the learner's folder, unless it is there already; never overwrite the learner's changes.

    Arguments:
        lesson: the lesson.
        folder: the folder, created if it is missing; `~` is the home folder.
        fresh: start from the original lesson; an older copy gets a number.

    Raises:
        SettingError: the folder cannot be written to, or there is no home folder.
    """
    path = typed_folder(folder) / lesson.file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        settings = path.with_name("pyproject.toml")
        if not settings.exists():
            settings.write_text(RUN_ON_OPENING, "utf-8")
        if not path.exists():
            shutil.copyfile(lesson.path, path)
            return OwnCopy(path, f"Lesson {lesson.number} is now yours: {path}")
        if filecmp.cmp(path, lesson.path, shallow=False):
            return OwnCopy(path, f"Opening your copy of lesson {lesson.number}: {path}")
        if not fresh:
            return OwnCopy(
                path,
                f"Opening lesson {lesson.number} with your changes: {path} "
                "(--fresh starts from the original and keeps your copy).",
            )
        kept = _free_name(path)
        path.rename(kept)
        shutil.copyfile(lesson.path, path)
        return OwnCopy(path, f"Original lesson {lesson.number}: {path} (your changed copy is kept as {kept.name}).")
    except OSError as error:
        raise SettingError(
            f"Cannot copy the lesson to {path.parent}: {error.strerror}. Choose another --folder."
        ) from error


def typed_folder(folder: Path) -> Path:
    """Return a folder as typed, `~` being the home folder.

    Raises:
        SettingError: this user has no home folder.
    """
    found = expanded(folder)
    if found is None:
        raise SettingError(f"There is no home folder for {folder}: HOME isn't set. Choose another --folder.")
    return found.absolute()


def edit_command(path: Path, *, port: int | None, browser: bool) -> list[str]:
    """Return the command that opens a notebook for this machine only, with a token in its address."""
    command = [sys.executable, "-P", "-m", "glassnet.app.end_with_parent", "marimo", "-y", "edit", str(path)]
    command += ["--host", "127.0.0.1", "--skip-update-check"]
    command += ["--port", str(port)] if port is not None else []
    return command if browser else [*command, "--headless"]


def run_until_stopped(command: list[str], folder: Path) -> int:
    """Run a command until it ends or is asked to; return its exit status, 0 if the learner stopped it.

    Asked a second time, it is ended at once. Its standard input is a pipe that is never written to: it is closed when
    this process ends, however that happens.
    """
    stopped: list[int] = []
    output = sys.stdout.encoding or "utf-8"
    # Ctrl-C reaches the notebook's server by itself; we only wait for it to exit.
    signals = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda number, _: stopped.append(number)) for number in signals}
    try:
        with subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, env={**os.environ, "PYTHONIOENCODING": f"{output}:replace"}
        ) as server:
            while server.poll() is None:
                try:
                    server.wait(timeout=0.2)
                except subprocess.TimeoutExpired:
                    if len(stopped) > 1:
                        server.kill()
                    elif signal.SIGTERM in stopped:
                        server.terminate()
            return 0 if stopped else server.returncode
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _free_name(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem}-{number}") for number in count(1))
    return next(name for name in names if not name.exists())
