"""Every address that the site answers, and who gets no answer. A new route must be added here to be served."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from glassnet.app.guard import Access
from glassnet.app.lesson_endpoints import ENDPOINTS, SOCKET, refusal
from glassnet.app.site import make_site
from glassnet.lessons import find
from glassnet.lessons.marimo_internals.application import Notebooks

HERE = "http://127.0.0.1:8642"
LESSON = "/lessons/07"
READING = ("GET", "HEAD")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FROBNICATE")
SITE = {
    "/": READING,
    "/lab": READING,
    "/lab/": READING,
    "/lab/socket": (SOCKET,),
    "/lessons": READING,
    "/lessons/": READING,
    "/lessons/{number}/notebook.ipynb": READING,
    "/static/*": READING,
    "/static/BUILD/{name:path}": READING,
    "/lessons/static/marimo-VERSION/*": READING,
    "/lessons/*": (),  # its addresses are in lesson_endpoints
}
ADDRESSES = {
    "/lessons/{number}/notebook.ipynb": f"{LESSON}/notebook.ipynb",
    "/static/*": "/static/site.css",
    "/static/BUILD/{name:path}": "/static/0123/pages/lab.js",
    "/lessons/static/marimo-VERSION/*": "/lessons/static/marimo-1/index.html",
}
BELOW_A_LESSON = {
    "/": READING,
    "/health": READING,
    "/favicon.ico": READING,
    "/@file/17-widget.js": READING,
    "/ws": (SOCKET,),
    "/api/kernel/set_ui_element_value": ("POST",),
    "/api/kernel/set_model_value": ("POST",),
    "/api/kernel/function_call": ("POST",),
}
SERVED = {
    **{ADDRESSES.get(path, path): methods for path, methods in SITE.items() if methods},
    **{LESSON + path: methods for path, methods in BELOW_A_LESSON.items()},
}


def walked(routes: Iterable[BaseRoute], before: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield address and methods of every route, mounted ones too; "*" stands for what an application decides itself."""
    for route in routes:
        if isinstance(route, Mount):
            inner = list(route.routes or [])
            yield from walked(inner, before + route.path) if inner else [(f"{before}{route.path}/*", READING)]
        elif isinstance(route, WebSocketRoute):
            yield before + route.path, (SOCKET,)
        else:
            assert isinstance(route, Route)
            yield before + route.path, tuple(sorted(route.methods or METHODS))


@pytest.fixture(scope="module")
def browser() -> Iterator[TestClient]:
    with TestClient(make_site(), base_url=HERE, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def locked() -> Iterator[TestClient]:
    with TestClient(make_site(Access(code="apple-pear")), base_url=HERE, follow_redirects=False) as client:
        yield client


def status(client: TestClient, method: str, path: str, **headers: str) -> int:
    """Return the status of an answer; a socket that is refused has 403."""
    if method != SOCKET:
        return client.request(method, path, headers=headers).status_code
    try:
        with client.websocket_connect(HERE.replace("http", "ws") + path, headers=headers):
            return 101
    except WebSocketDisconnect:
        return 403


def test_every_route_of_the_site_is_listed(browser: TestClient) -> None:
    site = browser.app
    assert isinstance(site, Starlette)
    plain = [re.sub(r"marimo-[^/]+", "marimo-VERSION", path) for path, _ in walked(site.routes)]
    found = {re.sub(r"/static/[0-9a-f]{12}/", "/static/BUILD/", path) for path in plain}
    moved = {path for path in found if re.fullmatch(r"/lessons/\d+/", path)}  # to a lesson's first part
    assert found - moved == SITE.keys()


def test_every_address_below_a_lesson_is_listed() -> None:
    for path, methods in BELOW_A_LESSON.items():
        for method in (*METHODS, SOCKET):
            scope = {"type": "websocket"} if method == SOCKET else {"type": "http", "method": method}
            assert refusal(scope, path) == (None if method in methods else 405)
    assert all(any(re.fullmatch(one.path, path) for path in BELOW_A_LESSON) for one in ENDPOINTS)


@pytest.mark.parametrize("path", SERVED)
def test_without_the_code_nothing_is_answered(locked: TestClient, path: str) -> None:
    for method in (*METHODS, SOCKET):
        assert status(locked, method, path) == 403, method
    reply = locked.get(path)
    assert 'name="code"' in reply.text
    assert len(reply.text) < 2000


@pytest.mark.parametrize("path", SERVED)
def test_a_foreign_host_gets_no_answer(browser: TestClient, path: str) -> None:
    for method in METHODS:
        assert status(browser, method, path, host="evil.example") == 400, method
    assert status(browser, SOCKET, path, host="evil.example") == 403


@pytest.mark.parametrize("path", SERVED)
def test_a_foreign_page_changes_nothing_and_opens_no_socket(browser: TestClient, path: str) -> None:
    for method in (*METHODS, SOCKET):
        if method not in ("GET", "HEAD", "OPTIONS"):
            assert status(browser, method, path, origin="http://evil.example") == 403, method


@pytest.mark.parametrize("path", SERVED)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_foreign_page_loads_nothing(browser: TestClient, path: str, site: str) -> None:
    for mode, place in (("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"), ("no-cors", "script")):
        headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": place}
        assert {status(browser, method, path, **headers) for method in (*METHODS, SOCKET)} == {403}


@pytest.mark.parametrize("path", ["/", "/lab/"])
def test_a_foreign_page_may_link_to_ours(browser: TestClient, path: str) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert status(browser, "GET", path, **headers) == 200


@pytest.mark.parametrize("path", SERVED)
def test_a_wrong_method_gets_no_answer(browser: TestClient, path: str) -> None:
    for method in {*METHODS, SOCKET} - set(SERVED[path]):
        assert status(browser, method, path, origin=HERE) in (403, 404, 405), method


def test_nothing_else_that_marimo_serves_is_answered(browser: TestClient) -> None:
    application = Notebooks({"/07": find("07").path}, "/files").application("/07")
    assert isinstance(application, Starlette)
    routes = [(path.removeprefix("/07"), methods) for path, methods in walked(application.routes)]
    known = {path for path, _ in routes}
    assert {"/sse", "/ws_sync", "/auth/login", "/api/export/html", "/api/home/running_notebooks"} <= known
    assert len(routes) > 100
    for (path, methods), lesson in product(routes, ("07", "05")):
        asked = re.sub(r"\{[^}]*\}|\*", "x", path)
        for method in methods:
            if any(re.fullmatch(one.path, asked) for one in ENDPOINTS):
                continue
            assert status(browser, method, f"/lessons/{lesson}{asked}") in (
                (403,) if method == SOCKET else (307, 404)
            ), path


@pytest.mark.parametrize(
    "name",
    [
        "%00",
        "a%00.css",
        "x" * 300,
        "x" * 5000,
        "%ff%fe",
        "a/" * 2000,
        "%0d%0a",
        "..%2f..%2fetc%2fpasswd",
        "%5c..%5c",
        "con",
        "a:b",
    ],
)
@pytest.mark.parametrize("folder", ["/", "/static/", "/lessons/", f"{LESSON}/", f"{LESSON}/@file/1-", "/lab/"])
def test_impossible_names_are_not_found(browser: TestClient, folder: str, name: str) -> None:
    assert browser.get(folder + name).status_code == 404
