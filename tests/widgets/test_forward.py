"""Forward propagation: the numbers of a pass, what they mean, and how each came about."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError, UnknownNameError
from glassnet.widgets.architecture_explorer.architecture import MOST_HIDDEN, MOST_UNITS
from glassnet.widgets.forward_propagation import ForwardSession
from glassnet.widgets.forward_propagation.worked import WORKED


def ask(session: Any, **request: Any) -> dict[str, Any]:
    head, buffers = session.handle({"id": 1, **request})
    assert buffers == []
    return dict(head)


@pytest.fixture
def session() -> ForwardSession:
    return ForwardSession()


ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "linear": lambda z: z,
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(),
}


def check_pass(shown: dict[str, Any]) -> None:
    """Every number follows from those before it: products, sums, activations."""
    x = np.array(shown["x"])
    for layer in shown["layers"]:
        weight = np.array(layer["weight"])
        assert np.array(layer["signals"]) == pytest.approx(x[:, None] * weight)
        z = np.array(layer["signals"]).sum(axis=0) + np.array(layer["bias"])
        assert np.array(layer["z"]) == pytest.approx(z, abs=1e-12)
        x = ACTIVATIONS[layer["activation"]](z)
        assert np.array(layer["a"]) == pytest.approx(x, abs=1e-12)


def test_every_worked_network_is_listed_and_opens_on_its_first_inputs(session: ForwardSession) -> None:
    listed = ask(session, kind="networks")
    assert [one["name"] for one in listed["networks"]] == [*WORKED, "shape"]
    for one in listed["networks"]:
        shown = ask(session, kind="open", network=one["name"])
        check_pass(shown)
        if one["presets"]:
            assert [each["value"] for each in shown["inputs"]] == one["presets"][0]["x"]
        for preset in one["presets"]:
            for value, each in zip(preset["x"], shown["inputs"], strict=True):
                assert each["low"] <= value <= each["high"], preset["label"]
        assert bool(shown["says"]) == (one["name"] != "shape")


SHAPES = [(1, 1), (10, 1), (1, 10, 1), (2, 3, 1), (10, *[10] * MOST_HIDDEN, 10), (3, 1, 2, 3, 4, 5, 6, 7)]


@pytest.mark.parametrize("sizes", SHAPES, ids=str)
@pytest.mark.parametrize("output", ["sigmoid", "softmax", "linear"])
def test_any_shape_can_be_built_and_every_number_of_it_explained(
    session: ForwardSession, sizes: tuple[int, ...], output: str
) -> None:
    inputs, *hidden, outputs = sizes
    shape = {"inputs": inputs, "hidden": hidden, "outputs": outputs, "activation": "tanh"}
    shape["output_activation"] = output
    shown = ask(session, kind="build", shape=shape)
    assert [(len(layer["weight"]), len(layer["z"])) for layer in shown["layers"]] == list(pairwise(sizes))
    check_pass(shown)
    last = shown["layers"][-1]
    for part in ("z", "a"):
        found = ask(session, kind="explain", reference=f"{last['name']}.{part}[0, {outputs - 1}]")["explanation"]
        assert found["value"] == last[part][-1]
    terms = ask(session, kind="explain", reference=f"{last['name']}.z[0, 0]")["explanation"]["expression"]
    assert len(terms["operands"]) == sizes[-2] + 1, "one product for each unit before, and the bias: none is folded"
    assert sum(term["value"] for term in terms["operands"]) == pytest.approx(last["z"][0])


def test_new_weights_come_with_another_seed_and_the_same_with_the_same(session: ForwardSession) -> None:
    first, again, other = (
        ask(session, kind="build", shape={"inputs": 2, "hidden": [3], "outputs": 1}, seed=seed) for seed in (1, 1, 2)
    )
    assert first == again
    assert first["layers"][0]["weight"] != other["layers"][0]["weight"]


def test_inputs_are_set_in_everyday_units_and_the_answer_follows(session: ForwardSession) -> None:
    shown = ask(session, kind="open", network="driving", x=[100, 50, 0])
    assert shown["x"] == [1.0, 0.5, 0.0]
    assert shown["says"].startswith("accelerate")
    assert session.settings == {"network": "driving", "weights": "first", "x": [100, 50, 0], "shape": None}


def test_what_cannot_be_shown_is_refused_and_what_was_shown_stays(session: ForwardSession) -> None:
    before = ask(session, kind="open", network="clouds", weights="trained")
    for request, told in (
        ({"network": "clouds", "x": [1.0]}, "This network has 2 inputs; got 1 numbers."),
        ({"network": "student", "weights": "trained"}, "Unknown weights 'trained'"),
        ({"network": "house"}, "Did you mean 'house_price'?"),
    ):
        answer = ask(session, kind="open", **request)
        assert answer["kind"] == "error"
        assert told in answer["message"]
        assert session.settings["network"] == "clouds"
    assert "hidden" in ask(session, kind="build", shape={"inputs": 2, "hidden": [1] * 7, "outputs": 1})["message"]
    assert "11" in ask(session, kind="build", shape={"inputs": 11, "hidden": [], "outputs": 1})["message"]
    assert session.settings["weights"] == "trained"
    assert ask(session, kind="open", network="clouds", weights="trained") == before


def test_where_inputs_and_weights_come_from_is_said(session: ForwardSession) -> None:
    def note(reference: str) -> str:
        return str(ask(session, kind="explain", reference=reference)["explanation"]["note"])

    ask(session, kind="open", network="age_income")
    assert note("data.x[0, 1]") == "an input, 60,000 divided by 100,000"
    assert note("dense_1.weight[0, 0]") == "drawn or set before training"
    ask(session, kind="open", network="clouds", weights="trained")
    assert note("data.x[0, 1]") == "an input"
    assert note("dense_1.bias[0]") == "made by 200 updates of training"
    assert note("dense_1.z[0, 0]") == ""


def test_the_widget_s_run_gives_the_same_numbers_in_python() -> None:
    widget = gn.widgets.ForwardPropagation(network="student")
    head, _ = widget.answer({"id": 1, "kind": "open", "network": "student", "x": [8, 8]})
    moment = widget.run.at(0)
    assert moment.parts("dense_1")["z"][0].tolist() == head["layers"][0]["z"]
    assert widget.settings["x"] == [8, 8]


def test_a_reader_s_own_run_is_shown_before_and_after_its_training() -> None:
    network = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")])
    run = gn.Run(network, gn.Recipe("binary_cross_entropy", gn.SGD(0.5), batch_size=8), gn.data.moons(40))
    fresh = gn.widgets.ForwardPropagation(run)
    with pytest.raises(UnknownNameError, match="weights"):
        gn.widgets.ForwardPropagation(run, trained=True)
    assert fresh.settings["network"] == "run"
    run.advance(20)
    widget = gn.widgets.ForwardPropagation(run, trained=True)
    moment = widget.run.at(0)
    sample = np.asarray(run.dataset.train.x[:1], dtype="float64")
    assert moment.x == pytest.approx(sample)
    assert moment.parts("dense_2")["a"] == pytest.approx(run.predict(sample), abs=1e-6)
    head, _ = widget.answer({"id": 1, "kind": "networks"})
    assert [one["name"] for one in head["networks"]] == ["run", *WORKED, "shape"]
    assert head["networks"][0]["trained"]


def run_of(*layers: Any, inputs: int = 2) -> gn.Run:
    data = gn.data.from_arrays(np.zeros((4, inputs)), np.zeros((4, 1)), validation=0.0)
    return gn.Run(gn.Network([*layers, gn.Dense(1)]), gn.Recipe("mean_squared_error"), data)


def test_networks_that_are_too_large_are_refused_with_what_is_possible() -> None:
    for run, told in (
        (run_of(gn.Dense(MOST_UNITS + 1)), "Dense layers of up to 10 units"),
        (run_of(*[gn.Dense(2)] * (MOST_HIDDEN + 1)), "up to 7 layers"),
        (run_of(gn.LayerNorm()), "Dense layers"),
        (run_of(inputs=MOST_UNITS + 1), "up to 10 inputs"),
    ):
        with pytest.raises(SettingError, match=told):
            gn.widgets.ForwardPropagation(run)
    with pytest.raises(SettingError, match="at least two numbers"):
        gn.widgets.ForwardPropagation(layers=(3,))
    with pytest.raises(SettingError, match="inputs"):
        gn.widgets.ForwardPropagation(layers=(0, 3))
    gn.widgets.ForwardPropagation(run_of(inputs=MOST_UNITS))
