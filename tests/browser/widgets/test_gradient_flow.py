"""The gradient-flow lab in a real browser: training, every control, remedies, an explosion, a phone."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import glassnet as gn

from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 320, "height": 800}, "has_touch": True, "is_mobile": True}


@pytest.fixture(autouse=True)
def _digits_are_loaded() -> None:
    gn.data.digits()


def at(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, which only replies from Python set."""
    page.wait_for_function(
        f"(data => data && ({condition}))(document.querySelector('.gn-root')?.dataset)", timeout=PATIENCE_MS
    )


def open_page(page: Page, address: str) -> Page:
    page.goto(address)
    at(page, "data.ready === 'true'")
    return page


def axe_findings(page: Page) -> list[str]:
    found = Axe().run(page, context=".gn-root").response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_it_trains_stops_and_shows_any_measurement(page: Page) -> None:
    with hosted(gn.widgets.GradientFlow(4, activation="tanh")) as address:
        open_page(page, address)
        page.get_by_role("button", name="Train").press("Enter")
        at(page, "Number(data.step) >= 10")
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("button", name="Continue")).to_be_visible(timeout=PATIENCE_MS)
        page.get_by_role("slider", name="Update").press("Home")
        at(page, "data.shownStep === '0'")
        page.get_by_role("button", name="Continue").click()
        at(page, "data.step === '100' && Number(data.accuracy) > 0.9")
        expect(page.get_by_role("button", name="Trained")).to_have_attribute("aria-disabled", "true")


def test_every_control_makes_another_network(page: Page) -> None:
    with hosted(gn.widgets.GradientFlow(6)) as address:
        open_page(page, address)
        page.get_by_role("slider", name="Hidden layers").press("ArrowRight")
        at(page, "data.depth === '7'")
        for name, value in (
            ("activation", "relu"),
            ("initializer", "orthogonal"),
            ("normalization", "layer"),
            ("clipping", "value"),
        ):
            page.locator(f"select[name={name}]").select_option(value)
            at(page, f"data.{name} === '{value}'")
        page.get_by_role("checkbox", name="Skip connections").first.press("Space")
        at(page, "data.skip === 'true' && data.verdict === 'arrive'")
        for name in ("Learning rate", "Limit of the clipping", "Weights and batches"):
            page.get_by_role("slider", name=name).press("ArrowRight")
        at(page, "data.step === '0'")


def test_an_explosion_is_explained_and_a_remedy_is_a_switch(page: Page) -> None:
    with hosted(gn.widgets.GradientFlow(20, activation="relu", initializer="large")) as address:
        open_page(page, address)
        at(page, "data.verdict === 'explode'")
        page.get_by_role("button", name="Train").click()
        at(page, "data.stopped === 'true'")
        alert = page.locator(".gn-stopped")
        expect(alert).to_contain_text("the first NaN or infinite number is dense_")
        page.get_by_role("checkbox", name="He weights").press("Space")
        at(page, "data.initializer === 'he_normal' && data.on === 'he' && data.stopped === 'false'")
        expect(alert).to_be_empty()
        page.get_by_role("checkbox", name="Orthogonal weights").check()
        at(page, "data.initializer === 'orthogonal' && data.on === 'orthogonal'")
        page.get_by_role("checkbox", name="Clipping by norm").check()
        at(page, "data.clipping === 'global_norm' && data.on === 'orthogonal clip'")
        page.get_by_role("checkbox", name="Orthogonal weights").uncheck()
        at(page, "data.initializer === 'large' && data.on === 'clip'")
        page.get_by_role("button", name="Train").click()
        at(page, "Number(data.step) >= 20 && data.stopped === 'false'")
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("button", name="Continue")).to_be_visible(timeout=PATIENCE_MS)
        page.locator("select[name=clipping]").select_option("none")
        at(page, "data.on === '' && data.clipping === 'none' && data.step === '0'")


def test_remedies_are_measured_stopped_and_finished(page: Page) -> None:
    with hosted(gn.widgets.GradientFlow(6)) as address:
        open_page(page, address)
        page.get_by_role("button", name="Measure every remedy").click()
        at(page, "Number(data.measured) > 1")
        page.get_by_role("button", name="Stop").click()
        page.get_by_role("button", name="Measure on").click(timeout=PATIENCE_MS)
        at(page, "data.measured === '27'")
        row = page.get_by_role("row", name="Batch norm")
        expect(row.locator("td[data-helps=true]")).to_have_count(1)
        expect(page.get_by_role("row", name="As it is")).to_contain_text("%")


def test_nothing_scrolls_sideways_on_a_phone_and_axe_finds_nothing(new_page: Callable[..., Page]) -> None:
    with hosted(gn.widgets.GradientFlow(10)) as address:
        for scheme in ("light", "dark"):
            page = new_page(**PHONE, color_scheme=scheme)
            open_page(page, address)
            assert page.evaluate("document.documentElement.scrollWidth") == 320
            assert axe_findings(page) == []
            pressed = page.locator(".gn-root button, .gn-root select, .gn-root input[type=range]")
            boxes = [one.bounding_box() for one in pressed.all() if one.is_visible()]
            assert [box for box in boxes if box and box["height"] < 43.5] == []
            page.close()
