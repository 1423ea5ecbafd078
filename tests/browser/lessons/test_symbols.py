"""A symbol, its number in a picture and its line of code light up together, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ..lesson_page import goto_lesson
from ..server import Server

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
# Marks of formulas are in shadow roots; a place is the formula, the code, the key or a picture.
ROOTS = (
    """[document, ...[...document.querySelectorAll("#App marimo-tex")].map(tex => tex.shadowRoot).filter(Boolean)]"""
)
LIT = f"""() => {{
  const seat = mark => mark.closest("svg") ? "picture" : mark.closest("pre") ? "code" : mark.localName;
  const place = mark => mark.getRootNode() === document ? seat(mark) : "formula";
  return {ROOTS}.flatMap(root => [...root.querySelectorAll("[data-lit]")])
    .map(mark => `${{place(mark)}} ${{mark.dataset.symbol}}`);
}}"""


def open_lesson(page: Page, server: Server, number: str) -> Locator:
    """Open a lesson and return its first key, when the formulas before it are set."""
    goto_lesson(page, server, number)
    key = page.get_by_role("group", name="Highlight a symbol").first
    key.wait_for(timeout=PATIENCE_MS)
    set_in_type = f"() => {ROOTS}.slice(1).some(root => root.querySelector('[data-symbol]'))"
    page.wait_for_function(set_in_type, timeout=PATIENCE_MS)
    return key


def wait_until_lit(page: Page, *places: str) -> list[str]:
    """Wait until marks are lit, in these places among others; return all."""
    condition = f"() => {{ const lit = ({LIT})(); return {list(places)}.every((place) => lit.includes(place)); }}"
    page.wait_for_function(condition, timeout=PATIENCE_MS)
    found: list[str] = page.evaluate(LIT)
    return found


def wait_until_dark(page: Page) -> None:
    page.wait_for_function(f"() => ({LIT})().length === 0", timeout=PATIENCE_MS)


def test_mouse_and_keyboard_light_up_formula_picture_and_code(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page()
    key = open_lesson(page, server, "08")
    wait_until_dark(page)
    weight = key.get_by_role("button", name="w weight")
    weight.scroll_into_view_if_needed()
    page.keyboard.press("Tab")  # from here on focus shows
    weight.focus()
    lit = wait_until_lit(page, "formula weight", "picture weight", "code weight", "button weight")
    assert {one.split()[1] for one in lit} == {"weight"}
    assert page.evaluate("() => getComputedStyle(document.querySelector('pre [data-lit]')).outlineStyle") == "solid"
    weight.press("Enter")
    expect(weight).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    wait_until_lit(page, "formula z", "picture z")  # focus goes before what is kept
    page.keyboard.press("Escape")
    expect(weight).to_have_attribute("aria-pressed", "false")
    page.evaluate("document.activeElement.blur()")
    wait_until_dark(page)
    formula = page.locator("marimo-tex [data-symbol='input']").first
    for mark, place in (
        (page.locator("pre [data-symbol='da']").first, "da"),
        (page.locator("svg [data-symbol='bend']").first, "bend"),
        (formula, "input"),
    ):
        mark.scroll_into_view_if_needed()
        mark.hover()
        wait_until_lit(page, f"formula {place}", f"picture {place}", f"code {place}")
    page.get_by_role("banner").hover()
    wait_until_dark(page)


def test_a_finger_keeps_a_symbol_lit_and_a_cell_that_ran_again_is_lit_too(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    key = open_lesson(page, server, "07")
    place = key.get_by_role("button", name="x place")
    assert min(button.bounding_box()["height"] for button in key.get_by_role("button").all()) >= 43.5  # type: ignore[index]
    place.tap()
    expect(place).to_have_attribute("aria-pressed", "true")
    wait_until_lit(page, "formula place", "picture place", "code place")
    picture = page.locator("svg.glassnet-picture[aria-label*='learning rate']").first
    before = picture.get_attribute("aria-label")
    page.get_by_role("slider", name="Learning rate", exact=True).first.press("ArrowLeft")
    expect(picture).not_to_have_attribute("aria-label", before or "", timeout=PATIENCE_MS)
    wait_until_lit(page, "picture place")
    page.locator("pre [data-symbol='slope']").last.tap()
    wait_until_lit(page, "formula slope", "picture slope")
    expect(place).to_have_attribute("aria-pressed", "false")
    page.get_by_role("heading", name="The update rule").tap()
    wait_until_dark(page)
