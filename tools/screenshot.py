"""Take the README's screenshot of the Lab: the real page, trained for a while in a real browser.

It shows the running program and nothing else, so it can be taken again whenever the page changes.
"""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Iterator

from playwright.sync_api import Page, sync_playwright

from find_browser import find_browser

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "lab.png"
STEPS = 2000


@contextlib.contextmanager
def served() -> Iterator[str]:
    """Serve Glassnet on a free port; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    glassnet = str(Path(sys.executable).with_name("glassnet"))
    process = subprocess.Popen([glassnet, "serve", "--no-browser", "--port", str(port)], stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
                break
            time.sleep(0.05)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def train(page: Page, address: str) -> None:
    """Open the Lab and let it train."""
    page.goto(f"{address}/lab/")
    lab = page.locator(".gn-root[data-ready='true']")
    lab.wait_for()
    page.get_by_role("button", name="Play", exact=True).click()
    while int(lab.get_attribute("data-step") or 0) < STEPS:
        page.wait_for_timeout(50)
    page.get_by_role("button", name="Pause", exact=True).click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)  # the last frame is drawn


def main() -> int:
    """Write docs/images/lab.png."""
    browser_path = find_browser()
    if not browser_path:
        print("screenshot: no Chromium found; install one or set GLASSNET_CHROMIUM", file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce")
        train(page, address)
        page.screenshot(path=str(PICTURE))
        browser.close()
    print(PICTURE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
