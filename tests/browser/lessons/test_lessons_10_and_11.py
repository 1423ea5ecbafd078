"""Lessons 10 and 11 in a real browser: whole pages in every look, and goals that are judged on live networks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from ..lesson_page import WIDGETS, open_whole
from ..looks import LOOKS
from ..patience import PATIENCE_MS
from ..server import Server
from ..whole import axe_findings, unroll

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def exercise(page: Page, number: int) -> Locator:
    return page.get_by_role("region", name=f"Exercise {number}", exact=True)


def wait_for(widget: Locator, name: str, condition: str) -> None:
    """Wait until one of the widget's attributes, which only Python's replies set, fulfils a condition on `value`."""
    script = f"(element) => (value => value !== undefined && ({condition}))(element.dataset.{name})"
    widget.page.wait_for_function(script, arg=widget.element_handle(), timeout=PATIENCE_MS)


@pytest.mark.parametrize("number", ["10", "11"])
@LOOKS
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: Server, number: str, theme: str, width: int
) -> None:
    settings = {} if width > 500 else PHONE
    page = open_whole(new_page(color_scheme=theme, **settings), server, number)
    unroll(page, WIDGETS[number])
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]


def test_adam_is_tamed_on_the_page(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "10")
    race = page.get_by_role("region", name="Optimiser race: Two moons")
    goal = exercise(page, 6)
    goal.get_by_role("button", name="Check the settings above").click()
    expect(goal.locator(".gn-verdict")).to_contain_text("only Adam takes part", timeout=PATIENCE_MS)
    for name in ("Gradient descent", "Momentum", "Adagrad", "RMSprop"):
        race.get_by_role("checkbox", name=name, exact=True).uncheck()
    wait_for(race, "rules", "value === 'adam'")
    race.get_by_text("Learning rates: the best").click()
    race.locator("input[name=task-rate-adam]").fill("0.565")  # a rate of 0.2
    expect(race.locator("input[name=task-rate-adam]")).to_have_attribute("aria-valuetext", "0.2")
    page.wait_for_timeout(500)  # the race with that rate
    goal.get_by_role("button", name="Check the settings above").click()
    expect(goal.locator(".gn-verdict")).to_contain_text("Right.", timeout=PATIENCE_MS)


def test_forty_layers_learn_on_the_page(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "11")
    lab = page.get_by_role("region", name="Gradient-flow lab: 50 layers, sigmoid")
    lab.locator("select[name=activation]").select_option("tanh")
    lab.locator("select[name=initializer]").select_option("orthogonal")
    lab.get_by_role("slider", name="Hidden layers").fill("40")
    lab.locator("input[name=learning_rate]").fill("0.5")
    wait_for(lab, "depth", "value === '40'")
    wait_for(lab, "initializer", "value === 'orthogonal'")
    expect(lab.locator("input[name=learning_rate]")).to_have_attribute("aria-valuetext", "0.032")
    goal = exercise(page, 7)
    goal.get_by_role("button", name="Check the settings above").click()
    expect(goal.locator(".gn-verdict")).to_contain_text("Right.", timeout=PATIENCE_MS)
