"""The Lab without a browser: frames, changes, past steps and explanations, as its page asks for them.

`python -m benchmarks.lab` prints a table. The page adds drawing and the socket, 2 to 4 ms a frame.
"""

import statistics
import time
from collections.abc import Callable
from typing import Any

from glassnet.widgets.frames import pack
from glassnet.widgets.lab import LabSession, LabSpec

VIEW = {"map": 100, "units": 32}
USUAL = LabSpec(hidden=(8, 8), samples=500)
LARGEST = LabSpec(
    data="blobs", classes=6, samples=1000, hidden=(16,) * 8, rule="amsgrad", learning_rate=0.001,
    normalisations=("batch",) * 8, features=("x1", "x2", "x1x1", "x2x2", "x1x2", "sin1", "sin2", "cos1", "cos2"),
)  # fmt: skip


def ask(session: LabSession, kind: str, **fields: Any) -> dict[str, Any]:
    """Return the head of a reply, after packing it as for a socket.

    Raises:
        SystemExit: it was an error.
    """
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    if head["kind"] == "error":
        raise SystemExit(head["message"])
    pack(head, buffers)
    return head


def opened(spec: LabSpec) -> LabSession:
    """Return a session with images of the page's size."""
    session = LabSession(spec)
    ask(session, "open", view=VIEW)
    return session


def times(act: Callable[[int], Any], count: int) -> list[float]:
    """Return how many milliseconds each of so many calls took, after a few to warm up."""
    for number in range(3):
        act(number)
    taken = []
    for number in range(count):
        begin = time.perf_counter()
        act(number)
        taken.append(1000 * (time.perf_counter() - begin))
    return taken


def row(what: str, taken: list[float]) -> str:
    """Return a line of the table: median and 95th percentile in milliseconds."""
    return f"| {what} | {statistics.median(taken):.1f} | {sorted(taken)[int(0.95 * len(taken))]:.1f} |"


def past(steps: int) -> list[float]:
    """Return how long going to steps all over a long past takes."""
    session = opened(USUAL)
    for _ in range(steps // 2000):
        ask(session, "advance", steps=2000)
    return times(lambda number: ask(session, "look", step=(number * 7919) % steps), 60)


def reasons() -> list[float]:
    """Return how long numbers of a step take to be listed and explained."""
    session = opened(USUAL)
    ask(session, "advance", steps=400)
    names = ("dense_2.z[0, 3]", "dense_1.d_weight[1, 2]", "loss.mean", "dense_3.weight_after[4, 0]")
    return times(lambda number: ask(session, "explain", reference=names[number % 4], step=400 - number % 50), 100)


def main() -> None:
    """Print the table."""
    usual, fast, largest = opened(USUAL), opened(USUAL), opened(LARGEST)
    print("| what | median, ms | 95 %, ms |\n|---|---|---|")
    print(row("a frame with 120 updates, 2-8-8-1, 500 points", times(lambda _: ask(usual, "advance", steps=120), 100)))
    print(row("a frame with 250 updates", times(lambda _: ask(fast, "advance", steps=250), 60)))
    print(row("a frame with 1 update of the largest network", times(lambda _: ask(largest, "advance", steps=1), 60)))
    print(row("another noise", times(lambda n: ask(usual, "change", spec={"noise": 0.01 * (n % 40)}), 60)))
    print(
        row("another learning rate", times(lambda n: ask(usual, "change", spec={"learning_rate": 0.1 + n / 1e4}), 60))
    )
    print(row("any of 10,000 past steps", past(10_000)))
    print(row("a number's reason", reasons()))


if __name__ == "__main__":
    main()
