"""Forward propagation in a real browser, alone and in lesson 04."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

import glassnet as gn

from ..lesson_page import WIDGETS, open_whole
from ..looks import LOOKS
from ..server import Server
from ..whole import axe_findings, unroll
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
STAGES = ("x", "s0", "z0", "a0", "s1", "z1", "a1")

CORNERS = """boxes => boxes.map(box => {
    const r = box.getBoundingClientRect();
    return [r.left, r.top, r.right, r.bottom, box.scrollWidth - box.clientWidth];
})"""
HEIGHTS = """roots => roots.flatMap(
    root => [...root.querySelectorAll("button, select, input")].map(control => control.offsetHeight).filter(Boolean)
)"""


@pytest.fixture
def alone(page: Page) -> Iterator[Page]:
    """The widget on a page of its own, which opens at once."""
    with hosted(gn.widgets.ForwardPropagation()) as url:
        page.goto(url)
        widget(page).wait_for(timeout=PATIENCE_MS)
        yield page


def widget(page: Page, place: int = 0) -> Locator:
    return page.locator(".gn-forward[data-ready='true']").nth(place)


def press(page: Page, name: str) -> None:
    widget(page).locator(f"button[name='{name}']").click()


def says(page: Page, **data: str) -> None:
    for name, value in data.items():
        expect(widget(page)).to_have_attribute(f"data-{name}", value, timeout=PATIENCE_MS)


def number(page: Page, reference: str) -> Locator:
    return widget(page).locator(f".gn-net [data-ref='{reference}']")


def why(page: Page) -> Locator:
    return widget(page).get_by_label("Explanation of this number")


def to_the_end(page: Page) -> None:
    slider = widget(page).get_by_role("slider", name="Stage")
    slider.press("End")


def choose(page: Page, name: str, value: str) -> None:
    widget(page).locator(f"select[name='{name}']").select_option(value)


def test_seven_phases_show_more_and_more_and_can_be_stepped_and_scrubbed(alone: Page) -> None:
    seen = []
    for phase, stage in enumerate(STAGES):
        press(alone, f"phase-{phase}")
        says(alone, phase=str(phase), stage=stage)
        seen.append(widget(alone).locator(".gn-box .gn-num").count())
        assert widget(alone).locator(".gn-signal").count() == {"s0": 4, "s1": 2}.get(stage, 0)
    assert seen == [5, 5, 7, 9, 9, 10, 11]
    expect(widget(alone).get_by_role("status", name="Prediction")).to_have_text("Prediction: 58 % likely to buy")
    slider = widget(alone).get_by_role("slider", name="Stage")
    slider.press("Home")
    says(alone, stage="x")
    expect(widget(alone).get_by_role("status", name="Prediction")).to_have_text("Prediction: not there yet")
    slider.press("ArrowRight")
    says(alone, stage="s0")
    expect(slider).to_have_attribute("aria-valuetext", "Signals travel, stage 2 of 7")
    press(alone, "next")
    says(alone, stage="z0")
    press(alone, "previous")
    says(alone, stage="s0")


def test_it_plays_to_the_prediction_and_pauses_when_asked(alone: Page) -> None:
    says(alone, stage="x", playing="false")
    press(alone, "play")
    says(alone, stage="s0", playing="true")
    expect(widget(alone).locator(".gn-signal.gn-moving")).to_have_count(4)
    says(alone, stage="z0")
    press(alone, "play")
    says(alone, playing="false")
    press(alone, "play")
    says(alone, stage="a1", playing="false")


def test_with_reduced_motion_nothing_travels(new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion="reduce")
    with hosted(gn.widgets.ForwardPropagation()) as url:
        page.goto(url)
        press(page, "play")
        says(page, stage="s0")
        names = "dots => dots.map(dot => getComputedStyle(dot).animationName)"
        assert set(widget(page).locator(".gn-signal").evaluate_all(names)) == {"none"}


def test_a_sum_is_written_out_term_by_term_and_followed_to_the_inputs(alone: Page) -> None:
    to_the_end(alone)
    number(alone, "dense_2.z[0, 0]").click()
    says(alone, explained="dense_2.z[0, 0]")
    expect(why(alone)).to_contain_text("z₁⁽²⁾ = a₁⁽¹⁾ · w₁₁⁽²⁾ + a₂⁽¹⁾ · w₂₁⁽²⁾ + b₁⁽²⁾")
    products = [float(text.replace("−", "-")) for text in why(alone).locator(".gn-term").all_inner_texts()]
    assert products == pytest.approx([0.301, -0.096, 0.1])
    assert float(why(alone).locator(".gn-total").get_attribute("data-sum") or "nan") == pytest.approx(sum(products))
    expect(number(alone, "dense_2.z[0, 0]").locator("span").last).to_have_text("0.305")
    assert widget(alone).locator(".gn-edge.gn-lit").count() == 2
    for reference in ("dense_1.a[0, 0]", "dense_1.z[0, 0]", "data.x[0, 0]"):
        why(alone).locator(f"[data-ref='{reference}']").first.click()
        says(alone, explained=reference)
    expect(why(alone)).to_contain_text("an input, 30 divided by 100")


def test_every_number_is_reached_with_the_keyboard_and_explained(alone: Page) -> None:
    to_the_end(alone)
    references = widget(alone).locator(".gn-net [data-ref]").evaluate_all("all => all.map(e => e.dataset.ref)")
    assert len(references) == 17  # two inputs, six weights, three biases, three sums, three activations
    for reference in references:
        number(alone, reference).press("Enter")
        says(alone, explained=reference)
        expect(number(alone, reference)).to_be_focused()
        expect(why(alone).locator("code")).to_have_text(f'widget.run.at(0).explain("{reference}")')
    choose(alone, "digits", "5")
    expect(number(alone, "dense_1.z[0, 0]").locator("span").last).to_have_text("0.43000")


def test_inputs_are_changed_by_slider_and_by_choice_and_the_explanation_follows(alone: Page) -> None:
    to_the_end(alone)
    number(alone, "dense_1.z[0, 1]").click()
    income = widget(alone).get_by_role("slider", name="income")
    income.press("End")
    expect(income).to_have_attribute("aria-valuetext", "150\u202f000")
    expect(number(alone, "data.x[0, 1]").locator("span").last).to_have_text("1.500", timeout=PATIENCE_MS)
    expect(why(alone).get_by_role("heading")).to_have_text("Why is z₂⁽¹⁾ = 0.880?", timeout=PATIENCE_MS)
    widget(alone).get_by_role("button", name="70 years, income 20,000").click()
    expect(number(alone, "dense_1.z[0, 1]").locator("span").last).to_have_text("−0.320", timeout=PATIENCE_MS)
    expect(widget(alone).get_by_role("group", name="hidden 2")).to_contain_text("(off)")
    age = widget(alone).get_by_role("slider", name="age", exact=True)
    expect(age).to_have_attribute("aria-valuetext", "70 years")


@pytest.mark.parametrize("network", ["house_price", "student", "driving", "clouds", "shape"])
def test_each_network_is_chosen_named_and_played_to_its_end(alone: Page, network: str) -> None:
    choose(alone, "network", network)
    says(alone, network=network, stage="x")
    to_the_end(alone)
    label = widget(alone).locator("select[name='network'] option:checked").inner_text()
    expect(widget(alone)).to_have_attribute("aria-label", f"Forward propagation: {label}")
    for place in range(widget(alone).locator("[name^='preset-']").count()):
        before = widget(alone).get_attribute("data-prediction") or ""
        press(alone, f"preset-{place}")
        if place:
            expect(widget(alone)).not_to_have_attribute("data-prediction", before, timeout=PATIENCE_MS)


def test_weights_before_and_after_training(alone: Page) -> None:
    expect(widget(alone).locator("select[name='weights']")).to_be_hidden()
    choose(alone, "network", "clouds")
    says(alone, network="clouds")
    to_the_end(alone)
    told = widget(alone).get_by_role("status", name="Prediction")
    expect(told).to_contain_text("blue, with a probability of 59 %")
    choose(alone, "weights", "trained")
    expect(told).to_contain_text("orange, with a probability of 100 %", timeout=PATIENCE_MS)
    press(alone, "preset-1")
    expect(told).to_contain_text("blue, with a probability of 100 %", timeout=PATIENCE_MS)
    alone.reload()
    says(alone, network="clouds", weights="trained")


def test_a_network_of_any_shape_is_built_and_its_phases_repeat(alone: Page) -> None:
    choose(alone, "network", "shape")
    says(alone, network="shape")
    shape = widget(alone).get_by_role("group", name="Shape of the network")
    for name in ("Inputs", "Hidden layers", "Outputs"):
        shape.get_by_role("slider", name=name).press("End")
    for layer in range(1, 7):
        shape.get_by_role("slider", name=f"Layer {layer}").press("End")
    boxes = widget(alone).locator(".gn-box")
    expect(boxes).to_have_count(80, timeout=PATIENCE_MS)
    expect(shape.get_by_role("status")).to_contain_text("= 770 parameters")
    walked = [widget(alone).get_attribute("data-stage")]
    for _ in range(6):
        press(alone, "phase-3")
        walked.append(widget(alone).get_attribute("data-stage"))
    assert walked == ["x", *(f"a{layer}" for layer in range(6))]
    to_the_end(alone)
    says(alone, stage="a6")
    assert widget(alone).locator(".gn-box .gn-num").count() == 80
    number(alone, "dense_7.a[0, 9]").click()
    why(alone).locator("[data-ref='dense_7.z[0, 9]']").first.click()
    says(alone, explained="dense_7.z[0, 9]")
    expect(why(alone).locator(".gn-term")).to_have_count(11)
    assert widget(alone).locator(".gn-edge.gn-lit").count() == 10
    before = widget(alone).get_attribute("data-prediction") or ""
    for act in (
        lambda: shape.locator("select[name='activation']").select_option("tanh"),
        lambda: shape.locator("select[name='output_activation']").select_option("softmax"),
        lambda: press(alone, "fresh"),
    ):
        act()
        expect(widget(alone)).not_to_have_attribute("data-prediction", before, timeout=PATIENCE_MS)
        before = widget(alone).get_attribute("data-prediction") or ""
    shape.get_by_role("slider", name="Hidden layers").press("Home")
    expect(boxes).to_have_count(20, timeout=PATIENCE_MS)
    for phase, off in enumerate([False, True, True, True, False, False, False]):
        expect(widget(alone).locator(f"[name='phase-{phase}']")).to_have_attribute("aria-disabled", str(off).lower())
    alone.reload()
    expect(boxes).to_have_count(20, timeout=PATIENCE_MS)


def test_no_box_covers_another_and_no_number_spills_over(new_page: Callable[..., Page]) -> None:
    for width in (1280, 390):
        page = new_page(viewport={"width": width, "height": 844}, has_touch=width < 500, is_mobile=width < 500)
        with hosted(gn.widgets.ForwardPropagation(layers=(10, 10, 7, 3, 10))) as url:
            page.goto(url)
            to_the_end(page)
            boxes = widget(page).locator(".gn-box").evaluate_all(CORNERS)
            assert len(boxes) == 40
            assert {box[4] for box in boxes} == {0}
            apart = [
                a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
                for place, a in enumerate(boxes)
                for b in boxes[:place]
            ]
            assert all(apart)


@LOOKS
def test_axe_finds_nothing_nothing_scrolls_sideways_and_fingers_have_room(
    new_page: Callable[..., Page], server: Server, theme: str, width: int
) -> None:
    touch = width < 500
    page = open_whole(
        new_page(viewport={"width": width, "height": 800}, color_scheme=theme, has_touch=touch, is_mobile=touch),
        server,
        "04",
    )
    to_the_end(page)
    number(page, "dense_1.z[0, 0]").click()
    says(page, explained="dense_1.z[0, 0]")
    for deep_dive in page.locator("summary", has_text="Deep dive").all():
        deep_dive.click()
    unroll(page, WIDGETS["04"])
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
    sizes = page.locator(".gn-forward").evaluate_all(HEIGHTS)
    assert len(sizes) > 100
    assert min(sizes) >= (43.9 if touch else 24)


def exercise(page: Page, place: int) -> Locator:
    return page.get_by_role("region", name=f"Exercise {place}", exact=True)


def verdict(card: Locator) -> Locator:
    return card.locator(".gn-verdict")


def test_the_lesson_is_answered_with_the_keyboard(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "04")
    silent = exercise(page, 2)
    for answer, told in (("-0.32", "Not yet. That is the sum"), ("0", "Right.")):
        silent.get_by_role("textbox", name="Your answer").fill(answer)
        silent.get_by_role("textbox", name="Your answer").press("Enter")
        expect(verdict(silent)).to_contain_text(told, timeout=PATIENCE_MS)
    place = exercise(page, 3)
    mark = place.get_by_role("button", name="Mark at")
    for _ in range(8):
        mark.press("Shift+ArrowLeft")
    house = exercise(page, 4)
    expect(house).not_to_contain_text("Just computed")
    house.get_by_role("radio", name="more than 300,000").check()
    expect(verdict(house)).to_contain_text("Just computed: 300,000 before, 322,829 after.", timeout=PATIENCE_MS)
    rate = page.get_by_role("slider", name="Learning rate")
    rate.press("ArrowRight")
    expect(page.get_by_role("cell", name="305,637")).to_be_visible(timeout=PATIENCE_MS)
    own = page.get_by_role("region", name="Forward propagation: A network of your own shape")
    build = exercise(page, 8)
    build.get_by_role("button", name="Check the settings above").click()
    expect(verdict(build)).to_contain_text("This must hold first: it has three outputs.", timeout=PATIENCE_MS)
    own.get_by_role("slider", name="Outputs").press("ArrowRight")
    own.get_by_role("slider", name="Hidden layers").press("ArrowRight")
    for layer in ("Layer 1", "Layer 2"):
        own.get_by_role("slider", name=layer).press("ArrowLeft")
    expect(own.get_by_role("group", name="Shape of the network").get_by_role("status")).to_contain_text(
        "= 39 parameters"
    )
    expect(own.locator(".gn-box")).to_have_count(13, timeout=PATIENCE_MS)
    build.get_by_role("button", name="Check the settings above").click()
    expect(verdict(build)).to_contain_text("the largest distance of their sum from 1 is", timeout=PATIENCE_MS)
    before = own.get_attribute("data-prediction") or ""
    own.locator("select[name='output_activation']").select_option("softmax")
    expect(own).not_to_have_attribute("data-prediction", before, timeout=PATIENCE_MS)
    build.get_by_role("button", name="Check the settings above").click()
    expect(verdict(build)).to_contain_text("Right.", timeout=PATIENCE_MS)


def test_the_sliders_of_the_network_by_hand_move_the_picture(new_page: Callable[..., Page], server: Server) -> None:
    page = open_whole(new_page(), server, "04")
    picture = page.locator("svg.glassnet-picture").first
    before = picture.get_attribute("aria-label") or ""
    assert "0.30 and income 0.60" in before
    page.get_by_role("slider", name="Age (years)").press("End")
    expect(picture).to_have_attribute("aria-label", re.compile("age 0.90 and income 0.60"), timeout=PATIENCE_MS)
