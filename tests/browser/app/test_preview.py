"""A lesson's page before its notebook has started, and the moment when the notebook takes over."""

from collections.abc import Callable
from time import monotonic, sleep
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from ..looks import LOOKS
from ..patience import PATIENCE_MS
from ..server import Server

pytestmark = pytest.mark.browser

PATIENCE_SECONDS = 600.0
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
TOPS = """selector => {
    const page = document.querySelector(selector), top = page.getBoundingClientRect().top;
    const shown = [...page.querySelectorAll('h1, h2, li, .paragraph')].filter(e => !e.closest('.katex'));
    return shown.map(e => [e.localName, e.textContent.slice(0, 12), ...['left', 'top', 'width', 'height'].map(
        side => Math.round(e.getBoundingClientRect()[side] - (side === 'top' ? top : 0)))]);
}"""


@pytest.fixture(scope="module")
def ready(server: Server) -> Server:
    """The server, once it has the lessons' texts."""
    end = monotonic() + PATIENCE_SECONDS
    for number in ("05a", "05b", "06", "07", "08", "09"):
        while b'id="lesson-preview" tabindex' not in urlopen(f"{server.url}/lessons/{number}/").read():
            assert monotonic() < end, f"lesson {number} has no text yet"
            sleep(5)  # a page that is asked for puts the preparations off
    return server


def open_text(page: Page, server: Server, number: str) -> None:
    """Open a lesson whose notebook never starts."""
    page.route_web_socket("**/lessons/**", lambda socket: None)
    page.goto(f"{server.url}/lessons/{number}/")
    page.locator("#lesson-preview .formula[data-typeset]").first.wait_for(state="attached")


@LOOKS
@pytest.mark.parametrize(
    "number", ["05a", *(pytest.param(number, marks=pytest.mark.slow) for number in ("05b", "06", "07", "08")), "09"]
)
def test_the_text_can_be_read_while_the_notebook_is_not_there(
    new_page: Callable[..., Page], ready: Server, number: str, theme: str, width: int
) -> None:
    page = new_page(color_scheme=theme, **({} if width > 500 else PHONE))
    open_text(page, ready, number)
    expect(page.get_by_role("heading", name="What to do next")).to_be_visible()
    expect(page.locator("#lesson-preview .formula:not([data-typeset]), #lesson-preview .katex-error")).to_have_count(0)
    assert page.evaluate("document.body.classList.contains('dark')") == (theme == "dark")
    page.get_by_text("Contents", exact=True).click()
    page.get_by_role("button", name="Check yourself").click()
    expect(page.get_by_role("heading", name="Check yourself")).to_be_in_viewport()
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]] == []
    too_wide = (
        "[document.documentElement, document.querySelector('#lesson-preview')].map(e => e.scrollWidth - e.clientWidth)"
    )
    assert page.evaluate(too_wide) == [0, 0]


class Held:
    """Keeps what the notebook says from the page, after some outputs, until it is let go."""

    def __init__(self, page: Page, *, after: int = 0) -> None:
        self._let_through = after
        self._waiting: list[tuple[WebSocketRoute, str | bytes]] | None = []
        page.route_web_socket("**/lessons/**", self._over)

    def let_go(self) -> None:
        assert self._waiting
        for socket, message in self._waiting:
            socket.send(message)
        self._waiting = None

    def _over(self, socket: WebSocketRoute) -> None:
        def hear(message: str | bytes) -> None:
            if self._waiting is None or self._let_through:
                self._let_through = max(0, self._let_through - ("text/html" in str(message)))
                socket.send(message)
            else:
                self._waiting.append((socket, message))

        notebook = socket.connect_to_server()
        notebook.on_message(hear)
        socket.on_message(notebook.send)

    def wait(self, page: Page) -> None:
        """Wait until the notebook has something to say."""
        while not self._waiting:
            page.wait_for_timeout(50)


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["desk", "phone"])
def test_the_notebook_takes_the_text_s_place_without_moving_it(
    new_page: Callable[..., Page], ready: Server, settings: dict[str, object]
) -> None:
    """From the second visit on: at the first, how high a widget is on this screen isn't known yet."""
    page = new_page(**settings)
    page.goto(f"{ready.url}/lessons/07/")
    page.wait_for_function("localStorage.getItem('glassnet-heights-/lessons/07/')", timeout=PATIENCE_MS)
    held = Held(page)
    page.goto(f"{ready.url}/lessons/07/")
    page.locator("#lesson-preview .formula[data-typeset]").first.wait_for(state="attached")
    page.evaluate("document.fonts.ready.then(() => 0)")
    before = page.evaluate(TOPS, "#lesson-preview")
    held.wait(page)
    held.let_go()
    expect(page.locator("#lesson-preview")).to_have_count(0, timeout=60_000)
    page.locator(".gn-root[data-ready='true']").nth(1).wait_for()
    expect(page.locator(".gn-root:not([data-ready='true'])")).to_have_count(0)
    after = page.evaluate(TOPS, "#App")
    begin = [one for one in before if one[3] < 2000]
    assert len(begin) >= 8
    assert after[: len(begin)] == begin
    assert [one[:2] for one in after if one[0] == "h2"] == [one[:2] for one in before if one[0] == "h2"]


def test_who_has_scrolled_and_focused_stays_where_they_are(page: Page, ready: Server) -> None:
    held = Held(page)
    page.goto(f"{ready.url}/lessons/07/")
    page.locator("#lesson-preview .formula[data-typeset]").first.wait_for(state="attached")
    page.get_by_text("Contents", exact=True).click()
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="All the points, some of them, or one").click()
    top = "document.activeElement.getBoundingClientRect().top"
    name = "document.activeElement.textContent"
    assert page.evaluate(name) == "All the points, some of them, or one"
    before = page.evaluate(top)
    held.wait(page)
    held.let_go()
    expect(page.locator("#lesson-preview")).to_have_count(0, timeout=60_000)
    assert page.evaluate("document.activeElement.closest('#App') !== null")
    assert page.evaluate(name) == "All the points, some of them, or one"
    assert abs(page.evaluate(top) - before) < 40  # the line above may have grown


def test_the_preview_stays_until_the_widgets_in_sight_are_drawn(page: Page, ready: Server) -> None:
    waiting: list[Route] | None = []

    def hold(route: Route) -> None:
        route.continue_() if waiting is None else waiting.append(route)

    page.route("**/@file/*.js*", hold)
    page.goto(f"{ready.url}/lessons/07/")
    expect(page.locator("#App h2")).not_to_have_count(0, timeout=60_000)
    while not waiting:
        page.wait_for_timeout(50)
    page.wait_for_timeout(1500)
    expect(page.locator("#lesson-preview")).to_have_count(1)
    held, waiting = waiting, None
    for one in held:
        one.continue_()
    expect(page.locator("#lesson-preview")).to_have_count(0, timeout=60_000)
    expect(page.locator("#App .gn-root").first).to_be_visible()


def test_a_notebook_that_falls_silent_shows_what_it_has_said(page: Page, ready: Server) -> None:
    page.clock.install()
    held = Held(page, after=5)
    page.goto(f"{ready.url}/lessons/07/")
    held.wait(page)
    expect(page.locator("#App .output-area")).not_to_have_count(0, timeout=60_000)
    expect(page.locator("#lesson-preview")).to_have_count(1)
    page.clock.fast_forward(40_000)
    expect(page.locator("#lesson-preview")).to_have_count(0, timeout=10_000)
    expect(page.get_by_role("heading", name="Gradient descent", level=1)).to_be_visible()
