"""The two neurons, the perceptron, the hidden layer and the architectures in a real browser: buttons, keys, drags."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

import glassnet as gn
from glassnet.widgets.host import HostedWidget

from ..looks import LOOKS
from ..patience import PATIENCE_MS
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def at(page: Page, condition: str) -> None:
    """Wait for a condition on `data`, which only replies from Python and the reader's actions set."""
    page.wait_for_function(
        f"(data => data && ({condition}))(document.querySelector('.gn-root')?.dataset)", timeout=PATIENCE_MS
    )


def data(page: Page, name: str) -> str:
    return str(page.locator(".gn-root").evaluate(f"element => element.dataset.{name}"))


def open_page(page: Page, address: str) -> Page:
    page.goto(address)
    at(page, "data.ready === 'true'")
    return page


def named(page: Page, name: str) -> Locator:
    return page.locator(f"[name='{name}']")


def drag(page: Page, handle: str, across: float, down: float) -> None:
    """Drag a handle by so many pixels."""
    box = named(page, handle).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across / 2, y + down / 2)
    page.mouse.move(x + across, y + down)
    page.mouse.up()


def test_the_signals_pass_through_both_neurons_part_by_part(page: Page) -> None:
    with hosted(gn.widgets.TwoNeurons()) as address:
        open_page(page, address)
        expect(page.get_by_text("Shall I go outside?")).to_be_visible()
        page.get_by_role("button", name="Send the signals").click()
        at(page, "data.lit === 'inputs'")
        assert page.locator("[data-part='inputs'].gn-on").count() == 2, "in both drawings"
        at(page, "data.lit === 'weights'")
        at(page, "data.lit === 'output'")
        at(page, "data.reached === '4' && data.lit === ''")
        expect(page.locator(".gn-said")).to_have_text("−3 is below 0: stay inside.")
        expect(page.locator(".gn-sum")).to_have_text("inputs × weights + bias: 2 + 0 − 4 − 1 = −3")
        page.get_by_role("checkbox", name="friends are outside").check()
        expect(page.locator(".gn-said")).to_have_text("0 is not below 0: go outside.")
        page.get_by_role("slider", name="weight").nth(2).press("ArrowLeft")
        expect(page.locator(".gn-said")).to_have_text("−0.5 is below 0: stay inside.")
        page.get_by_role("slider", name="bias").press("End")
        at(page, "data.answer === '1'")


def test_parts_light_up_together_by_button_by_pointing_and_by_tapping(new_page: Callable[..., Page]) -> None:
    with hosted(gn.widgets.TwoNeurons()) as address:
        page = open_page(new_page(**PHONE), address)
        page.get_by_role("button", name="synapses ↔ weights").press("Enter")
        expect(page.locator("[data-part='weights'].gn-on")).to_have_count(2)
        expect(page.get_by_role("button", name="synapses ↔ weights")).to_have_attribute("aria-pressed", "true")
        page.locator("[data-part='sum'] circle").first.tap()
        expect(page.locator("[data-part='sum'].gn-on")).to_have_count(2)
        expect(page.locator(".gn-said")).to_contain_text("cell body")
    with hosted(gn.widgets.TwoNeurons()) as address:
        desk = open_page(new_page(), address)
        desk.locator("[data-part='output'] .gn-step").hover()
        expect(desk.locator("[data-part='output'].gn-on")).to_have_count(2)


def test_a_mistake_is_corrected_explained_and_taken_back(page: Page) -> None:
    with hosted(gn.widgets.PerceptronByHand("and")) as address:
        open_page(page, address)
        assert data(page, "weight") == "1 −1"
        page.get_by_role("button", name="Learn from one mistake").click()
        at(page, "data.corrections === '1'")
        assert (data(page, "weight"), data(page, "bias")) == ("1 −1", "−0.5")
        expect(page.locator(".gn-correction")).to_contain_text("should be “0”. Mistake: 0 − 1 = −1.")
        expect(page.locator(".gn-correction")).to_contain_text("b ← 0.5 + (−1) = −0.5")
        page.get_by_role("button", name="new b = −0.5").press("Enter")
        expect(page.locator(".gn-why")).to_contain_text("bias_after = bias + learning_rate · mistake")
        page.get_by_role("button", name="perceptron.mistake = −1").click()
        expect(page.locator(".gn-why")).to_contain_text("mistake = target − a")
        page.get_by_role("button", name="Undo correction").click()
        at(page, "data.corrections === '0' && data.bias === '0.5'")
        expect(page.locator(".gn-correction")).to_be_empty()
        page.get_by_role("button", name="Keep learning").click()
        at(page, "data.right === '4'")
        expect(page.get_by_text("No mistake is left")).to_be_visible()
        expect(page.get_by_role("button", name="Learn from one mistake")).to_have_attribute("aria-disabled", "true")
        page.get_by_role("button", name="Start again").click()
        at(page, "data.corrections === '0' && data.weight === '1 −1'")


def test_the_line_is_moved_turned_and_set_by_sliders(page: Page) -> None:
    with hosted(gn.widgets.PerceptronByHand("xor")) as address:
        open_page(page, address)
        drag(page, "line-move", 0, -60)
        at(page, "data.bias !== '0.5'")
        assert data(page, "weight") == "1 −1", "moving changes nothing but the bias"
        before = data(page, "bias")
        named(page, "line-turn").press("ArrowUp")
        at(page, "data.weight !== '1 −1'")
        named(page, "line-move").press("Shift+ArrowLeft")
        at(page, f"data.bias !== '{before}'")
        page.get_by_role("slider", name="weight w₁").press("Home")
        at(page, "data.weight.startsWith('−4')")
        page.get_by_role("slider", name="bias b").press("End")
        at(page, "data.bias === '4'")


def test_xor_goes_round_in_circles_and_never_reaches_four(page: Page) -> None:
    with hosted(gn.widgets.PerceptronByHand("xor")) as address:
        open_page(page, address)
        page.get_by_role("button", name="Keep learning").click()
        expect(page.get_by_text("it goes round in circles")).to_be_visible(timeout=PATIENCE_MS)
        expect(page.get_by_role("button", name="Keep learning")).to_be_visible()
        assert data(page, "best") == "3"
        page.get_by_label("Example").select_option(label="Inside or outside a circle")
        at(page, "data.example === 'disc' && data.points === '60'")
        page.get_by_role("button", name="Keep learning").click()
        at(page, "data.corrections > 2")
        page.get_by_role("button", name="Stop").click()
        assert int(data(page, "right")) < 60


def test_xor_is_built_from_two_lines_by_drags_and_by_keys(page: Page) -> None:
    with hosted(gn.widgets.HiddenLayerByHand()) as address:
        open_page(page, address)
        page.get_by_role("button", name="Let the output neuron learn").click()
        at(page, "data.stuck === 'true'")
        expect(page.get_by_text("can't tell them apart")).to_be_visible()
        for _ in range(3):
            named(page, "hidden-2-turn").press("Shift+ArrowRight")
        named(page, "hidden-2-move").press("Shift+ArrowUp")
        at(page, "data.places === '00 10 10 11'")
        page.get_by_role("button", name="Let the output neuron learn").click()
        at(page, "data.right === '4'")
        expect(page.get_by_text("All four are right")).to_be_visible()
        before = data(page, "lines")
        drag(page, "output-move", 8, 8)
        at(page, f"data.lines !== {before!r}")
        drag(page, "hidden-1-move", 10, 10)
        page.get_by_role("button", name="Start again").click()
        at(page, "data.right === '2' && data.corrections === '0'")


def test_an_architecture_grows_and_shrinks_and_its_sum_is_written_out(page: Page) -> None:
    with hosted(gn.widgets.ArchitectureExplorer()) as address:
        open_page(page, address)
        expect(page.locator(".gn-total")).to_have_text("16 + 10 = 26 parameters")
        page.get_by_role("button", name="Add a hidden layer").click()
        at(page, "data.sizes === '3-4-4-2'")
        expect(page.locator(".gn-total")).to_have_text("16 + 20 + 10 = 46 parameters")
        page.get_by_role("button", name="Hidden layer 2: one more").press("Enter")
        page.get_by_role("button", name="Inputs: one fewer").click()
        page.get_by_role("button", name="Outputs: one fewer").click()
        at(page, "data.sizes === '2-4-5-1'")
        expect(page.get_by_role("button", name="Outputs: one fewer")).to_have_attribute("aria-disabled", "true")
        page.get_by_role("button", name="Hidden layer 2: 5").press("Enter")
        expect(page.get_by_text("each of its 5 neurons has 4 weights and 1 bias")).to_be_visible()
        expect(page.locator("tr[data-now='true']")).to_have_text("Hidden layer 24 · 5 = 20520 + 5 = 25")
        named(page, "output_activation").select_option(label="none")
        expect(page.locator("pre")).to_contain_text("gn.Dense(1),\n")
        named(page, "activation").select_option(label="tanh")
        expect(page.locator("pre")).to_contain_text('gn.Dense(5, "tanh"),')
        page.get_by_role("button", name="Copy the code").click()
        expect(page.get_by_text("Cop")).not_to_have_count(0)
        for _ in range(2):
            page.get_by_role("button", name="Remove a hidden layer").click()
        at(page, "data.sizes === '2-1' && data.parameters === '3'")
        expect(page.get_by_role("button", name="Remove a hidden layer")).to_have_attribute("aria-disabled", "true")


WIDGETS = [
    gn.widgets.TwoNeurons,
    gn.widgets.PerceptronByHand,
    gn.widgets.HiddenLayerByHand,
    lambda: gn.widgets.ArchitectureExplorer(10, [10] * 6, 10),
]


@pytest.mark.parametrize("make", WIDGETS, ids=["two neurons", "perceptron", "hidden layer", "architectures"])
@LOOKS
def test_axe_finds_nothing_nothing_scrolls_sideways_and_fingers_have_room(
    new_page: Callable[..., Page], make: Callable[[], HostedWidget], theme: str, width: int
) -> None:
    with hosted(make()) as address:
        page = open_page(new_page(color_scheme=theme, **(PHONE if width < 500 else {})), address)
        named(page, "learn").first.click() if named(page, "learn").count() else None
        found = Axe().run(page, context=".gn-root").response["violations"]
        assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]] == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        if width < 500:
            pressed = page.locator(".gn-root button:not(.gn-num), .gn-root select, .gn-root input[type=range]")
            boxes = [one.bounding_box() for one in pressed.all() if one.is_visible()]
            assert [box for box in boxes if box and box["height"] < 43.5] == []
