"""A notebook of a few cells, served by marimo to a browser."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from .server import free_port

HEAD = """# /// script
# [tool.marimo.display]
# theme = "system"
# ///
import marimo

app = marimo.App(width="compact")


@app.cell
def _():
    import glassnet as gn
    return (gn,)
"""
CELL = """

@app.cell
def _(gn):
    {}
    return
"""
READY_WITHIN_SECONDS = 90


@contextmanager
def served(folder: Path, *cells: str) -> Iterator[str]:
    """Serve a notebook with these cells, each one expression of `gn`, and give its address."""
    notebook, log, port = folder / "widgets_by_themselves.py", folder / "log.txt", free_port()
    notebook.write_text(HEAD + "".join(CELL.format(cell) for cell in cells), encoding="utf-8")
    command = [sys.executable, "-m", "marimo", "run", str(notebook), "--headless", "--no-token", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        _wait(server, f"http://127.0.0.1:{port}/", log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.kill()
        server.wait(30)


def _wait(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    end = monotonic() + READY_WITHIN_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert server.poll() is None, log.read_text("utf-8")
            assert monotonic() < end, f"the notebook does not answer: {log.read_text('utf-8')}"
            sleep(0.05)
