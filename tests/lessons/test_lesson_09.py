"""Lesson 09: what its text says, asserted from the values that it computes."""

import re
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.lesson_09_the_training_loop import app, backward, forward, nudged_slope, train


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def shown(**answers: object) -> str:
    """Return all that the lesson shows when its controls stand at the given values."""
    outputs, _ = app.run(defs={name: SimpleNamespace(value=value) for name, value in answers.items()})
    return "\n".join(output.text for output in outputs if hasattr(output, "text"))


def test_two_hundred_points_with_noise_and_seventeen_parameters(lesson: dict[str, Any]) -> None:
    data = lesson["data"]
    assert (data.x.shape, dict(data.source)["noise"], np.bincount(data.y).tolist()) == ((200, 2), 0.1, [100, 100])
    assert sum(value.size for value in lesson["first"].values()) == 17


def test_five_thousand_epochs_at_rate_a_tenth_bring_the_loss_below_a_thousandth(lesson: dict[str, Any]) -> None:
    losses = lesson["losses"]
    assert len(losses) == 5_001
    assert losses[-1] < 0.001
    assert losses[lesson["reached"]] < 0.001 <= losses[: lesson["reached"]].min()
    final = lesson["history"][-1][1]
    prediction = forward(final, lesson["x"])[1]
    assert losses[-1] == pytest.approx(float(((prediction - lesson["y"]) ** 2).mean()), rel=1e-12)
    assert bool(((prediction > 0.5) == lesson["y"]).all())


def test_it_has_learnt_the_moons_and_not_these_points_alone(lesson: dict[str, Any]) -> None:
    assert len(lesson["fresh"].x) == 1_000
    assert lesson["fresh_accuracy"] > 0.98


def test_the_loss_jumps_at_the_beginning_as_the_text_says(lesson: dict[str, Any]) -> None:
    early = lesson["losses"][:100]
    assert (early[1:] > early[:-1]).any()


def test_with_the_average_the_same_rate_is_far_too_small(lesson: dict[str, Any]) -> None:
    x, y, first = lesson["x"], lesson["y"], lesson["first"]
    *_, (loss, _) = train(first, x, y, learning_rate=0.1 / 200, epochs=5_000)
    assert loss > 0.01


def test_backward_agrees_with_nudging_every_parameter(lesson: dict[str, Any]) -> None:
    x, y = lesson["x"], lesson["y"]
    for parameters in (lesson["first"], lesson["history"][50][1]):
        computed = backward(parameters, x, y, *forward(parameters, x))
        for name, value in parameters.items():
            for place in np.ndindex(value.shape):
                seen = nudged_slope(parameters, name, place, x, y)
                assert computed[name][place] == pytest.approx(seen, rel=1e-6, abs=1e-6), (name, place)


def test_the_engine_comes_to_the_same_numbers(lesson: dict[str, Any]) -> None:
    assert list(lesson["agreement"]) == [1, 2, 5, 10]
    assert max(lesson["agreement"].values()) < 1e-12


def test_from_zeros_nothing_is_ever_learnt(lesson: dict[str, Any]) -> None:
    zeros = {name: np.zeros_like(value) for name, value in lesson["first"].items()}
    *_, (loss, _) = train(zeros, lesson["x"], lesson["y"], learning_rate=0.1, epochs=50)
    assert loss == pytest.approx(0.25, abs=1e-12)


@pytest.mark.parametrize("right", [True, False])
def test_once_a_prediction_is_made_the_network_is_trained_that_way(right: bool) -> None:
    outputs, _ = app.run(defs={"predicted": lambda: right, "set_predicted": lambda _: None})
    assert any("With the average the loss ends at" in output.text for output in outputs if hasattr(output, "text"))


def test_from_zeros_the_prediction_sees_what_the_text_says(lesson: dict[str, Any]) -> None:
    verdict = lesson["zeros_card"].session.exercise.check("still 0.25")
    assert verdict.right
    assert verdict.message.endswith("the loss ends at 0.2500.")


def test_nothing_is_given_away_before_the_learner_has_answered() -> None:
    page = shown()
    assert "Choose first" in page
    assert "With the average the loss ends at" not in page


def test_ten_other_draws_are_trained_when_asked_for() -> None:
    cells = re.findall(r"<td[^>]*>(yes|no)</td>", shown(draws=True))
    assert len(cells) == 10
    assert cells[1] == "no"  # the unlucky one


def test_the_unlucky_draw_has_two_points_of_different_classes_on_one_spot(lesson: dict[str, Any]) -> None:
    data = gn.data.moons(200, noise=0.1, seed=2, validation=0.0)
    *_, (loss, parameters) = train(lesson["first"], data.x, data.y[:, None].astype(float), 0.1, 5_000)
    assert loss > 0.001
    prediction = forward(parameters, data.x)[1][:, 0]
    one, other = np.argsort(np.abs(prediction - data.y))[-2:]
    assert data.y[one] != data.y[other]
    assert np.hypot(*(data.x[one] - data.x[other])) < 0.06
    assert np.abs(prediction[[one, other]] - 0.5).max() < 0.1
