"""How smooth the pages are in a real browser: pictures and updates a second, sliders, opening.

    python benchmarks/smoothness.py [--seconds 10] [--rounds 10] [--json FILE]

Starts a server of its own and a headless Chromium. A picture counts when the page has drawn a reply from
Python: its attributes change only then. Times are of this machine; run it when nothing else does.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from time import perf_counter, sleep
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

sys.path += [str(Path(__file__).resolve().parents[1] / folder) for folder in ("tools", "tests/browser")]
from server import Server

from find_browser import find_browser
from glassnet.lessons import LESSONS

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTINGS = "#hidden=8-8&samples=500"
LAB = ".gn-root[data-ready='true']"

READABLE = """() => {
    const reading = document.querySelector('#lesson-preview'), page = reading ?? document.querySelector('#App');
    const seen = element => element.getBoundingClientRect().top < innerHeight;
    const formulas = [...(reading?.querySelectorAll('.formula') ?? [])].filter(seen);
    return page?.querySelector('h1') && page.querySelector('h2') && document.querySelector('.lesson-bar')
        && formulas.every(formula => formula.querySelector('.katex'));
}"""

WATCH_PLAYING = """seconds => new Promise(done => {
    const root = document.querySelector('.gn-root');
    const pictures = [], frames = [];
    const observer = new MutationObserver(() => pictures.push([performance.now(), Number(root.dataset.step)]));
    observer.observe(root, {attributes: true, attributeFilter: ['data-step']});
    const look = now => { frames.push(now); if (now - frames[0] < 1000 * seconds) requestAnimationFrame(look); else {
        observer.disconnect(); done({pictures, frames}); } };
    requestAnimationFrame(look);
})"""

DRAG = """([name, values]) => new Promise(done => {
    const root = document.querySelector('.gn-root');
    const input = document.querySelector(`input[name='${name}']`);
    const times = [];
    const next = () => {
        if (times.length === values.length) return done(times);
        const before = root.dataset.changes, begin = performance.now();
        const observer = new MutationObserver(() => {
            if (root.dataset.changes === before) return;
            observer.disconnect();
            times.push(performance.now() - begin);
            setTimeout(next, 60);
        });
        observer.observe(root, {attributes: true});
        input.value = values[times.length];
        input.dispatchEvent(new Event('input', {bubbles: true}));
    };
    next();
})"""


def spread(values: Iterable[float]) -> dict[str, float]:
    """Return median and 95th percentile."""
    ordered = sorted(values)
    return {"median": statistics.median(ordered), "p95": ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]}


def open_lab(page: Page, server: Server, settings: str = "") -> None:
    """Open the Lab and wait for its first picture."""
    page.goto(f"{server.url}/lab/{settings}")
    page.locator(LAB).wait_for()


def playing(page: Page, server: Server, seconds: float) -> dict[str, Any]:
    """Play as fast as it can: animation frames and pictures a second, updates between two pictures."""
    open_lab(page, server, SETTINGS)
    page.locator("select[name=speed]").select_option("full")
    page.locator("button[name=play]").click()
    page.wait_for_timeout(2000)
    seen = page.evaluate(WATCH_PLAYING, seconds)
    page.locator("button[name=play]").click()
    pictures, frames = seen["pictures"], seen["frames"]
    times = [time for time, _ in pictures]
    gaps = [after - before for before, after in pairwise(times)]
    updates = [after - before for (_, before), (_, after) in pairwise(pictures)]
    return {
        "animation frames a second": len(frames) / seconds,
        "pictures a second": len(pictures) / seconds,
        "ms between pictures": spread(gaps),
        "updates between pictures": {
            "median": statistics.median(updates),
            "mean": statistics.mean(updates),
            "p5": sorted(updates)[len(updates) // 20],
        },
    }


def dragging(page: Page, server: Server, rounds: int) -> dict[str, Any]:
    """Move sliders: milliseconds from the hand's movement to the drawn answer, at rest and while playing."""
    open_lab(page, server, SETTINGS)
    noises = [f"{0.02 * (1 + (7 * i) % 20):.2f}" for i in range(6 * rounds)]
    rates = [str(-2 + 0.1 * ((7 * i) % 19)) for i in range(6 * rounds)]
    found = {"noise, at rest": spread(page.evaluate(DRAG, ["noise", noises]))}
    found["learning rate, at rest"] = spread(page.evaluate(DRAG, ["learning_rate", rates]))
    page.locator("button[name=play]").click()
    found["noise, playing"] = spread(page.evaluate(DRAG, ["noise", noises]))
    return {"ms from slider to picture": found}


def opening(browser: Browser, server: Server, rounds: int) -> dict[str, Any]:
    """Open pages with an empty cache: seconds until the first picture, or until a lesson can be read."""
    for lesson in LESSONS:
        _wait_for_text(server, lesson.number)
    found = {
        "home page's picture": spread(timed(browser, lambda page: _open_home(page, server), rounds)),
        "the Lab": spread(timed(browser, lambda page: open_lab(page, server), rounds)),
    }
    for lesson in LESSONS:
        for what, act in (("readable", _open_lesson), ("its notebook ready", _open_notebook)):
            seconds = timed(browser, lambda page, act=act, lesson=lesson: act(page, server, lesson.number), rounds)
            found[f"lesson {lesson.number}, {what}"] = spread(seconds)
    return {"s to open": found}


def first_opening(browser: Browser, rounds: int, folder: Path) -> dict[str, Any]:
    """Open the Lab, or the lesson, as the first page of a server that has just answered."""
    lab, lesson = [], []
    for seconds, act in ((lab, open_lab), (lesson, lambda page, server: _open_lesson(page, server, "09"))):
        for _ in range(max(3, rounds // 3)):
            server = Server(folder / "first.txt")
            server.start()
            try:
                seconds += timed(browser, lambda page, act=act, server=server: act(page, server), 1)
            finally:
                server.kill()
    return {"s to open, first page of a new server": {"the Lab": spread(lab), "lesson, readable": spread(lesson)}}


def timed(browser: Browser, act: Callable[[Page], None], rounds: int) -> list[float]:
    """Return the seconds that something takes, each time on a page of a new browser context."""
    found = []
    for _ in range(rounds):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        begin = perf_counter()
        act(page)
        found.append(perf_counter() - begin)
        context.close()
    return found


def _open_home(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.locator("[data-ready='true']").first.wait_for()


def _open_lesson(page: Page, server: Server, number: str) -> None:
    page.goto(f"{server.url}/lessons/{number}/", wait_until="commit")
    page.wait_for_function(READABLE, polling=10, timeout=60_000)


def _open_notebook(page: Page, server: Server, number: str) -> None:
    page.goto(f"{server.url}/lessons/{number}/", wait_until="commit")
    page.locator("#App h1").first.wait_for(state="attached", timeout=60_000)
    page.locator("#lesson-preview").wait_for(state="detached", timeout=60_000)


def _wait_for_text(server: Server, number: str) -> None:
    """Wait until a server that has just started has made a lesson's text ready."""
    while b'id="lesson-preview" tabindex' not in urlopen(f"{server.url}/lessons/{number}/").read():
        sleep(5)  # a page that is asked for puts the preparations off


def measure(seconds: float, rounds: int, folder: Path) -> dict[str, Any]:
    """Return every figure."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        server = Server(folder / "log.txt")
        server.start()
        try:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            found = {**playing(page, server, seconds), **dragging(page, server, rounds)}
            page.close()
            found |= opening(browser, server, rounds)
        finally:
            server.kill()
        return found | first_opening(browser, rounds, folder)


def lines(found: dict[str, Any], indent: str = "") -> list[str]:
    """Write figures as indented lines."""
    written = []
    for name, value in found.items():
        if isinstance(value, dict) and all(isinstance(item, float | int) for item in value.values()):
            written.append(f"{indent}{name}: " + ", ".join(f"{key} {item:.4g}" for key, item in value.items()))
        elif isinstance(value, dict):
            written += [f"{indent}{name}:", *lines(value, indent + "  ")]
        else:
            written.append(f"{indent}{name}: {value:.4g}")
    return written


def main() -> None:
    """Measure, print, and keep as JSON if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to play")
    parser.add_argument("--rounds", type=int, default=10, help="pages opened, and a sixth of the slider's movements")
    parser.add_argument("--json", type=Path, help="file for the figures")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        found = measure(arguments.seconds, arguments.rounds, Path(folder))
    print("\n".join(lines(found)))
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
