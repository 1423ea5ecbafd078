"""Active sessions of the Lab: they take turns and share the time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from glassnet.widgets.lab import LabSession
from glassnet.widgets.turns import TURN
from glassnet.widgets.wire.failures import answered
from glassnet.widgets.wire.session import Message

ACTIVE_SECONDS = 1.0
"""A session without a training request for this long is not counted as active."""


class Players:
    """The sessions of one server, answered one at a time on one thread, first come, first served.

    While several train, each gets a fraction of the time that it asked for, so that every page keeps moving.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lab")
        self._last_training: dict[LabSession, float] = {}

    @property
    def playing(self) -> int:
        """How many sessions have trained within the last second."""
        now = monotonic()
        return sum(now - last < ACTIVE_SECONDS for last in self._last_training.values())

    async def answer(self, session: LabSession, request: object) -> Message:
        """Return the session's reply without blocking the event loop."""
        shared = self._shared(session, request)
        return await asyncio.get_running_loop().run_in_executor(self._thread, _in_turn, session, shared)

    def leave(self, session: LabSession) -> None:
        """Forget a session whose page has disconnected."""
        self._last_training.pop(session, None)

    def close(self) -> None:
        """Stop the thread."""
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


def _in_turn(session: LabSession, request: object) -> Message:
    with TURN:
        return answered(session.handle, request)
