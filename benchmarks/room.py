"""A full room: thirty readers who open one lesson at once, thirty learners in the Lab, and one reader alone.

    python benchmarks/room.py [--short] [--only readers,learners,alone] [--lesson 09] [--glassnet COMMAND] [--json FILE]

Starts a server of its own for each part. Readers and learners are clients that speak the pages' protocols, in processes
of their own; among the readers is one real Chromium. The whole takes about twenty-five minutes, `--short` ten; the
machine should do nothing else. `--glassnet` names the command to measure, for example an earlier version's, so that two
can be compared.
"""

import argparse
import json
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).resolve().parents[1] / "tools"))
from find_browser import find_browser
from start_up import answer

HERE = Path(__file__).parent
HOST = "127.0.0.1"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
NOTEBOOK = "() => document.querySelector('#App') && !document.querySelector('#lesson-preview')"
TEXT_SECONDS = 300.0
MEMORY_SECONDS = 400.0
"""How long to wait until memory has been given back."""
STAY_SECONDS = 5.0
ROUND_SECONDS = 60.0
"""How long the learner plays in each round: longer than the readers need."""
AT_MOST = {
    "readers: text, median s": 1.0,
    "readers: notebook live, median s": 15.0,
    "readers: without a notebook": 0,
    "Lab meanwhile: p95 ms": 250.0,
    "Lab meanwhile: longest pause s": 0.5,
    "memory afterwards / before": 1.1,
    "learners: dropped": 0,
    "learners: p95 ms": 250.0,
}
AT_LEAST = {"learners: shares, min / max": 0.9}


@dataclass(frozen=True)
class Server:
    """A server under load."""

    process: psutil.Process
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://{HOST}:{self.port}"

    def tree(self) -> list[psutil.Process]:
        """Return its processes."""
        return [self.process, *self.process.children(recursive=True)]

    def memory(self) -> float:
        """Return the megabytes that its processes take, what they share counted once."""
        total = 0
        for one in self.tree():
            try:
                total += one.memory_full_info().pss
            except psutil.Error:
                continue
        return total / 1e6

    def processor_seconds(self) -> float:
        """Return the processor time that it has used, without that of processes that have ended."""
        return sum(sum(one.cpu_times()[:2]) for one in self.tree())


@contextmanager
def serving(command: str, lesson: str) -> Iterator[Server]:
    """Start a server whose lesson's text is ready and which is at rest."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    words = [command, "serve", "--no-browser", "--port", str(port)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        answer(process, f"http://{HOST}:{port}/", time.perf_counter())
        server = Server(psutil.Process(process.pid), port)
        end = time.monotonic() + TEXT_SECONDS
        while b'id="lesson-preview"' not in fetched(f"{server.url}/lessons/{lesson}/"):
            if time.monotonic() > end:
                raise SystemExit("The lesson's text is not written.")
            time.sleep(1.0)
        time.sleep(5.0)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def fetched(address: str) -> bytes:
    """Return what is at an address."""
    with urllib.request.urlopen(address, timeout=60) as reply:
        return bytes(reply.read())


def client(script: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a script of this folder."""
    command = [sys.executable, str(HERE / script), HOST, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def result(process: "subprocess.Popen[str]") -> Any:
    """Wait for a script and return what it has printed."""
    printed, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{process.args} failed")
    return json.loads(printed)


def readers(server: Server, options: argparse.Namespace) -> dict[str, Any]:
    """Open a lesson by many readers at once, several times, while one learner plays in the Lab."""
    before, used = server.memory(), server.processor_seconds()
    rounds, taken, pauses = [], [], []
    for _ in range(options.rounds):
        playing = client("room_learners.py", server.port, 1, ROUND_SECONDS)
        time.sleep(3.0)
        begin = time.time()
        reading = client("room_readers.py", server.port, options.lesson, options.readers - 1, STAY_SECONDS)
        browser = in_browser(server, options.lesson)
        rounds.append([*result(reading), browser])
        (lab,) = [Lab.of(one, begin, time.time()) for one in result(playing)]
        taken += lab.taken
        pauses.append(lab.pause)
    everybody = [one for each in rounds for one in each]
    live = [one["live"] for one in everybody if one["live"]]
    used, peak = server.processor_seconds() - used, server.memory()
    return {
        "readers: text, median s": statistics.median(one["text"] for one in everybody if one["text"]),
        "readers: notebook live, median s": statistics.median(live),
        "readers: notebook live, last s": max(live),
        "readers: Chromium's notebook live, median s": statistics.median(each[-1]["live"] for each in rounds),
        "readers: without a notebook": sum(one["live"] is None for one in everybody),
        "readers: processor s per opening": used / len(everybody),
        "Lab meanwhile: p95 ms": 1000 * percentile(taken, 0.95),
        "Lab meanwhile: longest pause s": max(pauses),
        "memory before, MB": before,
        "memory after the last round, MB": peak,
        "memory afterwards / before": given_back(server, before) / before,
        "trouble": sorted({one["trouble"] for one in everybody if one["trouble"]}),
    }


@dataclass(frozen=True)
class Lab:
    """What one learner in the Lab noticed: seconds that answers took, and the longest time without one."""

    taken: list[float]
    pause: float

    @classmethod
    def of(cls, learner: dict[str, Any], begin: float, end: float) -> "Lab":
        """Take from a learner's answers those of a time, given by the clock."""
        answers = [(learner["began"] + due, taken) for due, taken in learner["answers"]]
        within = [(due, taken) for due, taken in answers if begin <= due <= end]
        arrived = sorted(due + taken for due, taken in within)
        return cls([taken for _, taken in within], max(after - before for before, after in pairwise(arrived)))


def in_browser(server: Server, lesson: str) -> dict[str, Any]:
    """Open a lesson in Chromium; return the seconds until its text is there, and until its notebook is."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        page = browser.new_page()
        begin = time.perf_counter()
        page.goto(f"{server.url}/lessons/{lesson}/", wait_until="commit")
        page.wait_for_selector("h1", state="attached", timeout=60_000)
        text = time.perf_counter() - begin
        page.wait_for_function(NOTEBOOK, timeout=180_000)
        live = time.perf_counter() - begin
        browser.close()
    return {"text": text, "live": live, "trouble": ""}


def given_back(server: Server, before: float) -> float:
    """Return the megabytes that a server takes after its readers have left: the least within a while."""
    end, least = time.monotonic() + MEMORY_SECONDS, server.memory()
    while time.monotonic() < end and least > before:
        time.sleep(5.0)
        least = min(least, server.memory())
    return least


def learners(server: Server, options: argparse.Namespace) -> dict[str, Any]:
    """Let many learners play in the Lab at once."""
    played = result(client("room_learners.py", server.port, options.learners, 60 * options.minutes))
    taken = [seconds for one in played for _, seconds in one["answers"]]
    shares = [one["updates"] for one in played]
    return {
        "learners: requests": sum(one["sent"] for one in played),
        "learners: dropped": sum(one["sent"] - len(one["answers"]) for one in played),
        "learners: median ms": 1000 * statistics.median(taken),
        "learners: p95 ms": 1000 * percentile(taken, 0.95),
        "learners: longest ms": 1000 * max(taken),
        "learners: shares, min / max": min(shares) / max(shares),
        "learners: updates a second, all together": sum(shares) / (60 * options.minutes),
        "trouble": sorted({one["trouble"] for one in played if one["trouble"]}),
    }


def alone(server: Server, options: argparse.Namespace) -> dict[str, Any]:
    """Open a lesson by one reader, again and again, by a client and by Chromium."""

    def read() -> float:
        return float(result(client("room_readers.py", server.port, options.lesson, 1, 0))[0]["live"])

    first, used = read(), server.processor_seconds()
    later = [read() for _ in range(options.alone)]
    used = server.processor_seconds() - used
    browser = [in_browser(server, options.lesson)["live"] for _ in range(options.alone)]
    return {
        "alone: first opening, live, s": first,
        "alone: live, median s": statistics.median(later),
        "alone: live, best s": min(later),
        "alone: processor s per opening": used / len(later),
        "alone: Chromium, live, median s": statistics.median(browser),
        "alone: Chromium, live, best s": min(browser),
    }


def percentile(values: list[float], part: float) -> float:
    """Return the value below which a part of the values lie.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.5)
    3.0
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def verdict(name: str, value: Any) -> str:
    """Return a row of the report.

    >>> verdict("learners: p95 ms", 300.0)
    '| learners: p95 ms | 300 | at most 250: **missed** |'
    """
    bar = ""
    if name in AT_MOST:
        bar = f"at most {AT_MOST[name]:g}: " + ("met" if value <= AT_MOST[name] else "**missed**")
    if name in AT_LEAST:
        bar = f"at least {AT_LEAST[name]:g}: " + ("met" if value >= AT_LEAST[name] else "**missed**")
    return f"| {name} | {value:.4g} | {bar} |" if isinstance(value, int | float) else f"| {name} | {value} | {bar} |"


SECTIONS = {"alone": alone, "readers": readers, "learners": learners}


def main() -> None:
    """Measure, print, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas (default all)")
    parser.add_argument("--lesson", default="09")
    parser.add_argument("--readers", type=int, default=30)
    parser.add_argument("--learners", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=5, help="how often the readers come")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long the learners play")
    parser.add_argument("--alone", type=int, default=10, help="how often the lone reader comes")
    parser.add_argument("--short", action="store_true", help="2 rounds, 1 minute, 5 times alone")
    parser.add_argument("--glassnet", default=str(Path(sys.executable).with_name("glassnet")))
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if options.short:
        options.rounds, options.minutes, options.alone = 2, 1.0, 5
    found: dict[str, Any] = {}
    for name in options.only.split(","):
        with serving(options.glassnet, options.lesson) as server:
            measured = SECTIONS[name](server, options)
        print("\n".join(verdict(*one) for one in measured.items()), flush=True)
        found |= measured
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), "utf-8")


if __name__ == "__main__":
    main()
