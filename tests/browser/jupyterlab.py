"""A JupyterLab of its own for the tests: quiet, on a free port, with its notebooks in a folder of its own."""

import json
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from .server import free_port

# JupyterLab would ask the network for news and for a list of extensions.
QUIET = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
# All cells are on the page, also those that are out of sight.
WHOLE = {"windowingMode": "none"}
READY_WITHIN_SECONDS = 90
PATIENCE_MS = 60_000
END = "All cells have run."


def code_cell(identity: str, source: str) -> dict[str, Any]:
    """A cell of code that has not been run."""
    return {
        "cell_type": "code",
        "id": identity,
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def notebook(*sources: str) -> str:
    """The text of a notebook with these cells of code."""
    cells = [code_cell(f"cell-{place}", source) for place, source in enumerate(sources)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


class JupyterLab:
    """One server; notebooks are written into its folder and opened by name."""

    def __init__(self, folder: Path) -> None:
        self.work, self._log = folder / "work", folder / "log.txt"
        self._token, self._port = secrets.token_hex(16), free_port()
        settings = folder / "settings" / "@jupyterlab" / "notebook-extension"
        for made in (self.work, folder / "config" / "labconfig", settings):
            made.mkdir(parents=True)
        (folder / "config" / "labconfig" / "page_config.json").write_text(json.dumps(QUIET), "utf-8")
        (settings / "tracker.jupyterlab-settings").write_text(json.dumps(WHOLE), "utf-8")
        places = {
            "JUPYTER_CONFIG_DIR": folder / "config",
            "JUPYTER_DATA_DIR": folder / "data",
            "JUPYTER_RUNTIME_DIR": folder / "runtime",
            "JUPYTERLAB_WORKSPACES_DIR": folder / "workspaces",
            "JUPYTERLAB_SETTINGS_DIR": folder / "settings",
            "IPYTHONDIR": folder / "ipython",
        }
        plain = {"JUPYTER_PLATFORM_DIRS": "1", "GLASSNET_HOME": "none"}
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--ServerApp.port={self._port}"]
        command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={self.work}"]
        command += [f"--IdentityProvider.token={self._token}", "--LabApp.extension_manager=readonly"]
        environment = {**os.environ, **{name: str(place) for name, place in places.items()}, **plain}
        with self._log.open("wb") as output:
            self._server = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)

    def wait(self) -> None:
        """Wait until it answers."""
        deadline = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < deadline and self._server.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/api?token={self._token}", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise AssertionError(f"JupyterLab did not start:\n{self._log.read_text('utf-8')[-2000:]}")

    def stop(self) -> None:
        """End it; asked to end, it ends its kernels as well."""
        self._server.terminate()
        try:
            self._server.wait(20)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()

    def run_all(self, page: Page, name: str, text: str) -> Locator:
        """Open a new notebook with this text, run all its cells, and return it when the last of them has run."""
        whole = json.loads(text)
        whole["cells"].append(code_cell("end", f"print({END!r})"))
        (self.work / name).write_text(json.dumps(whole), "utf-8")
        # a workspace of its own, or the notebooks of other tests would open beside it
        workspace = name.removesuffix(".ipynb")
        page.goto(f"http://127.0.0.1:{self._port}/lab/workspaces/{workspace}/tree/{name}?token={self._token}")
        opened = page.locator(".jp-NotebookPanel:visible .jp-Notebook")
        opened.locator(".jp-CodeCell").first.wait_for(timeout=PATIENCE_MS)
        # asked earlier, before the notebook has its kernel, JupyterLab would ask which one it is to be
        page.locator("#jp-bottom-panel").get_by_text("| Idle").first.wait_for(timeout=PATIENCE_MS)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        opened.locator(".jp-OutputArea-output").get_by_text(END, exact=True).wait_for(timeout=PATIENCE_MS)
        return opened
