"""Pages, files and the Lab's socket, without a real server."""

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

from glassnet.app.lab_socket import BEAT, MAX_REQUEST_LENGTH
from glassnet.app.site import make_site
from glassnet.widgets.frames import unpack
from glassnet.widgets.lab import LabSession
from glassnet.widgets.linking import as_module

HERE = "http://127.0.0.1:8642"
SOCKET = "ws://127.0.0.1:8642/lab/socket"


@pytest.fixture(scope="module")
def browser() -> Iterator[TestClient]:
    with TestClient(make_site(), base_url=HERE) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/lab/"])
def test_a_page_is_whole(browser: TestClient, path: str) -> None:
    reply = browser.get(path)
    assert reply.status_code == 200
    assert '<html lang="en">' in reply.text
    assert "<main" in reply.text
    assert "<title>" in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]*src=)", reply.text)  # no inline script
    assert "$" not in reply.text


@pytest.mark.parametrize("path", ["/", "/lab/", "/nowhere"])
def test_every_address_on_a_page_leads_somewhere(browser: TestClient, path: str) -> None:
    addresses = set(re.findall(r'(?:href|src)="(/[^"#]*)"', browser.get(path).text))
    assert len(addresses) >= 4
    for address in addresses - {"/lessons/09/"}:  # a lesson's own tests open it
        assert browser.get(address).status_code == 200, address


def test_the_home_page_lists_the_lessons(browser: TestClient) -> None:
    assert 'href="/lessons/09/"' in browser.get("/").text


def test_an_address_that_leads_nowhere_is_told_kindly(browser: TestClient) -> None:
    for path in ("/nowhere", "/static/nothing.js", "/static/../app/guard.py", "/lessons/99/"):
        reply = browser.get(path)
        assert reply.status_code == 404
        assert "Page not found" in reply.text


def test_files_are_sent_once_and_then_only_asked_about(browser: TestClient) -> None:
    first = browser.get("/static/site.css", headers={"accept-encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["cache-control"] == "no-cache"
    again = browser.get("/static/site.css", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["cache-control"] == "no-cache"


def scripts(browser: TestClient, page: str) -> list[str]:
    return re.findall(r'(?:href|src)="(/[^"]*\.js)"', browser.get(page).text)


def test_scripts_are_sent_as_scripts_and_kept(browser: TestClient) -> None:
    assert len(scripts(browser, "/lab/")) == 3
    for script in scripts(browser, "/lab/"):
        headers = browser.get(script, headers={"accept-encoding": "gzip"}).headers
        assert headers["content-type"].startswith("text/javascript")
        assert (headers["content-encoding"], headers["cache-control"]) == (
            "gzip",
            "public, max-age=31536000, immutable",
        )


def test_what_pages_share_travels_once(browser: TestClient) -> None:
    home, lab = scripts(browser, "/"), scripts(browser, "/lab/")
    assert len({*home, *lab}) == 4  # theme and shared part of both, and one script of each
    sizes = {script: len(browser.get(script).content) for script in (*home, *lab)}
    apart = len(as_module("pages/home.js")) + len(as_module("pages/lab.js"))
    assert sum(sizes.values()) < 0.8 * apart


def heard(socket: WebSocketTestSession) -> tuple[dict[str, Any], list[bytes]]:
    """Return the next reply, whatever beats come before it."""
    while (message := socket.receive()).get("text") == BEAT:
        pass
    assert message["type"] == "websocket.send", message
    return unpack(message["bytes"])


def test_the_socket_answers_as_the_session_does(browser: TestClient) -> None:
    session = LabSession()
    with browser.websocket_connect(SOCKET) as socket:
        for request in ({"id": 1, "kind": "open"}, {"id": 2, "kind": "advance", "steps": 20}, {"id": 3, "kind": "?"}):
            socket.send_json(request)
            assert heard(socket) == session.handle(request)


@pytest.mark.parametrize("text", ["", "{", "[" * 60_000, "NaN", "null", '"open"', "1" * 5000])
def test_any_text_gets_an_answer(browser: TestClient, text: str) -> None:
    with browser.websocket_connect(SOCKET) as socket:
        socket.send_text(text)
        head, buffers = heard(socket)
        assert (head["id"], head["kind"], buffers) == (None, "error", [])
        socket.send_bytes(b"\x00\xff")
        assert heard(socket)[0]["kind"] == "error"
        socket.send_json({"id": 1, "kind": "open"})
        assert heard(socket)[0]["kind"] == "frame"


def test_a_request_that_is_too_long_ends_the_connection(browser: TestClient) -> None:
    with browser.websocket_connect(SOCKET) as socket:
        socket.send_text(" " * (MAX_REQUEST_LENGTH + 1))
        assert socket.receive()["code"] == 1009


def silent_until(socket: WebSocketTestSession, end: float) -> None:
    """Read what comes and answer nothing."""
    while time.monotonic() < end:
        socket.receive_text()


def test_a_page_that_answers_beats_stays_and_a_silent_one_is_dropped(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glassnet.app.lab_socket.BEAT_SECONDS", 0.05)
    monkeypatch.setattr("glassnet.app.lab_socket.SILENCE_SECONDS", 1.0)
    players = browser.app.state.players  # type: ignore[attr-defined]
    with browser.websocket_connect(SOCKET) as socket:
        socket.send_json({"id": 1, "kind": "advance", "budget_ms": 1})
        begin = time.monotonic()
        while time.monotonic() < begin + 2.5:
            if socket.receive().get("text") == BEAT:
                socket.send_text(BEAT)
        socket.send_json({"id": 2, "kind": "advance", "budget_ms": 1})
        assert heard(socket)[0]["kind"] == "frame"
        assert players.sessions == 1
        end = time.monotonic() + 10
        with pytest.raises(WebSocketDisconnect):
            silent_until(socket, end)
    assert players.sessions == 0


def test_two_pages_are_two_sessions(browser: TestClient) -> None:
    with browser.websocket_connect(SOCKET) as one, browser.websocket_connect(SOCKET) as two:
        one.send_json({"id": 1, "kind": "advance", "steps": 5})
        two.send_json({"id": 1, "kind": "pause"})
        assert heard(one)[0]["step"] == 5
        assert heard(two)[0]["step"] == 0


def test_a_page_that_leaves_is_forgotten(browser: TestClient) -> None:
    players = browser.app.state.players  # type: ignore[attr-defined]
    for _ in range(3):
        with browser.websocket_connect(SOCKET) as socket:
            socket.send_json({"id": 1, "kind": "advance", "budget_ms": 1})
            heard(socket)
            assert players.playing == 1
        end = time.monotonic() + 5
        while players.playing and time.monotonic() < end:
            time.sleep(0.01)
        assert players.playing == 0
