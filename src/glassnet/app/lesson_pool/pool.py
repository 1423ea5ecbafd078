"""The pool: how many lesson processes there are, and in which of them each reader's notebook runs."""

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

from glassnet.app.lesson_pool.lesson_process import LessonProcess
from glassnet.app.lesson_pool.settings import PoolSettings

LOG = logging.getLogger(__name__)
RETRY_SECONDS = 5.0
"""How long not to try again after a process could not be started."""
MAX_REMEMBERED = 4096
"""Notebooks whose reader is gone but may come back."""


class NoLessonProcessError(Exception):
    """No lesson process could be started."""


@dataclass(eq=False)
class Seat:
    """A reader's place: in which process their notebook runs.

    Arguments:
        anew: whether the reader had this notebook open before, and it has ended meanwhile.
        process: None while the reader is waiting for one.
        left: when they left, in seconds of the monotonic clock; None while they are there.
    """

    anew: bool
    process: LessonProcess | None = None
    left: float | None = None


class LessonPool:
    """The lesson processes of one server, used in its event loop only.

    A notebook stays in the process in which it was opened. Each process opens one notebook at a time: all readers wait
    less than if their notebooks were opened at once, and nobody waits longer.

    Arguments:
        files: the address of marimo's files.
        settings: how many processes, and for how long.
    """

    def __init__(self, files: str, settings: PoolSettings | None = None) -> None:
        self.settings = settings or PoolSettings()
        self._files = files
        self._processes: list[LessonProcess] = []
        self._starting: set[asyncio.Task[None]] = set()
        self._others: set[asyncio.Task[None]] = set()
        self._waiting: deque[tuple[Seat, asyncio.Future[None]]] = deque()
        self._seats: OrderedDict[str, Seat] = OrderedDict()
        self._failed = -RETRY_SECONDS
        self._closed = False

    @property
    def processes(self) -> list[LessonProcess]:
        """The processes that are ready, those with the fewest readers first."""
        return sorted(self._processes, key=lambda one: len(one.readers))

    def start(self) -> None:
        """Start the first process in the background, and look after the pool from now on."""
        if self._closed:
            return
        if not self._others:
            self._keep(self._others, self._tend())
        self._grow()

    async def any(self) -> LessonProcess:
        """Return the process with the fewest readers, started if there is none.

        Raises:
            NoLessonProcessError: it could not be started.
        """
        while not self._processes:
            self.start()
            if not self._starting:
                raise NoLessonProcessError
            await asyncio.wait(self._starting)
        return self.processes[0]

    def home(self, session: str) -> LessonProcess | None:
        """Return the process in which a session's notebook runs, None if there is none."""
        seat = self._seats.get(session)
        return None if seat is None or seat.process not in self._processes else seat.process

    @asynccontextmanager
    async def seat(self, session: str) -> AsyncIterator[Seat]:
        """Give a reader a place, where their notebook already runs or may be opened now.

        Raises:
            NoLessonProcessError: no process could be started.
        """
        before = self._seats.get(session)
        kept = before is not None and self._still_runs(before)
        seat = Seat(anew=before is not None and not kept)
        try:
            if before is not None and before.process is not None and kept:
                self._sit(seat, before.process)
            else:
                await self._turn(seat)
            self._remember(session, seat)
            yield seat
        finally:
            self._leave(seat)

    def opened(self, seat: Seat) -> None:
        """Note that a reader's notebook has been opened: it is the next one's turn."""
        if seat.process is not None and seat.process.opening is seat:
            seat.process.opening = None
            self._next()

    async def close(self) -> None:
        """End all processes."""
        self._closed = True
        tasks = [*self._starting, *self._others]
        for task in tasks:
            task.cancel()
        ended, self._processes = self._processes, []
        await asyncio.gather(*tasks, *(one.end() for one in ended), return_exceptions=True)

    def _still_runs(self, seat: Seat) -> bool:
        gone = seat.left is not None and monotonic() - seat.left > self.settings.session_seconds
        return seat.process in self._processes and not gone

    def _remember(self, session: str, seat: Seat) -> None:
        self._seats[session] = seat
        self._seats.move_to_end(session)
        for old in list(self._seats)[: max(0, len(self._seats) - MAX_REMEMBERED)]:
            if self._seats[old].left is not None:
                del self._seats[old]

    async def _turn(self, seat: Seat) -> None:
        """Wait for a process that opens no other notebook."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((seat, turn))
        self.start()
        self._next()
        if not self._processes and not self._starting:
            self._give_up()
        try:
            await turn
        except asyncio.CancelledError:
            self._waiting = deque(one for one in self._waiting if one[0] is not seat)
            raise

    def _next(self) -> None:
        """Give free processes to those who have waited longest."""
        while self._waiting:
            process = next((one for one in self.processes if one.opening is None), None)
            if process is None:
                return
            seat, turn = self._waiting.popleft()
            if not turn.done():
                process.opening = seat
                self._sit(seat, process)
                asyncio.get_running_loop().call_later(self.settings.opening_seconds, self.opened, seat)
                turn.set_result(None)

    def _sit(self, seat: Seat, process: LessonProcess) -> None:
        seat.process = process
        process.readers.add(seat)
        process.used = True

    def _leave(self, seat: Seat) -> None:
        seat.left = monotonic()
        if seat.process is not None:
            seat.process.readers.discard(seat)
            seat.process.left = seat.left
            self.opened(seat)

    def _wanted(self) -> int:
        """Return how many processes there should be: as many as readers, up to the maximum, and at least one."""
        readers = len(self._waiting) + sum(len(one.readers) for one in self._processes)
        return min(max(1, readers), self.settings.processes)

    def _grow(self) -> None:
        if monotonic() - self._failed < RETRY_SECONDS:
            return
        for _ in range(self._wanted() - len(self._processes) - len(self._starting)):
            self._keep(self._starting, self._start())

    async def _start(self) -> None:
        try:
            process = await LessonProcess.start(self._files, self.settings)
        except (OSError, TimeoutError, ValueError):
            LOG.exception("A lesson process could not be started.")
            self._failed = monotonic()
            if not self._processes:
                self._give_up()
            return
        self._starting -= {asyncio.current_task()}  # now, or it would be counted twice
        self._processes.append(process)
        self._keep(self._others, self._watch(process))
        self._next()

    def _give_up(self) -> None:
        while self._waiting:
            _, turn = self._waiting.popleft()
            if not turn.done():
                turn.set_exception(NoLessonProcessError())

    async def _watch(self, process: LessonProcess) -> None:
        """Wait until a process ends; if that wasn't intended, start another."""
        status = await process.process.wait()
        if process in self._processes:
            LOG.warning("A lesson process ended with status %s; its readers' lessons are opened again.", status)
            self._processes.remove(process)
            process.connections.close()
            self._grow()

    async def _tend(self) -> None:
        """Now and then end processes without readers, and replace used ones that are still wanted by fresh ones."""
        while True:
            await asyncio.sleep(self.settings.tend_seconds)
            idle = [one for one in self._processes if one.idle(self.settings.idle_seconds)]
            for process in sorted(idle, key=lambda one: not one.used):
                if len(self._processes) > self._wanted():
                    self._processes.remove(process)
                    await process.end()
                elif process.used and not self._starting:
                    self._keep(self._starting, self._start())

    def _keep(self, tasks: set[asyncio.Task[None]], work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        tasks.add(task)
        task.add_done_callback(tasks.discard)
