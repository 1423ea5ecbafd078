"""`glassnet serve`, as a real process."""

import json
import re
import signal
import socket
import sys
import time
from html import unescape
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest
from websockets import Origin
from websockets.sync.client import connect

from glassnet.app.listener import listen
from glassnet.app.place import Place
from glassnet.app.serve import WARM_AFTER_SECONDS
from glassnet.widgets.frames import unpack

from .running import Running, serving, status

SIGNALS = [signal.SIGINT, signal.SIGTERM]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")


def test_it_answers_when_it_prints_its_address() -> None:
    with serving("--port", "0") as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert [status(server.url + path) for path in ("", "lab/", "static/site.css", "nowhere")] == [
            200,
            200,
            200,
            404,
        ]


def test_the_next_port_is_taken_when_one_is_in_use_and_it_says_so() -> None:
    with listen("127.0.0.1", 0) as occupied:
        port = occupied.getsockname()[1]
        with serving("--port", str(port)) as server:
            assert server.port > port
            assert f"Port {port} is in use" in server.said
            assert status(server.url) == 200


def test_the_variable_port_is_respected() -> None:
    with listen("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    with serving(PORT=str(port)) as server:
        assert server.port == port


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
def test_it_stops_cleanly(sent: signal.Signals) -> None:
    with serving("--port", "0") as server:
        code, seconds = server.stop(sent)
        assert code == 0, server.said
        assert seconds < 5  # a second on an idle machine
        assert "Traceback" not in server.said
        assert "rror" not in server.said


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda sent: sent.name)
def test_it_stops_cleanly_while_pages_play(sent: signal.Signals) -> None:
    with serving("--port", "0") as server:
        address = server.url.replace("http", "ws") + "lab/socket"
        with connect(address) as idle, connect(address) as playing:
            idle.send(json.dumps({"id": 0, "kind": "open"}))
            assert unpack(idle.recv(decode=False))[0]["kind"] == "frame"
            for number in range(20):
                playing.send(json.dumps({"id": number, "kind": "advance", "budget_ms": 50}))
            code, seconds = server.stop(sent)
        assert code == 0, server.said
        assert seconds < 6
        assert "Traceback" not in server.said


def test_it_stops_cleanly_while_the_lessons_are_made_ready() -> None:
    with serving("--port", "0") as server:
        time.sleep(WARM_AFTER_SECONDS + 0.2)  # nothing outside shows when it begins
        code, seconds = server.stop(signal.SIGINT)
        assert code == 0, server.said
        assert seconds < 10
        assert "Traceback" not in server.said


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
@pytest.mark.parametrize("host", ["::1", "[::1]", "0:0:0:0:0:0:0:1"])
def test_the_loopback_address_of_ipv6_needs_no_code(host: str) -> None:
    with serving("--port", "0", "--host", host) as server:
        assert re.fullmatch(r"http://\[::1\]:\d+/", server.url)
        assert "code" not in server.said
        assert [status(server.url + path) for path in ("", "lab/")] == [200, 200]
        with connect(server.url.replace("http", "ws") + "lab/socket", origin=Origin(server.url.rstrip("/"))) as page:
            page.send(json.dumps({"id": 0, "kind": "open"}))
            assert unpack(page.recv(decode=False))[0]["kind"] == "frame"


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_all_addresses_of_ipv6_need_a_code() -> None:
    with serving("--port", "0", "--host", "::") as server:
        assert server.url.startswith("http://[::1]:")
        assert [status(server.url), status(server.url.split("?")[0])] == [200, 403]
        assert status(server.url.replace("[::1]", "127.0.0.1")) == 200


def test_a_name_may_be_allowed() -> None:
    with serving("--port", "0", "--allow-host", "Hub.Example", "--allow-host", "10.1.2.3") as server:
        hosts = ("hub.example", "10.1.2.3", "other.example", "10.1.2.4")
        assert [status(server.url, host=host) for host in hosts] == [200, 200, 400, 400]


def test_beyond_this_machine_there_is_a_code() -> None:
    with serving("--port", "0", "--host", "0.0.0.0") as server:
        assert "Access code: " in server.said
        assert "?code=" in server.url
        assert status(server.url) == 200
        assert status(server.url.split("?")[0]) == 403


def test_a_code_may_be_chosen() -> None:
    with serving("--port", "0", "--code", "apple-pear") as server:
        assert "Access code: apple-pear" in server.said
        assert status(server.url) == 200
        assert status(server.url.split("?")[0]) == 403


def code_of(server: Running) -> dict[str, str]:
    """The key to running code that a lesson's page holds, and the address of its editor."""
    browser = build_opener(HTTPCookieProcessor())
    browser.open(server.url, timeout=60).read()
    with browser.open(server.url.split("?")[0] + "lessons/07/", timeout=60) as page:
        found = re.search(r'data-code="([^"]*)"', page.read().decode())
    assert found is not None
    return dict(json.loads(unescape(found[1])))


def test_every_start_makes_a_new_key_to_running_code() -> None:
    keys = []
    for _ in range(2):
        with serving("--port", "0", GLASSNET_CODE_KEY="from outside") as server:
            keys.append(code_of(server)["key"])
            with urlopen(server.url.rstrip("/") + code_of(server)["editor"], timeout=60) as editor:
                assert b"Marijn Haverbeke" in editor.read(300)
    assert len({*keys, "from outside"}) == 3
    assert min(map(len, keys)) > 40


@pytest.mark.parametrize(("arguments", "runs"), [((), False), (("--allow-code",), True)])
def test_beyond_this_machine_code_runs_only_if_it_is_allowed(arguments: tuple[str, ...], runs: bool) -> None:
    with serving("--port", "0", "--host", "0.0.0.0", *arguments) as server:
        assert bool(code_of(server)["key"]) == runs
        assert ("with your rights (--allow-code)" in server.said) == runs


def test_a_server_behind_a_proxy_is_shared() -> None:
    assert not Place("localhost", 0).is_shared
    assert Place("localhost", 0, ("hub.example",)).is_shared
    assert Place("localhost", 0, (), "/user/x").is_shared
    assert Place("0.0.0.0", 0).is_shared
