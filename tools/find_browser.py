"""Find a Chromium for the browser tests and print its path: from GLASSNET_CHROMIUM, PATH or Playwright.

With `--install`, install one if there is none: Playwright's, or else Debian's package if run as root. This never fails:
the last line says what was found, and without a browser its tests are skipped for that reason.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
)


def starts(path: str) -> bool:
    """Whether the program exists and prints its version."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwrights_own() -> str:
    """Return the path of Playwright's Chromium, installed or not; "" without Playwright."""
    done = subprocess.run([sys.executable, "-c", PLAYWRIGHT_PATH], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def find_browser() -> str:
    """Return the path of a Chromium that starts, or ""."""
    named = os.environ.get("GLASSNET_CHROMIUM", "")
    on_path = [shutil.which(name) or "" for name in NAMES]
    for path in (named, *on_path, *MAC):
        if path and starts(path):
            return path
    own = playwrights_own()
    return own if own and starts(own) else ""


def attempt(command: List[str], seconds: int) -> bool:
    """Run one step of an installation; its output is shown only if it fails."""
    print("browser: " + " ".join(Path(word).name if word.startswith("/") else word for word in command), flush=True)
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        print(f"browser: that did not work ({type(problem).__name__})")
        return False
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        print(f"browser: that did not work ({last})")
    return done.returncode == 0


def install_browser() -> str:
    """Install a Chromium in the first way that works; return its path, or ""."""
    # A CDN that doesn't answer would block for an hour; a slow one gets five minutes.
    if attempt([sys.executable, "-m", "playwright", "install", "chromium"], 300) and (path := find_browser()):
        return path
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        if attempt([*quiet, "update"], 300):
            attempt([*quiet, "install", "-y", "--no-install-recommends", "chromium"], 900)
    return find_browser()


def main() -> int:
    """Print the path, or what is missing."""
    path = find_browser()
    if not path and "--install" in sys.argv[1:]:
        path = install_browser()
    print(
        path
        or "browser: no Chromium found or installed: browser tests are skipped; install one or set GLASSNET_CHROMIUM"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
