"""Every control changes what it says, nothing starts over, and Undo takes it back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from ..lab_page import LabPage

pytestmark = pytest.mark.browser


def _some_steps(lab: LabPage) -> int:
    for _ in range(2):
        lab.press("step")
    return int(lab.wait(lambda data: data["step"] == "2")["step"])


@pytest.mark.parametrize(
    ("name", "place", "setting"),
    [
        ("noise", "0.3", ("noise", "0.3")),
        ("samples", "120", ("samples", "120")),
        ("test", "0.5", ("test", "0.5")),
        ("batch_size", "40", ("batch_size", "40")),
        ("learning_rate", "0.4", ("learning_rate", "0.01")),
        ("l2", "3", ("l2", "0.001")),
    ],
)
def test_a_slider_changes_its_setting_and_undo_takes_it_back(
    lab: LabPage, name: str, place: str, setting: tuple[str, str]
) -> None:
    steps = _some_steps(lab)
    before = lab.spec()
    data = lab.change(lambda: lab.slide(name, place))
    assert int(data["step"]) == steps
    assert lab.spec() == {**before, setting[0]: setting[1]}
    expect(lab.page.locator(".gn-changes button")).to_have_count(1)
    lab.press("undo")
    lab.wait_for_spec(before)
    expect(lab.page.locator(".gn-changes")).to_be_hidden()
    assert lab.step == steps


@pytest.mark.parametrize("data", ["circle", "xor", "gaussians", "spiral", "moons"])
def test_the_data_sets_are_pictures_to_choose_from(lab: LabPage, data: str) -> None:
    if data == "moons":
        lab.change(lambda: lab.page.locator("input[value=xor]").check())
    loss = lab.loss
    shown = lab.change(lambda: lab.page.locator(f"input[value={data}]").check())
    assert float(shown["loss"]) != loss
    assert lab.spec()["data"] == data


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "linear"])
def test_the_activation_can_be_changed_while_training(lab: LabPage, activation: str) -> None:
    lab.press("play")
    lab.wait(lambda data: int(data["step"]) > 30)
    data = lab.change(lambda: lab.page.locator("select[name=activation]").select_option(activation))
    assert data["playing"] == "true"
    lab.wait(lambda now: int(now["step"]) > int(data["step"]))
    assert lab.spec()["activation"] == activation


@pytest.mark.parametrize(
    ("buttons", "hidden", "units"),
    [
        (["more-layers"], "4-4-4", 15),
        (["less-layers"], "4", 7),
        (["more-units-1"], "5-4", 12),
        (["less-units-2", "less-units-2"], "4-2", 9),
        (["less-layers", "less-layers"], "", 3),
        (["more-layers", "more-layers"], "4-4-4-4", 19),
    ],
)
def test_layers_and_units_are_added_and_removed_on_the_picture(
    lab: LabPage, buttons: list[str], hidden: str, units: int
) -> None:
    steps = _some_steps(lab)
    for name in buttons:
        lab.change(lambda name=name: lab.press(name))  # type: ignore[misc]
    assert lab.spec()["hidden"] == hidden
    assert lab.units() == units
    assert lab.step == steps
    lab.press("step")
    lab.wait(lambda data: int(data["step"]) == steps + 1)


def test_a_network_has_its_limits(lab: LabPage) -> None:
    lab.change(lambda: lab.page.evaluate("() => (location.hash = 'hidden=15-3-2-2-2-2-2')"))
    lab.change(lambda: lab.press("more-units-1"))
    expect(lab.button("more-units-1")).to_have_attribute("aria-disabled", "true")
    lab.change(lambda: lab.press("more-layers"))
    expect(lab.button("more-layers")).to_have_attribute("aria-disabled", "true")


def test_new_points_are_other_points(lab: LabPage) -> None:
    loss = lab.loss
    assert float(lab.change(lambda: lab.press("new-points"))["loss"]) != loss
    assert lab.spec()["data_seed"] == "1"


def test_dragging_a_slider_is_one_change_and_ends_where_the_hand_let_go(lab: LabPage) -> None:
    lab.press("play")
    lab.wait(lambda data: int(data["step"]) > 10)
    before = lab.spec()
    slider = lab.page.locator("input[name=noise]")
    box = slider.bounding_box()
    assert box
    mouse = lab.page.mouse
    mouse.move(box["x"] + 10, box["y"] + box["height"] / 2)
    mouse.down()
    for part in range(1, 21):
        mouse.move(box["x"] + 10 + part * (box["width"] - 20) / 20, box["y"] + box["height"] / 2)
    value = slider.input_value()
    mouse.up()
    lab.wait_for_spec({**before, "noise": value})
    assert slider.input_value() == value
    expect(lab.page.locator(".gn-changes button")).to_have_count(1)
    lab.press("undo")
    expect(slider).to_have_value("0.1")


Act = Callable[[], object]


def test_undo_and_redo_walk_through_several_changes(lab: LabPage) -> None:
    acts: list[Act] = [
        lambda: lab.slide("noise", "0.2"),
        lambda: lab.press("more-layers"),
        lambda: lab.slide("l2", "5"),
    ]
    specs = [lab.spec()]
    for act in acts:
        lab.change(act)
        specs.append(lab.spec())
    for spec in reversed(specs[:-1]):
        lab.press("undo")
        lab.wait_for_spec(spec)
    expect(lab.button("undo")).to_have_attribute("aria-disabled", "true")
    for spec in specs[1:]:
        lab.press("redo")
        lab.wait_for_spec(spec)
