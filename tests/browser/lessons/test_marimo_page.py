"""What Glassnet's scripts and style sheets rely on in marimo's page; a failing test names what has changed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from glassnet.lessons.marimo_internals.outputs import CELL, FORMULA, OUTPUT, WIDGET_ELEMENT

from ..lesson_page import goto_lesson
from ..patience import PATIENCE_MS
from ..server import Server
from ..watch import Watch

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def sockets() -> list[str]:
    """The addresses of the lesson's sockets."""
    return []


@pytest.fixture(scope="module")
def lesson(browser: Browser, server: Server, sockets: list[str]) -> Iterator[Page]:
    """A lesson whose notebook has run, in a light theme."""
    watch, context = Watch(), browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    watch.over(context)
    page = context.new_page()
    page.on("websocket", lambda socket: sockets.append(socket.url))
    goto_lesson(page, server, "07")
    page.locator(f"#App {WIDGET_ELEMENT}").first.wait_for(state="attached", timeout=PATIENCE_MS)
    yield page
    context.close()
    watch.check()


def test_the_notebook_scrolls_in_an_element_named_app(lesson: Page) -> None:
    assert lesson.locator("#root #App").count() == 1
    assert lesson.evaluate("app => app.scrollHeight > app.clientHeight", lesson.locator("#App").element_handle())
    assert (
        lesson.evaluate("app => (app.scrollTop = 100, app.scrollTop)", lesson.locator("#App").element_handle()) == 100
    )


def test_cells_and_outputs_have_the_elements_that_the_text_has(lesson: Page) -> None:
    """Their classes, too: the text stands in the same ones, and so in the same place."""
    made = """([cell, output]) => {
        const classes = html => {
            const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
            const all = [element, ...element.querySelectorAll('*')];
            return all.map(one => '.' + [...one.classList].map(CSS.escape).join('.'));
        };
        return document.querySelectorAll('#App ' + classes(cell).join(' ') + ' ' + classes(output).join(' ')).length;
    }"""
    assert lesson.evaluate(made, [CELL, OUTPUT]) > 20


def test_an_output_area_has_a_child_as_soon_as_there_is_something_to_show(lesson: Page) -> None:
    filled = "[...document.querySelectorAll('#App .output-area')].filter(one => one.firstElementChild).length"
    assert lesson.evaluate(filled) > 20


@pytest.mark.parametrize("name", ["markdown", "paragraph", "codehilite", "codehilite-wrapper"])
def test_text_stands_in_the_classes_that_our_style_sheets_name(lesson: Page, name: str) -> None:
    assert lesson.locator(f"#App .{name}").count() > 0


def test_fonts_follow_marimo_s_variables(lesson: Page) -> None:
    for element in ("h1", "p, .paragraph"):
        font = "element => getComputedStyle(element).fontFamily"
        assert "system-ui" in lesson.locator(f"#App :is({element})").first.evaluate(font)


def test_a_formula_is_typeset_in_an_open_shadow_root(lesson: Page) -> None:
    typeset = "formulas => formulas.filter(one => one.shadowRoot?.querySelector('.katex')).length"
    assert lesson.locator(f"#App {FORMULA}").evaluate_all(typeset) >= 10


def test_a_symbol_s_mark_passes_the_typesetter_as_the_colour_of_a_dot(lesson: Page) -> None:
    """Its MathML half holds the name, its HTML half a rule without extent for each."""
    halves = """formulas => formulas.map(one => {
        const names = one.shadowRoot.querySelectorAll('mstyle[mathcolor^=symbol]');
        const rules = [...one.shadowRoot.querySelectorAll('.katex-html .katex-rule')];
        return [names.length, rules.filter(rule => rule.style.borderRightWidth === '0em').length];
    })"""
    found = [half for half in lesson.locator(f"#App {FORMULA}").evaluate_all(halves) if half[0]]
    assert found
    assert all(names == rules for names, rules in found)


def test_controls_live_in_open_shadow_roots_that_say_their_theme(lesson: Page) -> None:
    inside = "sliders => sliders.map(one => one.shadowRoot?.querySelectorAll('.light').length)"
    found = lesson.locator("#App marimo-slider").evaluate_all(inside)
    assert found
    assert all(found)


def test_controls_stand_in_an_element_of_their_own(lesson: Page) -> None:
    assert lesson.locator("#App marimo-ui-element marimo-slider").count() > 0


def test_the_page_asks_the_browser_for_its_theme_and_says_it_on_the_body(lesson: Page) -> None:
    for theme in ("dark", "light"):
        lesson.emulate_media(color_scheme=theme)
        lesson.wait_for_function("dark => document.body.classList.contains('dark') === dark", arg=theme == "dark")
        lesson.wait_for_function(
            "name => document.querySelector('#App marimo-slider').shadowRoot.querySelector('.' + name)", arg=theme
        )


def test_the_menu_that_is_hidden_is_a_button_with_a_popup(lesson: Page) -> None:
    assert lesson.locator('#App button[aria-haspopup="menu"]').count() == 1
    assert not lesson.locator('#App button[aria-haspopup="menu"]').is_visible()


def test_the_outline_that_is_hidden_is_fixed_at_the_right(lesson: Page) -> None:
    assert lesson.locator("#App .fixed.right-8").count() == 1
    assert not lesson.locator("#App .fixed.right-8").is_visible()


def test_the_notebook_speaks_over_one_socket_below_its_lesson(lesson: Page, server: Server, sockets: list[str]) -> None:
    assert len(sockets) == 1
    assert sockets[0].startswith(server.url.replace("http", "ws") + "/lessons/07/ws?")
