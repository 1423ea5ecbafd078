"""Controls in Jupyter: they have the same values as marimo's and notify listeners of changes."""

from collections.abc import Callable
from typing import Any

import pytest

import glassnet as gn
from glassnet.lessons import jupyter as mo
from glassnet.lessons.jupyter_controls import Fixed, watch


def notifications_of(control: Any) -> list[Any]:
    values: list[Any] = []
    watch(control, lambda: values.append(control.value))
    return values


@pytest.mark.parametrize(
    ("make", "begins", "other"),
    [
        (lambda: mo.ui.slider(0, 10, value=3), 3, 7),
        (lambda: mo.ui.slider(-1.0, 3.2, 0.1, 3.0), 3.0, 1.5),
        (lambda: mo.ui.slider(steps=[0, 5, 5000], value=5), 5, 5000),
        (lambda: mo.ui.number(0, 1, value=0.5), 0.5, 0.25),
        (lambda: mo.ui.number(value=2), 2, 4.5),
        (lambda: mo.ui.dropdown({"a": ("x", 1), "b": ("y", 2)}, value="a"), ("x", 1), ("y", 2)),
        (lambda: mo.ui.dropdown(["one", "two"], "two"), "two", "one"),
        (lambda: mo.ui.radio(["one", "two"]), None, "one"),
        (lambda: mo.ui.switch(), False, True),
        (lambda: mo.ui.checkbox(True), True, False),
        (lambda: mo.ui.text("a"), "a", "b"),
    ],
)
def test_a_control_has_its_initial_value_and_notifies_of_a_change(
    make: Callable[[], Any], begins: Any, other: Any
) -> None:
    control = make()
    assert control.value == begins
    values = notifications_of(control)
    control.value = other
    assert values == [other]


def test_a_button_is_pressed_only_while_its_cells_run() -> None:
    button = mo.ui.run_button(label="Train")
    values = notifications_of(button)
    button.click()
    assert (values, button.value) == ([True], False)


def test_a_state_is_read_by_calling_it() -> None:
    paused, set_paused = mo.state(None)
    seen: list[Any] = []
    watch(paused, lambda: seen.append(paused()))
    set_paused(3)
    assert (seen, paused()) == ([3], 3)


def test_a_widget_s_value_is_what_it_shares_with_its_page() -> None:
    lab = mo.ui.anywidget(gn.widgets.Lab(samples=20))
    values = notifications_of(lab)
    lab.widget.spec = {**lab.spec, "seed": 5}
    assert values
    assert lab.value["spec"]["seed"] == 5


def test_a_control_without_a_jupyter_equivalent_keeps_its_value_and_says_so() -> None:
    control = mo.ui.code_editor("x = 1")
    assert isinstance(control, Fixed)
    assert control.value == "x = 1"
    assert notifications_of(control) == []


def test_a_live_cell_runs_again_and_a_stopped_one_shows_why() -> None:
    slider, runs = mo.ui.slider(0, 10, value=1), []

    @mo.live(slider)
    def _() -> Any:
        runs.append(slider.value)
        mo.stop(slider.value > 5, mo.md("Too much."))
        return mo.md("Fine.")

    slider.value = 7
    assert runs == [1, 7]
