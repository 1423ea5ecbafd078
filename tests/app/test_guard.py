"""The guard, one test a promise. The client stands for a browser on this machine unless it says otherwise."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from glassnet.app.codes import WRONG_CODE_DELAY
from glassnet.app.guard import LOOPBACK, Access, Guard

HERE = "http://127.0.0.1:8642"
THERE = "ws://127.0.0.1:8642"  # the test client looks at no base address for sockets
CODE = "apple-pear"


async def page(_request: Request) -> Response:
    return PlainTextResponse("inside", headers={"access-control-allow-origin": "*", "access-control-max-age": "9"})


async def socket(connection: WebSocket) -> None:
    await connection.accept()
    await connection.send_text("inside")
    await connection.close()


def client(access: Access | None = None, base_url: str = HERE) -> TestClient:
    routes = [Route("/page", page, methods=["GET", "POST"]), WebSocketRoute("/socket", socket)]
    return TestClient(Guard(Starlette(routes=routes), access or Access()), base_url=base_url, follow_redirects=False)


@pytest.fixture
def locked() -> Iterator[TestClient]:
    with client(Access(code=CODE)) as browser:
        yield browser


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "LOCALHOST", "localhost.:1", "[::1]:8642"])
def test_this_machines_own_names_are_answered(host: str) -> None:
    assert client().get("/page", headers={"host": host}).text == "inside"


FOREIGN_HOSTS = [
    "evil.example",
    "evil.example:8642",
    "127.0.0.1.evil.example",
    "localhost@evil.example",
    "x@localhost",
    "",
    "[::1",
    "192.168.0.7",
    "localhost:99999999",
    "localhost/evil",
]


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_foreign_host_is_refused(host: str) -> None:
    reply = client().get("/page", headers={"host": host})
    assert reply.status_code == 400
    assert "inside" not in reply.text


def test_a_foreign_host_is_refused_on_the_socket() -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        client().websocket_connect(f"{THERE}/socket", headers={"host": "evil.example"}),
    ):
        pass


def test_two_hosts_are_refused() -> None:
    reply = client().get("/page", headers=[("host", "localhost"), ("host", "evil.example")])
    assert reply.status_code == 400


def test_beyond_this_machine_addresses_and_given_names_are_answered() -> None:
    browser = client(Access(LOOPBACK | {"classroom"}, any_address=True))
    for host in ("192.168.0.7:8642", "[fe80::1]:8642", "classroom:8642"):
        assert browser.get("/page", headers={"host": host}).text == "inside"
    assert browser.get("/page", headers={"host": "evil.example"}).status_code == 400


def test_names_that_were_allowed_are_answered_and_may_be_the_origin() -> None:
    browser = client(Access(allowed=frozenset({"hub.example"})))
    assert browser.get("/page", headers={"host": "hub.example"}).text == "inside"
    assert browser.get("/page", headers={"host": "other.hub.example"}).status_code == 400
    kept = {"host": "hub.example", "origin": "https://hub.example"}
    replaced = {"origin": "https://hub.example"}
    for headers in (kept, replaced):
        assert browser.post("/page", headers=headers).text == "inside"
    for origin in ("https://evil.example", "https://hub.example:8443", "https://x.hub.example"):
        for host in ("hub.example", "127.0.0.1:8642"):
            assert browser.post("/page", headers={"host": host, "origin": origin}).status_code == 403


FOREIGN_ORIGINS = [
    "http://evil.example",
    "http://127.0.0.1:9999",
    "http://localhost:8642",
    "https://127.0.0.1:8642.evil.example",
    "null",
    "",
    "file://127.0.0.1:8642",
]


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_foreign_origin_is_refused_on_the_socket(origin: str) -> None:
    with pytest.raises(WebSocketDisconnect), client().websocket_connect(f"{THERE}/socket", headers={"origin": origin}):
        pass


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_foreign_origin_is_refused_on_post(origin: str) -> None:
    reply = client().post("/page", headers={"origin": origin})
    assert reply.status_code == 403
    assert "inside" not in reply.text


def test_our_own_origin_comes_through() -> None:
    headers = {"origin": HERE}
    assert client().post("/page", headers=headers).text == "inside"
    with client().websocket_connect(f"{THERE}/socket", headers=headers) as connection:
        assert connection.receive_text() == "inside"


def test_our_own_origin_comes_through_with_the_schemes_own_port() -> None:
    browser = client(base_url="http://localhost")
    assert browser.post("/page", headers={"origin": "http://localhost:80"}).text == "inside"


def test_reading_needs_no_origin() -> None:
    assert client().get("/page", headers={"origin": "http://evil.example"}).status_code == 200


def test_answers_say_who_may_use_them() -> None:
    headers = client().get("/page").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_refusals_say_it_too() -> None:
    headers = client().get("/page", headers={"host": "evil.example"}).headers
    assert headers["x-content-type-options"] == "nosniff"


def test_no_answer_lets_other_sites_read_it() -> None:
    headers = client().get("/page").headers
    assert not [name for name in headers if name.startswith("access-control-")]


def test_without_the_code_there_is_a_page_that_asks_for_it(locked: TestClient) -> None:
    reply = locked.get("/page")
    assert reply.status_code == 403
    assert "inside" not in reply.text
    assert 'name="code"' in reply.text
    assert reply.headers["cache-control"] == "no-store"


def test_without_the_code_the_socket_is_closed(locked: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), locked.websocket_connect(f"{THERE}/socket"):
        pass


def test_the_code_opens_once_and_the_cookie_from_then_on(locked: TestClient) -> None:
    reply = locked.get("/page", params={"code": CODE, "seed": "3"})
    cookie = reply.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert CODE not in cookie
    assert "url=/page?seed=3" in reply.text  # goes on without the code in the address
    assert CODE not in reply.text
    assert locked.get("/page").text == "inside"
    with locked.websocket_connect(f"{THERE}/socket") as connection:
        assert connection.receive_text() == "inside"


@pytest.mark.parametrize("code", ["", "apple-pea", "apple-pear2", "ä"])
def test_a_wrong_code_is_refused(locked: TestClient, code: str) -> None:
    reply = locked.get("/page", params={"code": code})
    assert reply.status_code == 403
    assert "set-cookie" not in reply.headers
    assert locked.get("/page").status_code == 403


@pytest.mark.parametrize("cookie", ["", CODE, "0" * 64])
def test_a_made_up_cookie_opens_nothing(locked: TestClient, cookie: str) -> None:
    assert locked.get("/page", headers={"cookie": f"glassnet_access_8642={cookie}"}).status_code == 403


def test_two_servers_on_one_host_keep_their_cookies_apart() -> None:
    jar = ""
    addresses = {
        "http://127.0.0.1:8001": "first-code",
        "http://127.0.0.1:8002": "second-code",
        "http://127.0.0.1": "third",
    }
    for address, code in addresses.items():
        reply = client(Access(code=code), address).get("/page", params={"code": code})
        jar += reply.headers["set-cookie"].split(";")[0] + "; "
    names = [one.split("=")[0] for one in jar.split("; ")]
    assert names == ["glassnet_access_8001", "glassnet_access_8002", "glassnet_access_80", ""]
    for address, code in addresses.items():
        assert client(Access(code=code), address).get("/page", headers={"cookie": jar}).text == "inside"
        assert client(Access(code="other-code"), address).get("/page", headers={"cookie": jar}).status_code == 403


def test_the_way_in_leads_to_no_other_site(locked: TestClient) -> None:
    reply = locked.get(f"{HERE}//evil.example/page", params={"code": CODE})
    assert "url=/evil.example/page" in reply.text
    assert 'href="/evil.example/page"' in reply.text


def test_the_way_in_escapes_what_it_was_asked(locked: TestClient) -> None:
    reply = locked.get('/"><script>alert(1)</script>', params={"code": CODE, "x": '"><script>'})
    assert "<script>" not in reply.text


def test_codes_cannot_be_tried_fast(locked: TestClient) -> None:
    begin = time.monotonic()
    with ThreadPoolExecutor() as pool:
        replies = list(pool.map(lambda n: locked.get("/page", params={"code": f"guess-{n}"}), range(3)))
    assert [reply.status_code for reply in replies] == [403] * 3
    assert time.monotonic() - begin >= 3 * WRONG_CODE_DELAY
