"""(h) Start-up: the import, the command's help, the server, and the first paint of the page."""

import json
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

SERVE = "import sys; from glassnet.app.cli import main; sys.argv = ['glassnet', *sys.argv[1:]]; main()"
FIRST_NETWORK = """
import glassnet as gn
gn.fit([gn.Dense(4, "tanh"), gn.Dense(1)], gn.data.moons(50), loss="sigmoid_cross_entropy", epochs=1, progress=False)
"""
BARS = {"import glassnet": 0.3, "glassnet --help": 0.5, "server ready": 1.5}


def start_up(rounds: int) -> list[str]:
    """Return the section of the report."""
    found = {
        "python -c pass (the floor)": [run("pass") for _ in range(rounds)],
        "import glassnet": [run("import glassnet") for _ in range(rounds)],
        "import numpy, for comparison": [run("import numpy") for _ in range(rounds)],
        "import glassnet and train a first network": [run(FIRST_NETWORK) for _ in range(rounds)],
        "glassnet --help": [run(SERVE, "--help") for _ in range(rounds)],
    }
    served = [serve() for _ in range(rounds)]
    found["server ready"] = [ready for ready, _ in served]
    painted = [paint for _, paint in served if paint is not None]
    if painted:
        found["first paint of the home page, after the request"] = painted
    lines = ["## (h) Start-up, seconds", "", "| | median | best | bar |", "|---|---:|---:|---|"]
    for name, times in found.items():
        middle, bar = statistics.median(times), BARS.get(name)
        verdict = "" if bar is None else f"< {bar}: " + ("met" if middle < bar else "**missed**")
        lines.append(f"| {name} | {middle:.2f} | {min(times):.2f} | {verdict} |")
    if not painted:
        lines += ["", "First paint was not measured: it needs Playwright and Chromium."]
    return [*lines, ""]


def run(code: str, *arguments: str) -> float:
    """Return how long a Python process takes."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)
    return time.perf_counter() - begin


def serve() -> tuple[float, float | None]:
    """Start the server; return the seconds until it answers and until the page paints (None without a browser)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", SERVE, "serve", "--no-browser", "--port", str(port)]
    begin = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        ready = answer(server, f"http://127.0.0.1:{port}/", begin)
        return ready, paint(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(timeout=10)


def answer(server: "subprocess.Popen[bytes]", address: str, begin: float) -> float:
    """Return the seconds until the page is there."""
    while time.perf_counter() - begin < 60:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                page.read()
            return time.perf_counter() - begin
        except (urllib.error.URLError, ConnectionError):
            if server.poll() is not None:
                break
            time.sleep(0.01)
    raise SystemExit("The server did not answer.")


def paint(address: str) -> float | None:
    """Return the seconds from the request to the first contentful paint."""
    browser_path = next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright  # a browser is not everywhere
    except ImportError:
        return None
    if browser_path is None:
        return None
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=browser_path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        page = browser.new_page()
        page.goto(address)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        found = page.evaluate("JSON.stringify(performance.getEntriesByName('first-contentful-paint')[0].startTime)")
        browser.close()
    return float(json.loads(found)) / 1000
