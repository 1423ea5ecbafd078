"""The training monitor in a real browser, on the smallest page that can host it."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

import glassnet as gn

from ..looks import LOOKS
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
LABELS = "bars => bars.map(bar => bar.getAttribute('aria-label'))"


@pytest.fixture
def url() -> Iterator[str]:
    with hosted(gn.widgets.TrainingMonitor()) as url:
        yield url


def open_monitor(page: Page, url: str) -> Page:
    page.goto(url)
    says(page, ready="true")
    return page


def widget(page: Page) -> Locator:
    return page.locator(".gn-monitor")


def press(page: Page, name: str) -> None:
    widget(page).locator(f"button[name='{name}']").click()


def says(page: Page, **data: str) -> None:
    """Wait for what only a reply from Python sets."""
    for name, value in data.items():
        expect(widget(page)).to_have_attribute(f"data-{name}", value, timeout=PATIENCE_MS)


def told(page: Page, name: str) -> str:
    return widget(page).get_attribute(f"data-{name}") or ""


def number(page: Page, reference: str) -> Locator:
    return widget(page).locator(f"[data-ref='{reference}']").first


def step_on(page: Page, times: int) -> None:
    for _ in range(times):
        at = int(told(page, "step"))
        press(page, "step")
        says(page, step=str(at + 1), at=str(at + 1))


def play_until(page: Page, step: int) -> None:
    press(page, "play")
    says(page, playing="true")
    script = "([element, step]) => Number(element.dataset.step) >= step"
    page.wait_for_function(script, arg=[widget(page).element_handle(), step], timeout=PATIENCE_MS)
    press(page, "play")
    says(page, settled="true")


def changes(page: Page) -> Locator:
    return widget(page).get_by_role("group", name="Changes")


def test_it_plays_pauses_steps_and_goes_back_to_any_step(page: Page, url: str) -> None:
    open_monitor(page, url)
    begun, first = int(told(page, "step")), told(page, "loss")
    step_on(page, 2)
    assert told(page, "loss") != first
    widget(page).locator("select[name='speed']").select_option("full")
    play_until(page, begun + 60)
    last = int(told(page, "step"))
    timeline = widget(page).locator("input[name='timeline']")
    timeline.fill(str(begun))
    says(page, at=str(begun), loss=first, step=str(last))
    timeline.focus()
    timeline.press("Home")
    says(page, at="0", step=str(last))
    press(page, "later")
    says(page, at="1")
    press(page, "earlier")
    says(page, at="0")
    timeline.fill("37")
    says(page, at="37")
    expect(widget(page).get_by_text(f"Viewing step 37 of {last}")).to_be_visible()
    handle = widget(page).locator("button[name='at']")
    expect(handle).to_have_accessible_name("Step 37 on the timeline; arrow keys move it")
    handle.press("Shift+ArrowLeft")
    page.wait_for_function("element => Number(element.dataset.at) < 37", arg=widget(page).element_handle())
    press(page, "end")
    says(page, at=str(last))


def test_the_mark_in_the_chart_can_be_dragged(page: Page, url: str) -> None:
    open_monitor(page, url)
    box = widget(page).locator("button[name='at']").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 150, box["y"], steps=5)
    page.mouse.up()
    script = "element => Number(element.dataset.at) < Number(element.dataset.step)"
    page.wait_for_function(script, arg=widget(page).element_handle())


def test_a_change_is_a_mark_a_branch_another_future_and_both_are_compared(page: Page, url: str) -> None:
    open_monitor(page, url)
    play_until(page, 160)
    last = told(page, "step")
    rate = widget(page).locator("input[name='learning_rate']")
    rate.focus()
    for _ in range(12):  # faster than answers come: the last one counts, and is what the slider shows
        rate.press("ArrowRight")
    wanted = rate.locator("xpath=..").locator(".gn-number").inner_text()
    expect(number(page, "optimizer.learning_rate")).to_have_text(wanted, timeout=PATIENCE_MS)
    says(page, changes="1")
    expect(rate.locator("xpath=..").locator(".gn-number")).to_have_text(wanted)
    expect(changes(page)).to_contain_text(f"▾ {last}: learning rate 0.3 → ")
    press(page, "undo")
    says(page, changes="0")
    widget(page).get_by_text("More: other update rules").click()
    widget(page).locator("select[name='rule']").select_option("adam")
    says(page, changes="1")
    expect(changes(page)).to_contain_text("SGD → Adam")
    widget(page).locator("input[name='timeline']").fill("20")
    says(page, at="20")
    rate.focus()
    rate.press("End")
    press(page, "branch")
    says(page, track="branch_1", tracks="2", at="20", step="20")
    play_until(page, int(last))
    says(page, apart="20")
    expect(widget(page).get_by_text("they first differ at step 20: ")).to_be_visible()
    distance = widget(page).get_by_role("button", name="Distance, all layers")
    distance.click()
    says(page, explained="distance.branch_1/run/all")
    why = widget(page).get_by_label("Explanation of this number")
    why.locator("[data-ref='distance.branch_1/run/dense_1']").click()
    why.locator("[data-ref^='distance.branch_1/run/dense_1/']").first.click()
    why.locator("[data-ref^='run.dense_1/']").first.click()
    expect(why).to_contain_text(", run")
    for _ in range(3):
        press(page, "why-back")
    says(page, explained="distance.branch_1/run/all")
    widget(page).locator("select[name='measure']").select_option("distance")
    expect(widget(page).get_by_role("img", name="distance against steps")).to_be_visible()
    press(page, "run")
    says(page, track="run", step=last)
    press(page, "branch_1")
    says(page, track="branch_1")
    press(page, "forget")
    says(page, track="run", tracks="1")


def test_numbers_are_reached_with_the_keyboard_and_taken_apart_down_to_the_data(page: Page, url: str) -> None:
    open_monitor(page, url)
    step_on(page, 3)
    loss = number(page, "validation.loss")
    loss.focus()
    loss.press("Enter")
    says(page, explained="validation.loss")
    expect(loss).to_be_focused()
    why = widget(page).get_by_label("Explanation of this number")
    for beginning in ("validation.value[", "validation.dense_2/a[", "validation.dense_2/z[", "validation.dense_1/a["):
        leaf = why.locator(f"[data-ref^='{beginning}']").first
        leaf.focus()
        leaf.press("Enter")
        expect(why.get_by_role("heading")).to_contain_text(beginning, timeout=PATIENCE_MS)
    expect(why).to_contain_text("tanh(")
    for _ in range(4):
        press(page, "why-back")
    says(page, explained="validation.loss")
    number(page, "optimizer.learning_rate").click()
    expect(why).to_contain_text("a setting of SGD", timeout=PATIENCE_MS)
    number(page, "flow.dense_1/gradient_norm").click()
    expect(why).to_contain_text("√(", timeout=PATIENCE_MS)
    number(page, "clock.steps_per_second").click()
    expect(why).to_contain_text("steps / seconds", timeout=PATIENCE_MS)


def test_bars_of_histograms_are_explained_with_pointer_finger_and_keys(
    page: Page, new_page: Callable[..., Page], url: str
) -> None:
    open_monitor(page, url)
    why = widget(page).get_by_label("Explanation of this number")
    histogram = widget(page).get_by_role("group", name="Histogram of the weights of dense_1; arrow keys")
    bars = histogram.get_by_role("button")
    counts = [int(re.sub(r".*: (\d+) from.*", r"\1", name)) for name in bars.evaluate_all(LABELS)]
    assert (len(counts), sum(counts)) == (24, 8)
    for bar, count in enumerate(counts):
        if count or bar in (1, 22):
            bars.nth(bar).click()
            expect(why.get_by_role("heading")).to_have_text(
                f"Why is histogram.dense_1/weight[{bar}] = {count}?", timeout=PATIENCE_MS
            )
            expect(bars.nth(bar)).to_have_attribute("aria-pressed", "true")
            if count:
                expect(why.locator("[data-ref^='dense_1.weight[']")).to_have_count(count)
    expect(why).to_contain_text("≤ dense_1.weight[i, j]")
    last = max(bar for bar, count in enumerate(counts) if count)
    bars.nth(last).focus()
    for key, goal in [("Home", 0), ("ArrowLeft", 0), ("ArrowRight", 1), ("End", 23), ("ArrowLeft", 22)]:
        page.keyboard.press(key)
        expect(bars.nth(goal)).to_be_focused()
    assert bars.evaluate_all("bars => bars.filter(bar => bar.tabIndex === 0).length") == 1
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    says(page, explained="histogram.dense_1/weight[0]")
    why.locator("[data-ref='histogram.dense_1/weight_edge[1]']").click()
    expect(why).to_contain_text("(dense_1/weight_largest − dense_1/weight_smallest) / 24", timeout=PATIENCE_MS)
    press(page, "why-back")
    why.locator("[data-ref^='dense_1.weight[']").first.click()
    expect(why).to_contain_text("It was not computed in this step: the result of step", timeout=PATIENCE_MS)
    activation = widget(page).get_by_role("group", name="Histogram of the activations of dense_1")
    activation.get_by_role("button").first.click()
    says(page, explained="histogram.dense_1/activation[0]")
    press(page, "more-terms")
    expect(why.get_by_role("region", name="The full arithmetic")).to_be_visible(timeout=PATIENCE_MS)

    phone = open_monitor(new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True), url)
    finger = widget(phone).get_by_role("group", name="Histogram of the gradients of dense_2")
    finger.scroll_into_view_if_needed()
    box = finger.bounding_box()
    assert box
    assert box["height"] >= 44
    phone.touchscreen.tap(box["x"] + box["width"] * 0.51, box["y"] + 3)
    says(phone, explained="histogram.dense_2/gradient[12]")


def test_another_example_and_the_other_charts(page: Page, url: str) -> None:
    gn.data.digits()  # imports what it takes to read them, which a page need not wait for
    open_monitor(page, url)
    widget(page).locator("select[name='example']").select_option("digits")
    says(page, example="digits")
    expect(widget(page).get_by_role("group", name="Histograms of dense_1")).to_be_visible()
    expect(number(page, "flow.dead_units")).to_be_visible()
    play_until(page, 170)
    for measure in ("validation_accuracy", "learning_rate", "layers"):
        widget(page).locator("select[name='measure']").select_option(measure)
    press(page, "log")
    expect(widget(page).locator("button[name='log']")).to_have_attribute("aria-pressed", "true")
    widget(page).get_by_text("More: other update rules").click()
    l2 = widget(page).locator("input[name='l2']")
    l2.focus()
    l2.press("End")
    expect(changes(page)).to_contain_text("L2 0 → 1", timeout=PATIENCE_MS)


def test_what_the_host_keeps_is_there_after_a_reload(page: Page, url: str) -> None:
    open_monitor(page, url)
    step_on(page, 3)
    widget(page).locator("input[name='timeline']").fill("1")
    says(page, at="1")
    press(page, "branch")
    says(page, track="branch_1", step="1")
    open_monitor(page, url)
    says(page, track="branch_1", tracks="2", step="1")


def test_a_run_that_breaks_down_says_why_and_goes_on_from_a_branch(page: Page) -> None:
    network = gn.Network([gn.Dense(4, "relu"), gn.Dense(1)])
    run = gn.Run(network, gn.Recipe("mean_squared_error", gn.SGD(500.0), batch_size=20), gn.data.moons(100))
    with hosted(gn.widgets.TrainingMonitor(run)) as url:
        open_monitor(page, url)
        press(page, "play")
        says(page, stopped="true", playing="false")
        expect(widget(page).get_by_role("status").filter(has_text="Training stopped before update")).to_be_visible()
        expect(widget(page).get_by_text("not finite").first).to_be_visible()
        widget(page).locator("input[name='timeline']").fill("0")
        says(page, at="0")
        rate = widget(page).locator("input[name='learning_rate']")
        rate.focus()
        rate.press("Home")
        press(page, "branch")
        says(page, track="branch_1", stopped="false")
        step_on(page, 1)


@LOOKS
def test_axe_finds_nothing_nothing_scrolls_sideways_and_fingers_have_room(
    new_page: Callable[..., Page], url: str, theme: str, width: int
) -> None:
    touch = width < 500
    page = open_monitor(
        new_page(viewport={"width": width, "height": 800}, color_scheme=theme, has_touch=touch, is_mobile=touch), url
    )
    step_on(page, 2)
    widget(page).locator("input[name='timeline']").fill("1")
    says(page, at="1")
    press(page, "branch")
    says(page, tracks="2")
    number(page, "flow.dense_1/gradient_norm").click()
    says(page, explained="flow.dense_1/gradient_norm")
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    sizes = widget(page).evaluate(
        "root => [...root.querySelectorAll('button, select')].map(e => e.offsetHeight).filter(Boolean)"
    )
    assert len(sizes) > 40
    assert min(sizes) >= (43.9 if touch else 24)
