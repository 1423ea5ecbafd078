"""What reaches the terminal: no traceback, whatever its encoding, whatever is pressed, with or without a home."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import glassnet as gn

from .running import serving

GLASSNET = str(Path(sys.executable).with_name("glassnet"))
PATIENCE = 60.0
TOLD_WHEN_IT_HEEDS_SIGNALS = """
from glassnet.app import terminal
heed = terminal.end_at_once_when_asked_twice
def told(*signals):
    heed(*signals)
    print("begun", flush=True)
terminal.end_at_once_when_asked_twice = told
from glassnet.__main__ import main
main()
"""
NO_HOME = """
import os, pwd
def nobody(_): raise KeyError
pwd.getpwuid = nobody
from glassnet.__main__ import main
main()
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals as on POSIX")


def environment(**changes: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "HOME"} | {"COLUMNS": "80"} | changes


def heed_ctrl_c() -> None:
    """Undo what a shell does to what it runs in the background, the tests included: there, Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a run and a table, whose names an encoding may lack."""
    folder = tmp_path_factory.mktemp("folder")
    net = gn.Network([gn.Dense(2, "tanh"), gn.Dense(2)])
    run = gn.fit(net, gn.data.moons(40), loss="sparse_softmax_cross_entropy", epochs=3, progress=False)
    run.save(folder / "Größe数[bold].glass")
    (folder / "Größe数.csv").write_text("Größe,Preis in €,数\n1,2,3\n4,5,x\n", "utf-8")
    return folder


COMMANDS = [
    ["--help"],
    ["serve", "--help"],
    ["serve", "--häst"],
    ["serve", "--host", "数"],
    ["show", "Größe数[bold].glass"],
    ["show", "Größe数[bold].glass", "--step", "1"],
    ["show", "Größe数[bold].glass", "--step", "1", "--explain", "dense_1.z[0, 1]"],
    ["show", "Größe数[bold].glass", "--step", "1", "--explain", "dense_1.数"],
    ["show", "数.glass"],
    ["show-data", "Größe数.csv"],
    ["show-data", "Größe数.csv", "--target", "质"],
    ["resume", "Größe数[bold].glass"],
    ["compare", "Größe数[bold].glass", "Größe数[bold].glass"],
    ["diagnose", "Größe数[bold].glass"],
    ["edit", "数"],
    ["export-notebook", "07", "--folder", "数", "--overwrite"],
    ["train", "digits", "--epochs", "1", "--output", "数[red].glass", "--force"],
]


WESTERN = [arguments for arguments in COMMANDS if arguments[0] in ("show", "train")]
IN_ENCODINGS = [("ascii", arguments) for arguments in COMMANDS] + [("cp1252", arguments) for arguments in WESTERN]


@pytest.mark.parametrize(
    ("encoding", "arguments"), IN_ENCODINGS, ids=lambda one: one if isinstance(one, str) else " ".join(one)
)
def test_what_an_encoding_lacks_is_replaced(folder: Path, encoding: str, arguments: list[str]) -> None:
    done = subprocess.run(
        [GLASSNET, *arguments],
        capture_output=True,
        cwd=folder,
        timeout=PATIENCE,
        env=environment(PYTHONIOENCODING=encoding),
    )
    said = (done.stdout + done.stderr).decode(encoding)
    assert done.returncode in (0, 1, 2), said
    assert "Traceback" not in said
    assert said.strip()


def test_names_in_brackets_are_printed_as_they_are(folder: Path) -> None:
    command = [GLASSNET, "show", "Größe数[bold].glass"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(PYTHONIOENCODING="utf-8"),
        timeout=PATIENCE,
    )
    assert done.stdout.startswith("Größe数[bold].glass: 3 epochs")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_the_progress_bar_is_drawn_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    parent, child = pty.openpty()
    command = [GLASSNET, "train", "digits", "--epochs", "20", "--output", str(tmp_path / "a.glass")]
    variables = environment(PYTHONIOENCODING=encoding, TERM="xterm")
    with subprocess.Popen(command, stdout=child, stderr=child, stdin=child, env=variables) as process:
        os.close(child)
        said = b""
        try:
            while data := os.read(parent, 65_536):
                said += data
        except OSError:
            pass  # the terminal is closed: the command has ended
        os.close(parent)
    assert process.returncode == 0, said
    assert b"training" in said
    assert b"steps" in said
    assert ("━".encode() in said) == (encoding == "utf-8")


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.4, 1.6])
@pytest.mark.parametrize("presses", [1, 2])
def test_ctrl_c_is_one_line_at_any_time(tmp_path: Path, delay: float, presses: int) -> None:
    begin = TOLD_WHEN_IT_HEEDS_SIGNALS
    command = [
        sys.executable,
        "-c",
        begin,
        "train",
        "digits",
        "--epochs",
        "100000",
        "--output",
        str(tmp_path / "a.glass"),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heed_ctrl_c
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(delay)
            for _ in range(presses):
                process.send_signal(signal.SIGINT)
                time.sleep(0.02)
            said, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert "Traceback" not in said + errors
    assert errors.count("\n") <= 1, errors
    assert process.returncode in (0, 130, -signal.SIGINT)


def test_ctrl_c_twice_ends_the_server_at_once() -> None:
    with serving("--port", "0") as server:
        server.process.send_signal(signal.SIGINT)
        code, seconds = server.stop(signal.SIGINT)
    assert code in (0, 130)
    assert seconds < 5
    assert "Traceback" not in server.said


@pytest.mark.parametrize("home", [None, "", "/dev/null", "/nonexistent/home"])
def test_commands_need_no_home(tmp_path: Path, home: str | None) -> None:
    variables = environment() if home is None else environment(HOME=home)
    begin = [sys.executable, "-c", NO_HOME]
    for arguments in (["--version"], ["export-notebook", "07"], ["train", "digits", "--epochs", "1", "--quiet"]):
        done = subprocess.run(
            [*begin, *arguments], capture_output=True, text=True, env=variables, cwd=tmp_path, timeout=PATIENCE
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("\n") == 1
    if home == "/nonexistent/home":  # the administrator can create it
        return
    done = subprocess.run(
        [*begin, "edit", "07", "--no-browser"],
        capture_output=True,
        text=True,
        env=variables,
        cwd=tmp_path,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "Choose another --folder" in done.stderr
    assert not (tmp_path / "~").exists()
