"""Lessons 06 and 07 in a real browser: their frame, their exercises and their widgets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

import glassnet as gn

from ..lesson_page import WIDGETS, open_whole, wait_for_whole
from ..looks import LOOKS
from ..server import Server
from ..whole import axe_findings, unroll
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NUMBERS = ("06", "07")


def exercise(page: Page, number: int) -> Locator:
    return page.get_by_role("region", name=f"Exercise {number}", exact=True)


def verdict(card: Locator) -> Locator:
    return card.locator(".gn-verdict")


def wait_for(widget: Locator, name: str, condition: str) -> str:
    """Wait until one of the widget's attributes, which only Python's replies set, fulfils a condition on `value`."""
    script = f"(element) => (value => value !== undefined && ({condition}))(element.dataset.{name})"
    widget.page.wait_for_function(script, arg=widget.element_handle(), timeout=PATIENCE_MS)
    return str(widget.evaluate(f"element => element.dataset.{name}"))


@pytest.mark.parametrize("number", NUMBERS)
@LOOKS
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: Server, number: str, theme: str, width: int
) -> None:
    settings = {} if width > 500 else PHONE
    page = open_whole(new_page(color_scheme=theme, **settings), server, number)
    page.get_by_text("Contents", exact=True).click()
    for tab in page.get_by_role("tab").all():
        tab.click()
    page.get_by_role("tab").first.click()
    unroll(page, WIDGETS[number])
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
    if "has_touch" in settings:
        check_that_fingers_have_room(page)


def check_that_fingers_have_room(page: Page) -> None:
    pressed = page.locator(
        ".gn-root button, .gn-root select, .gn-root input[type=range], .lesson-bar button, .lesson-bar a"
    )
    seen = [one.bounding_box() for one in pressed.all() if one.is_visible()]
    assert len(seen) > 15
    assert [box for box in seen if box and box["height"] < 43.5] == []


def test_the_frame_leads_on_back_and_into_the_text(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "06")
    bar = page.get_by_role("navigation", name="This lesson")
    expect(bar).to_contain_text("Lesson 06 · about")
    bar.get_by_text("Contents", exact=True).click()
    bar.get_by_role("button", name="A loss of your own").click()
    expect(page.get_by_role("heading", name="A loss of your own")).to_be_in_viewport(timeout=PATIENCE_MS)
    expect(page.get_by_role("heading", name="A loss of your own")).to_be_focused()
    bar.get_by_text("Edit", exact=True).click()
    expect(bar.get_by_text("glassnet edit 06")).to_be_visible()
    with page.expect_download() as download:
        bar.get_by_role("link", name="Download as a Jupyter notebook").click()
    assert download.value.suggested_filename == "lesson_06_measuring_success.ipynb"
    page.keyboard.press("Escape")
    bar.get_by_role("link", name="07 Gradient descent").click()
    page.wait_for_url(f"{server.url}/lessons/07/")
    expect(page.get_by_role("link", name="← 06 Measuring success: loss")).to_be_visible(timeout=PATIENCE_MS)


def test_after_a_reload_the_reader_can_continue_where_they_stopped(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = open_whole(new_page(), server, "07")
    page.get_by_role("heading", name="Momentum").scroll_into_view_if_needed()
    page.mouse.move(600, 500)
    page.mouse.wheel(0, 400)
    page.wait_for_function("() => JSON.parse(localStorage.getItem('glassnet-progress') ?? '{}')['07']?.last")
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => JSON.parse(localStorage.getItem('glassnet-progress'))['07'].read.length > 0")
    page.reload()
    wait_for_whole(page, "07")
    again = page.get_by_role("navigation", name="This lesson").get_by_role("button", name="Continue at")
    again.click()
    expect(again).to_be_hidden()
    page.get_by_text("Contents", exact=True).click()
    assert page.locator(".lesson-bar li[data-read]").count() >= 1


def test_a_number_a_choice_an_order_and_a_place_get_their_verdicts(shared: Callable[[str], Page]) -> None:
    page = shared("06")
    number = exercise(page, 2)
    for value, said in (("13", "Not yet. That is the sum"), ("6.5", "Right.")):
        number.get_by_role("textbox", name="Your answer").fill(value)
        number.get_by_role("button", name="Check").click()
        expect(verdict(number)).to_contain_text(said, timeout=PATIENCE_MS)
    prediction = exercise(page, 4)
    expect(prediction).not_to_contain_text("Just fitted")
    prediction.get_by_role("radio", name="absolute error").check()
    expect(verdict(prediction)).to_contain_text("Not yet.", timeout=PATIENCE_MS)
    expect(verdict(prediction)).to_contain_text("Just fitted: slope 0.22")
    order = exercise(page, 6)
    order.get_by_role("button", name="Check").click()
    expect(verdict(order)).to_contain_text("comes too early", timeout=PATIENCE_MS)
    for thing, times in (("0.99", 2), ("0.7", 3), ("0.5", 0)):
        for _ in range(times):
            order.get_by_role("button", name=f"Move “{thing}").and_(order.locator("[name=earlier]")).click()
    order.get_by_role("button", name="Move “0.3").and_(order.locator("[name=earlier]")).click()
    order.get_by_role("button", name="Check").click()
    expect(verdict(order)).to_contain_text("Right.", timeout=PATIENCE_MS)
    place = exercise(page, 3)
    mark = place.get_by_role("button", name="Mark at")
    for _ in range(25):
        mark.press("ArrowLeft")
    place.get_by_role("button", name="Check").click()
    expect(verdict(place)).to_contain_text("Right.", timeout=PATIENCE_MS)


def test_the_loss_explorer_answers_slider_key_and_drag(page: Page) -> None:
    with hosted(gn.widgets.LossExplorer()) as address:
        page.goto(address)
        explorer = page.get_by_role("region", name="Loss explorer")
        begin = float(wait_for(explorer, "loss", "true"))
        explorer.locator("input[name=truth]").fill("-1")
        assert float(wait_for(explorer, "loss", f"value !== '{begin}'")) == 0
        explorer.get_by_role("button", name="Prediction").press("ArrowRight")
        assert float(wait_for(explorer, "at", "Number(value) > -1")) == pytest.approx(-0.88)
        explorer.locator("select[name=family]").select_option("score")
        expect(explorer.locator("tbody tr:visible")).to_have_count(3)
        explorer.get_by_role("checkbox", name="perceptron").check()
        expect(explorer.locator("tbody tr:visible")).to_have_count(4)
        explorer.get_by_role("tab", name="Curves").press("ArrowRight")
        slopes = wait_for(explorer, "slopes", "true")
        explorer.get_by_role("button", name="Make the last point an outlier").click()
        moved = wait_for(explorer, "slopes", f"value !== '{slopes}'").split()
        assert float(moved[0]) < float(moved[1])
        explorer.get_by_role("tab", name="Outliers").press("ArrowRight")
        explorer.get_by_role("button", name="One step").click()
        assert wait_for(explorer, "steps", "value === '1'")
        explorer.get_by_role("button", name="Roll").click()
        assert float(wait_for(explorer, "ballLoss", "Number(value) < 0.05")) > 0.03
        explorer.locator("select[name=model]").select_option("class_squared")
        wait_for(explorer, "ballLoss", "Number(value) > 0.6")
        ball = explorer.get_by_role("button", name="Ball at")
        box = ball.bounding_box()
        assert box
        before = explorer.get_attribute("data-ball")
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + 90, box["y"] + 60, steps=4)
        page.mouse.up()
        wait_for(explorer, "ball", f"value !== '{before}'")


def test_a_loss_of_ones_own_is_read_refused_and_trained(shared: Callable[[str], Page]) -> None:
    page = shared("06")
    custom = page.get_by_role("region", name="Custom loss")
    formula = custom.get_by_role("textbox", name="Loss for a prediction")
    formula.fill("abs(p - t")
    formula.press("Enter")
    expect(custom.get_by_role("alert")).to_contain_text("expected ')'", timeout=PATIENCE_MS)
    formula.fill("(p - t)^2 / 2")
    formula.press("Enter")
    wait_for(custom, "slope", "value === 'p - t' || value.startsWith('2 * (p - t) / 2')")
    expect(custom.locator(".gn-error")).to_be_empty()
    expect(custom.locator("math")).to_have_count(2)
    custom.get_by_role("button", name="Train").click()
    wait_for(custom, "done", "value === 'true'")
    custom.get_by_role("button", name="Train").click()  # again, from the first weights
    wait_for(custom, "done", "value === 'false'")
    wait_for(custom, "done", "value === 'true'")
    custom.locator("select[name=task]").select_option("classes")
    wait_for(custom, "slope", "value.includes('1 - p')")
    goal = exercise(page, 8)
    goal.get_by_role("button", name="Check the settings above").click()
    expect(verdict(goal)).to_contain_text("Not yet.", timeout=PATIENCE_MS)
    formula.fill("-(t * log(p) + 4 * (1 - t) * log(1 - p))")
    formula.press("Enter")
    wait_for(custom, "slope", "value.includes('4')")
    goal.get_by_role("button", name="Check the settings above").click()
    expect(verdict(goal)).to_contain_text("Right.", timeout=PATIENCE_MS)


def test_the_squared_error_crawls_and_cross_entropy_leaps(shared: Callable[[str], Page]) -> None:
    neurons = shared("06").get_by_role("region", name="Sure and wrong")
    assert [float(wait_for(neurons, name, "true")) for name in ("squared", "cross")] == pytest.approx([0.99, 0.99])
    run = neurons.get_by_role("button", name="Run", exact=True)
    neurons.page.evaluate("document.querySelector('#App').scrollTop = 0")
    expect(run).to_be_in_viewport()
    run.click()
    wait_for(neurons, "step", "Number(value) > 20")
    cross = float(wait_for(neurons, "cross", "Number(value) < 0.2"))
    assert cross < 0.2
    wait_for(neurons, "step", "value === '200'")
    expect(neurons.get_by_role("status")).to_contain_text("98 updates")
    neurons.get_by_role("slider", name="Sure of the wrong answer").press("End")
    assert wait_for(neurons, "halfway", "value.startsWith('null') || value.startsWith(' ')")
    expect(neurons.get_by_role("slider", name="Sure of the wrong answer")).to_have_attribute("aria-valuetext", "99.9 %")


def test_ever_smaller_triangles_come_to_the_slope(shared: Callable[[str], Page]) -> None:
    triangle = shared("06").get_by_role("region", name="Slope triangle")
    assert float(wait_for(triangle, "ratio", "true")) == pytest.approx(4)
    for ratio in ("3.1", "3.01", "3.001"):
        triangle.get_by_role("button", name="Ten times smaller").click()
        wait_for(triangle, "ratio", f"Math.abs(Number(value) - {ratio}) < 1e-6")
    expect(triangle.get_by_text("the slope at 2.5")).to_be_visible()
    triangle.get_by_role("button", name="Triangle at").press("Shift+ArrowLeft")
    wait_for(triangle, "slope", "Number(value) < 3")
    triangle.locator("select[name=curve]").select_option("absolute_error")
    wait_for(triangle, "slope", "value === '1'")


def test_the_playground_races_plays_and_rewinds(page: Page) -> None:
    with hosted(gn.widgets.DescentPlayground()) as address:
        page.goto(address)
        playground = page.get_by_role("region", name="Descent playground: Long bowl")
        wait_for(playground, "verdicts", "value.includes('sgd: at a minimum')")
        playground.locator("input[name=rate]").fill("0.75")
        wait_for(playground, "verdicts", "value.includes('sgd: diverged')")
        playground.locator("select[name=landscape]").select_option("plateau")
        wait_for(playground, "verdicts", "value.includes('stalled')")
        playground.get_by_text("More: noise").click()
        playground.get_by_role("checkbox", name="RMSprop").check()
        wait_for(playground, "verdicts", "value.includes('rmsprop')")
        playground.locator("input[name=step-slider]").fill("0")
        wait_for(playground, "step", "value === '0'")
        playground.get_by_role("button", name="Next step").click()
        wait_for(playground, "step", "value === '1'")
        playground.get_by_role("button", name="Play").click()
        wait_for(playground, "step", "Number(value) > 5")
        playground.get_by_role("button", name="Pause").click()
        start = playground.get_by_role("button", name="Start at")
        before = playground.get_attribute("data-verdicts")
        for _ in range(8):
            start.press("Shift+ArrowRight")
        wait_for(playground, "verdicts", f"value !== {before!r}")
        playground.get_by_role("tab", name="Batches").click()
        costs = wait_for(playground, "costs", "true")
        playground.get_by_role("button", name="Reshuffle").click()
        assert wait_for(playground, "costs", f"value !== '{costs}'").split()[0] == costs.split()[0]
        playground.locator("input[name=batch-rate]").fill("0.2")
        wait_for(playground, "costs", f"value.split(' ')[0] !== '{costs.split()[0]}'")
