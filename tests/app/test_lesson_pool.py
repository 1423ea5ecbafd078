"""The lessons' own processes: shared by readers, opened to nobody else, started again, and ended with the server."""

import asyncio
import contextlib
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psutil
import pytest
from starlette.testclient import TestClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from glassnet.app.lesson_pool.pool import LessonPool, Seat
from glassnet.app.lesson_pool.process import Lessons
from glassnet.app.lesson_pool.relay import Relay, why
from glassnet.app.lesson_pool.settings import SECRET_HEADER, PoolSettings
from glassnet.app.lessons import MARIMO_FILES
from glassnet.app.site import make_site
from glassnet.lessons import LESSONS
from glassnet.lessons.marimo_internals.protocol import has_run

from .running import PATIENCE, Running, serving, status

NUMBER = LESSONS[-1].number
HERE = "http://127.0.0.1"
HASTY = PoolSettings(processes=2, session_seconds=1, idle_seconds=0.5, tend_seconds=0.1)


LIGHT = (sys.executable, "-c", "input(); print('{\"port\": 1}', flush=True); import sys; sys.stdin.read()")
"""A process that can be started and ended like a lesson process, and needs no time for that."""


@pytest.fixture
def light_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start light processes instead of lesson processes."""
    monkeypatch.setattr("glassnet.app.lesson_pool.lesson_process.COMMAND", LIGHT)


light = pytest.mark.usefixtures("light_processes")


def run_with(settings: PoolSettings, act) -> None:
    """Run a coroutine function with a pool, which is closed afterwards."""

    async def run() -> None:
        pool = LessonPool(MARIMO_FILES, settings)
        try:
            async with asyncio.timeout(4 * PATIENCE):
                await act(pool)
        finally:
            await pool.close()

    asyncio.run(run())


async def until(condition) -> None:
    """Wait until a condition holds."""
    while not condition():
        await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def seated(pool: LessonPool, session: str) -> AsyncIterator[Seat]:
    """Give a reader a place whose notebook opens at once."""
    async with pool.seat(session) as seat:
        pool.opened(seat)
        yield seat


def lesson_processes(server: Running) -> list[psutil.Process]:
    """Return the lesson processes of a server."""
    children = psutil.Process(server.process.pid).children()
    return [one for one in children if "glassnet.app.lesson_pool.process" in one.cmdline()]


def wait_for_lesson_process(server: Running) -> psutil.Process:
    """Return a server's lesson process once a lesson's page has come from it."""
    assert status(f"{server.url}lessons/{NUMBER}/") == 200
    (process,) = lesson_processes(server)
    return process


def read(server: Running, session: str) -> list[str]:
    """Open a lesson's notebook and return its messages until it has run."""
    address = f"{server.url.replace('http', 'ws')}lessons/{NUMBER}/ws?session_id={session}"
    messages: list[str] = []
    with connect(address, max_size=None, proxy=None) as reader:
        while not messages or not has_run(messages[-1]):
            message = reader.recv(4 * PATIENCE)
            assert isinstance(message, str)
            messages.append(message)
        with contextlib.suppress(TimeoutError):
            messages.append(str(reader.recv(0.3)))
    return messages


def read_patiently(server: Running, session: str) -> list[str]:
    """Open a notebook as marimo's page does: it tries again when its socket is closed."""
    while True:
        with contextlib.suppress(ConnectionClosed):
            return read(server, session)


@light
def test_there_is_one_process_until_a_second_reader_comes() -> None:
    async def act(pool: LessonPool) -> None:
        async with seated(pool, "s_first1") as first:
            await asyncio.sleep(0.3)
            assert len(pool.processes) == 1
            async with seated(pool, "s_secon1"):
                await until(lambda: len(pool.processes) == 2)
                async with seated(pool, "s_third1") as third:
                    assert third.process is not first.process
                    await asyncio.sleep(0.3)
                    assert len(pool.processes) == 2

    run_with(PoolSettings(processes=2), act)


@light
def test_a_process_opens_one_notebook_at_a_time_first_come_first_served() -> None:
    order: list[str] = []

    async def act(pool: LessonPool) -> None:
        async def reader(name: str) -> None:
            async with pool.seat(f"s_{name}") as seat:
                order.append(f"{name} begins")
                await asyncio.sleep(0.05)
                order.append(f"{name} is open")
                pool.opened(seat)
                await asyncio.sleep(0.2)

        await pool.any()
        await asyncio.gather(*(reader(name) for name in "abc"))

    run_with(PoolSettings(processes=1), act)
    assert order == [f"{name} {what}" for name in "abc" for what in ("begins", "is open")]


@light
def test_a_notebook_that_never_opens_does_not_keep_the_others_waiting() -> None:
    async def act(pool: LessonPool) -> None:
        async with pool.seat("s_stuck1"), pool.seat("s_after1") as after:
            assert after.process is not None

    run_with(PoolSettings(processes=1, opening_seconds=0.2), act)


@light
def test_a_reader_who_leaves_while_waiting_leaves_no_trace() -> None:
    async def act(pool: LessonPool) -> None:
        async with pool.seat("s_opens1"):
            waiting = asyncio.ensure_future(seated(pool, "s_waits1").__aenter__())
            await asyncio.sleep(0.05)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        async with seated(pool, "s_after1") as seat:
            assert seat.process is not None
            assert seat.process.readers == {seat}

    run_with(PoolSettings(processes=1), act)


@light
def test_who_comes_back_finds_the_notebook_where_it_was() -> None:
    async def act(pool: LessonPool) -> None:
        async with seated(pool, "s_other1"), seated(pool, "s_other2"):
            await until(lambda: len(pool.processes) == 2)
            async with seated(pool, "s_comes1") as first:
                pass
            assert first.process is not None
            first.process.readers |= {object(), object()}  # no longer the one with the fewest readers
            async with pool.seat("s_comes1") as again:
                assert (again.process, again.anew) == (first.process, False)

    run_with(PoolSettings(processes=2), act)


@light
def test_processes_without_readers_are_ended_and_the_last_one_replaced() -> None:
    async def act(pool: LessonPool) -> None:
        async with seated(pool, "s_first1"), seated(pool, "s_secon1"):
            await until(lambda: len(pool.processes) == 2)
            before = pool.processes
            await asyncio.sleep(1.0)
            assert pool.processes == before  # both have readers
        await until(lambda: len(pool.processes) == 1 and not pool.processes[0].used)
        await until(lambda: all(one.process.returncode is not None for one in before))
        kept = pool.processes
        await asyncio.sleep(1.0)
        assert pool.processes == kept  # nobody has used it

    run_with(HASTY, act)


@light
def test_a_notebook_that_was_ended_meanwhile_is_said_to_be_opened_anew() -> None:
    async def act(pool: LessonPool) -> None:
        async with seated(pool, "s_reads1") as seat:
            assert not seat.anew
            first = seat.process
            assert first is not None
            first.process.kill()
            await until(lambda: first not in pool.processes)  # another may have taken its place by now
        async with seated(pool, "s_reads1") as seat:
            assert seat.anew
        async with seated(pool, "s_other1") as seat:
            assert not seat.anew

    run_with(PoolSettings(processes=1), act)


def test_a_process_that_cannot_be_started_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    command = (sys.executable, "-c", "raise SystemExit(3)")
    monkeypatch.setattr("glassnet.app.lesson_pool.lesson_process.COMMAND", command)
    with TestClient(make_site(), base_url=HERE, follow_redirects=False) as client:
        answer = client.get(f"/lessons/{NUMBER}/")
        assert answer.status_code == 503
        assert "reload the page" in answer.text
        with client.websocket_connect(f"ws://127.0.0.1/lessons/{NUMBER}/ws?session_id=s_reads1") as reader:
            assert reader.receive() == {"type": "websocket.close", "code": 1012, "reason": ""}
        assert client.get("/lab/").status_code == 200


def test_a_lesson_process_answers_nobody_who_does_not_know_its_secret() -> None:
    async def act(pool: LessonPool) -> None:
        process = await pool.any()
        place = f"127.0.0.1:{process.port}/lessons/{NUMBER}/"
        for secret in ({}, {SECRET_HEADER: ""}, {SECRET_HEADER: "x" * len(process.secret)}):
            headers = [(name.encode(), value.encode()) for name, value in secret.items()]
            async with process.connections.ask("GET", f"/lessons/{NUMBER}/", headers) as reply:
                assert (reply.status, b"marimo" in await reply.whole()) == (403, False)
            with pytest.raises(InvalidStatus):
                await asyncio.to_thread(_connect, f"ws://{place}ws?session_id=s_others", secret)
        arguments = psutil.Process(process.process.pid).cmdline()
        assert process.secret not in " ".join(arguments)

    run_with(PoolSettings(processes=1), act)


def _connect(address: str, headers: dict[str, str]) -> None:
    connect(address, additional_headers=headers, proxy=None).close()


def test_cookies_stay_at_the_server() -> None:
    asked: list[tuple[bytes, bytes]] = []

    async def act(pool: LessonPool) -> None:
        process = await pool.any()
        ask = process.connections.ask

        def noting(method, target, headers, body=b""):
            asked.extend(headers)
            return ask(method, target, headers, body)

        process.connections.ask = noting  # type: ignore[method-assign]
        await Relay(pool)(_scope(f"/{NUMBER}/health"), _nothing, _ignore)

    run_with(PoolSettings(processes=1), act)
    names = {name for name, _ in asked}
    assert b"accept" in names
    assert not names & {b"cookie", b"authorization"}


def _scope(path: str) -> dict[str, object]:
    headers = [(b"host", b"127.0.0.1"), (b"cookie", b"code=1"), (b"authorization", b"x"), (b"accept", b"*/*")]
    return {
        "type": "http",
        "method": "GET",
        "path": f"/lessons{path}",
        "root_path": "/lessons",
        "query_string": b"",
        "headers": headers,
    }


async def _nothing() -> dict[str, object]:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _ignore(_: object) -> None:
    pass


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with serving("--port", "0", GLASSNET_HOME="none") as running:
        yield running


def test_the_server_itself_never_imports_marimo() -> None:
    check = f"""
import sys
from concurrent.futures import CancelledError
from contextlib import suppress
from starlette.testclient import TestClient
from glassnet.app.site import make_site

with TestClient(make_site(warm_after=0), base_url="http://127.0.0.1") as client:
    pages = [client.get(path).status_code for path in ("/", "/lab/", "/lessons/{NUMBER}/")]
    with client.websocket_connect("ws://127.0.0.1/lab/socket") as lab:
        lab.send_json({{"id": 1, "kind": "open"}})
        lab.receive_bytes()
    address = "ws://127.0.0.1/lessons/{NUMBER}/ws?session_id=s_reads1"
    with suppress(CancelledError), client.websocket_connect(address) as reader:
        pages.append(reader.receive_text()[:20])
print(pages, "marimo" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, timeout=4 * PATIENCE)
    assert done.stdout.strip() == """[200, 200, 200, '{"op": "kernel-ready'] False""", done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")
def test_a_killed_lesson_process_is_replaced_and_its_readers_are_told(tmp_path: Path) -> None:
    with serving("--port", "0", GLASSNET_HOME=str(tmp_path)) as server:
        told = _told_after_a_kill(server)
    assert why(saves=True) in told
    assert why(saves=False) not in told
    assert "answers are kept" in told


def _told_after_a_kill(server: Running) -> str:
    before = wait_for_lesson_process(server)
    first = read(server, "s_reads1")
    assert "opened again" not in first[-1]
    before.kill()
    before.wait(PATIENCE)
    again = read_patiently(server, "s_reads1")
    assert "opened again" in again[-1]
    assert before.pid not in {one.pid for one in lesson_processes(server)}
    return again[-1]


def test_every_script_of_a_widget_is_found_in_whichever_process_it_is(server: Running) -> None:
    asked = f"{server.url}lessons/{NUMBER}/@file/"
    address = f"{server.url.replace('http', 'ws')}lessons/{NUMBER}/ws?session_id="
    with contextlib.ExitStack() as readers:
        for session in ("s_read01", "s_read02", "s_read03"):
            reader = readers.enter_context(connect(f"{address}{session}", max_size=None, proxy=None))
            scripts: set[str] = set()
            while not has_run(message := reader.recv(4 * PATIENCE)):
                assert isinstance(message, str)
                scripts |= {piece.split('"')[0].split("\\")[0] for piece in message.split("./@file/")[1:]}
            assert len(scripts) > 3
            assert [status(asked + name) for name in scripts] == [200] * len(scripts)
    assert status(f"{asked}17-nothing.js") == 404
    assert "Traceback" not in server.said


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL], ids=lambda sent: sent.name)
def test_lesson_processes_end_with_the_server(sent: signal.Signals) -> None:
    with serving("--port", "0", GLASSNET_HOME="none") as server:
        process = wait_for_lesson_process(server)
        server.process.send_signal(sent)
        server.process.wait(PATIENCE)
        psutil.wait_procs([process], timeout=10)
        assert not process.is_running()


@pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")
def test_even_one_that_hangs_ends_with_a_server_that_is_stopped() -> None:
    with serving("--port", "0", GLASSNET_HOME="none") as server:
        process = wait_for_lesson_process(server)
        process.send_signal(signal.SIGSTOP)
        code, seconds = server.stop(signal.SIGTERM)
        assert code == 0
        assert seconds < 10
        assert not process.is_running()


def test_a_notebook_ends_soon_after_its_page_is_closed_and_later_after_a_lost_connection() -> None:
    left, lost = Recorded(1001), Recorded(1006)

    async def act() -> None:
        for one in (left, lost):
            lessons = Lessons(one)  # type: ignore[arg-type]
            scope = {**_scope(f"/{NUMBER}/ws"), "type": "websocket", "query_string": b"session_id=s_reads1"}
            await lessons(scope, one.receive, _ignore)
        await asyncio.sleep(0.1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("glassnet.app.lesson_pool.process.GRACE_SECONDS", 0.01)
        asyncio.run(act())
    assert left.ended == [(f"/{NUMBER}", "s_reads1")]
    assert lost.ended == []
    assert PoolSettings().session_seconds >= 60


class Recorded:
    """Notebooks whose reader's socket is closed with a code."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.ended: list[tuple[str, str]] = []
        self.made = {f"/{NUMBER}": self.read}

    async def read(self, _scope, receive, _send) -> None:
        assert (await receive())["type"] == "websocket.disconnect"

    async def receive(self) -> dict[str, object]:
        return {"type": "websocket.disconnect", "code": self.code}

    def lacks(self, _path: str) -> bool:
        return False

    def leave(self, address: str, session: str) -> None:
        self.ended.append((address, session))
