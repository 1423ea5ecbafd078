"""Lessons 01 and 02 in a real browser: what is built by hand reaches its goal, controls; looks, axe, fingers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ..lesson_page import WIDGETS, open_whole
from ..looks import LOOKS
from ..patience import PATIENCE_MS
from ..server import Server
from ..whole import axe_findings, unroll

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NUMBERS = ("01", "02")
CHANGED = """([label, old]) =>
    [...document.querySelectorAll(`svg[aria-label^='${label}']`)].every(figure => figure.innerHTML !== old)"""


def exercise(page: Page, number: int) -> Locator:
    return page.get_by_role("region", name=f"Exercise {number}", exact=True)


def wait_for(widget: Locator, condition: str) -> None:
    """Wait for a condition on the widget's `data`."""
    script = f"(element) => (data => {condition})(element.dataset)"
    widget.page.wait_for_function(script, arg=widget.element_handle(), timeout=PATIENCE_MS)


@pytest.mark.parametrize("number", NUMBERS)
@LOOKS
def test_axe_finds_nothing_nothing_scrolls_sideways_and_fingers_have_room(
    new_page: Callable[..., Page], server: Server, number: str, theme: str, width: int
) -> None:
    settings = {} if width > 500 else PHONE
    page = open_whole(new_page(color_scheme=theme, **settings), server, number)
    page.get_by_text("Contents", exact=True).click()
    unroll(page, WIDGETS[number])
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
    if "has_touch" in settings:
        pressed = page.locator(".gn-root button:not(.gn-num), .gn-root select, .gn-root input[type=range]")
        boxes = [one.bounding_box() for one in pressed.all() if one.is_visible()]
        assert len(boxes) > 15
        assert [box for box in boxes if box and box["height"] < 43.5] == []


def test_xor_built_by_hand_reaches_the_goal_of_lesson_01(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "01")
    card, network = exercise(page, 7), page.locator(".gn-hidden-layer")
    card.get_by_role("button", name="Check the settings above").click()
    expect(card.locator(".gn-verdict")).to_contain_text("This must hold first: all four corners are right")
    for _ in range(3):
        network.locator("[name='hidden-2-turn']").press("Shift+ArrowRight")
    network.locator("[name='hidden-2-turn']").press("ArrowDown")
    for key in ("Shift+ArrowUp", "Shift+ArrowRight"):
        network.locator("[name='hidden-2-move']").press(key)
    wait_for(network, "data.places === '00 10 10 11'")
    network.get_by_role("button", name="Let the output neuron learn").click()
    wait_for(network, "data.right === '4'")
    card.get_by_role("button", name="Check the settings above").click()
    expect(card.locator(".gn-verdict[data-right='true']")).to_contain_text("keep their distance", timeout=PATIENCE_MS)


def test_the_stairs_of_lesson_01_follow_their_slider(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "01")
    figure = page.get_by_role("img", name="The number of loans decided wrongly")
    before = figure.inner_html()
    thumb = page.locator("marimo-slider").get_by_role("slider")
    thumb.scroll_into_view_if_needed()
    thumb.press("Home")
    page.wait_for_function(CHANGED, arg=["The number of loans", before], timeout=PATIENCE_MS)


def test_a_network_built_in_lesson_02_reaches_its_goal(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "02")
    card, workshop = exercise(page, 9), page.locator(".gn-architectures").nth(1)
    card.get_by_role("button", name="Check the settings above").click()
    expect(card.locator(".gn-verdict")).to_contain_text("the fraction of errors", timeout=PATIENCE_MS)
    for _ in range(5):
        workshop.get_by_role("button", name="Hidden layer 1: one more").click()
    wait_for(workshop, "data.sizes === '2-6-1' && data.parameters === '25'")
    card.get_by_role("button", name="Check the settings above").click()
    expect(card.locator(".gn-verdict[data-right='true']")).to_contain_text("few parameters", timeout=PATIENCE_MS)


def test_the_controls_of_lesson_02_change_their_figures(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "02")
    for label, control, key in (
        ("The output of a neuron", page.locator("marimo-slider").get_by_role("slider").nth(0), "Home"),
        ("The output of a neuron", page.locator("marimo-slider").get_by_role("slider").nth(1), "End"),
        ("Two clouds", page.locator("marimo-switch").get_by_role("switch"), "Space"),
    ):
        before = page.get_by_role("img", name=label).inner_html()
        control.scroll_into_view_if_needed()
        control.press(key)
        page.wait_for_function(CHANGED, arg=[label, before], timeout=PATIENCE_MS)
