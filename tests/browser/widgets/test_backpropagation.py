"""The backpropagation visualiser in a real browser, alone and in lesson 08."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

import glassnet as gn

from ..lesson_page import WIDGETS, goto_lesson
from ..looks import LOOKS
from ..server import Server
from ..whole import axe_findings, unroll
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000


def open_lesson(page: Page, server: Server) -> Page:
    goto_lesson(page, server, "08")
    page.get_by_role("heading", name="What to do next").wait_for(timeout=PATIENCE_MS)
    widget(page).wait_for(timeout=PATIENCE_MS)
    return page


@pytest.fixture
def alone(page: Page) -> Iterator[Page]:
    """The widget on a page of its own, which opens at once."""
    with hosted(gn.widgets.Backpropagation()) as url:
        page.goto(url)
        widget(page).wait_for(timeout=PATIENCE_MS)
        yield page


def widget(page: Page) -> Locator:
    return page.locator(".gn-backprop[data-ready='true']").first


def press(page: Page, name: str) -> None:
    widget(page).locator(f"button[name='{name}']").click()


def says(page: Page, **data: str) -> None:
    """Wait for what only a reply from Python, or the picture that follows it, sets."""
    for name, value in data.items():
        expect(widget(page)).to_have_attribute(f"data-{name}", value, timeout=PATIENCE_MS)


def choose(page: Page, name: str, value: str) -> None:
    widget(page).locator(f"select[name='{name}']").select_option(value)


def ask(page: Page, reference: str) -> None:
    widget(page).locator(f".gn-net [data-ref='{reference}']").first.click()
    says(page, explained=reference)


def why(page: Page) -> Locator:
    return widget(page).get_by_label("Explanation of this number")


def test_six_phases_show_more_and_more_and_can_be_scrubbed_back(alone: Page) -> None:
    seen = []
    for phase in range(6):
        press(alone, f"phase-{phase}")
        says(alone, phase=str(phase))
        seen.append(widget(alone).locator(".gn-box .gn-num").count())
    # the last two change what stands on the edges; the update adds the loss that it leaves
    assert seen[0] < seen[1] < seen[2] < seen[3] == seen[4] == seen[5] - 1
    slider = widget(alone).locator("input[name='stage']")
    slider.focus()
    slider.press("Home")
    says(alone, stage="f0")
    slider.press("ArrowRight")
    says(alone, stage="f1")
    press(alone, "next")
    says(alone, stage="loss")
    press(alone, "previous")
    says(alone, stage="f1")


def test_it_plays_from_the_beginning_and_stops_when_asked(alone: Page) -> None:
    says(alone, stage="update")
    press(alone, "play")
    says(alone, stage="f0", playing="true")
    says(alone, stage="f1")
    press(alone, "play")
    says(alone, playing="false")


def test_a_gradient_is_taken_apart_down_to_the_loss(alone: Page) -> None:
    press(alone, "phase-4")
    ask(alone, "dense_1.d_weight[0, 1]")
    expect(why(alone)).to_contain_text("∂L/∂w₁₂⁽¹⁾ = x₁ · ∂L/∂z₂⁽¹⁾")
    expect(why(alone)).to_contain_text("0.300 · 1.000 · (−0.600) · (−0.424)")
    total = float(why(alone).locator(".gn-total").get_attribute("data-sum") or "nan")
    assert total == pytest.approx(0.3 * -0.6 * -0.424336, abs=1e-6)
    assert widget(alone).locator(".gn-made-from").count() == 2
    assert widget(alone).locator(".gn-edge.gn-lit").count() == 2
    why(alone).locator("summary").click()
    expect(why(alone).locator("li")).to_have_count(4)
    why(alone).locator("[data-ref='dense_1.d_z[0, 1]']").first.click()
    says(alone, explained="dense_1.d_z[0, 1]")


def test_numbers_are_reached_and_asked_for_with_the_keyboard(alone: Page) -> None:
    number = widget(alone).locator(".gn-net [data-ref='dense_2.d_z[0, 0]']")
    number.focus()
    number.press("Enter")
    says(alone, explained="dense_2.d_z[0, 0]")
    expect(number).to_be_focused()


def test_updates_are_made_and_taken_back(alone: Page) -> None:
    first = float(widget(alone).get_attribute("data-loss") or "nan")
    expect(widget(alone).locator(".gn-updates tbody tr")).to_have_count(9)
    press(alone, "step-on")
    says(alone, step="1")
    assert float(widget(alone).get_attribute("data-loss") or "nan") < first
    press(alone, "earlier")
    says(alone, step="0", loss=str(first))


def test_the_timeline_is_dragged_back_and_a_branch_has_another_future(alone: Page) -> None:
    for step in range(1, 5):
        press(alone, "step-on")
        says(alone, step=str(step))
    far = widget(alone).get_attribute("data-loss") or ""
    timeline = widget(alone).locator("input[name='timeline']")
    timeline.fill("2")
    says(alone, step="2")
    rate = widget(alone).locator("input[name='rate']")
    rate.focus()
    rate.press("End")
    press(alone, "branch")
    says(alone, track="branch_1", tracks="2", step="2", apart="2")
    expect(widget(alone).locator(".gn-updates tbody tr").first).to_contain_text("− 10 ·")
    expect(widget(alone).get_by_role("group", name="Changes")).to_contain_text("2: learning rate 0.5 → 10")
    for step in (3, 4, 5):  # one step further than the run that it came from
        press(alone, "step-on")
        says(alone, step=str(step))
    expect(widget(alone).get_by_text("they first differ at step 2: learning rate 10 against 0.5")).to_be_visible()
    widget(alone).get_by_role("button", name="Distance, all layers").click()
    says(alone, explained="distance.branch_1/run/all")
    expect(why(alone)).to_contain_text("It belongs to step 4, not to the step shown.")
    for leaf in (
        "distance.branch_1/run/dense_2",
        "distance.branch_1/run/dense_2/weight[0, 0]",
        "run.dense_2/weight[0, 0]",
    ):
        why(alone).locator(f"[data-ref='{leaf}']").first.click()
    expect(why(alone)).to_contain_text("This number belongs to run, not to the run shown.", timeout=PATIENCE_MS)
    press(alone, "run")
    says(alone, track="run", step="4", loss=far)
    press(alone, "branch_1")
    says(alone, track="branch_1")
    press(alone, "forget")
    says(alone, track="run", tracks="1")


def test_a_change_where_the_run_stands_is_a_mark_and_can_be_taken_back(alone: Page) -> None:
    press(alone, "step-on")
    says(alone, step="1")
    loss_after = widget(alone).locator(".gn-updates tbody tr").first.inner_text()
    rate = widget(alone).locator("input[name='rate']")
    rate.focus()
    rate.press("Home")
    changes = widget(alone).get_by_role("group", name="Changes")
    expect(changes).to_contain_text("1: learning rate 0.5 → 0.01", timeout=PATIENCE_MS)
    press(alone, "undo")
    expect(changes).to_be_hidden(timeout=PATIENCE_MS)
    assert widget(alone).locator(".gn-updates tbody tr").first.inner_text() == loss_after


def test_what_is_given_what_comes_after_and_every_factor_is_explained(alone: Page) -> None:
    press(alone, "step-on")
    says(alone, step="1")
    press(alone, "phase-5")
    picture = widget(alone).locator(".gn-net").first
    for reference, words in [
        ("data.y[0, 0]", "target of sample 0"),
        ("afterwards.mean", "mean L′ ="),
    ]:
        picture.locator(f"[data-ref='{reference}']").click()
        expect(why(alone)).to_contain_text(words, timeout=PATIENCE_MS)
    why(alone).locator("[data-ref='afterwards.value[0]']").first.click()
    why(alone).locator("[data-ref='afterwards.dense_2/a[0, 0]']").first.click()
    expect(why(alone).get_by_role("heading")).to_contain_text("Why is a′₁⁽²⁾ =", timeout=PATIENCE_MS)
    updates = widget(alone).locator(".gn-updates")
    updates.locator("[data-ref='dense_1.d_weight[0, 0]']").click()
    paths = why(alone).get_by_role("group", name="Paths to the loss")
    for reference, words in [("slope.dense_1[0, 0]", "Why is g′(z₁⁽¹⁾)"), ("dense_2.d_z[0, 0]", "Why is ∂L/∂z₁⁽²⁾")]:
        paths.locator(f"[data-ref='{reference}']").first.click()
        expect(why(alone).get_by_role("heading").first).to_contain_text(words, timeout=PATIENCE_MS)
        updates.locator("[data-ref='dense_1.d_weight[0, 0]']").click()
        expect(paths).to_be_visible(timeout=PATIENCE_MS)
    updates.locator("[data-ref='dense_1.weight[0, 0]']").click()
    press(alone, "earlier-number")
    says(alone, step="0", explained="dense_1.weight_after[0, 0]")
    expect(why(alone)).to_contain_text("computed from", timeout=PATIENCE_MS)


def test_a_page_that_is_opened_again_goes_on_where_it_was(alone: Page) -> None:
    choose(alone, "example", "xor")
    says(alone, example="xor")
    press(alone, "step-on")
    says(alone, step="1")
    alone.reload()
    says(alone, example="xor", step="1")


def test_another_learning_rate_makes_another_step(alone: Page) -> None:
    rate = widget(alone).locator("input[name='rate']")
    rate.focus()
    rate.press("End")
    expect(widget(alone).locator(".gn-updates tbody tr").first).to_contain_text("− 10 ·", timeout=PATIENCE_MS)


def test_a_batch_shows_each_of_its_samples(alone: Page) -> None:
    choose(alone, "example", "xor")
    says(alone, example="xor")
    number = widget(alone).locator(".gn-net [data-ref^='data.x'] span:last-child")
    for sample, shown in (("3", ["1.000", "0.000"]), ("2", ["0.000", "1.000"])):
        widget(alone).locator("select[name='sample']").select_option(label=sample)
        expect(number).to_have_text(shown, timeout=PATIENCE_MS)
    choose(alone, "digits", "5")
    expect(number).to_have_text(["0.00000", "1.00000"])


def test_the_graph_explains_a_node_and_leads_to_the_engine(alone: Page) -> None:
    press(alone, "graph")
    says(alone, tab="graph")
    nodes = widget(alone).locator(".gn-node")
    expect(nodes).to_have_count(24)
    income = widget(alone).get_by_role("button", name="income: value 0.600, gradient 0.115")
    income.focus()
    income.press("Enter")
    expect(widget(alone).get_by_text("summed over all operations that use this value")).to_be_visible()
    widget(alone).locator(".gn-node", has_text="w₁₂⁽¹⁾").click()
    for reference in ("dense_1.weight[0, 1]", "dense_1.d_weight[0, 1]"):
        widget(alone).locator(f"[name='engine'][data-ref='{reference}']").click()
        says(alone, tab="network", explained=reference)
        press(alone, "graph")


@LOOKS
def test_axe_finds_nothing_nothing_scrolls_sideways_and_fingers_have_room(
    new_page: Callable[..., Page], server: Server, theme: str, width: int
) -> None:
    touch = width < 500
    page = open_lesson(
        new_page(viewport={"width": width, "height": 800}, color_scheme=theme, has_touch=touch, is_mobile=touch), server
    )
    press(page, "phase-4")
    ask(page, "dense_1.d_weight[0, 1]")
    for deep_dive in page.locator("summary", has_text="Deep dive").all():
        deep_dive.click()
    for tab, part in (("network", ""), ("graph", ".gn-backprop")):
        press(page, tab)
        unroll(page, WIDGETS["08"])
        assert axe_findings(page, part) == []
        too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
        assert page.evaluate(too_wide) == [0, 0]
        sizes = widget(page).evaluate(
            "root => [...root.querySelectorAll('button, select')].map(e => e.offsetHeight).filter(Boolean)"
        )
        assert len(sizes) > 10
        assert min(sizes) >= (43.9 if touch else 24)
