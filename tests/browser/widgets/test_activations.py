"""The activation explorer and the custom activation in a real browser: button, keys, boxes, formulas, small screens."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import glassnet as gn
from glassnet.widgets.host import HostedWidget

from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
PHONE = {"viewport": {"width": 320, "height": 800}, "has_touch": True, "is_mobile": True}


def at(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, which only replies from Python and the button set."""
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


def cells(page: Page, name: str) -> list[str]:
    row = page.locator("tbody tr", has_text=name).first
    return row.locator("td").all_inner_texts()


def test_the_button_moves_the_point_to_the_right_end_and_from_there_starts_again(page: Page) -> None:
    widget = gn.widgets.ActivationExplorer(["tanh"], z=-5.0)
    with hosted(widget) as address:
        open_page(page, address)
        page.get_by_role("button", name="Move z").press("Enter")
        at(page, "Number(data.z) > -3")
        at(page, "Number(data.z) === 5")
        assert cells(page, "tanh")[1:3] == ["0.9999", "0.0002"]
        expect(page.get_by_role("button", name="Move z")).to_be_visible()
        page.get_by_role("button", name="Move z").click()
        at(page, "Number(data.z) < 0")
        page.get_by_role("button", name="Stop").click()


def test_the_point_moves_by_keys_and_by_its_slider(page: Page) -> None:
    with hosted(gn.widgets.ActivationExplorer(["relu"], z=0.0)) as address:
        open_page(page, address)
        page.get_by_role("button", name="z = 0").press("ArrowRight")
        at(page, "data.z === '0.20'")
        assert cells(page, "ReLU")[1:3] == ["0.2000", "1.0000"]
        slider = page.get_by_role("slider", name="z")
        slider.press("Home")
        at(page, "data.z === '-5.00'")
        assert slider.get_attribute("aria-valuetext") == "−5.00"
        page.get_by_label("Show z").select_option("8")
        slider.press("Home")
        at(page, "data.z === '-8.00'")


def test_boxes_choose_functions_up_to_six_and_never_none(page: Page) -> None:
    with hosted(gn.widgets.ActivationExplorer(["relu"])) as address:
        open_page(page, address)
        expect(page.get_by_role("checkbox", name="ReLU", exact=True)).to_be_disabled()
        for name in ("leaky ReLU", "ELU", "SELU", "softplus", "GELU"):
            page.get_by_role("checkbox", name=name, exact=True).press("Space")
            expect(page.get_by_role("checkbox", name=name, exact=True)).to_be_focused()
        at(page, "data.shown === 'relu leaky_relu elu selu softplus gelu'")
        expect(page.get_by_role("checkbox", name="tanh")).to_be_disabled()
        page.get_by_role("slider", name="α of leaky ReLU").press("End")
        page.get_by_role("slider", name="z", exact=True).press("Home")
        at(page, "data.z === '-5.00'")
        assert cells(page, "leaky ReLU")[1:3] == ["−2.5000", "0.5000"]


def test_a_formula_is_read_by_enter_trained_and_a_mistake_is_named(page: Page) -> None:
    with hosted(gn.widgets.CustomActivation()) as address:
        open_page(page, address)
        field = page.get_by_label("Activation for a sum z")
        field.fill("z * z")
        field.press("Enter")
        at(page, "data.slope === '2 * z'")
        page.get_by_role("button", name="Train").click()
        at(page, "data.done === 'true'")
        expect(page.get_by_role("button", name="Train again")).to_be_visible()
        field.fill("z +")
        field.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("expected a number, a name or a bracket", timeout=PATIENCE_MS)
        page.get_by_label("Example").select_option(label="a bump")
        at(page, "data.slope === '-2 * z * exp(-z^2)'")


@pytest.mark.parametrize("make", [gn.widgets.ActivationExplorer, gn.widgets.CustomActivation])
def test_nothing_scrolls_sideways_on_a_phone_and_axe_finds_nothing(
    new_page: Callable[..., Page], make: Callable[[], HostedWidget]
) -> None:
    with hosted(make()) as address:
        for scheme in ("light", "dark"):
            page = new_page(**PHONE, color_scheme=scheme)
            open_page(page, address)
            assert page.evaluate("document.documentElement.scrollWidth") == 320
            assert axe_findings(page) == []
            page.close()
