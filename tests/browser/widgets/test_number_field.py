"""Numbers typed into an exercise, key by key, as people in many countries write them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from glassnet.lessons.exercises import Card, NumberExercise

from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser


def half(answer: float) -> Card:
    exercise = NumberExercise("Which number?", answer, 0.001, "That is it.", "Look again.", {12.5: "Far too much."})
    return Card(exercise, "50.1")


def typed(page: Page, text: str) -> Locator:
    """Type into the field, which is emptied first, and press Enter."""
    field = page.get_by_role("textbox", name="Your answer")
    field.press("ControlOrMeta+a")
    field.press("Delete")
    page.keyboard.type(text)
    field.press("Enter")
    return page.locator(".gn-verdict")


RIGHT = {
    1.5: ["1,5", "1.5", "3/2", "150 %", "15·10⁻¹", "15e-1", "√2,25", " 1,50 "],
    -5.0: ["−5", "-5", "–5", "−10/2", "-5,0"],
}
"""By answer, ways to type it; a minus is the true one, a hyphen or a dash."""


@pytest.mark.parametrize("answer", RIGHT)
def test_a_number_may_be_typed_in_many_ways(page: Page, answer: float) -> None:
    with hosted(half(answer)) as address:
        page.goto(address)
        page.locator(".gn-root[data-ready='true']").wait_for(timeout=PATIENCE_MS)
        for text in RIGHT[answer]:
            expect(typed(page, "7")).to_contain_text("Not yet.", timeout=PATIENCE_MS)
            expect(typed(page, text)).to_contain_text("Right.", timeout=PATIENCE_MS)
            expect(page.get_by_role("textbox", name="Your answer")).to_have_value(text)


def test_what_is_wrong_or_no_number_is_told_so(page: Page) -> None:
    with hosted(half(1.5)) as address:
        page.goto(address)
        page.locator(".gn-root[data-ready='true']").wait_for(timeout=PATIENCE_MS)
        expect(typed(page, "12,5")).to_contain_text("Far too much.", timeout=PATIENCE_MS)
        expect(typed(page, "−1,5")).to_contain_text("sign", timeout=PATIENCE_MS)
        expect(typed(page, "15")).to_contain_text("point", timeout=PATIENCE_MS)
        field = page.get_by_role("textbox", name="Your answer")
        field.hover()
        page.mouse.wheel(0, -300)
        expect(field).to_have_value("15")
        typed(page, "one and a half")
        expect(page.locator(".gn-root")).to_contain_text("number", timeout=PATIENCE_MS)
