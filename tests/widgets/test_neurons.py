"""The perceptron by hand, the hidden layer by hand and the two neurons: their Python sides, without a browser."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.widgets.hidden_layer_by_hand import HiddenLayerSession
from glassnet.widgets.perceptron_by_hand import PerceptronSession
from glassnet.widgets.perceptron_by_hand.examples import EXAMPLES
from glassnet.widgets.two_neurons import TwoNeuronsSession
from glassnet.widgets.wire import Session

SEPARABLE = ("loan", "spam", "and", "or", "nand", "words")
NOT_SEPARABLE = ("xor", "pair", "disc")


def ask(session: Session, kind: str, **fields: Any) -> dict[str, Any]:
    head, _ = session.handle({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head
    return head


def learn_on(example: str, corrections: int) -> list[dict[str, Any]]:
    """Learn as the page does: the next mistake after the one before."""
    session = PerceptronSession(example)
    now: dict[str, Any] = ask(session, "choose", example=example)
    begin, made = 0, []
    for _ in range(corrections):
        now = ask(session, "learn", example=example, weight=now["weight"], bias=now["bias"], begin=begin)
        if now["point"] is None:
            break
        begin = now["point"] + 1
        made.append(now)
    return made


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_opens_with_mistakes_inside_its_axes(example: str) -> None:
    one = EXAMPLES[example]
    x, y = one.points
    assert set(y) == {0, 1}
    assert one.reach[0] <= x.min() <= x.max() <= one.reach[1]
    assert 0 < gn.widgets.PerceptronByHand(example).settings["right"] < len(x)


@pytest.mark.parametrize("example", SEPARABLE)
def test_what_a_line_separates_is_learnt_in_a_few_seconds(example: str) -> None:
    made = learn_on(example, 25)
    assert made[-1]["wrong"] == []
    assert 2 <= len(made) < 25


@pytest.mark.parametrize("example", NOT_SEPARABLE)
def test_what_no_line_separates_is_never_learnt(example: str) -> None:
    made = learn_on(example, 300)
    assert len(made) == 300
    assert all(one["wrong"] for one in made)


def test_xor_comes_back_to_the_same_line_after_four_corrections() -> None:
    made = learn_on("xor", 40)
    states = [(tuple(one["weight"]), one["bias"], one["point"]) for one in made]
    again = next(i for i, state in enumerate(states) if state in states[:i])
    assert again - states.index(states[again]) == 4
    assert max(one["right"] for one in made) == 3


def test_a_correction_is_sent_with_its_numbers_and_their_explanations() -> None:
    session = PerceptronSession("and")
    asked = {"example": "and", "weight": [1.0, -1.0], "bias": 0.5}
    head = ask(session, "learn", begin=0, **asked)
    numbers = {one["reference"]: one["value"] for one in head["numbers"]}
    assert (head["point"], head["weight"], head["bias"]) == (0, [1.0, -1.0], -0.5)
    assert numbers["perceptron.mistake"] == -1
    for reference, value in numbers.items():
        told = ask(session, "explain", point=0, reference=reference, **asked)["explanation"]
        assert told["value"] == value
    assert "bias + learning_rate · mistake" in told["formula"]
    head, _ = session.handle({"id": 1, "kind": "explain", "point": 9, "reference": "perceptron.z", **asked})
    assert "from 0 to 3" in head["message"]


def test_two_lines_and_an_output_neuron_solve_xor_and_one_line_twice_does_not() -> None:
    session = HiddenLayerSession()
    either, both = {"weight": [1, 1], "bias": -0.5}, {"weight": [1, 1], "bias": -1.5}
    start = {"weight": [1, 0.5], "bias": -1.2}
    solved = ask(session, "learn", hidden=[either, both], output=start)
    assert (solved["right"], solved["answers"], solved["stuck"]) == (4, [0, 1, 1, 0], False)
    assert session.settings["right"] == 4
    stuck = ask(session, "learn", hidden=[either, either], output=start)
    assert stuck["stuck"]
    assert stuck["right"] < 4


def test_the_hidden_layer_opens_with_a_0_and_a_1_on_the_same_spot() -> None:
    view = ask(HiddenLayerSession(), "open")
    spots = {
        tuple(place): {view["targets"][j] for j, other in enumerate(view["places"]) if other == place}
        for place in view["places"]
    }
    assert {0, 1} in spots.values()


def test_what_both_neurons_show_at_first_is_a_no_and_friends_turn_it_into_a_yes() -> None:
    view = ask(TwoNeuronsSession(), "open")
    assert (view["z"], view["answer"]) == (-3.0, 0)
    with_friends = ask(TwoNeuronsSession(), "decide", inputs=[1, 1, 1], weight=view["weight"], bias=view["bias"])
    assert (with_friends["z"], with_friends["answer"]) == (0.0, 1)
    assert np.isclose(sum(with_friends["products"]) + view["bias"], with_friends["z"])


def test_corrections_leave_no_residue_of_their_decimals() -> None:
    session, begin, weights = PerceptronSession("loan"), 0, EXAMPLES["loan"].start
    for _ in range(60):
        head, _ = session.handle(
            {"id": 1, "kind": "learn", "example": "loan", "weight": weights[:2], "bias": weights[2], "begin": begin}
        )
        weights = (*head["weight"], head["bias"])
        assert all(value == round(value, 10) for value in weights), weights
        begin = (head["point"] or 0) + 1
