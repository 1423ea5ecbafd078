"""Training progress in a real browser: its button, its bar, its curves, keyboard and finger, reload."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import glassnet as gn

from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def progress(epochs: int, activation: str = "tanh", rate: float = 0.1) -> gn.widgets.TrainingProgress:
    network = gn.Network([gn.Dense(8, activation), gn.Dense(1)])
    run = gn.Run(network, gn.Recipe("sigmoid_cross_entropy", gn.SGD(rate), batch_size=5), gn.data.moons(200))
    return gn.widgets.TrainingProgress(run, epochs)


def at(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, which only replies from Python and the button set."""
    page.wait_for_function(
        f"(data => data && ({condition}))(document.querySelector('.gn-root')?.dataset)", timeout=PATIENCE_MS
    )


def open_page(page: Page, address: str) -> Page:
    page.goto(address)
    at(page, "data.ready === 'true'")
    return page


def axe_findings(page: Page) -> list[str]:
    found = Axe().run(page, context=".gn-root").response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_it_trains_stops_goes_on_survives_a_reload_and_comes_to_its_end(page: Page) -> None:
    widget = progress(100_000)
    with hosted(widget) as address:
        open_page(page, address)
        page.get_by_role("button", name="Train", exact=True).focus()
        page.keyboard.press("Enter")
        at(page, "Number(data.epoch) >= 3")
        page.get_by_role("button", name="Stop", exact=True).press("Space")
        at(page, "data.running === 'false'")
        expect(page.get_by_role("button", name="Continue", exact=True)).to_be_visible(timeout=PATIENCE_MS)
        page.wait_for_function("() => document.querySelector('.gn-root .gn-note').textContent.includes('accuracy')")
        known = widget.run.step
        assert widget.resting == known
        open_page(page, address)
        assert page.locator(".gn-root").get_attribute("data-step") == str(known)
        why = page.get_by_label("Explanation of this number")
        for reference, words in [
            ("clock.steps_per_second", "steps / seconds"),
            ("loss.mean", f"run.at({known - 1}).explain"),
            ("validation.loss", "value["),
            ("validation.accuracy", "right["),
        ]:
            page.locator(f"[data-ref='{reference}']").press("Enter")
            expect(why).to_contain_text(words, timeout=PATIENCE_MS)
        right = why.locator("[data-ref^='validation.right[']").first
        expect(right).to_have_text(re.compile(r"\][01]$"))
        right.click()
        expect(why).to_contain_text("predicted_class", timeout=PATIENCE_MS)
        bar = page.get_by_role("progressbar", name="Training")
        assert bar.evaluate("bar => bar.value") == known
    shorter = gn.widgets.TrainingProgress(widget.run, widget.run.state.epoch + 2)  # the same run, with its end in sight
    with hosted(shorter) as address:
        open_page(page, address)
        page.get_by_role("button", name="Continue", exact=True).click()
        at(page, "data.done === 'true'")
        expect(page.get_by_role("button", name="Done", exact=True)).to_be_disabled()
        assert widget.run.state.offset == 0
        assert shorter.resting == widget.run.step


def test_numbers_that_are_no_more_end_it_with_a_sentence(page: Page) -> None:
    with hosted(progress(10_000, "relu", 1e30)) as address:
        open_page(page, address)
        page.get_by_role("button", name="Train", exact=True).click()
        expect(page.get_by_role("alert")).not_to_be_empty(timeout=PATIENCE_MS)
        at(page, "data.running === 'false'")


@pytest.mark.parametrize("settings", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_it_fits(new_page: Callable[..., Page], theme: str, settings: dict[str, object]) -> None:
    with hosted(progress(4)) as address:
        page = open_page(new_page(color_scheme=theme, **settings), address)
        page.get_by_role("button", name="Train", exact=True).click()
        at(page, "data.done === 'true'")
        assert axe_findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        box = page.get_by_role("button", name="Done", exact=True).bounding_box()
        assert box
        assert box["height"] >= (43.5 if settings else 24)
