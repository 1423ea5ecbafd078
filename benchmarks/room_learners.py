"""Learners who play in the Lab at the same time: clients that speak its protocol as its page does.

    python benchmarks/room_learners.py HOST PORT LEARNERS SECONDS

Each asks for training ten times a second, whether the last request has been answered or not. Prints one line of
JSON: for each learner the clock's time at the first request, the requests sent, the updates made, and for each answer
the moment at which it was due (seconds from the first) and how long it took.
"""

import asyncio
import json
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from time import perf_counter, time

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from room_http import Place

EVERY_SECONDS = 0.1
BUDGET_MS = 14
"""What the Lab's page asks for when it plays at full speed."""
BEAT = "beat"
PATIENCE_SECONDS = 10.0


@dataclass
class Learner:
    """One learner's requests and answers."""

    began: float = 0.0
    sent: int = 0
    updates: int = 0
    answers: list[tuple[float, float]] = field(default_factory=list)
    trouble: str = ""
    _due: dict[int, float] = field(default_factory=dict)
    _begin: float = 0.0

    async def play(self, place: Place, seconds: float, offset: float) -> None:
        """Open the Lab and play."""
        try:
            async with connect(place.socket("/lab/socket"), origin=place.origin, compression=None) as socket:  # type: ignore[arg-type]
                await socket.send(json.dumps({"id": 0, "kind": "open"}))
                await asyncio.sleep(1 + offset)
                listening = asyncio.create_task(self._listen(socket))
                self.began = time()
                await self._ask(socket, perf_counter(), seconds)
                end = perf_counter() + PATIENCE_SECONDS
                while self._due and perf_counter() < end and not listening.done():
                    await asyncio.sleep(0.05)
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening
        except (OSError, ConnectionClosed) as error:
            self.trouble = repr(error)[:200]

    async def _ask(self, socket: ClientConnection, begin: float, seconds: float) -> None:
        self._begin = begin
        for number, due in enumerate(moments(seconds), start=1):
            await asyncio.sleep(max(0.0, begin + due - perf_counter()))
            self._due[number] = due
            self.sent += 1
            await socket.send(json.dumps({"id": number, "kind": "advance", "budget_ms": BUDGET_MS}))

    async def _listen(self, socket: ClientConnection) -> None:
        async for message in socket:
            if isinstance(message, str):
                await socket.send(BEAT)
                continue
            (length,) = struct.unpack_from("<I", message)
            head = json.loads(message[4 : 4 + length])
            due = self._due.pop(head["id"], None)
            if due is not None and head["kind"] == "frame":
                self.answers.append((round(due, 3), round(perf_counter() - self._begin - due, 4)))
                self.updates += head["updates"]


def moments(seconds: float) -> Iterator[float]:
    """Return when requests are due.

    >>> list(moments(0.25))
    [0.0, 0.1, 0.2]
    """
    return (EVERY_SECONDS * number for number in range(round(seconds / EVERY_SECONDS + 0.499)))


async def play_together(place: Place, learners: int, seconds: float) -> list[Learner]:
    """Let so many learners play for so many seconds; their requests are spread over each tenth of a second."""
    made = [Learner() for _ in range(learners)]
    offsets = [EVERY_SECONDS * number / learners for number in range(learners)]
    await asyncio.gather(*(one.play(place, seconds, offset) for one, offset in zip(made, offsets, strict=True)))
    return made


def main(host: str, port: str, learners: str, seconds: str) -> None:
    """Run and print."""
    made = asyncio.run(play_together(Place(host, int(port)), int(learners), float(seconds)))
    print(json.dumps([{k: v for k, v in asdict(one).items() if not k.startswith("_")} for one in made]))


if __name__ == "__main__":
    main(*sys.argv[1:])
