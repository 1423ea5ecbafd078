"""Lesson 09 in a real browser."""

from collections.abc import Callable
from time import monotonic

import pytest
from playwright.sync_api import Locator, Page, expect

from ..lesson_page import goto_lesson
from ..looks import LOOKS
from ..server import Server
from ..whole import axe_findings, unroll

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000  # for a busy machine; the times measured are recorded as properties of the first test
WIDGETS = 12  # the Lab, the training monitor and ten exercises


def open_lesson(page: Page, server: Server) -> Page:
    goto_lesson(page, server, "09")
    page.get_by_role("heading", name="The training loop", level=1).wait_for(timeout=PATIENCE_MS)
    page.get_by_role("heading", name="What to do next").wait_for(timeout=PATIENCE_MS)
    lab(page).wait_for(timeout=PATIENCE_MS)
    return page


@pytest.fixture
def lesson(page: Page, server: Server) -> Page:
    return open_lesson(page, server)


def lab(page: Page) -> Locator:
    return page.locator(".gn-root[data-ready='true']:has(.gn-settings)")


def shows(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE_MS)


def wait_for_data(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, the widget's attributes that only a reply from Python sets."""
    page.wait_for_function(
        f"element => (data => {condition})(element.dataset)", arg=lab(page).element_handle(), timeout=PATIENCE_MS
    )


def test_it_is_readable_soon(page: Page, server: Server, record_property: Callable[[str, object], None]) -> None:
    for visit in ("first", "second"):
        begin = monotonic()
        page.goto(f"{server.url}/lessons/09/")
        page.get_by_role("heading", name="The training loop", level=1).wait_for(timeout=PATIENCE_MS)
        record_property(f"readable_after_s_{visit}", round(monotonic() - begin, 2))
        page.get_by_role("heading", name="What to do next").wait_for(timeout=PATIENCE_MS)
        record_property(f"complete_after_s_{visit}", round(monotonic() - begin, 2))


def test_the_widget_plays_inside_the_lesson_and_the_text_reads_its_numbers(lesson: Page) -> None:
    begin = float(lab(lesson).get_attribute("data-loss") or "nan")
    lab(lesson).locator("button[name=play]").click()
    wait_for_data(lesson, f"Number(data.loss) < {begin / 2}")
    lab(lesson).locator("button[name=play]").click()
    wait_for_data(lesson, "data.playing === 'false'")
    shows(lesson, f"{int(lab(lesson).get_attribute('data-step') or '0'):,} updates")


def test_an_answer_gets_its_verdict(lesson: Page) -> None:
    card = lesson.get_by_role("region", name="Exercise 7", exact=True)
    answer = card.get_by_role("spinbutton", name="Your answer")
    for value, verdict in (("0.7", "You went uphill"), ("0.3", "Right.")):
        answer.fill(value)
        answer.press("Enter")
        expect(card.get_by_role("status")).to_contain_text(verdict, timeout=PATIENCE_MS)


def test_a_prediction_comes_before_the_picture(lesson: Page) -> None:
    shows(lesson, "Choose first")
    lesson.get_by_role("radio", name="much larger").check()
    shows(lesson, "With the average the loss ends at")
    expect(lesson.get_by_text("Choose first")).to_have_count(0)


def test_the_past_can_be_looked_at_with_the_keyboard(lesson: Page) -> None:
    shows(lesson, "After epoch 5,000")
    slider = lesson.get_by_role("slider", name="Epoch")
    slider.focus()
    for key, epoch in (("ArrowLeft", "2,000"), ("Home", "0")):
        slider.press(key)
        shows(lesson, f"After epoch {epoch}: loss")


def test_it_can_be_reloaded_and_keeps_the_chosen_theme(lesson: Page, server: Server) -> None:
    for choice in ("dark", "light"):
        lesson.get_by_label("Theme").select_option(choice)
        expect(lesson.locator(f"body.{choice}")).to_have_count(1)
        open_lesson(lesson, server)
        expect(lesson.locator(f"body.{choice}")).to_have_count(1)
        expect(lesson.get_by_label("Theme")).to_have_value(choice)


def test_digits_are_read_judged_and_shown(lesson: Page) -> None:
    shows(lesson, "of the 360 test pictures are read right")
    table = lesson.locator("table.glassnet-confusion")
    expect(table.locator("tbody tr")).to_have_count(10)
    counts = [int(cell) for cell in table.locator("tbody td").all_inner_texts()]
    assert (len(counts), sum(counts)) == (100, 360)
    mistakes = lesson.locator("figcaption", has_text="said")
    assert mistakes.count() == 8
    expect(lesson.get_by_role("button", name="Load MNIST")).to_have_count(1)


def test_a_patient_is_diagnosed_and_its_record_read(lesson: Page) -> None:
    for number, answer, record in ((4, "underfitting", "nothing"), (5, "unstable training", "dying relu")):
        card = lesson.get_by_role("region", name=f"Exercise {number}", exact=True)
        card.get_by_role("radio", name=answer, exact=True).check()
        expect(card.get_by_role("status")).to_contain_text("Right.", timeout=PATIENCE_MS)
        expect(card.get_by_role("status")).to_contain_text(record)


def test_past_the_header_and_home_again(lesson: Page, server: Server) -> None:
    lesson.get_by_role("link", name="Skip to the content").focus()
    lesson.keyboard.press("Enter")
    assert lesson.evaluate("document.activeElement.getAttribute('role')") == "main"
    lesson.get_by_role("banner").get_by_role("link", name="Glassnet").click()
    lesson.wait_for_url(f"{server.url}/")


def test_a_dark_page_is_printed_in_black_on_white_with_its_pictures(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = open_lesson(new_page(color_scheme="dark"), server)
    page.emulate_media(media="print")
    ink = "element => getComputedStyle(element).color"
    for place in ("h1", "#App p, #App .paragraph", "marimo-tex .katex", "pre code"):
        assert page.locator(place).first.evaluate(ink) == "rgb(0, 0, 0)", place
    assert page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(255, 255, 255)"
    drawn = page.locator("svg.glassnet-picture rect[width][height]").evaluate_all(
        "marks => marks.map(mark => mark.getBBox().height)"
    )
    assert len(drawn) > 100
    assert min(drawn) > 0


@LOOKS
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: Server, theme: str, width: int
) -> None:
    page = open_lesson(
        new_page(viewport={"width": width, "height": 800}, color_scheme=theme, has_touch=width < 500), server
    )
    expect(page.locator(f"body.{theme}")).to_have_count(1)
    page.get_by_role("radio", name="much larger").check()
    page.get_by_role("radio", name="they move one step").check()
    page.get_by_role("radio", name="overfitting").first.check()
    for deep_dive in page.locator("summary", has_text="Deep dive").all():
        deep_dive.click()
    shows(page, "With the average the loss ends at")
    shows(page, "Only fit makes steps")
    shows(page, "Then the two curves would part")
    unroll(page, WIDGETS)
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
