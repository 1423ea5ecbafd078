"""At 320 CSS pixels (a small phone, or a page zoomed to 400 %), nothing has to be scrolled sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

import glassnet as gn
from glassnet.app.code_page import ask_for_code

from ..example_widgets import example_of
from ..lab_page import LabPage
from ..server import Server
from ..widget_page import hosted

pytestmark = pytest.mark.browser

WIDTH = 320
NARROW = {"viewport": {"width": WIDTH, "height": 640}, "has_touch": True, "is_mobile": True}
WIDEST = "() => document.documentElement.scrollWidth"


@pytest.mark.parametrize("path", ["/", "/lab/", "/lab/#hidden=8-8-8-8"])
def test_a_page_fits(new_page: Callable[..., Page], server: Server, path: str) -> None:
    page = new_page(**NARROW)
    page.goto(server.url + path)
    lab = LabPage(page, server.url)
    lab.wait(lambda data: data.get("ready") == "true")
    assert page.evaluate(WIDEST) == WIDTH
    if path == "/lab/":
        lab.press("help")
        assert page.evaluate(WIDEST) == WIDTH


@pytest.mark.parametrize("number", ["05", "09"])
def test_a_lesson_fits(new_page: Callable[..., Page], server: Server, number: str) -> None:
    page = new_page(**NARROW)
    page.goto(f"{server.url}/lessons/{number}/")
    page.locator(".gn-root").first.wait_for()
    assert page.locator(".site-header").is_visible()
    assert page.evaluate(WIDEST) == WIDTH


@pytest.mark.parametrize("wrong", [False, True])
def test_the_page_for_the_access_code_fits(new_page: Callable[..., Page], wrong: bool) -> None:
    page = new_page(**NARROW)
    page.set_content(bytes(ask_for_code(wrong=wrong).body).decode())
    assert page.evaluate(WIDEST) == WIDTH


@pytest.mark.parametrize("name", gn.widgets.__all__)
def test_a_widget_fits(new_page: Callable[..., Page], name: str) -> None:
    page = new_page(**NARROW)
    with hosted(example_of(name)) as address:
        page.goto(address)
        page.locator(".gn-root[data-ready='true']").wait_for()
        assert page.evaluate(WIDEST) == WIDTH
        for tab in page.get_by_role("tab").all():
            tab.click()
            assert page.evaluate(WIDEST) == WIDTH
