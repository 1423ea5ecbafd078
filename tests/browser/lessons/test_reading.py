"""Reading a lesson: terms and their cards, keys that scroll, a place that is kept, bars that give way, sliders."""

import json
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from ..lesson_page import open_whole, wait_for_whole
from ..server import Server

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "color_scheme": "dark"}
TOP = "() => document.querySelector('#App').scrollTop"
AWAY = "() => document.documentElement.hasAttribute('data-bars-away')"
READ = """() => {
  const edge = document.querySelector('#App').getBoundingClientRect().top;
  const seen = [...document.querySelectorAll('#App h2')].find(h => h.getBoundingClientRect().bottom > edge);
  return [seen.textContent, Math.round(seen.getBoundingClientRect().top - edge)];
}"""


def term(page: Page, slug: str) -> Locator:
    return page.locator(f"#App a[href='#term-{slug}']").first


def card(page: Page) -> Locator:
    return page.locator(".term-card")


def test_a_term_explains_itself_on_hover_focus_and_key(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "08")
    rate = term(page, "learning-rate")
    rate.scroll_into_view_if_needed()
    before = page.url
    rate.hover()
    expect(card(page)).to_contain_text("learning rate: The number η that multiplies the gradient")
    expect(rate).to_have_attribute("aria-describedby", "glassnet-term")
    card(page).hover()  # it stays while the pointer is on it
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    rate.focus()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Enter")
    link = card(page).get_by_role("link", name="Explained in lesson 07, Gradient descent")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(rate).to_be_focused()
    assert page.url == before
    page.mouse.click(5, 400)
    expect(card(page)).to_be_hidden()
    rate.focus()
    response = Axe().run(page, context=".term-card").response
    assert len(response["passes"]) > 5
    assert response["violations"] == []


def test_on_a_phone_a_tap_shows_the_card_and_the_bars_give_way(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(**PHONE), server, "07")
    momentum = term(page, "momentum")
    momentum.scroll_into_view_if_needed()
    momentum.tap()
    expect(card(page)).to_contain_text("momentum: ")
    box = card(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator("#App h2").first.tap()
    expect(card(page)).to_be_hidden()
    page.mouse.move(200, 500)
    page.mouse.wheel(0, 700)
    page.wait_for_function(AWAY)
    expect(page.locator(".site-header")).not_to_be_in_viewport()
    page.mouse.wheel(0, -200)
    page.wait_for_function(f"() => !({AWAY})()")
    expect(page.locator(".site-header")).to_be_in_viewport()
    page.mouse.wheel(0, 700)
    page.wait_for_function(AWAY)
    page.get_by_label("Theme").focus()
    expect(page.locator(".site-header")).to_be_in_viewport()


def test_keys_scroll_from_the_start_and_a_reload_keeps_the_place(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "07")
    assert page.evaluate(TOP) == 0
    page.keyboard.press("PageDown")
    page.wait_for_function(f"() => ({TOP})() > 500")
    page.keyboard.press("Space")
    page.wait_for_function(f"() => ({TOP})() > 1000")
    page.keyboard.press("Shift+Space")
    page.wait_for_function(f"() => ({TOP})() < 1000")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    page.wait_for_function(f"() => ({TOP})() > 4000")
    page.keyboard.press("Home")
    page.wait_for_function(f"() => ({TOP})() === 0")
    page.get_by_role("heading", name="Momentum").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#App').scrollTop += 300")
    title, top = page.evaluate(READ)
    page.reload()
    wait_for_whole(page, "07")
    page.wait_for_function(
        f"wanted => Math.abs(({READ})()[1] - wanted[1]) < 40 && ({READ})()[0] === wanted[0]", arg=[title, top]
    )
    page.get_by_label("Theme").focus()
    at = page.evaluate(TOP)
    page.keyboard.press("PageDown")  # a control that has the focus keeps its keys
    assert page.evaluate(TOP) == at


def test_a_slider_says_its_value_while_it_moves(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "07")
    of_steps = page.locator("marimo-slider[data-steps]:not([data-steps='[]'])").first
    thumb = of_steps.get_by_role("slider")
    thumb.scroll_into_view_if_needed()
    for key in ("Home", "ArrowRight", "ArrowRight"):
        thumb.press(key)
        place = int(thumb.get_attribute("aria-valuenow") or "-1")
        steps = json.loads(of_steps.get_attribute("data-steps") or "[]")
        expect(thumb).to_have_attribute("aria-valuetext", f"{steps[place]:g}")
    ours = page.get_by_role("slider", name="Learning rate").and_(page.locator("input"))
    ours.first.focus()
    said = ours.first.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    expect(ours.first).not_to_have_attribute("aria-valuetext", said or "")


def test_a_slider_says_its_unit(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "04")
    for name, said in (("Age (years)", "35 years"), ("Income (thousand)", "65 thousand")):
        thumb = page.get_by_role("slider", name=name)
        thumb.press("ArrowRight")
        expect(thumb).to_have_attribute("aria-valuetext", said)
    rate = page.locator("marimo-slider[data-steps]:not([data-steps='[]'])").get_by_role("slider")
    rate.first.press("ArrowRight")
    expect(rate.first).to_have_attribute("aria-valuetext", "0.005")
