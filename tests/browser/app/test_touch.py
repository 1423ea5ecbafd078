"""A finger on a map scrolls the page, unless what it touches is there to be drawn on."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import glassnet as gn
from glassnet.widgets.host import HostedWidget

from ..lab_page import LabPage
from ..server import Server
from ..widget_page import hosted

pytestmark = pytest.mark.browser

SETTLED_MS = 300
"""After a swipe; nothing says that a page is not going to scroll."""
PHONE = {"viewport": {"width": 390, "height": 500}, "has_touch": True, "is_mobile": True}


def swiped(page: Page, target: Locator) -> float:
    """Swipe up over the middle of something; return by how much the page has scrolled."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    before = float(page.evaluate("scrollY"))
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 150)
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for moved in range(10, 121, 10):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - moved}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(SETTLED_MS)
    return float(page.evaluate("scrollY")) - before


def test_a_swipe_over_the_lab_s_map_scrolls_and_a_tap_points(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page(**PHONE)
    lab = LabPage(page, server.url).open()
    assert swiped(page, lab.button("map")) > 50
    lab.button("map").tap(position={"x": 100, "y": 100})
    expect(page.locator(".gn-map .gn-caption")).to_contain_text("output 0.")
    expect(page.locator(".gn-value").last).not_to_be_empty()


WIDGETS: list[Any] = [
    pytest.param(gn.widgets.LossExplorer, ".gn-plot", True, id="a plot"),
    pytest.param(gn.widgets.DescentPlayground, ".gn-plot", True, id="a landscape"),
    pytest.param(gn.widgets.SoundToWaveform, ".gn-plot", True, id="a waveform"),
    pytest.param(lambda: gn.widgets.ImageToNumbers(), ".gn-pixels", True, id="pixels"),
    pytest.param(lambda: gn.widgets.ImageToNumbers("drawing"), ".gn-sheet", False, id="a sheet to draw on"),
    pytest.param(gn.widgets.GlassBox, ".gn-sheet", False, id="the sheet of the glass box"),
    pytest.param(gn.widgets.GlassBox, ".gn-stage", True, id="the glass box"),
    pytest.param(lambda: gn.widgets.Application("waves"), ".gn-plot", True, id="an application's curve"),
]


@pytest.mark.parametrize(("make", "target", "scrolls"), WIDGETS)
def test_a_swipe_over_a_widget(
    new_page: Callable[..., Page], make: Callable[[], HostedWidget], target: str, scrolls: bool
) -> None:
    page = new_page(**PHONE)
    with hosted(make()) as address:
        page.goto(address)
        page.locator(".gn-root[data-ready='true']").wait_for()
        page.add_style_tag(content="main { padding: 0 0 900px }")
        assert (swiped(page, page.locator(target).first) > 50) is scrolls
