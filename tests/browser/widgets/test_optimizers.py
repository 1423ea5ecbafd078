"""The widgets of lesson 10 in a real browser: race, search, averages and update rules, by mouse, keys and touch."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import glassnet as gn
from glassnet.widgets.host import HostedWidget

from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 320, "height": 800}, "has_touch": True, "is_mobile": True}


def at(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, which only replies from Python and the clock set."""
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


def test_a_race_plays_stops_and_goes_back_on_both_sides(page: Page) -> None:
    with hosted(gn.widgets.OptimizerRace()) as address:
        open_page(page, address)
        at(page, "data.first === 'momentum' && data.update === '150'")
        page.get_by_role("button", name="Race", exact=True).press("Enter")
        at(page, "Number(data.update) > 3 && Number(data.update) < 140")
        page.get_by_role("button", name="Pause").click()
        page.get_by_role("slider", name="Update").press("Home")
        at(page, "data.update === '0'")
        page.get_by_role("button", name="Next update").click()
        at(page, "data.update === '1'")


def test_landscape_network_start_and_rules_are_chosen(page: Page) -> None:
    with hosted(gn.widgets.OptimizerRace()) as address:
        open_page(page, address)
        page.locator("select[name=landscape]").select_option("plateau")
        at(page, "data.landscape === 'plateau'")
        page.get_by_role("slider", name="Start and batches").press("End")
        at(page, "data.seed === '9'")
        page.locator("select[name=task]").select_option("words")
        at(page, "data.task === 'words' && data.first === 'adagrad'")
        page.get_by_role("checkbox", name="Lion").press("Space")
        at(page, "data.rules.endsWith('lion')")
        expect(page.get_by_role("checkbox", name="NAdam")).to_be_disabled()
        expect(page.get_by_role("checkbox", name="Lion")).to_be_focused()
        for name in ("Gradient descent", "Momentum", "Adagrad", "RMSprop", "Lion"):
            page.get_by_role("checkbox", name=name, exact=True).uncheck()
        at(page, "data.rules === 'adam'")
        expect(page.get_by_role("checkbox", name="Adam", exact=True)).to_be_disabled()


def test_a_rate_is_changed_named_when_it_diverges_and_put_back(page: Page) -> None:
    gn.data.digits()  # from here on scikit-learn is loaded
    with hosted(gn.widgets.OptimizerRace("digits", rules=("sgd", "momentum"))) as address:
        open_page(page, address)
        page.get_by_text("Learning rates: the best").click()
        rate = page.get_by_role("slider", name="Gradient descent, network")
        rate.press("End")
        at(page, "data.diverged === 'sgd'")
        expect(page.get_by_text("Gradient descent diverged at update")).to_be_visible()
        page.get_by_role("button", name="Best rates again").click()
        at(page, "data.diverged === ''")
        expect(rate).to_have_attribute("aria-valuetext", "1")


def test_wins_are_counted_and_the_count_stops_and_goes_on(page: Page) -> None:
    with hosted(gn.widgets.OptimizerRace("words", rules=("sgd", "adagrad"))) as address:
        open_page(page, address)
        page.get_by_role("button", name="Count wins over 10 starts").click()
        at(page, "Number(data.seeds) > 0")
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("button", name="Count on")).to_be_visible(timeout=PATIENCE_MS)
        page.get_by_role("button", name="Count on").click()
        at(page, "data.seeds === '10' && data.wins === 'sgd:0 adagrad:10'")
        expect(page.get_by_role("row", name="Adagrad")).to_contain_text("10")
        expect(page.get_by_role("button", name="Counted")).to_have_attribute("aria-disabled", "true")


def test_rates_are_searched_in_front_of_the_reader(page: Page) -> None:
    with hosted(gn.widgets.OptimizerRace(rules=("adam",), view="rates")) as address:
        open_page(page, address)
        page.get_by_role("button", name="Search the rates").click()
        at(page, "data.tried === '9'")
        expect(page.get_by_role("table", name="").get_by_role("row", name="Adam").last).to_contain_text("0.1")
        page.get_by_role("tab", name="Search of rates").press("ArrowLeft")
        at(page, "data.tab === 'race'")


def test_an_average_plays_is_corrected_and_explains_its_numbers(page: Page) -> None:
    with hosted(gn.widgets.RunningAverage()) as address:
        open_page(page, address)
        at(page, "data.averages === '0.4327 3.0000'")
        page.get_by_role("checkbox", name="Bias correction").press("Space")
        at(page, "data.averages === '3.0342 3.4286'")
        page.get_by_role("button", name="corrected[3] = 3.034").press("Enter")
        why = page.get_by_role("status", name="Explanation of this number")
        expect(why).to_contain_text("average[3] / (1 − 0.95^t[3])", timeout=PATIENCE_MS)
        why.get_by_role("button", name="walks.average[3]").click()
        expect(why).to_contain_text("0.95 · average[2] + 0.05 · x[3]", timeout=PATIENCE_MS)
        why.get_by_role("button", name="Back to").click()
        expect(why).to_contain_text("1 − 0.95^t[3]", timeout=PATIENCE_MS)
        page.get_by_role("slider", name="second β").press("Home")
        at(page, "data.averages.endsWith(' 4.0000')")
        page.get_by_label("Average of").select_option("road")
        at(page, "data.series === 'road' && data.place === '60'")
        page.get_by_role("button", name="Play").click()
        at(page, "Number(data.place) > 2 && Number(data.place) < 55")


def test_a_symbol_lights_up_in_formula_code_and_table(page: Page) -> None:
    with hosted(gn.widgets.UpdateRules("adam")) as address:
        open_page(page, address)
        at(page, "data.kept === '2'")
        key = page.locator("button[name=key-v]")
        expect(key).to_contain_text("average of g²")
        key.press("Enter")
        at(page, "data.lit === 'v'")
        lit = page.locator(".gn-lit")
        for place in ("math", "code", "tbody"):
            assert lit.and_(page.locator(f"{place} *")).count() > 0, place
        key.press("Enter")
        page.get_by_role("slider", name="Learning rate").focus()
        at(page, "data.lit === ''")


@pytest.mark.parametrize("rule", ["sgd", "adadelta", "nadam", "lion"])
def test_a_rule_is_chosen_and_runs(page: Page, rule: str) -> None:
    with hosted(gn.widgets.UpdateRules("adam")) as address:
        open_page(page, address)
        page.locator("select[name=rule]").select_option(rule)
        at(page, f"data.rule === '{rule}' && data.update === '60'")
        before = page.locator(".gn-root").get_attribute("data-places")
        for _ in range(5):
            page.get_by_role("slider", name="Learning rate").press("ArrowLeft")
        at(page, f"data.places !== '{before}'")
        page.get_by_role("button", name="Play").click()
        at(page, "Number(data.update) > 1 && Number(data.update) < 58")


@pytest.mark.parametrize(
    "make",
    [
        gn.widgets.OptimizerRace,
        lambda: gn.widgets.OptimizerRace(view="rates"),
        gn.widgets.RunningAverage,
        gn.widgets.UpdateRules,
    ],
)
def test_nothing_scrolls_sideways_on_a_phone_and_axe_finds_nothing(
    new_page: Callable[..., Page], make: Callable[[], HostedWidget]
) -> None:
    with hosted(make()) as address:
        for scheme in ("light", "dark"):
            page = new_page(**PHONE, color_scheme=scheme)
            open_page(page, address)
            assert page.evaluate("document.documentElement.scrollWidth") == 320
            assert axe_findings(page) == []
            pressed = page.locator(".gn-root button, .gn-root select, .gn-root input[type=range]")
            boxes = [one.bounding_box() for one in pressed.all() if one.is_visible()]
            assert [box for box in boxes if box and box["height"] < 43.5] == []
            page.close()
