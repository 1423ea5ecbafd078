"""Lesson 09 in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ..lesson_page import WIDGETS, open_whole
from ..looks import LOOKS
from ..server import Server
from ..whole import axe_findings, unroll

pytestmark = pytest.mark.browser


@pytest.fixture
def lesson(shared: Callable[[str], Page]) -> Page:
    """The lesson, opened once for all: each test looks at another part of it."""
    return shared("09")


def lab(page: Page) -> Locator:
    return page.locator(".gn-root[data-ready='true']:has(.gn-settings)")


def shows(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible()


def wait_for_data(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, the widget's attributes that only a reply from Python sets."""
    page.wait_for_function(f"element => (data => {condition})(element.dataset)", arg=lab(page).element_handle())


def test_the_widget_plays_inside_the_lesson_and_the_text_reads_its_numbers(lesson: Page) -> None:
    begin = float(lab(lesson).get_attribute("data-loss") or "nan")
    lab(lesson).locator("button[name=play]").click()
    wait_for_data(lesson, f"Number(data.loss) < {begin / 2}")
    lab(lesson).locator("button[name=play]").click()
    wait_for_data(lesson, "data.playing === 'false'")
    shows(lesson, f"{int(lab(lesson).get_attribute('data-step') or '0'):,} updates")


def test_an_answer_gets_its_verdict(lesson: Page) -> None:
    card = lesson.get_by_role("region", name="Exercise 7", exact=True)
    answer = card.get_by_role("textbox", name="Your answer")
    for value, verdict in (("0.7", "You went uphill"), ("0.3", "Right.")):
        answer.fill(value)
        answer.press("Enter")
        expect(card.get_by_role("status")).to_contain_text(verdict)


def test_a_prediction_comes_before_the_picture(lesson: Page) -> None:
    shows(lesson, "Choose first")
    lesson.get_by_role("radio", name="much larger").check()
    shows(lesson, "With 0.1 the loss ends at")
    expect(lesson.get_by_text("Choose first")).to_have_count(0)


def test_the_past_can_be_looked_at_with_the_keyboard(lesson: Page) -> None:
    replay = lesson.get_by_role("region", name="Replay of a training")
    expect(replay).to_have_attribute("data-epoch", "5000")
    slider = replay.get_by_role("slider", name="Epoch")
    slider.focus()
    for key, epoch in (("ArrowLeft", "4000"), ("Home", "0")):
        slider.press(key)
        expect(replay).to_have_attribute("data-epoch", epoch)
    shows(lesson, "After epoch 0: loss")


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
    for number, answer, record in ((4, "underfitting", "nothing"), (5, "unstable training", "rate too high")):
        card = lesson.get_by_role("region", name=f"Exercise {number}", exact=True)
        card.get_by_role("radio", name=answer, exact=True).check()
        expect(card.get_by_role("status")).to_contain_text("Right.")
        expect(card.get_by_role("status")).to_contain_text(record)


BRIGHTEST = """element => {
    const canvas = document.createElement('canvas').getContext('2d');
    canvas.fillStyle = getComputedStyle(element).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
}"""


def test_a_dark_page_is_printed_in_black_on_white_with_its_pictures(lesson: Page) -> None:
    page = lesson
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body.dark")).to_have_count(1)
    assert page.get_by_role("button", name="Train both ways").evaluate(BRIGHTEST) < 80, "marimo's own buttons, too"
    page.emulate_media(media="print", color_scheme="dark")
    ink = "element => getComputedStyle(element).color"
    for place in ("h1", "#App p, #App .paragraph", "marimo-tex .katex", "pre code"):
        assert page.locator(place).first.evaluate(ink) == "rgb(0, 0, 0)", place
    assert page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(255, 255, 255)"
    drawn = page.locator("svg.glassnet-picture rect[width][height]").evaluate_all(
        "marks => marks.map(mark => mark.getBBox().height)"
    )
    assert len(drawn) > 100
    assert min(drawn) > 0


def test_reloaded_it_keeps_the_chosen_theme_and_past_its_header_is_the_way_home(page: Page, server: Server) -> None:
    open_whole(page, server, "09")
    page.get_by_label("Theme").select_option("dark")
    expect(page.locator("body.dark")).to_have_count(1)
    open_whole(page, server, "09")
    expect(page.locator("body.dark")).to_have_count(1)
    expect(page.get_by_label("Theme")).to_have_value("dark")
    page.get_by_role("link", name="Skip to content").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "main"
    page.get_by_role("banner").get_by_role("link", name="Glassnet").click()
    page.wait_for_url(f"{server.url}/")


@LOOKS
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: Server, theme: str, width: int
) -> None:
    settings = {"viewport": {"width": width, "height": 800}, "color_scheme": theme, "has_touch": width < 500}
    page = open_whole(new_page(**settings), server, "09")
    expect(page.locator(f"body.{theme}")).to_have_count(1)
    page.get_by_role("radio", name="much larger").check()
    page.get_by_role("radio", name="they move one step").check()
    page.get_by_role("radio", name="overfitting").first.check()
    for deep_dive in page.locator("summary", has_text="Deep dive").all():
        deep_dive.click()
    shows(page, "With 0.1 the loss ends at")
    shows(page, "Only fit makes steps")
    shows(page, "Then the two curves would separate")
    unroll(page, WIDGETS["09"])
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
