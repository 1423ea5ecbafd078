"""Active sessions of the Lab: they take turns and share the time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, perf_counter
from typing import Any

from glassnet.widgets.lab import LabSession
from glassnet.widgets.lab.messages import MAX_STEPS
from glassnet.widgets.turns import TURN
from glassnet.widgets.wire.failures import answered
from glassnet.widgets.wire.session import Message

ACTIVE_SECONDS = 1.0
"""A session without a training request for this long is not counted as active."""
ROUND_SECONDS = 0.05
"""How long it may take until every active session has had a turn."""
FIRST_STEPS = 8
"""The first part of a request for many steps, which shows how long they take."""


class Players:
    """The sessions of one server, answered one at a time on one thread, in turns.

    While several train, each gets a fraction of the time that it asked for, so that every page keeps moving.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lab")
        self._last_training: dict[LabSession, float] = {}
        self._order: dict[LabSession, asyncio.Lock] = {}
        self._closed = False

    @property
    def playing(self) -> int:
        """How many sessions have trained within the last second."""
        now = monotonic()
        return sum(now - last < ACTIVE_SECONDS for last in self._last_training.values())

    @property
    def sessions(self) -> int:
        """How many sessions have been answered and haven't left."""
        return len(self._order)

    async def answer(self, session: LabSession, request: object) -> Message:
        """Return the session's reply without blocking the event loop.

        A session's requests are answered one after the other, and one for many steps in parts, between which others
        have their turns.
        """
        async with self._order.setdefault(session, asyncio.Lock()):
            self._check_here(session)
            if isinstance(request, dict) and _steps(request):
                return await self._in_parts(session, request, _steps(request))
            message, _ = await self._turn(session, self._shared(session, request))
            return message

    async def _in_parts(self, session: LabSession, request: dict[Any, Any], steps: int) -> Message:
        count, left, updates = FIRST_STEPS, steps, 0
        while True:
            self._check_here(session)
            self._last_training[session] = monotonic()
            count = min(count, left)
            (head, buffers), seconds = await self._turn(session, {**request, "steps": count})
            left -= count
            updates += head.get("updates", 0)
            if left == 0 or head["kind"] != "frame" or head["stopped"]:
                return ({**head, "updates": updates} if "updates" in head else head), buffers
            fitting = int(count * ROUND_SECONDS / max(1, self.playing) / max(seconds, 1e-6))
            count = max(1, min(fitting, 4 * count))

    def _check_here(self, session: LabSession) -> None:
        """End a request whose page has left meanwhile, or whose server stops: nobody waits for its answer."""
        if self._closed or session not in self._order:
            raise asyncio.CancelledError

    async def _turn(self, session: LabSession, request: object) -> tuple[Message, float]:
        return await asyncio.get_running_loop().run_in_executor(self._thread, _in_turn, session, request)

    def leave(self, session: LabSession) -> None:
        """Forget a session whose page has disconnected."""
        self._last_training.pop(session, None)
        self._order.pop(session, None)

    def close(self) -> None:
        """Stop the thread."""
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _shared(self, session: LabSession, request: object) -> object:
        if not isinstance(request, dict):
            return request
        budget = request.get("budget_ms")
        if not isinstance(budget, int | float) or isinstance(budget, bool):
            return request
        self._last_training[session] = monotonic()
        if self.playing == 1 or not 1 <= budget <= 50:
            return request
        return {**request, "budget_ms": max(1, budget / self.playing)}


def _steps(request: dict[Any, Any]) -> int:
    """Return the steps that a request asks for, 0 if it isn't a valid one for steps."""
    steps = request.get("steps")
    if request.get("kind") != "advance" or request.get("budget_ms") is not None or type(steps) is not int:
        return 0
    return steps if 0 < steps <= MAX_STEPS else 0


def _in_turn(session: LabSession, request: object) -> tuple[Message, float]:
    with TURN:
        begin = perf_counter()
        return answered(session.handle, request), perf_counter() - begin
