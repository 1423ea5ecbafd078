"""The widgets on which lessons 07 to 09 open, and their other pictures, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import glassnet as gn

from ..example_widgets import example_of
from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def opened(page: Page, address: str) -> Locator:
    page.goto(address)
    widget = page.locator(".gn-root[data-ready='true']")
    expect(widget).to_be_visible(timeout=PATIENCE_MS)
    return widget


def has(widget: Locator, name: str, value: str) -> None:
    expect(widget).to_have_attribute(f"data-{name}", value, timeout=PATIENCE_MS)


def test_one_press_walks_down_into_the_valley_and_the_slider_says_where(page: Page) -> None:
    with hosted(gn.widgets.Hillside()) as address:
        hill = opened(page, address)
        has(hill, "step", "0")
        hill.get_by_role("button", name="Walk down").click()
        expect(hill.get_by_text("this is the valley")).to_be_visible(timeout=PATIENCE_MS)
        slider = hill.get_by_role("slider", name="Step")
        slider.fill("3")
        expect(slider).to_have_attribute("aria-valuetext", "Step 3 of 30")
        rate = hill.get_by_role("slider", name="Learning rate")
        rate.press("ArrowRight")
        expect(rate).to_have_attribute("aria-valuetext", "0.022")


def test_a_smaller_nudge_brings_the_ratio_nearer_to_the_slope(page: Page) -> None:
    with hosted(gn.widgets.SlopeTriangle("valley")) as address:
        triangle = opened(page, address)
        has(triangle, "curve", "valley")
        has(triangle, "width", "1")
        for width in ("0.1", "0.01", "0.001"):
            triangle.get_by_role("button", name="Ten times smaller").click()
            has(triangle, "width", width)
        expect(triangle.get_by_text("the slope at 1.5")).to_be_visible()
        triangle.get_by_role("button", name="Triangle at").press("ArrowLeft")
        expect(triangle).not_to_have_attribute("data-at", "1.5", timeout=PATIENCE_MS)


def test_one_button_leads_from_the_mistake_to_the_update(page: Page) -> None:
    with hosted(gn.widgets.Wishes()) as address:
        wishes = opened(page, address)
        button = wishes.locator("button[name=next]")
        before = float(wishes.get_attribute("data-target") or "nan")
        expect(wishes.locator(".gn-wish[data-wish]")).to_have_count(0)
        button.click()
        expect(wishes.locator(".gn-wish[data-wish=more]")).to_have_count(1)
        expect(wishes.locator(".gn-wish[data-wish=less]")).to_have_count(9)
        button.click()
        has(wishes, "stage", "passed")
        wishes.get_by_role("button", name="8:").click()
        has(wishes, "chosen", "8")
        button.click()
        expect(wishes.locator("path[data-wish]")).to_have_count(12)
        button.click()
        has(wishes, "updates", "1")
        assert float(wishes.get_attribute("data-target") or "nan") > before
        wishes.get_by_role("button", name="Start again").click()
        has(wishes, "updates", "0")


def test_the_threshold_moves_precision_and_recall(page: Page) -> None:
    with hosted(example_of("Threshold")) as address:
        threshold = opened(page, address)
        recall = float(threshold.get_attribute("data-recall") or "nan")
        threshold.get_by_role("button", name="Move the threshold").click()
        has(threshold, "threshold", "0.9")
        assert float(threshold.get_attribute("data-recall") or "nan") < recall
        slider = threshold.get_by_role("slider", name="Threshold")
        slider.fill("0.1")
        has(threshold, "threshold", "0.1")
        expect(slider).to_have_attribute("aria-valuetext", "10.0 %")


def test_a_replay_plays_and_rewinds(page: Page) -> None:
    with hosted(example_of("Replay")) as address:
        shown = opened(page, address)
        has(shown, "epoch", "3")
        shown.get_by_role("slider", name="Epoch").fill("0")
        has(shown, "epoch", "0")
        shown.get_by_role("button", name="Play the training").click()
        has(shown, "epoch", "3")


def overflowing(widget: Locator) -> Any:
    """What is wider than its box, or than the page: scrolled regions and numbers."""
    return widget.evaluate(
        """root => [...root.querySelectorAll('.gn-scroll, .gn-box, .gn-node, .gn-num, .gn-op')]
            .filter(part => part.offsetParent && part.scrollWidth > part.clientWidth + 1)
            .map(part => part.className + ': ' + part.textContent.slice(0, 60))"""
    )


@pytest.mark.parametrize("example", ["age_income", "house", "classes"])
@pytest.mark.parametrize("view", ["network", "graph"])
@pytest.mark.parametrize("width", [740, 390])
def test_network_and_graph_fit_a_lessons_column_and_a_phone(page: Page, example: str, view: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    with hosted(gn.widgets.Backpropagation(example=example, view=view)) as address:
        widget = opened(page, address)
        region = "The network with its numbers" if view == "network" else "The computational graph"
        expect(widget.get_by_role("group", name=region)).to_be_visible()
        assert [found for found in overflowing(widget) if "softmax" not in found] == []


def test_the_playground_opens_on_what_it_is_given_and_a_landscape_is_shown_at_once(page: Page) -> None:
    with hosted(gn.widgets.DescentPlayground("bowl", rules=("sgd", "nesterov"), steps=20)) as address:
        playground = opened(page, address)
        has(playground, "landscape", "bowl")
        expect(playground.get_by_role("slider", name="Step")).to_have_attribute("max", "20")
        names = playground.locator("table").first.locator("tbody tr td:first-child").all_inner_texts()
        assert names == ["gradient descent", "with Nesterov momentum"]
        heights = playground.get_by_role("group", name="Heights by step").locator("tbody tr")
        expect(heights).to_have_count(6)  # after 0, 1, 2, 5, 10 and 20 steps
        expect(playground.get_by_role("checkbox", name="Adam")).to_be_hidden()  # behind "More"
        expect(playground.locator(".gn-height-marks span")).to_have_count(5)
        took = playground.evaluate(
            """root => new Promise(done => {
                const choice = root.querySelector("select[name=landscape]");
                const begin = performance.now();
                new MutationObserver((_, watch) => {
                    if (root.dataset.landscape !== "beale") return;
                    watch.disconnect();
                    requestAnimationFrame(() => done(performance.now() - begin));
                }).observe(root, { attributes: true });
                choice.value = "beale";
                choice.dispatchEvent(new Event("change"));
            })"""
        )
        assert took < 1_000  # 100 ms on an idle machine
