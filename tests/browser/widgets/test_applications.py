"""The glass box and the seven applications in a real browser: each control, keyboard, touch, small screens."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

import glassnet as gn

from ...strokes import DIGITS
from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 320, "height": 800}, "has_touch": True, "is_mobile": True}
NAMES = ("digits", "sentences", "waves", "ratings", "maze", "sounds", "customers")


def opened(page: Page, address: str) -> Locator:
    page.goto(address)
    widget = page.locator(".gn-root[data-ready='true']")
    expect(widget).to_be_visible(timeout=PATIENCE_MS)
    return widget


def has(widget: Locator, name: str, value: str) -> None:
    expect(widget).to_have_attribute(f"data-{name}", value, timeout=PATIENCE_MS)


def value(widget: Locator, name: str) -> float:
    return float(widget.get_attribute(f"data-{name}") or "nan")


def train(widget: Locator) -> None:
    widget.get_by_role("button", name="Train", exact=True).click()
    has(widget, "trained", "true")


def draw(page: Page, sheet: Locator, digit: int) -> None:
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    for points in DIGITS[digit]:
        page.mouse.move(box["x"] + points[0][0] * box["width"], box["y"] + points[0][1] * box["height"])
        page.mouse.down()
        for x, y in points[1:]:
            page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=3)
        page.mouse.up()


def axe_findings(page: Page) -> list[str]:
    found = Axe().run(page, context=".gn-root").response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_one_click_makes_the_walls_glass_and_another_closes_the_box(page: Page) -> None:
    with hosted(gn.widgets.GlassBox()) as address:
        box = opened(page, address)
        cover = box.locator(".gn-cover")
        expect(cover).to_be_visible()
        has(box, "answer", box.get_attribute("data-truth") or "")
        assert box.locator(".gn-inside").evaluate("element => element.inert")
        box.get_by_role("button", name="Look inside").press("Enter")
        expect(cover).not_to_be_visible()
        expect(box.locator(".gn-neuron")).to_have_count(12)
        expect(box.locator(".gn-cells .gn-num")).to_have_count(64)
        box.get_by_role("button", name="Close the box").click()
        expect(cover).to_be_visible()
        expect(box.locator(".gn-cells")).not_to_be_visible()


def test_every_kind_of_number_can_be_clicked_for_its_arithmetic(page: Page) -> None:
    with hosted(gn.widgets.GlassBox()) as address:
        box = opened(page, address)
        box.get_by_role("button", name="Look inside").click()
        why = box.get_by_role("status", name="Explanation of this number")
        box.get_by_role("button", name="Hidden neuron 4:").click()
        has(box, "chosen", "dense_1[3]")
        box.get_by_role("button", name="sum z").click()
        has(box, "explained", "dense_1.z[0, 3]")
        expect(why).to_contain_text("data.x[0, i] · weight[i, 3] + bias[3]")
        box.get_by_role("button", name="row 3, column 5 =").press("Enter")
        has(box, "explained", "dense_1.weight[20, 3]")
        why.get_by_role("button", name="computed in step").click()
        has(box, "explained", "dense_1.weight_after[20, 3]")
        box.get_by_label("In each field").select_option("inputs")
        box.get_by_role("button", name="row 3, column 5 =").click()
        has(box, "explained", "data.x[0, 20]")
        box.get_by_role("button", name=re.compile("^7: ")).click()
        has(box, "chosen", "dense_2[7]")
        expect(box.locator(".gn-cells .gn-num")).to_have_count(12)
        box.get_by_role("button", name="passed on").click()
        has(box, "explained", "dense_2.a[0, 7]")
        expect(why).to_contain_text("exp(z[0, 7]")
        box.get_by_label("In each field").select_option("products")
        expect(box.locator(".gn-cells")).to_have_attribute("aria-label", "weight × what comes in")


def test_a_digit_is_drawn_with_the_mouse_and_read(page: Page) -> None:
    with hosted(gn.widgets.GlassBox()) as address:
        box = opened(page, address)
        draw(page, box.locator(".gn-sheet"), 2)
        has(box, "answer", "2")
        has(box, "truth", "")
        box.get_by_role("button", name="Clear the sheet").click()
        has(box, "answer", "")
        expect(box.get_by_text("The sheet is empty")).to_be_visible()
        box.get_by_role("button", name="Another digit").click()
        expect(box).not_to_have_attribute("data-truth", "", timeout=PATIENCE_MS)


def test_a_digit_is_drawn_with_the_keyboard_and_with_a_finger(new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE)
    with hosted(gn.widgets.GlassBox()) as address:
        box = opened(page, address)
        pen = box.locator("button[name=pen-place]")
        for _ in range(8):
            pen.press("ArrowUp")
        for _ in range(16):
            pen.press("Shift+ArrowDown")
        has(box, "answer", "1")
        before = box.get_attribute("data-answer")
        box.get_by_role("button", name="Clear the sheet").tap()
        has(box, "answer", "")
        box.locator(".gn-sheet").tap()
        expect(box).not_to_have_attribute("data-answer", "", timeout=PATIENCE_MS)
        box.get_by_role("button", name="Look inside").tap()
        box.locator(".gn-neuron").nth(11).tap()
        has(box, "chosen", "dense_1[11]")
        assert before == "1"


@pytest.mark.parametrize("name", NAMES)
def test_it_trains_before_the_readers_eyes_stops_and_starts_again(page: Page, name: str) -> None:
    with hosted(gn.widgets.Application(name)) as address:
        widget = opened(page, address)
        expect(widget.get_by_text("Not trained yet")).to_be_visible()
        button = widget.locator("button[name=train]")
        button.press("Enter")
        expect(button).to_have_text("Stop")
        expect(widget).not_to_have_attribute(
            "data-done", "0", timeout=PATIENCE_MS
        )  # stopped before, it was never begun
        button.press("Enter")
        expect(button).to_have_text("Continue")
        button.click()
        has(widget, "trained", "true")
        assert value(widget, "seconds") > 0
        expect(widget.get_by_text("Now use it:")).to_be_visible()
        expect(button).to_have_text("Train again")
        button.click()
        expect(button).to_have_text("Stop")
        has(widget, "trained", "true")


def test_digits_change_their_reading_while_the_network_learns(page: Page) -> None:
    with hosted(gn.widgets.Application("digits")) as address:
        widget = opened(page, address)
        draw(page, widget.locator(".gn-sheet"), 3)
        train(widget)
        has(widget, "answer", "3")
        expect(widget.locator(".gn-shares li[data-most=true]")).to_contain_text("3")
        widget.get_by_role("button", name="Clear the sheet").click()
        has(widget, "answer", "")


def test_a_sentence_is_judged_while_it_is_typed(page: Page) -> None:
    with hosted(gn.widgets.Application("sentences")) as address:
        widget = opened(page, address)
        train(widget)
        field = widget.get_by_label("Your sentence")
        field.fill("what a lovely day")
        expect(widget.get_by_text("Friendly:")).to_be_visible()
        field.fill("the zyzzyva was not good")
        expect(widget.get_by_text("It has never seen “zyzzyva”.")).to_be_visible()
        expect(widget.locator("li[data-known=false]")).to_have_count(1)
        widget.get_by_role("button", name="not bad").click()
        expect(widget.get_by_text("Friendly:")).to_be_visible()
        field.fill("")
        expect(widget.get_by_text("Write a sentence.")).to_be_visible()


def test_a_wave_is_shaped_with_keys_by_dragging_and_from_the_list(page: Page) -> None:
    with hosted(gn.widgets.Application("waves")) as address:
        widget = opened(page, address)
        train(widget)
        before = widget.get_attribute("data-forecast")
        point = widget.get_by_role("button", name="Point 9 of your wave")
        point.press("Shift+ArrowUp")
        expect(widget).not_to_have_attribute("data-forecast", before or "", timeout=PATIENCE_MS)
        moved = widget.get_attribute("data-forecast")
        box = point.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60, steps=4)
        page.mouse.up()
        expect(widget).not_to_have_attribute("data-forecast", moved or "", timeout=PATIENCE_MS)
        widget.get_by_label("Begin with").select_option("flat")
        expect(widget.get_by_role("button", name="Point 1 of your wave, height 0.0")).to_be_visible()


def test_stars_bring_a_recommendation(page: Page) -> None:
    with hosted(gn.widgets.Application("ratings")) as address:
        widget = opened(page, address)
        train(widget)
        widget.get_by_label("Your stars for Space Pirates").select_option("5")
        has(widget, "rated", "1")
        widget.get_by_label("Your stars for Letters in Spring").select_option("1")
        has(widget, "rated", "2")
        expect(widget.get_by_text("From your 2 ratings, it recommends")).to_be_visible()
        expect(widget.locator("tr[data-best=true]")).to_have_count(1)
        expected = [float(stars) for stars in (widget.get_attribute("data-expected") or "").split()]
        assert min(expected[1:4]) > max(expected[5:8])


def test_a_changed_maze_is_learnt_anew(page: Page) -> None:
    with hosted(gn.widgets.Application("maze")) as address:
        widget = opened(page, address)
        train(widget)
        has(widget, "arrived", "true")
        has(widget, "steps", "8")
        cell = widget.get_by_role("button", name="Row 2, column 4: floor")
        cell.press("Enter")
        has(widget, "attempts", "0")
        expect(widget.get_by_role("button", name="Row 2, column 4: wall")).to_be_visible()
        has(widget, "done", "0")
        train(widget)
        has(widget, "arrived", "true")
        widget.get_by_role("button", name="Row 2, column 4: wall").click()
        expect(widget.get_by_role("button", name="Row 2, column 4: pit")).to_be_visible()
        expect(widget.get_by_role("button", name="Row 1, column 1: start")).to_be_disabled()


RECORDING = """samples => {
    navigator.mediaDevices.getUserMedia = async () => {
        const context = new AudioContext();
        const tone = new OscillatorNode(context, { frequency: 1100 });
        const end = context.createMediaStreamDestination();
        tone.connect(end);
        tone.start();
        await context.resume();
        return end.stream;
    };
}"""


def test_sounds_are_made_played_and_recorded(page: Page) -> None:
    with hosted(gn.widgets.Application("sounds")) as address:
        widget = opened(page, address)
        train(widget)
        for kind in ("tone", "chord", "vowel"):
            widget.get_by_role("button", name=f"A {kind}").click()
            has(widget, "which", kind)
        widget.get_by_role("button", name="Play").click()
        has(widget, "playing", "true")
        has(widget, "playing", "false")
        page.evaluate(RECORDING)
        record = widget.locator("button[name=record]")
        record.click()
        has(widget, "recording", "true")
        page.wait_for_timeout(1200)  # a second of sound takes a second
        record.click()
        has(widget, "which", "own")
        has(widget, "heard", "tone")


DENIED = """() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
}"""


def test_a_denied_microphone_is_explained(page: Page) -> None:
    with hosted(gn.widgets.Application("sounds")) as address:
        widget = opened(page, address)
        has(widget, "which", "vowel")
        page.evaluate(DENIED)
        widget.get_by_role("button", name="Record").click()
        expect(widget.get_by_role("alert")).to_contain_text("Access to the microphone was denied")


def test_customers_are_grouped_and_the_reader_is_one_of_them(page: Page) -> None:
    with hosted(gn.widgets.Application("customers")) as address:
        widget = opened(page, address)
        train(widget)
        has(widget, "groups", "4")
        slider = widget.get_by_role("slider", name="Groups")
        slider.press("ArrowLeft")
        has(widget, "groups", "3")
        expect(widget.locator("tbody tr")).to_have_count(3)
        slider.press("End")
        has(widget, "groups", "6")
        slider.press("Home")
        has(widget, "groups", "2")
        slider.press("ArrowRight")
        slider.press("ArrowRight")
        has(widget, "groups", "4")
        before = widget.get_by_role("img", name="Map of 300 customers").get_attribute("aria-label")
        group = widget.get_attribute("data-group")
        for name, key in (("visits a month", "End"), ("euros a visit", "Home"), ("share bought online", "Home")):
            widget.get_by_role("slider", name=name).press(key)
        expect(widget).not_to_have_attribute("data-group", group or "", timeout=PATIENCE_MS)
        assert "you are the square" in (before or "")


def test_readers_who_prefer_reduced_motion_get_the_result_at_once(new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce")
    with hosted(gn.widgets.Application("waves")) as address:
        widget = opened(page, address)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.post_data or ""))
        train(widget)
        assert len([one for one in asked if '"train"' in one]) == 1


@pytest.mark.parametrize("name", ["box", *NAMES])
def test_nothing_scrolls_sideways_on_a_phone_and_axe_finds_nothing(new_page: Callable[..., Page], name: str) -> None:
    with hosted(gn.widgets.GlassBox() if name == "box" else gn.widgets.Application(name)) as address:
        for scheme, colors in (("light", "none"), ("dark", "none"), ("light", "active")):
            page = new_page(**PHONE, color_scheme=scheme, forced_colors=colors)
            widget = opened(page, address)
            if name == "box":
                widget.get_by_role("button", name="Look inside").click()
                expect(widget.locator(".gn-cover")).not_to_be_visible()
            elif widget.get_by_role("button", name="Train", exact=True).count():
                train(widget)
            assert page.evaluate("document.documentElement.scrollWidth") == 320
            assert axe_findings(page) == []
            page.close()
