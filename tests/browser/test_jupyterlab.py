"""The Lab's widget in a real JupyterLab."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

NOTEBOOK = {
    "cells": [
        {
            "cell_type": "code",
            "id": "lab",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": "import glassnet as gn\n\nlab = gn.widgets.Lab(data='moons', samples=200, hidden=[4])\nlab",
        }
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
# JupyterLab would ask the network for news and for a list of extensions.
QUIET = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
READY_WITHIN_SECONDS = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text('utf-8')[-2000:]}")


@pytest.fixture(scope="module")
def notebook_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("jupyterlab")
    (folder / "work").mkdir()
    (folder / "work" / "lab.ipynb").write_text(json.dumps(NOTEBOOK), "utf-8")
    (folder / "config" / "labconfig").mkdir(parents=True)
    (folder / "config" / "labconfig" / "page_config.json").write_text(json.dumps(QUIET), "utf-8")
    places = {name: str(folder / name.split("_")[1].lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    places |= {"JUPYTER_RUNTIME_DIR": str(folder / "runtime"), "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces")}
    token, port, log = secrets.token_hex(16), free_port(), folder / "log.txt"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder / 'work'}"]
    command += [f"--IdentityProvider.token={token}", "--LabApp.extension_manager=readonly"]
    environment = {**os.environ, **places, "JUPYTER_PLATFORM_DIRS": "1", "IPYTHONDIR": str(folder / "ipython")}
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
    try:
        wait_until_ready(server, f"http://127.0.0.1:{port}/api?token={token}", log)
        yield f"http://127.0.0.1:{port}/lab/tree/lab.ipynb?token={token}"
    finally:
        server.terminate()  # asked to end, it ends its kernels as well
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def test_a_network_learns_in_jupyterlab(page: Page, notebook_address: str) -> None:
    page.goto(notebook_address)
    page.locator(".jp-Notebook .jp-CodeCell").first.click(timeout=60_000)
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for(timeout=60_000)
    page.keyboard.press("Shift+Enter")
    lab = page.locator(".jp-OutputArea [data-ready]")
    lab.wait_for(timeout=60_000)
    before = float(lab.get_attribute("data-loss") or "nan")
    lab.get_by_role("button", name="Play").click()
    page.wait_for_function(
        "([element, loss]) => Number(element.dataset.loss) < loss / 2",
        arg=[lab.element_handle(), before],
        timeout=60_000,
    )
    lab.get_by_role("button", name="Pause").click()
    page.wait_for_function("element => element.dataset.playing === 'false'", arg=lab.element_handle(), timeout=10_000)
    assert int(lab.get_attribute("data-step") or "0") > 0
