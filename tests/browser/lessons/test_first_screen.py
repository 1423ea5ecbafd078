"""The first screen of every lesson: its question, and a widget whose one obvious button soon gives its reward."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from glassnet.lessons import LESSONS, Lesson
from glassnet.lessons.exercises import Prediction

from ...lessons.lesson_rules import exercises_of
from ..lesson_page import goto_lesson
from ..patience import PATIENCE_MS
from ..server import Server

pytestmark = pytest.mark.browser

REWARD_MS = 3_000


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_the_first_button_is_on_the_first_screen_and_gives_its_reward(
    new_page: Callable[..., Page], server: Server, lesson: Lesson
) -> None:
    page = new_page()
    goto_lesson(page, server, lesson.number)
    expect(page.get_by_text(lesson.question).first).to_be_in_viewport()
    widget = page.locator(".gn-root").first
    expect(widget).to_have_attribute("data-ready", "true", timeout=PATIENCE_MS)
    button = widget.locator(".gn-main:visible").first
    expect(button).to_be_in_viewport(ratio=1)
    assert widget.locator(".gn-main:visible").count() == 1
    before = widget.screenshot()
    button.click()
    page.wait_for_timeout(REWARD_MS)  # what the reader is promised, on a machine with nothing else to do
    assert widget.screenshot() != before


TEXT = """() => {
    const inside = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        if (node.tagName === "STYLE" || node.tagName === "SCRIPT") return "";
        const roots = node.shadowRoot ? [node.shadowRoot, node] : [node];
        return roots.flatMap((root) => [...root.childNodes].map(inside)).join("");
    };
    return inside(document.querySelector("#App"));
}"""
"""All text on the page, that of widgets included."""


def plain(question: str) -> str:
    """Return a question without the marks of its words."""
    return question.replace("*", "").replace("`", "")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_nothing_on_the_page_says_what_a_prediction_will_show(
    new_page: Callable[..., Page], server: Server, lesson: Lesson
) -> None:
    page = new_page()
    goto_lesson(page, server, lesson.number)
    page.get_by_role("heading", name="What to do next").wait_for()
    predictions = [one for one in exercises_of(lesson).values() if isinstance(one, Prediction)]
    assert predictions
    for one in predictions:  # its card is there, in a shadow root of its own
        page.wait_for_function(f"beginning => ({TEXT})().includes(beginning)", arg=plain(one.question)[:40])
    text = page.evaluate(TEXT)
    for one in predictions:
        assert one.run() not in text
