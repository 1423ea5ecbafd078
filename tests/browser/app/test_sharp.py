"""Canvases stay sharp, and drawn, when the device pixel ratio changes: zooming, or another screen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

import glassnet as gn
from glassnet.widgets.host import HostedWidget

from ..lab_page import LabPage
from ..widget_page import hosted

pytestmark = pytest.mark.browser

# of every canvas that is drawn by lines and dots: its pixels per CSS pixel, and whether anything is on it
CANVASES = """wanted => [...document.querySelectorAll(wanted)].filter(one => one.clientWidth > 0).map(one => {
    const {data} = one.getContext('2d').getImageData(0, 0, one.width, one.height);
    return [one.width / one.clientWidth, data.some((value, i) => i % 4 === 3 && value > 0)];
})"""
LAB = ".gn-map .gn-plane canvas:last-child, .gn-loss canvas, .gn-choice canvas"


def set_ratio(page: Page, ratio: float) -> None:
    """Move the page to a screen of another resolution; nothing on it changes its size in CSS pixels."""
    # another height, or the browser would not look at its media queries again
    metrics = {"width": 1280, "height": 800 + round(10 * ratio), "deviceScaleFactor": ratio, "mobile": False}
    page.context.new_cdp_session(page).send("Emulation.setDeviceMetricsOverride", metrics)
    page.wait_for_function("ratio => devicePixelRatio === ratio", arg=ratio)


def sharp(page: Page, wanted: str, ratio: float) -> None:
    """Wait until all of these canvases have the screen's resolution and something on them."""
    for _ in range(200):
        found: list[tuple[float, bool]] = page.evaluate(CANVASES, wanted)
        if found and all(abs(one / ratio - 1) < 0.02 and drawn for one, drawn in found):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"at {ratio} pixels per CSS pixel: {found}")


def test_the_lab_is_sharp_on_another_screen(lab: LabPage) -> None:
    lab.press("step")
    lab.wait(lambda data: data["step"] == "1")
    for ratio in (1, 2, 1.5, 3, 1):
        set_ratio(lab.page, ratio)
        sharp(lab.page, LAB, ratio)


WIDGETS: list[Any] = [
    pytest.param(lambda: gn.widgets.DescentPlayground(), ".gn-plot:has(> .gn-handle) canvas", id="heat"),
    pytest.param(
        lambda: gn.widgets.SoundToWaveform(), ".gn-plot:has(svg[aria-label^='Spectrogram']) canvas", id="spectrogram"
    ),
]


@pytest.mark.parametrize(("make", "wanted"), WIDGETS)
def test_a_widget_is_sharp_on_another_screen(page: Page, make: Callable[[], HostedWidget], wanted: str) -> None:
    with hosted(make()) as address:
        page.goto(address)
        page.locator(".gn-root[data-ready='true']").wait_for()
        for ratio in (1, 2, 1.25):
            set_ratio(page, ratio)
            sharp(page, wanted, ratio)
