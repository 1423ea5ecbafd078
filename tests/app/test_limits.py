"""What strangers can do to a server before they have entered its access code: keep it waiting only briefly."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from glassnet.app import bodies, connections
from glassnet.app.bodies import MAX_BODY_BYTES
from glassnet.app.codes import MAX_WAITING, WRONG_CODE_DELAY
from glassnet.app.connections import Connections
from glassnet.app.guard import Access, Guard
from glassnet.app.listener import listen
from glassnet.app.web_server import WebServer

from .running import PATIENCE, serving

CODE = "apple-pear"


async def echo(request: Request) -> Response:
    return PlainTextResponse(f"{len(await request.body())} bytes")


@contextmanager
def served(
    access: Access | None = None, endpoint: Callable[[Request], Awaitable[Response]] = echo, **limits: int
) -> Iterator[int]:
    """A small application behind the guard and the web server's limits; gives its port."""
    site = Guard(Starlette(routes=[Route("/", endpoint, methods=["GET", "POST"])]), access or Access())
    server = WebServer(site, Connections(**{"most": 1000, **limits}))
    server.config.lifespan = "off"
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        thread = Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
        thread.start()
        try:
            yield port
        finally:
            server.should_exit = True
            thread.join(PATIENCE)


def connected(port: int, text: str = "") -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), PATIENCE)
    client.sendall(text.encode().replace(b"\n", b"\r\n"))
    return client


def head(port: int, method: str = "GET", path: str = "/", *fields: str) -> str:
    return "\n".join([f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", *fields, "", ""])


def read(client: socket.socket) -> str:
    """Read until the other side closes, or has answered."""
    said = b""
    with suppress(ConnectionResetError):
        while b"\r\n\r\n" not in said and (data := client.recv(65_536)):
            said += data
    return said.decode()


def is_open(client: socket.socket) -> bool:
    """Return whether the other side has kept a connection open."""
    client.setblocking(False)
    try:
        return client.recv(1) != b""
    except BlockingIOError:
        return True
    except ConnectionResetError:
        return False


def drip(client: socket.socket, text: str, until: Callable[[], bool]) -> float:
    """Send a character at a time, again and again; return how many seconds passed until the other side had enough."""
    begin = time.monotonic()
    with suppress(ConnectionError):
        while not until() and time.monotonic() - begin < PATIENCE:
            client.sendall(text.encode())
            time.sleep(0.02)
    return time.monotonic() - begin


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.4)
    monkeypatch.setattr(bodies, "BODY_SECONDS", 0.4)


@pytest.mark.parametrize("begin", ["", "GET / HT", "GET / HTTP/1.1\nX: "])
def test_a_head_that_drips_is_cut_off(brief: None, begin: str) -> None:
    with served() as port, connected(port, begin) as client:
        client.settimeout(0.01)
        assert drip(client, "a", lambda: not is_open(client)) < 5


def test_a_second_head_that_drips_is_cut_off(brief: None) -> None:
    with served() as port, connected(port, head(port)) as client:
        assert "200 OK" in read(client)
        assert drip(client, "a", lambda: not is_open(client)) < 5


def test_the_body_of_a_stranger_is_not_waited_for(brief: None) -> None:
    with served(Access(code=CODE)) as port, connected(port, head(port, "POST", "/", "Content-Length: 1000")) as client:
        assert "403 Forbidden" in read(client)
        time.sleep(0.1)
        assert drip(client, "a", lambda: not is_open(client)) < 5


def test_a_body_that_drips_is_refused_in_time(brief: None) -> None:
    with served() as port, connected(port, head(port, "POST", "/", "Content-Length: 100000")) as client:
        begin = time.monotonic()
        assert "408 Request Timeout" in read(client)
        assert time.monotonic() - begin < 5


def test_a_request_that_takes_long_is_not_cut_off(brief: None) -> None:
    async def slow(_: Request) -> Response:
        await asyncio.sleep(1.0)
        return PlainTextResponse("done")

    with served(endpoint=slow) as port, connected(port, head(port)) as client:
        assert "200 OK" in read(client)


def test_bodies_have_a_largest_size() -> None:
    with served() as port:
        for size, status in ((MAX_BODY_BYTES, "200 OK"), (MAX_BODY_BYTES + 1, "413"), (10**15, "413")):
            with connected(port, head(port, "POST", "/", f"Content-Length: {size}")) as client:
                if size <= MAX_BODY_BYTES:
                    client.sendall(b"x" * size)
                assert status in read(client)
        with connected(port, head(port, "POST", "/", "Transfer-Encoding: chunked")) as client:
            piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
            with suppress(ConnectionError):
                for _ in range(40):
                    client.sendall(piece)
            assert "413" in read(client)


def test_a_body_that_breaks_off_reaches_nobody() -> None:
    arrived: list[int] = []

    async def noted(request: Request) -> Response:
        arrived.append(len(await request.body()))
        return PlainTextResponse("")

    with served(endpoint=noted) as port:
        for size in (5, 10):
            with connected(port, head(port, "POST", "/", "Content-Length: 10")) as client:
                client.sendall(b"x" * size)
                client.shutdown(socket.SHUT_WR)
                read(client)
    assert arrived == [10]


def test_a_stranger_has_few_connections_and_others_keep_theirs() -> None:
    with served(Access(code=CODE), strangers=10) as port, ExitStack() as stack:
        with connected(port, head(port, "GET", f"/?code={CODE}")) as client:
            cookie = next(line for line in read(client).splitlines() if line.startswith("set-cookie"))[12:].split(";")[
                0
            ]
        known = stack.enter_context(connected(port, head(port, "GET", "/", f"Cookie: {cookie}")))
        assert "200 OK" in read(known)
        strangers = [stack.enter_context(connected(port)) for _ in range(40)]
        deadline = time.monotonic() + PATIENCE
        while sum(map(is_open, strangers)) > 10 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert [is_open(one) for one in strangers] == [False] * 30 + [True] * 10
        known.sendall(head(port, "GET", "/", f"Cookie: {cookie}").replace("\n", "\r\n").encode())
        assert "200 OK" in read(known)


def test_the_right_code_does_not_wait_for_wrong_ones() -> None:
    def tried(port: int, code: str) -> tuple[str, float]:
        begin = time.monotonic()
        with connected(port, head(port, "GET", f"/?code={code}")) as client:
            return read(client).split(" ")[1], time.monotonic() - begin

    with served(Access(code=CODE)) as port, ThreadPoolExecutor(MAX_WAITING + 10) as pool:
        wrong = [pool.submit(tried, port, f"guess-{number}") for number in range(6)]
        time.sleep(0.3)
        status, seconds = tried(port, CODE)
        assert (status, seconds < WRONG_CODE_DELAY) == ("200", True)
        assert [one.result()[0] for one in wrong] == ["403"] * 6
        assert max(one.result()[1] for one in wrong) >= 6 * WRONG_CODE_DELAY


def test_more_wrong_codes_at_once_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glassnet.app.codes.MAX_WAITING", 3)
    with served(Access(code=CODE)) as port, ExitStack() as stack:
        clients = [stack.enter_context(connected(port, head(port, "GET", f"/?code=x{n}"))) for n in range(5)]
        answers = sorted(read(client).split(" ")[1] for client in clients)
        assert answers == ["403", "403", "403", "429", "429"]


def computed(process: int) -> float:
    """Return how many seconds a process has computed."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system doesn't say what a process does")
@pytest.mark.parametrize("files", [300, 45])
def test_a_server_without_files_to_open_rests_quietly_and_goes_on(tmp_path: Path, files: int) -> None:
    command = [str(Path(sys.executable).with_name("glassnet")), "serve", "--no-browser", "--port", "0", "--code", CODE]
    begin = f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({files}, {files})); "
    command = [sys.executable, "-c", f"{begin}os.execv(sys.argv[1], sys.argv[1:])", *command]
    log = tmp_path / "log.txt"
    with log.open("w") as said, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True) as server:
        assert server.stdout is not None
        port = int(server.stdout.readline().split(":")[2].split("/")[0])
        with ExitStack() as stack:
            for _ in range(90):
                stack.enter_context(connected(port, "GET / HTTP/1.1\n"))
            time.sleep(3)  # by then it has prepared the lessons, as far as it could
            before = computed(server.pid)
            time.sleep(1)
            assert computed(server.pid) - before < 0.5
        with connected(port, head(port, "GET", f"/?code={CODE}")) as client:
            assert "200 OK" in read(client)
        server.send_signal(signal.SIGINT)
    assert len(log.read_text().splitlines()) < 100, log.read_text()


def test_visitors_do_not_fill_the_log() -> None:
    with serving("--port", "0") as server:
        port = server.port
        for number in range(150):
            for text in (
                "\x00\x01\n\n",
                "GET\n\n",
                head(port, "GET", "/", "Connection: upgrade", f"Upgrade: h{number}c"),
                head(port, "GET", "/lab/socket", "Connection: upgrade", "Upgrade: websocket"),
            ):
                with connected(port, text) as client:
                    read(client)
        server.stop(signal.SIGINT)
    assert len(server.said) < 3000, server.said[:5000]
