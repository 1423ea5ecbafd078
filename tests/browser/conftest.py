"""One server and one browser for all tests of a session; a watched context for each test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .lab_page import LabPage
from .patience import PATIENCE_MS
from .server import Server
from .watch import OFFLINE, Watch

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    OFFLINE,
]


expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = subprocess.run([sys.executable, ROOT / "tools/find_browser.py"], capture_output=True, text=True, check=True)
    path = found.stdout.strip()
    if not Path(path).is_file():
        pytest.skip(path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server") / "log.txt")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch()
    yield watch
    watch.check()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Make a page in a context of its own; arguments are those of a browser context."""
    contexts = []

    def make(**settings: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings})
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        watch.over(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture
def lab(page: Page, server: Server) -> LabPage:
    """The Lab, opened."""
    return LabPage(page, server.url).open()
