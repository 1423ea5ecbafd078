"""The home page in a real browser: where to start, what has been read, and a stranger's first two minutes."""

import json
import re
from collections.abc import Callable, Mapping
from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from glassnet.lessons import LESSONS

from ..lab_page import LabPage
from ..patience import PATIENCE_MS
from ..server import Server

pytestmark = pytest.mark.browser

TWO_MINUTES = 120
FIRST, SECOND = LESSONS[0], LESSONS[1]


def with_progress(new_page: Callable[..., Page], server: Server, saved: Mapping[str, object]) -> Page:
    """Return the home page of a reader whose browser remembers something."""
    page = new_page()
    page.add_init_script(f"localStorage.setItem('glassnet-progress', {json.dumps(json.dumps(saved))})")
    page.goto(server.url)
    return page


def sections(number: str) -> list[str]:
    lesson = next(lesson for lesson in LESSONS if lesson.number == number)
    return [heading.title for heading in lesson.headings if heading.level == 2]


def test_a_newcomer_is_told_where_to_start(page: Page, server: Server) -> None:
    page.goto(server.url)
    row = page.locator("li[data-next]")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Start here")
    expect(row).to_contain_text(FIRST.title)
    expect(page.locator("progress")).to_have_count(0)


def test_what_has_been_read_is_shown_and_the_button_goes_on(new_page: Callable[..., Page], server: Server) -> None:
    titles = sections(FIRST.number)
    saved: dict[str, object] = {FIRST.number: {"read": titles[:3], "last": titles[3]}}
    page = with_progress(new_page, server, saved)
    row = page.locator(f"li[data-lesson='{FIRST.number}']")
    expect(row).to_contain_text(f"Go on here. 4 of {len(titles)} sections read")
    assert row.locator("progress").evaluate("bar => [bar.value, bar.max]") == [4, len(titles)]
    button = page.locator("a.button")
    expect(button).to_have_text("Go on")
    expect(button).to_have_attribute("href", f"{server.url}/lessons/{FIRST.number}/")


def test_a_lesson_read_to_the_end_makes_the_next_one_next(new_page: Callable[..., Page], server: Server) -> None:
    titles = sections(FIRST.number)
    page = with_progress(new_page, server, {FIRST.number: {"read": titles[:-1], "last": titles[-1]}})
    expect(page.locator(f"li[data-lesson='{FIRST.number}']")).to_contain_text("Read to the end")
    row = page.locator("li[data-next]")
    expect(row).to_contain_text("Next. ")
    expect(row).to_contain_text(SECOND.title)
    expect(page.locator("[data-start-note]")).to_have_text(f"Lesson {SECOND.number}: {SECOND.title}.")


@pytest.mark.parametrize("junk", ["nonsense", "null", "[]", '{"00": 1}'])
def test_junk_in_the_browser_s_memory_is_forgotten(new_page: Callable[..., Page], server: Server, junk: str) -> None:
    page = new_page()
    page.add_init_script(f"localStorage.setItem('glassnet-progress', {json.dumps(junk)})")
    page.goto(server.url)
    expect(page.locator("li[data-next]")).to_contain_text("Start here")


def test_the_doors_open_with_the_keyboard(page: Page, server: Server) -> None:
    page.goto(server.url)
    for name, heading in (
        ("I want to learn", "The course, in order"),
        ("I teach", "For a room"),
        ("I build networks", "In Python"),
    ):
        page.get_by_role("link", name=name).press("Enter")
        expect(page.get_by_role("heading", name=heading)).to_be_in_viewport()


def test_a_stranger_changes_something_and_sees_why_within_two_minutes(page: Page, server: Server) -> None:
    begin = monotonic()
    page.goto(server.url)
    LabPage(page, server.url).wait(lambda data: int(data.get("step", 0)) > 20)
    page.get_by_role("link", name="Start here").click()
    box = page.locator(".gn-glass-box[data-ready='true']")
    expect(box).to_be_visible(timeout=PATIENCE_MS)
    box.get_by_role("button", name="Look inside").click()
    expect(box.locator(".gn-cells .gn-num")).to_have_count(64)
    before = box.get_attribute("data-answer")
    place = box.locator(".gn-sheet").bounding_box()
    assert place
    middle = place["x"] + place["width"] / 2
    page.mouse.move(middle, place["y"] + 0.2 * place["height"])  # a one
    page.mouse.down()
    page.mouse.move(middle, place["y"] + 0.8 * place["height"], steps=8)
    page.mouse.up()
    expect(box).to_have_attribute("data-answer", "1")
    assert before != "1"
    box.get_by_role("button", name=re.compile("^1: ")).click()
    box.get_by_role("button", name="sum z").click()
    expect(box.get_by_role("status", name="Explanation of this number")).to_contain_text("Why is dense_2.z[0, 1]")
    assert monotonic() - begin < TWO_MINUTES
