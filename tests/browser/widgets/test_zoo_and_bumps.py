"""The layer zoo and the bump builder in a real browser: every input and variant, bumps, a curve that is dragged."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import glassnet as gn
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.layer_zoo.exhibits import EXHIBITS

from ..looks import LOOKS
from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def at(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, which only replies from Python set."""
    page.wait_for_function(
        f"(data => data && ({condition}))(document.querySelector('.gn-root')?.dataset)", timeout=PATIENCE_MS
    )


def open_page(page: Page, address: str) -> Page:
    page.goto(address)
    at(page, "data.ready === 'true'")
    return page


def largest(page: Page) -> float:
    return float(page.locator(".gn-root").evaluate("element => element.dataset.largest"))


def outputs(page: Page) -> list[str]:
    """What each card shows as its layer's output."""
    return [card.get_by_role("img").nth(1).inner_html() for card in page.locator(".gn-cage").all()]


def test_the_next_input_changes_all_twelve_and_the_previous_one_comes_back(page: Page) -> None:
    with hosted(gn.widgets.LayerZoo()) as address:
        open_page(page, address)
        first = outputs(page)
        assert len(first) == 12
        page.get_by_role("button", name="Next input").click()
        at(page, "data.number === '1'")
        assert all(one != other for one, other in zip(first, outputs(page), strict=True))
        page.get_by_role("button", name="Previous input").press("Enter")
        at(page, "data.number === '0'")
        assert outputs(page) == first


def test_every_variant_of_every_layer_can_be_chosen(page: Page) -> None:
    with hosted(gn.widgets.LayerZoo()) as address:
        open_page(page, address)
        for name, exhibit in EXHIBITS.items():
            card = page.locator(f"[data-exhibit='{name}']")
            for variant in list(exhibit.variants)[::-1]:
                card.get_by_label("Kind").select_option(label=variant)
                expect(card).to_have_attribute("data-variant", variant)
            assert card.get_by_role("img").count() == 2
        dense = page.locator("[data-exhibit='dense']")
        expect(dense.locator(".gn-note")).to_have_text("64 → 10 · 650 parameters")
        expect(page.get_by_role("img", name="Output of the pooling layer, 4 by 4 by 1 numbers")).to_be_visible()


def test_more_and_steeper_bumps_come_nearer_to_the_curve(page: Page) -> None:
    with hosted(gn.widgets.BumpBuilder()) as address:
        open_page(page, address)
        before = largest(page)
        for bumps in ("8", "16", "32", "60"):
            page.get_by_role("button", name="Twice as many bumps").click()
            at(page, f"data.bumps === '{bumps}'")
        assert largest(page) < before / 4
        expect(page.get_by_text("60 bumps · 2 = 120 sigmoid units")).to_be_visible()
        page.get_by_role("slider", name="Bumps").press("Home")
        at(page, "data.bumps === '1'")
        page.locator("[name='target']").select_option(label="a jump")
        at(page, "data.target === 'jump'")
        page.get_by_role("slider", name="Bumps").press("End")
        at(page, "data.bumps === '60'")
        page.get_by_role("slider", name="Steepness of their edges").press("End")
        at(page, "Number(data.largest) > 0.29")


def test_a_curve_of_one_s_own_is_dragged_by_its_dots(page: Page) -> None:
    with hosted(gn.widgets.BumpBuilder("own")) as address:
        open_page(page, address)
        before = largest(page)
        dot = page.locator("[name='dot-3']")
        dot.press("Shift+ArrowDown")
        at(page, f"Number(data.largest) !== {before}")
        expect(dot).to_have_attribute("aria-label", "Curve at 0.5: 0.76; arrow keys move it")
        box = dot.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + 60, box["y"] + 60)
        page.mouse.up()
        expect(dot).not_to_have_attribute("aria-label", "Curve at 0.5: 0.76; arrow keys move it")
        expect(dot).to_have_attribute("aria-label", re.compile(r"^Curve at 0\.5: "))
        page.locator("[name='target']").select_option(label="a hill")
        expect(page.locator("[name^='dot-']")).to_have_count(0)


@pytest.mark.parametrize("make", [gn.widgets.LayerZoo, lambda: gn.widgets.BumpBuilder("own")], ids=["zoo", "bumps"])
@LOOKS
def test_axe_finds_nothing_nothing_scrolls_sideways_and_fingers_have_room(
    new_page: Callable[..., Page], make: Callable[[], HostedWidget], theme: str, width: int
) -> None:
    with hosted(make()) as address:
        page = open_page(new_page(color_scheme=theme, **(PHONE if width < 500 else {})), address)
        found = Axe().run(page, context=".gn-root").response["violations"]
        assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]] == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        if width < 500:
            pressed = page.locator(".gn-root button, .gn-root select, .gn-root input[type=range]")
            boxes = [one.bounding_box() for one in pressed.all() if one.is_visible()]
            assert [box for box in boxes if box and box["height"] < 43.5] == []
