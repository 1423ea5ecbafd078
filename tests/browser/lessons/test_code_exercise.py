"""Code that is written and run on a lesson's page: keyboard, errors, hints, reload, and pages without a key."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from glassnet.lessons.exercises import Book, Card, CodeExercise
from glassnet.lessons.exercises.own_code.key import allow_code, code_key

from ..lesson_page import goto_lesson
from ..patience import PATIENCE_MS
from ..server import Server
from ..widget_page import hosted

pytestmark = pytest.mark.browser

DOUBLE = CodeExercise(
    "Double x.",
    lambda x: 2 * x,
    "return 2 * x",
    [(np.array([1.0, 3.0]),)],
    ("Multiply.",),
    "All agree.",
    skeleton="return x",
)
PHONE = {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def mine(x: float) -> float:
    return x


@contextmanager
def card_on(page: Page, editor: str, *, allowed: bool = True) -> Iterator[Locator]:
    """The exercise on a page of its own, with the address of an editor."""
    allow_code(allowed=allowed)
    page.add_init_script(f"window.glassnet = {{ code: {{ key: '{code_key()}', editor: '{editor}' }} }}")
    try:
        with hosted(Card(DOUBLE, "06.1", Book(None), start=mine)) as address:
            page.goto(address)
            yield page.get_by_role("region", name="Exercise 1")
    finally:
        allow_code(allowed=False)


def verdict(card: Locator) -> Locator:
    return card.get_by_role("status")


def editor_in(card: Locator) -> Locator:
    card.locator("[data-editor=ready]").wait_for()
    return card.get_by_role("textbox", name="Your code")


def findings(page: Page) -> list[str]:
    response = Axe().run(page).response
    assert len(response["passes"]) > 10
    return [f"{found['id']}: {node['html'][:200]}" for found in response["violations"] for node in found["nodes"]]


@pytest.mark.parametrize("settings", [{"color_scheme": "light"}, PHONE], ids=["desk", "phone"])
def test_a_function_is_written_run_and_kept(new_page: Callable[..., Page], settings: dict[str, object]) -> None:
    page = new_page(**settings)
    with card_on(page, "./code_editor.js") as card:
        editor = editor_in(card)
        editor.press("ControlOrMeta+a")
        page.keyboard.type("def mine(x):\nprint('seen', x)\nreturn 2 * x")  # the editor indents by itself
        page.keyboard.press("ControlOrMeta+Enter")
        expect(verdict(card)).to_contain_text("Right. All agree.", timeout=PATIENCE_MS)
        expect(card.get_by_label("What your code printed")).to_have_text("seen [1. 3.]\n")
        editor.press("ControlOrMeta+a")
        page.keyboard.type("def mine(x):\nreturn xx")
        card.get_by_role("button", name="Run", exact=True).click()
        expect(verdict(card)).to_contain_text("Line 2: NameError: name 'xx' is not defined", timeout=PATIENCE_MS)
        expect(card.locator(".gn-wrong-line")).to_have_text("    return xx")
        expect(card).to_contain_text("Hint 1: Multiply.")
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.reload()
        editor = editor_in(card)
        expect(editor).to_contain_text("return xx")  # what was typed outlives a reload
        card.get_by_role("button", name="Reset").click()
        expect(editor).to_contain_text("def mine(x: float) -> float:")
        expect(editor).to_be_focused()


def test_tab_indents_and_after_escape_it_leaves(page: Page) -> None:
    with card_on(page, "./code_editor.js") as card:
        editor = editor_in(card)
        editor.press("ControlOrMeta+Home")
        page.keyboard.press("Tab")
        expect(editor).to_contain_text("    def mine")
        expect(editor).to_be_focused()
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
        expect(card.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_without_the_editor_a_plain_field_does(page: Page) -> None:
    with card_on(page, "") as card:
        field = card.get_by_role("textbox", name="Your code")
        expect(field).to_have_value("def mine(x: float) -> float:\n    return x\n")
        field.fill("def mine(x):\n    return x * x\n")
        field.press("Control+Enter")
        expect(verdict(card)).to_contain_text("Case 1: element [0] is 1, expected 2.", timeout=PATIENCE_MS)
        field.fill("def mine(x):\n    return 2 * x\n")
        card.get_by_role("button", name="Run", exact=True).click()
        expect(verdict(card)).to_contain_text("Right. All agree.", timeout=PATIENCE_MS)


def test_a_page_of_an_earlier_server_has_no_key_any_more(page: Page) -> None:
    with card_on(page, "") as card:
        card.get_by_role("textbox", name="Your code").wait_for()
        allow_code(allowed=True)  # as a new start does
        card.get_by_role("button", name="Run", exact=True).click()
        expect(card.get_by_role("alert")).to_contain_text("Reload the page", timeout=PATIENCE_MS)
        expect(verdict(card)).to_be_empty()


def test_where_code_may_not_run_the_card_names_the_two_ways(page: Page) -> None:
    with card_on(page, "", allowed=False) as card:
        expect(card).to_contain_text("glassnet edit 06")
        expect(card.get_by_role("textbox")).to_have_count(0)
        card.get_by_text("Solution", exact=True).click()
        expect(card.get_by_text("return 2 * x")).to_be_visible()


def test_on_a_lessons_own_page_code_runs_in_the_editor(page: Page, server: Server) -> None:
    goto_lesson(page, server, "07")
    card = page.get_by_role("region", name="Exercise").filter(has_text="my_step")
    card.scroll_into_view_if_needed()
    editor = editor_in(card)
    editor.press("ControlOrMeta+a")
    page.keyboard.type(
        "def my_step(weight, velocity, gradient, rate, beta):\nvelocity = beta * velocity + gradient\n"
        "return weight - rate * velocity, velocity"
    )
    page.keyboard.press("ControlOrMeta+Enter")
    expect(verdict(card)).to_contain_text("Right.", timeout=PATIENCE_MS)
