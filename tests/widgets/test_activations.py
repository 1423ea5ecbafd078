"""The activation explorer and the custom activation, without a browser."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.widgets.activation_explorer.functions import FUNCTIONS
from glassnet.widgets.activation_explorer.messages import MAX_SHOWN
from glassnet.widgets.custom_activation.session import EXAMPLES, STEPS, CustomActivationSession


def ask(asked: Any, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    """Return head and arrays of the reply of a widget or a session."""
    answer = asked.handle if isinstance(asked, CustomActivationSession) else asked.answer
    head, buffers = answer({"id": 7, "kind": kind, **fields})
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_curves_are_the_engine_s_and_slopes_agree_with_finite_differences() -> None:
    widget = gn.widgets.ActivationExplorer()
    for name in FUNCTIONS:
        head, (z, value, slope) = ask(widget, "curves", functions=[name], z=0.7)
        smooth = np.abs(z) > 0.05
        measured = np.gradient(value.astype(float), z.astype(float))
        assert slope[smooth][1:-1] == pytest.approx(measured[smooth][1:-1], abs=6e-3), name
        assert head["functions"][0]["label"] == FUNCTIONS[name][0]


def test_alphas_change_only_their_own_function() -> None:
    widget = gn.widgets.ActivationExplorer()
    names = ["leaky_relu", "elu", "tanh"]
    before, after = (
        ask(widget, "curves", functions=names, z=-2.0, leaky=leaky, elu=elu)[0]["functions"]
        for leaky, elu in ((0.01, 1.0), (0.3, 2.0))
    )
    assert [one["value"] for one in before] == pytest.approx([-0.02, np.expm1(-2.0), np.tanh(-2.0)])
    assert [one["value"] for one in after] == pytest.approx([-0.6, 2 * np.expm1(-2.0), np.tanh(-2.0)])


def test_ranges_have_no_number_where_there_is_no_end() -> None:
    head, _ = ask(gn.widgets.ActivationExplorer(), "curves", functions=["relu", "sigmoid"], z=0.0)
    assert [(one["lowest"], one["highest"]) for one in head["functions"]] == [(0.0, None), (0.0, 1.0)]


def test_settings_follow_what_is_shown() -> None:
    widget = gn.widgets.ActivationExplorer(["elu"], z=2.0, reach=3)
    assert widget.settings == {"functions": ["elu"], "z": 2.0, "reach": 3.0}
    ask(widget, "curves", functions=["gelu", "silu"], z=-1.0, reach=8)
    assert widget.settings == {"functions": ["gelu", "silu"], "z": -1.0, "reach": 8.0}


@pytest.mark.parametrize(
    ("arguments", "settings", "words"),
    [
        ([[]], {}, "1 to 6 names"),
        ([["relu"] * (MAX_SHOWN + 1)], {}, "1 to 6 names"),
        (["relu"], {}, "list of 1 to 6"),
        ([["rleu"]], {}, "Did you mean 'relu'"),
        ([["relu"]], {"z": 9.0}, "z must be"),
        ([["relu"]], {"reach": 100}, "reach must be"),
    ],
)
def test_what_cannot_be_shown_is_refused(arguments: list[object], settings: dict[str, float], words: str) -> None:
    with pytest.raises(gn.GlassnetError, match=words):
        gn.widgets.ActivationExplorer(*arguments, **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize("formula", EXAMPLES.values())
def test_every_example_formula_is_read_and_its_slope_agrees(formula: str) -> None:
    head, (z, value, slope) = ask(gn.widgets.CustomActivation(), "read", formula=formula)
    assert all(check["agrees"] for check in head["checks"])
    assert np.isfinite([z, value, slope]).all()


def test_a_formula_trains_beside_tanh_to_the_end() -> None:
    session = CustomActivationSession("sin(z)")
    head, losses = ask(session, "begin", formula="sin(z)")
    assert [one["name"] for one in head["networks"]] == ["your activation", "tanh"]
    while not head["done"]:
        head, losses = ask(session, "train", steps=40)
    assert head["step"] == STEPS
    assert [len(one) for one in losses] == [STEPS, STEPS]
    assert all(one[-1] < 0.1 * one[0] for one in losses)


def test_mistakes_in_a_formula_keep_the_last_valid_one() -> None:
    widget = gn.widgets.CustomActivation("z^2")
    head, _ = ask(widget, "read", formula="sin(p)")
    assert head["kind"] == "error"
    assert "'p' is unknown; use one of z" in head["message"]
    head, _ = ask(widget, "read", formula="3 + 4")
    assert "does not contain z" in head["message"]
    assert widget.settings == {"formula": "z^2"}


def test_training_without_a_network_says_what_to_do() -> None:
    head, _ = ask(gn.widgets.CustomActivation(), "train", steps=1)
    assert "send a begin request first" in head["message"]
