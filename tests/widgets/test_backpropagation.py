"""The backpropagation visualiser's Python side, without a browser."""

import json
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError
from glassnet.explain import Reference
from glassnet.run.moment import Moment
from glassnet.widgets.backpropagation import BackpropagationSession
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.backpropagation.graph import make_graph
from glassnet.widgets.backpropagation.paths import gradient_paths

OPEN = {"kind": "open", "example": "age_income", "step": 0, "sample": 0}
each_example = pytest.mark.parametrize("name", list(EXAMPLES))


def moment_of(name: str, step: int) -> Moment:
    run = EXAMPLES[name].run(EXAMPLES[name].rate)
    if step:
        run.advance(step)
    return run.at(step)


def reply_to(request: dict[str, Any], session: BackpropagationSession | None = None) -> dict[str, Any]:
    head, buffers = (session or BackpropagationSession()).handle({"id": 1, **request})
    assert buffers == []
    json.dumps(head, allow_nan=False)
    return head


@each_example
@pytest.mark.parametrize("step", [0, 3])
def test_paths_multiply_and_add_up_to_the_engines_gradients(name: str, step: int) -> None:
    moment = moment_of(name, step)
    compared = 0
    for layer in moment.network.names:
        parts = moment.parts(layer)
        for part in ("d_weight", "d_bias", "d_z", "d_a"):
            if part == "d_a" and layer == moment.network.names[-1]:
                continue
            for index in np.ndindex(parts[part].shape):
                added = sum(path.product for path in gradient_paths(moment, Reference(layer, part, index)))
                assert added == pytest.approx(parts[part][index], abs=1e-12)
                compared += 1
    assert compared >= 3


@each_example
def test_the_graph_of_small_operations_agrees_with_the_engine(name: str) -> None:
    moment = moment_of(name, 2)
    graphs = [make_graph(moment, place) for place in range(len(moment.x))]
    shares: dict[str, float] = {}
    for graph in graphs:
        for node in graph:
            if node.reference:
                assert node.value == pytest.approx(moment.explain(node.reference).value, abs=1e-12)
            if node.kind in ("weight", "bias"):
                shares[node.d_reference] = shares.get(node.d_reference, 0.0) + node.gradient
            elif node.d_reference:
                assert node.gradient == pytest.approx(moment.explain(node.d_reference).value, abs=1e-12)
    assert len(shares) == sum(np.size(values) for layer in moment.grads.values() for values in layer.values())
    for reference, gradient in shares.items():  # a batch's gradient is the sum of its samples' shares
        assert gradient == pytest.approx(moment.explain(reference).value, abs=1e-12)


@each_example
def test_gradients_are_what_nudging_each_parameter_shows(name: str) -> None:
    moment = moment_of(name, 0)
    for layer, grads in moment.grads.items():
        for parameter, values in grads.items():
            for index in np.ndindex(values.shape):
                checked = moment.gradient_check(layer, parameter, *index)
                assert checked.best_error < 1e-7, (layer, parameter, index)
                assert checked.analytic == pytest.approx(values[index], abs=1e-12)


@each_example
def test_a_step_takes_the_gradient_times_the_rate_and_the_loss_after_it_is_that_of_the_next_step(name: str) -> None:
    session, rate = BackpropagationSession(), EXAMPLES[name].rate
    head = reply_to({**OPEN, "example": name}, session)
    for layer in head["layers"]:
        for parameter in ("weight", "bias"):
            before, gradient = np.array(layer[parameter]), np.array(layer[f"d_{parameter}"])
            assert np.array(layer[f"{parameter}_after"]) == pytest.approx(before - rate * gradient, abs=1e-14)
    after = reply_to({**OPEN, "example": name, "step": 1}, session)
    assert after["loss"] == pytest.approx(head["loss_after"], abs=1e-12)
    assert head["loss_after"] < head["loss"]


def test_the_age_and_income_example_by_hand() -> None:
    head = reply_to(OPEN)
    hidden, output = head["layers"]
    assert hidden["z"] == pytest.approx([0.43, 0.16], abs=1e-12)
    z = 0.7 * 0.43 - 0.6 * 0.16 + 0.1
    p = 1 / (1 + np.exp(-z))
    assert output["a"] == pytest.approx([p], abs=1e-12)
    assert head["loss"] == pytest.approx(-np.log(p), abs=1e-12)
    assert output["d_z"] == pytest.approx([p - 1], abs=1e-12)
    assert hidden["d_z"] == pytest.approx([0.7 * (p - 1), -0.6 * (p - 1)], abs=1e-12)
    assert hidden["d_weight"][1] == pytest.approx([0.6 * 0.7 * (p - 1), 0.6 * -0.6 * (p - 1)], abs=1e-12)


def test_an_explanation_names_every_gradient_up_to_the_loss() -> None:
    head = reply_to({"kind": "explain", "reference": "dense_1.d_weight[0, 1]"})
    assert head["explanation"]["formula"] == "d_weight[0, 1] = data.x[0, 0] · d_z[0, 1]"
    assert [line["reference"] for line in head["depends_on"]] == [
        "dense_1.d_z[0, 1]",
        "dense_2.d_x[0, 1]",
        "dense_2.d_z[0, 0]",
        "loss.d_prediction[0, 0]",
    ]
    (path,) = head["paths"]
    assert [factor["kind"] for factor in path["factors"]] == ["input", "slope", "weight", "error"]
    assert path["product"] == pytest.approx(head["explanation"]["value"], abs=1e-12)


def numbers_of(head: dict[str, Any]) -> list[tuple[str, float]]:
    """Return every number that the page shows of a step, by the name under which it asks for its reason."""
    place = head["place"]
    found = [(f"data.x[{place}, {i}]", x) for i, x in enumerate(head["x"])]
    found += [(target["reference"], target["value"]) for target in head["targets"]]
    found += [(f"loss.value[{place}]", head["sample_loss"]), ("loss.mean", head["loss"])]
    found += [("afterwards.mean", head["loss_after"]), ("optimizer.learning_rate", head["learning_rate"])]
    for layer in head["layers"]:
        for part, values in layer.items():
            if part not in ("name", "activation"):
                spot = (place,) if part in ("z", "a", "d_z", "d_a") else ()
                for index in np.ndindex(np.shape(values)):
                    found.append((f"{layer['name']}.{part}{[*spot, *index]}", float(np.array(values)[index])))
    return found


@each_example
@pytest.mark.parametrize("step", [0, 3])
def test_every_number_of_the_picture_is_explained_by_its_name(name: str, step: int) -> None:
    session = BackpropagationSession()
    head = reply_to({**OPEN, "example": name, "step": step, "sample": 1}, session)
    for reference, value in numbers_of(head):
        asked = reply_to({"kind": "explain", "reference": reference}, session)
        assert asked["explanation"]["value"] == pytest.approx(value, abs=1e-12), reference
        assert asked["explanation"]["note"] or asked["explanation"]["leaves"]


@each_example
def test_every_factor_of_a_path_and_every_link_is_explained_by_its_name(name: str) -> None:
    session = BackpropagationSession()
    head = reply_to({**OPEN, "example": name, "step": 2}, session)
    asked = reply_to({"kind": "explain", "reference": f"{head['layers'][0]['name']}.d_weight[0, 0]"}, session)
    inside = [factor for path in asked["paths"] for factor in path["factors"]] + asked["depends_on"]
    assert {factor.get("kind", "link") for factor in inside} >= {"input", "error", "link"}
    for one in inside:
        value = reply_to({"kind": "explain", "reference": one["reference"]}, session)["explanation"]["value"]
        assert value == pytest.approx(one["value"], abs=1e-12), one


def test_a_distance_is_explained_at_the_step_that_it_is_shown_for() -> None:
    session = BackpropagationSession()
    reply_to({**OPEN, "step": 9}, session)
    reply_to({"kind": "branch", "step": 2, "learning_rate": 3}, session)
    reply_to({**OPEN, "step": 8}, session)
    reply_to({**OPEN, "step": 4}, session)
    compared = reply_to({"kind": "compare", "track": "run"}, session)
    step, shown = compared["steps"][-1], compared["distances"]["all"][-1]
    asked = reply_to({"kind": "explain", "reference": "distance.branch_1/run/all", "step": step}, session)
    assert (step, asked["step"]) == (8, 8)
    assert asked["explanation"]["value"] == pytest.approx(shown)
    weight = reply_to({"kind": "explain", "reference": "run.dense_1/weight[0, 0]", "step": step}, session)
    assert (weight["track"], weight["step"]) == ("run", 8)


def test_a_neuron_that_is_off_hands_nothing_back() -> None:
    head = reply_to({**OPEN, "example": "house"})
    hidden = head["layers"][0]
    off = [unit for unit, a in enumerate(hidden["a"]) if a == 0]
    assert off == [1]
    assert hidden["d_a"][1] != 0
    assert hidden["d_z"][1] == 0
    assert [row[1] for row in hidden["d_weight"]] == [0, 0, 0]


def test_the_sample_keeps_its_name_however_the_batch_is_shuffled() -> None:
    session = BackpropagationSession()
    for step in range(4):
        head = reply_to({**OPEN, "example": "xor", "step": step, "sample": 2}, session)
        assert head["x"] == [1.0, 0.0]
        assert head["samples"][head["place"]] == 2


def test_a_run_of_ones_own() -> None:
    run = gn.Run(
        gn.Network([gn.Dense(4, "tanh"), gn.Dense(3, "relu"), gn.Dense(1, "sigmoid")]),
        gn.Recipe("binary_cross_entropy", gn.Adam(0.01), batch_size=8),
        gn.data.moons(40, seed=0),
    )
    run.advance(7)
    session = BackpropagationSession(run)
    offered = reply_to({"kind": "examples"}, session)
    assert [one["name"] for one in offered["examples"]] == ["own"]
    head = reply_to({**OPEN, "example": "own", "step": 5}, session)
    assert head["loss"] == pytest.approx(run.at(5).loss)
    assert head["last_step"] == 7
    assert (head["rule"], head["plain"]) == ("Adam", False)
    assert reply_to({"kind": "explain", "reference": "dense_1.d_weight[0, 0]"}, session)["more_paths"] is None
    assert reply_to({**OPEN, "example": "own", "step": 8}, session)["kind"] == "error"
    assert reply_to({"kind": "change", "learning_rate": 1}, session)["kind"] == "error"
    branch = reply_to({"kind": "branch", "step": 3, "learning_rate": 1}, session)
    assert (branch["now"], branch["step"], branch["learning_rate"]) == ("branch_1", 3, 1.0)
    assert reply_to({**OPEN, "example": "own", "step": 20}, session)["step"] == 20
    assert (run.step, run.branches[0].step, run.branches[0].branched_at) == (7, 20, 3)


def test_the_timeline_goes_back_and_a_branch_has_another_future() -> None:
    session = BackpropagationSession()
    far = reply_to({**OPEN, "step": 12}, session)
    assert (far["step"], far["tracks"][0]["step"], far["plain"]) == (12, 12, True)
    past = reply_to({**OPEN, "step": 4}, session)
    assert (past["step"], past["tracks"][0]["step"]) == (4, 12)
    branch = reply_to({"kind": "branch", "step": 4, "learning_rate": 2}, session)
    assert branch["layers"][0]["weight"] == past["layers"][0]["weight"]
    assert branch["layers"][0]["weight_after"] != past["layers"][0]["weight_after"]
    assert reply_to({**OPEN, "step": 12}, session)["loss"] < far["loss"]
    compared = reply_to({"kind": "compare", "track": "run"}, session)
    assert compared["first_difference"] == 4
    assert compared["words"] == "branch 1 and run: they first differ at step 4: learning rate 2 against 0.5."
    drifted = reply_to({"kind": "explain", "reference": "distance.branch_1/run/all"}, session)["explanation"]
    assert drifted["value"] == pytest.approx(compared["distances"]["all"][-1], rel=1e-12)
    mine = reply_to({"kind": "explain", "reference": "branch_1.dense_1/weight[0, 0]"}, session)["explanation"]
    theirs = reply_to({"kind": "explain", "reference": "run.dense_1/weight[0, 0]"}, session)["explanation"]
    assert mine["reference"] == theirs["reference"]
    assert mine["value"] != theirs["value"]
    assert reply_to({"kind": "choose", "track": "run"}, session)["loss"] == far["loss"]
    assert len(reply_to({"kind": "forget", "track": "branch_1"}, session)["tracks"]) == 1


def test_a_distance_is_explained_at_the_step_where_it_was_measured() -> None:
    session = BackpropagationSession()
    reply_to({**OPEN, "step": 3}, session)
    reply_to({"kind": "branch", "step": 1, "learning_rate": 2}, session)
    reply_to({**OPEN, "step": 6}, session)  # the branch goes further than the run that it came from
    compared = reply_to({"kind": "compare", "track": "run"}, session)
    assert compared["steps"][-1] == 3
    for layer in ("all", "dense_1"):
        reply = reply_to({"kind": "explain", "reference": f"distance.branch_1/run/{layer}", "step": 3}, session)
        assert reply["explanation"]["value"] == pytest.approx(compared["distances"][layer][-1], rel=1e-12)
        assert reply["step"] == 3
    leaf = reply_to({"kind": "explain", "reference": "run.dense_1/weight[0, 0]", "step": 3}, session)
    assert (leaf["track"], leaf["step"]) == ("run", 3)
    assert reply_to({"kind": "explain", "reference": "dense_1.weight[0, 0]"}, session)["step"] == 6
    assert reply_to({"kind": "explain", "reference": "dense_1.z[0, 0]", "step": -1}, session)["kind"] == "error"


def test_another_learning_rate_is_a_mark_on_the_timeline_and_is_taken_back() -> None:
    session = BackpropagationSession()
    first = reply_to({**OPEN, "step": 3}, session)
    for rate in (1.0, 2.0):  # a slider on its way
        changed = reply_to({"kind": "change", "learning_rate": rate}, session)
    assert changed["tracks"][0]["changes"] == [{"step": 3, "text": "learning rate 0.5 → 2"}]
    assert changed["learning_rate"] == 2.0
    again = reply_to({"kind": "undo"}, session)
    assert again["tracks"][0]["changes"] == []
    assert again["layers"] == first["layers"]
    assert reply_to({"kind": "undo"}, session)["kind"] == "error"


def test_each_example_keeps_its_runs() -> None:
    session = BackpropagationSession()
    reply_to({**OPEN, "step": 5}, session)
    reply_to({"kind": "branch", "step": 2}, session)
    assert len(reply_to({**OPEN, "example": "xor", "step": 0}, session)["tracks"]) == 1
    assert len(reply_to({**OPEN, "step": 2}, session)["tracks"]) == 2


@pytest.mark.parametrize(
    ("layers", "word"),
    [
        ([gn.Dense(9), gn.Dense(1, "sigmoid")], "up to 8 units"),
        ([gn.Dense(4), gn.Dropout(0.5), gn.Dense(1, "sigmoid")], "Dense layers"),
        ([gn.Dense(2, "softmax"), gn.Dense(1, "sigmoid")], "last layer only"),
        ([gn.Dense(2)] * 4 + [gn.Dense(1, "sigmoid")], "up to 4 layers"),
    ],
)
def test_what_is_too_large_to_be_drawn_is_refused(layers: list[Any], word: str) -> None:
    run = gn.Run(gn.Network(layers), gn.Recipe("binary_cross_entropy", batch_size=4), gn.data.moons(20))
    with pytest.raises(SettingError, match=word):
        BackpropagationSession(run)


@pytest.mark.parametrize(
    ("request_", "word"),
    [
        ({**OPEN, "example": "nothing"}, "example"),
        ({**OPEN, "step": 201}, "step"),
        ({**OPEN, "step": -1}, "step"),
        ({"kind": "change", "learning_rate": 0}, "learning_rate"),
        ({"kind": "change", "learning_rate": "much"}, "learning_rate"),
        ({"kind": "change", "rule": "luck"}, "rule"),
        ({"kind": "branch", "step": 1}, "step"),
        ({"kind": "choose", "track": "branch_9"}, "run"),
        ({"kind": "forget", "track": "run"}, "can't be deleted"),
        ({"kind": "compare", "track": "run"}, "another run"),
        ({**OPEN, "sample": 1.5}, "sample"),
        ({"kind": "explain", "reference": 7}, "reference"),
        ({"kind": "explain", "reference": "dense_1.d_weight[9, 9]"}, "d_weight"),
        ({"kind": "explain", "reference": "x" * 500}, "reference"),
        ({"kind": "graph", "sample": None}, "sample"),
        ({"kind": "dance"}, "kind"),
    ],
)
def test_an_invalid_request_gets_an_error_message(request_: dict[str, Any], word: str) -> None:
    head = reply_to(request_)
    assert head["kind"] == "error"
    assert word in head["message"]
