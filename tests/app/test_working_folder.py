"""Files in the working folder are never taken for libraries, however Glassnet is started and whatever it starts."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from websockets.sync.client import connect

PATIENCE = 60.0
GLASSNET = [str(Path(sys.executable).with_name("glassnet"))]
MODULE = [sys.executable, "-m", "glassnet"]
TRAP = """
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener
file = Path(__file__)
file.with_name("ran.txt").open("a").write(file.name + chr(10))
raise ImportError("this is not the library")
"""


def loaded_by_python() -> set[str]:
    """What `python -m` itself imports, before it knows what it is to run."""
    done = subprocess.run(
        [sys.executable, "-c", "import runpy, sys; print(*sys.modules)"], capture_output=True, text=True
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.fixture
def trapped(tmp_path: Path) -> Iterator[Path]:
    """A folder with a file named like each library; none of them may run."""
    ours = {"glassnet", "tests"}
    names = {*sys.stdlib_module_names, *packages_distributions()} - loaded_by_python() - ours
    for name in names:
        if name.isidentifier():
            (tmp_path / f"{name}.py").write_text(TRAP)
    assert {"random.py", "json.py", "numpy.py", "ast.py", "marimo.py"} <= {path.name for path in tmp_path.iterdir()}
    yield tmp_path
    assert not (tmp_path / "ran.txt").exists(), (tmp_path / "ran.txt").read_text()


@pytest.mark.parametrize("begin", [GLASSNET, MODULE], ids=["script", "module"])
@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["train", "digits", "--epochs", "1", "--quiet"], ["export-notebook", "07"]],
    ids=" ".join,
)
def test_a_command(trapped: Path, begin: list[str], arguments: list[str]) -> None:
    done = subprocess.run([*begin, *arguments], capture_output=True, text=True, cwd=trapped, timeout=PATIENCE)
    assert (done.returncode, done.stderr) == (0, "")


def read_until(process: subprocess.Popen[str], pattern: str) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := re.search(pattern, line):
            return found[0]
    raise AssertionError(said)


@contextmanager
def started(command: list[str], folder: Path, **variables: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server in a folder, and the address that it prints; it ends whatever happens."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=folder, env={**os.environ, **variables}
    ) as server:
        try:
            yield server, read_until(server, r"http://\S+")
        finally:
            if server.poll() is None:
                server.terminate()


def run_notebook(address: str, opened: Callable[[], None] = lambda: None) -> None:
    """Open a notebook as a page does, and wait until it has run."""
    place, _, query = address.partition("?")
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with connect(f"{place.replace('http', 'ws')}ws?session_id=trapped&{query}", max_size=None) as page:
                opened()
                while json.loads(page.recv(timeout=PATIENCE))["op"] != "completed-run":
                    pass
                return
        except ConnectionRefusedError:  # it prints its address a moment before it listens
            assert time.monotonic() < deadline
            time.sleep(0.05)


def run_all_cells(address: str) -> None:
    """Ask an editor for what its page asks for once it is open."""
    browser = build_opener(HTTPCookieProcessor())
    with browser.open(address) as reply:
        token = re.search(r'"serverToken": "([^"]+)"', reply.read().decode())
    assert token
    order = json.dumps({"objectIds": [], "values": [], "autoRun": True}).encode()
    headers = {"Marimo-Session-Id": "trapped", "Marimo-Server-Token": token[1], "Content-Type": "application/json"}
    browser.open(Request(urljoin(address, "/api/kernel/instantiate"), order, headers)).close()


@pytest.mark.parametrize("begin", [GLASSNET, MODULE], ids=["script", "module"])
def test_a_server_with_a_lesson(trapped: Path, begin: list[str]) -> None:
    command = [*begin, "serve", "--no-browser", "--port", "0"]
    with started(command, trapped, GLASSNET_CACHE="none") as (server, address):  # a cache is written by another process
        run_notebook(f"{address}lessons/09/")
        server.send_signal(signal.SIGINT)


def test_the_editor(trapped: Path) -> None:
    for name in sys.stdlib_module_names:  # a notebook may import the learner's own files, if no library has their name
        if find_spec(name) is None:
            (trapped / f"{name}.py").unlink(missing_ok=True)
    command = [*GLASSNET, "edit", "09", "--folder", ".", "--no-browser"]
    with started(command, trapped, PYTHONUNBUFFERED="1") as (_, said):
        address = said.replace("localhost", "127.0.0.1").replace("?", "/?")
        run_notebook(address, lambda: run_all_cells(address))
