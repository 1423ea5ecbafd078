"""A whole lesson in one window: of what is out of sight, axe looks at hardly anything, not even at its colours."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .patience import PATIENCE_MS

ROUNDS = 10
BELOW = "() => (content => content.scrollHeight - content.clientHeight)(document.querySelector('#App'))"


def unroll(page: Page, widgets: int) -> None:
    """Make the window as high as the lesson, whose widgets must all have had their first answer."""
    expect(page.locator(".gn-root")).to_have_count(widgets, timeout=PATIENCE_MS)
    expect(page.locator(".gn-root[data-ready='true']")).to_have_count(widgets, timeout=PATIENCE_MS)
    for _ in range(ROUNDS):  # what fills the window grows with it
        below = page.evaluate(BELOW)
        if not below:
            return
        size = page.viewport_size
        assert size
        page.set_viewport_size({"width": size["width"], "height": size["height"] + below})
    raise AssertionError(f"the lesson grows with its window: {below} pixels are still out of sight")


def axe_findings(page: Page, widget: str = "") -> list[str]:
    """Return what axe finds on a page that is wholly in sight, or inside one of its widgets alone, which is quicker."""
    assert page.evaluate(BELOW) == 0, "axe would not look at what is out of sight"
    inside = {"include": {"fromShadowDom": ["marimo-anywidget", widget]}} if widget else None
    response = Axe().run(page, context=inside).response
    assert len(response["passes"]) > 10, "axe has looked at hardly anything"
    return [f"{found['id']}: {node['html'][:200]}" for found in response["violations"] for node in found["nodes"]]
