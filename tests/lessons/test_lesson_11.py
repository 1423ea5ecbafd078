"""Lesson 11: what its text says, asserted from the values that it computes."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.lesson_11_initialisation import app, he, my_weights
from glassnet.lessons.lesson_exercises import lesson_11 as exercises
from glassnet.lessons.lesson_helpers import lesson_11 as helpers
from glassnet.widgets.gradient_flow.flow import effect_of, first_frame, with_remedy
from glassnet.widgets.gradient_flow.networks import FlowSettings


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


@pytest.fixture(scope="module")
def signals() -> dict[str, Any]:
    return {name: helpers.variances(journey) for name, journey in helpers.JOURNEYS.items()}


def shown(**answers: object) -> str:
    outputs, _ = app.run(defs={name: SimpleNamespace(value=value) for name, value in answers.items()})
    return "\n".join(output.text for output in outputs if hasattr(output, "text"))


def built(widget: Any) -> tuple[dict[str, Any], list[Any]]:
    head, buffers = widget.answer({"id": 1, "kind": "build", "settings": widget.settings})
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_the_lab_opens_on_a_vanished_gradient_and_a_healthy_signal(lesson: dict[str, Any]) -> None:
    head, (signal, gradient) = built(lesson["lab"])
    assert (head["settings"]["depth"], head["settings"]["activation"]) == (50, "sigmoid")
    assert head["verdict"] == "vanish"
    assert gradient[-1] == pytest.approx(0.2, abs=0.05)
    assert 1e-32 < gradient[0] < 1e-31, "thirty-one zeros after the point"
    assert signal.max() < 1.3 * signal.min()
    for _ in range(20):
        head, _ = lesson["lab"].answer({"id": 2, "kind": "train"})
    assert head["done"]
    assert head["accuracy"] == pytest.approx(0.1, abs=0.02), "no better than guessing"


def test_three_sigmoids_let_at_most_a_sixty_fourth_through() -> None:
    assert helpers.slopes_alone(3) == 0.25**3
    assert helpers.norm_of_steps(0.9, 50) == pytest.approx(exercises.fifty_steps().answer)
    assert pytest.approx(0.059, abs=0.002) == 0.9**27


def test_the_slider_of_factors_shows_what_is_left_of_one() -> None:
    assert "**1**" in shown(factor=1.0) or ">1<" in shown(factor=1.0)
    assert "0.0052" in shown(factor=0.9)
    assert "6.4e+08" in shown(factor=1.5)


def test_equal_weights_stay_equal_and_zeros_learn_nothing(lesson: dict[str, Any]) -> None:
    alike, different = lesson["alike"], lesson["different"]
    assert np.ptp(alike.weights, axis=1).max() < 1e-6
    assert np.ptp(different.weights, axis=1).max() > 1
    assert different.accuracy > alike.accuracy + 0.05
    for weights in (alike.weights, different.weights):
        assert np.abs(weights).max() < 7, "the figure shows all of them"
    one = gn.Run(
        gn.Network([gn.Dense(1, "tanh"), gn.Dense(1, "sigmoid")]),
        gn.Recipe("binary_cross_entropy", gn.Adam(0.1), batch_size=20),
        gn.data.moons(200, noise=0.1, seed=0, validation=0.0),
    )
    one.advance(500)
    assert alike.accuracy == pytest.approx(float(one.evaluate("train").accuracy or 0), abs=0.02)
    zeros = helpers.twins("zeros")
    assert (zeros.weights == 0).all()
    assert zeros.accuracy == 0.5


def test_the_table_draws_what_its_formulas_say() -> None:
    for name, expected in (
        ("lecun_normal", (1 / 256) ** 0.5),
        ("glorot_normal", (2 / 320) ** 0.5),
        ("he_normal", (2 / 256) ** 0.5),
        ("normal", 0.05),
        ("uniform", 0.05 / 3**0.5),
        ("orthogonal", (64 / (256 * 64)) ** 0.5),
        ("zeros", 0.0),
    ):
        assert helpers.deviation_of(name, 256, 64) == pytest.approx(expected, rel=0.02), name
    assert len(helpers.table_of_initializers().splitlines()) == 2 + len(helpers.FORMULAS)


def test_hes_method_is_the_engines() -> None:
    assert he(np.random.default_rng(0), 50, 900).std() == pytest.approx(exercises.he_deviation().answer, rel=0.02)
    assert exercises.code().check(exercises.he).right
    assert not exercises.code().check(my_weights).right


def test_he_keeps_the_variance_of_relu_within_a_factor_2_over_50_layers(signals: dict[str, Any]) -> None:
    found = signals["He, ReLU"] / signals["He, ReLU"][0]
    assert len(found) == 50
    assert 0.5 < found.min() <= found.max() < 2


def test_glorot_keeps_it_for_tanh_in_its_linear_regime_and_not_for_relu(signals: dict[str, Any]) -> None:
    near = signals["Glorot, tanh near 0"] / signals["Glorot, tanh near 0"][0]
    assert 0.5 < near.min() <= near.max() < 2
    lost = signals["Glorot, ReLU"] / signals["Glorot, ReLU"][0]
    assert -16 < np.log10(lost[-1]) < -14
    assert np.median(lost[1:] / lost[:-1]) == pytest.approx(0.5, abs=0.05)


def test_weights_of_0_01_stall_a_deep_relu_network_and_hes_do_not() -> None:
    sizes = first_frame(FlowSettings(10, "relu", "small")).activations
    assert sizes[-1] < 1e-8 * sizes[0]
    accuracies = {
        name: effect_of(FlowSettings(10, "relu", name, learning_rate=0.1), 0).accuracy
        for name in ("small", "he_normal")
    }
    assert accuracies["small"] == pytest.approx(0.1, abs=0.02)
    assert (accuracies["he_normal"] or 0) > 0.2


def test_of_single_remedies_batch_norm_mends_fifty_sigmoids() -> None:
    found = exercises.effects_of_one()
    assert found["batch norm"] > 0.3
    assert max(accuracy for name, accuracy in found.items() if name != "batch norm") < 0.12
    layer = [effect_of(with_remedy(FlowSettings(), "layer"), seed) for seed in (0, 1)]
    assert max(one.ratio for one in layer) < 1e-15
    skip = effect_of(with_remedy(FlowSettings(), "skip"), 0)
    assert 0.1 < skip.ratio < 10


def test_layer_norm_leaves_digits_that_look_alike() -> None:
    def spread(name: str) -> float:
        record = with_remedy(FlowSettings(), name).run().at(0).record
        last = np.asarray(list(record.batches[0].outputs.values())[-2], float)
        return float(last.std(axis=0).mean() / last.std())

    assert spread("layer") < 0.01 < 0.3 < spread("batch")


def test_the_second_lab_explodes_clipping_saves_it_and_hes_weights_mend_it(lesson: dict[str, Any]) -> None:
    head, (signal, gradient) = built(lesson["bursting"])
    assert (head["settings"]["depth"], head["settings"]["initializer"]) == (20, "large")
    assert head["verdict"] == "explode"
    assert np.median(signal[1:] / signal[:-1]) == pytest.approx(4, abs=0.5)
    assert np.median(gradient[:-1] / gradient[1:]) == pytest.approx(4, abs=0.7)
    head, _ = lesson["bursting"].answer({"id": 2, "kind": "train"})
    assert "the first NaN or infinite number is dense_" in head["stopped"]
    base = FlowSettings(20, "relu", "large")
    accuracy = {name: effect_of(with_remedy(base, name), 0).accuracy for name in ("none", "clip", "he", "rate")}
    assert accuracy["none"] is accuracy["rate"] is None
    assert (accuracy["clip"] or 1.0) < 0.16
    assert (accuracy["he"] or 0.0) > 0.17


def test_clipping_by_norm_keeps_the_direction_and_by_value_turns_it() -> None:
    gradient = {"w": np.array([3.0, 0.4])}
    by_norm = gn.ClipByGlobalNorm(1.0).apply(gradient)["w"]
    by_value = gn.ClipByValue(1.0).apply(gradient)["w"]
    assert by_norm[1] / by_norm[0] == pytest.approx(0.4 / 3)
    assert by_value.tolist() == [1.0, 0.4]


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"activation": "tanh", "initializer": "orthogonal", "learning_rate": 0.03}, True),
        ({"activation": "tanh", "initializer": "glorot_uniform"}, False),
        ({"depth": 3, "activation": "tanh"}, False),
    ],
)
def test_fifty_layers_learn_with_a_rotation_and_tanh(change: Any, right: bool) -> None:
    settings = {**gn.widgets.GradientFlow().settings, **change}
    verdict = exercises.forty_layers().check(settings)
    assert verdict.right == right, verdict.message


def test_ten_layers_stand_a_large_rate_if_their_gradients_are_clipped() -> None:
    base = dict(gn.widgets.GradientFlow(10, activation="relu", initializer="he_normal", learning_rate=0.3).settings)
    goal = exercises.fast_and_safe()
    assert goal.check(base | {"clipping": "global_norm", "limit": 1.0}).right
    assert not goal.check(base | {"clipping": "global_norm", "limit": 0.01}).right
    assert goal.check(base | {"learning_rate": 0.1}).message.startswith("This must hold first")
    assert goal.check(base | {"skip": True}).message.startswith("This must hold first")


def test_a_single_draw_wanders_as_the_deep_dive_says() -> None:
    assert np.sqrt(250 / 512) == pytest.approx(0.7, abs=0.01)
    assert np.exp(np.sqrt(250 / 512)) == pytest.approx(2, abs=0.05)
    assert np.exp(np.sqrt(250 / 32)) == pytest.approx(16, abs=0.5)
    draws = []
    for seed in range(12):
        sizes = first_frame(FlowSettings(50, "relu", "he_normal", seed=seed)).activations
        draws.append(2 * np.log(sizes[-1] / sizes[0]))
    assert 1 < np.std(draws) < np.sqrt(250 / 32) * 1.5


def test_the_button_sends_signals() -> None:
    assert "layer 50" in shown(send=True)
    assert "layer 50" not in shown(send=False)
