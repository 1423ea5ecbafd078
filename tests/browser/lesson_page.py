"""Opening lessons in the browser, and keeping them open for all tests of a file: to open one is what takes the time."""

from typing import Any

from playwright.sync_api import Browser, Page, expect

from glassnet.lessons import LESSONS
from glassnet.lessons.parts import Exercise, Widget

from .patience import PATIENCE_MS
from .server import Server
from .watch import Watch

DESK = {"viewport": {"width": 1280, "height": 800}}
WIDGETS = {
    lesson.number: sum(
        isinstance(part, Widget | Exercise)
        for cell in lesson.cells
        if "mo.stop(" not in cell.source
        for part in cell.parts
    )
    for lesson in LESSONS
}
"""How many widgets each lesson shows as it opens, its exercises among them: a cell that stops waits for a button."""


def goto_lesson(page: Page, server: Server, number: str) -> None:
    """Open a lesson, and wait until its notebook stands in the place of its text."""
    page.goto(f"{server.url}/lessons/{number}/")
    _wait_for_notebook(page)


def _wait_for_notebook(page: Page) -> None:
    page.locator("#App").wait_for(state="attached", timeout=PATIENCE_MS)
    expect(page.locator("#lesson-preview")).to_have_count(0, timeout=PATIENCE_MS)


def open_whole(page: Page, server: Server, number: str) -> Page:
    """Open a lesson, and wait until its end is there and every widget has had its first answer."""
    page.goto(f"{server.url}/lessons/{number}/")
    return wait_for_whole(page, number)


def wait_for_whole(page: Page, number: str) -> Page:
    """Wait until a lesson that is being opened or reloaded is all there."""
    _wait_for_notebook(page)
    page.get_by_role("heading", name="What to do next").wait_for()
    for widgets in (".gn-root", ".gn-root[data-ready='true']"):
        expect(page.locator(widgets)).to_have_count(WIDGETS[number])
    return page


class OpenLessons:
    """Lessons that stay open, each on a page of its own, in the state that the tests before have left."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.watch = Watch()
        self._browser, self._server = browser, server
        self._pages: dict[str, Page] = {}

    def page(self, number: str, **settings: Any) -> Page:
        """Return the page of a lesson, opened by whoever asks first."""
        if number not in self._pages:
            context = self._browser.new_context(**{**DESK, **settings})
            context.set_default_timeout(PATIENCE_MS)
            self.watch.over(context)
            self._pages[number] = open_whole(context.new_page(), self._server, number)
        return self._pages[number]

    def close(self) -> None:
        """Close them all."""
        for page in self._pages.values():
            page.context.close()
