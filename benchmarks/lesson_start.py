"""(i) Start-up with lessons: a server with these and with 21, whose texts are on disk already or are not yet."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from start_up import SERVE, answer

SOURCE = Path(__file__).resolve().parents[1] / "src" / "glassnet"
MANY = 21
RESTS, REST_SECONDS, REST_USES = 3, 5.0, 0.05
"""A server has prepared everything after so many rests of so many seconds that cost no more processor time each."""
PATIENCE_SECONDS = 900.0
READY_BAR = 1.5


@dataclass(frozen=True)
class Start:
    """One start: seconds until the home page is there, processor seconds until then, and until nothing more is done."""

    ready: float
    until_ready: float
    until_quiet: float


def lesson_start(rounds: int) -> list[str]:
    """Return the section of the report."""
    lines = [
        "## (i) Start-up with lessons, seconds",
        "",
        "| lessons | their texts | server ready | processor time until then | until all is prepared |",
        "|---:|---|---:|---:|---:|",
    ]
    for count in (5, MANY):
        with house(count) as environment:
            cold = start(environment)
            warm = [start(environment) for _ in range(rounds)]
        best = min(warm, key=lambda one: one.ready)
        for texts, one in (("written anew", cold), ("as on disk", best)):
            lines.append(f"| {count} | {texts} | {one.ready:.2f} | {one.until_ready:.2f} | {one.until_quiet:.2f} |")
    return [*lines, "", f"The bar for a server with {MANY} lessons is {READY_BAR} s.", ""]


@contextmanager
def house(count: int) -> Iterator[dict[str, str]]:
    """Give the environment of a package with so many lessons, copies of those that there are; no text is kept yet."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder, "house", "glassnet")
        shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__"))
        notebooks = sorted((package / "lessons").glob("lesson_[0-9][0-9]_*.py"))
        for place in range(len(notebooks), count):
            one = notebooks[place % len(notebooks)]
            shutil.copy(one, one.with_name(f"lesson_{30 + place}_{one.name.split('_', 2)[2]}"))
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPATH": str(package.parent), "GLASSNET_CACHE": str(Path(folder, "cache"))}
        subprocess.run([sys.executable, "-m", "compileall", "-q", str(package)], env=environment, check=True)
        subprocess.run([sys.executable, "-c", SERVE, "--help"], env=environment, check=True, capture_output=True)
        yield environment


def start(environment: dict[str, str]) -> Start:
    """Start a server, wait until it has nothing more to do, and stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", SERVE, "serve", "--no-browser", "--port", str(port)]
    begin = time.perf_counter()
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        ready = answer(server, f"http://127.0.0.1:{port}/", begin)
        watched = psutil.Process(server.pid)
        until_ready = used(watched)
        return Start(ready, until_ready, wait_until_quiet(watched))
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def wait_until_quiet(server: psutil.Process) -> float:
    """Return the processor seconds that a server and what it has started have used when they have come to rest."""
    end = time.monotonic() + PATIENCE_SECONDS
    before, now, rests = 0.0, used(server), 0
    while rests < RESTS:
        if time.monotonic() > end:
            raise SystemExit("The server does not come to rest.")
        time.sleep(REST_SECONDS)
        before, now = now, used(server)
        rests = 0 if now - before > REST_USES or server.children() else rests + 1
    return now


def used(process: psutil.Process) -> float:
    """Return the processor seconds of a process, of those that it has started, and of those that have ended."""
    total = 0.0
    for one in [process, *process.children(recursive=True)]:
        try:
            times = one.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total
