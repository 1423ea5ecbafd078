"""Opening a lesson in the browser."""

from playwright.sync_api import Page, expect

from .patience import PATIENCE_MS
from .server import Server


def goto_lesson(page: Page, server: Server, number: str) -> None:
    """Open a lesson, and wait until its notebook stands in the place of its text."""
    page.goto(f"{server.url}/lessons/{number}/")
    page.locator("#App").wait_for(state="attached", timeout=PATIENCE_MS)
    expect(page.locator("#first-reading")).to_have_count(0, timeout=PATIENCE_MS)
