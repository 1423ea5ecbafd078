"""Lesson 09: what its text says, asserted from the values that it computes."""

import os
import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.exercises import Book, ExerciseSession
from glassnet.lessons.lesson_09_the_training_loop import (
    app,
    backward,
    forward,
    judge_mnist,
    mnist_run,
    my_loop,
    my_precision,
    nudged_slope,
    patient,
    read_digits,
    surest_mistakes,
    train,
)
from glassnet.lessons.local_mnist import LocalMnist
from glassnet.train import Plan, start
from glassnet.widgets.training_progress import ProgressSession


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


@cache
def shown(**answers: object) -> str:
    """Return all that the lesson shows when its controls stand at the given values."""
    outputs, _ = app.run(defs={name: SimpleNamespace(value=value) for name, value in answers.items()})
    return "\n".join(getattr(output, "text", str(output)) for output in outputs)


def test_two_hundred_points_with_noise_and_seventeen_parameters(lesson: dict[str, Any]) -> None:
    data = lesson["data"]
    assert (data.x.shape, dict(data.source)["noise"], np.bincount(data.y).tolist()) == ((200, 2), 0.1, [100, 100])
    assert sum(value.size for value in lesson["first"].values()) == 17


def test_five_thousand_epochs_bring_the_loss_below_a_thousandth(lesson: dict[str, Any]) -> None:
    losses = lesson["losses"]
    assert len(losses) == 5_001
    assert losses[-1] < 0.001
    assert losses[lesson["reached"]] < 0.001 <= losses[: lesson["reached"]].min()
    final = lesson["history"][-1][1]
    prediction = forward(final, lesson["x"])[1]
    assert losses[-1] == pytest.approx(float(((prediction - lesson["y"]) ** 2).mean()), rel=1e-12)
    assert bool(((prediction > 0.5) == lesson["y"]).all())


def test_with_summed_gradients_a_rate_of_a_tenth_does_the_same(lesson: dict[str, Any]) -> None:
    x, y, parameters = lesson["x"], lesson["y"], lesson["first"]
    for _ in range(5_000):
        gradients = backward(parameters, x, y, *forward(parameters, x))
        parameters = {name: value - 0.1 * (200 * gradients[name]) for name, value in parameters.items()}
    assert np.mean((forward(parameters, x)[1] - y) ** 2) < 0.001


def test_the_replay_opens_on_the_end_and_shows_the_lessons_own_losses(lesson: dict[str, Any]) -> None:
    view, _ = lesson["replay"].answer({"id": 1, "kind": "open"})
    assert (view["epochs"][0], view["epochs"][-1], view["goal"]) == (0, 5_000, 0.001)
    frame, _ = lesson["replay"].answer({"id": 2, "kind": "look", "place": len(view["epochs"]) - 1})
    assert (frame["epoch"], frame["loss"], frame["right"]) == (5_000, lesson["losses"][-1], 200)


def test_the_first_network_is_untrained_and_learns_when_it_is_played() -> None:
    lab = gn.widgets.Lab(data="moons", samples=200, noise=0.1, hidden=[4], activation="tanh")
    run = lab.run
    assert run.step == 0
    before = run.evaluate("train").loss
    run.advance(400)
    assert run.evaluate("train").loss < before / 2


def test_a_strict_threshold_raises_precision_and_lowers_recall(lesson: dict[str, Any]) -> None:
    judged = [
        lesson["threshold"].answer({"id": 1, "kind": "judge", "threshold": threshold})[0]
        for threshold in (0.1, 0.5, 0.9)
    ]
    assert sum(judged[0][name] for name in ("found", "missed", "false_alarms", "passed")) == 360
    precision, recall = ([one[name] for one in judged] for name in ("precision", "recall"))
    assert precision == sorted(precision)
    assert recall == sorted(recall, reverse=True)
    assert recall[0] - recall[2] > 0.3
    assert precision[2] - precision[0] > 0.3


def test_the_monitor_shows_precision_recall_and_f1_of_the_digits(lesson: dict[str, Any]) -> None:
    view, _ = lesson["monitor"].answer({"id": 1, "kind": "open"})
    assert view["example"] == "digits"
    shown = {measure["name"]: measure["validation"]["value"] for measure in view["shown"]["measures"]}
    assert {"accuracy", "precision", "recall", "f1"} <= shown.keys()
    words = next(example["words"] for example in view["examples"] if example["name"] == "digits")
    train, held_out = (len(lesson["digits"].part(name).x) for name in ("train", "validation"))
    assert words == f"8×8 images: {train:,} to train on, {held_out:,} held out; 2,410 parameters."
    assert all(0.3 < shown[name] <= 1 for name in ("accuracy", "precision", "recall", "f1"))


def test_it_has_learnt_the_moons_and_not_these_points_alone(lesson: dict[str, Any]) -> None:
    assert len(lesson["fresh"].x) == 1_000
    assert lesson["fresh_accuracy"] > 0.98


def test_the_loss_jumps_at_the_beginning_as_the_text_says(lesson: dict[str, Any]) -> None:
    early = lesson["losses"][:100]
    assert (early[1:] > early[:-1]).any()


def test_with_the_mean_a_rate_of_a_tenth_is_far_too_small(lesson: dict[str, Any]) -> None:
    x, y, first = lesson["x"], lesson["y"], lesson["first"]
    *_, (loss, _) = train(first, x, y, learning_rate=0.1, epochs=5_000)
    assert loss > 0.01


def test_backward_agrees_with_nudging_every_parameter(lesson: dict[str, Any]) -> None:
    x, y = lesson["x"], lesson["y"]
    for parameters in (lesson["first"], lesson["history"][50][1]):
        computed = backward(parameters, x, y, *forward(parameters, x))
        for name, value in parameters.items():
            for place in np.ndindex(value.shape):
                seen = nudged_slope(parameters, name, place, x, y)
                assert computed[name][place] == pytest.approx(seen, rel=1e-6, abs=1e-9), (name, place)


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
    assert any("With 0.1 the loss ends at" in output.text for output in outputs if hasattr(output, "text"))


def test_from_zeros_the_prediction_sees_what_the_text_says(lesson: dict[str, Any]) -> None:
    verdict = lesson["zeros_card"].session.exercise.check("still 0.25")
    assert verdict.right
    assert verdict.message.endswith("the loss ends at 0.2500.")


def test_nothing_is_given_away_before_the_learner_has_answered() -> None:
    page = shown()
    assert "Choose first" in page
    assert "With 0.1 the loss ends at" not in page


def test_ten_other_draws_are_trained_when_asked_for() -> None:
    cells = re.findall(r"<td[^>]*>(yes|no)</td>", shown(draws=True))
    assert len(cells) == 10
    assert cells[1] == "no"  # the unlucky one


def test_the_unlucky_draw_has_two_points_of_different_classes_on_one_spot(lesson: dict[str, Any]) -> None:
    data = gn.data.moons(200, noise=0.1, seed=2, validation=0.0)
    *_, (loss, parameters) = train(lesson["first"], data.x, data.y[:, None].astype(float), 20, 5_000)
    assert loss > 0.001
    prediction = forward(parameters, data.x)[1][:, 0]
    one, other = np.argsort(np.abs(prediction - data.y))[-2:]
    assert data.y[one] != data.y[other]
    assert np.hypot(*(data.x[one] - data.x[other])) < 0.06
    assert np.abs(prediction[[one, other]] - 0.5).max() < 0.1


def test_the_digits_are_cut_in_three_as_the_text_says(lesson: dict[str, Any]) -> None:
    digits = lesson["digits"]
    assert len(digits.x) == 1_797
    assert [len(digits.part(name).x) for name in ("train", "validation", "test")] == [1_258, 179, 360]
    assert digits.x.shape[1:] == (64,)
    assert len(digits.class_names) == 10


def test_forty_epochs_read_at_least_95_of_100_digits(lesson: dict[str, Any]) -> None:
    reader, measured = lesson["reader"], lesson["measured"]
    assert (reader.run.state.epoch, reader.run.step) == (40, 1_600)
    assert measured["accuracy"] >= 0.95
    assert measured["accuracy"] == pytest.approx((lesson["said"].argmax(axis=1) == lesson["digits"].test.y).mean())
    np.testing.assert_allclose(lesson["said"].sum(axis=1), 1, rtol=1e-5)


def test_the_training_loss_falls_on_while_the_validation_loss_stops(lesson: dict[str, Any]) -> None:
    history = lesson["reader"].run.history
    training, validation = history.column("loss"), history.column("validation_loss")
    assert training[-1] < training[10] / 4
    assert validation[-1] > min(validation)


def test_compiling_again_leaves_the_weights_alone(lesson: dict[str, Any]) -> None:
    model = read_digits(lesson["digits"])
    before = model.run.parameters()["dense_1"]["weight"].copy()
    model.compile(optimizer=gn.SGD(0.01), loss="sparse_softmax_cross_entropy")
    np.testing.assert_array_equal(model.run.parameters()["dense_1"]["weight"], before)
    model.fit(lesson["digits"], epochs=1, progress=False)
    change = np.abs(model.run.parameters()["dense_1"]["weight"] - before).max()
    assert 0 < change < 0.5  # it went on from there; fresh weights would be far off


def test_the_scores_are_those_of_the_confusion_matrix(lesson: dict[str, Any]) -> None:
    confusion, scores = lesson["confusion"], lesson["scores"]
    assert confusion.sum() == 360
    assert np.trace(confusion) / 360 == pytest.approx(lesson["measured"]["accuracy"])
    for place, of_class in enumerate(scores):
        hits = confusion[place, place]
        assert of_class.precision == pytest.approx(hits / confusion[:, place].sum())
        assert of_class.recall == pytest.approx(hits / confusion[place].sum())
        harmonic = 2 * of_class.precision * of_class.recall / (of_class.precision + of_class.recall)
        assert of_class.f1 == pytest.approx(harmonic)
    page = shown()
    hits, named, ones = confusion[1, 1], confusion[:, 1].sum(), confusion[1].sum()
    assert scores[1].precision < scores[1].recall
    assert f"{hits}/{named} = {scores[1].precision:.1%}" in page
    assert f"{hits}/{ones} = {scores[1].recall:.1%}" in page
    assert page.count("glassnet-confusion") >= 1


def test_the_pictures_shown_are_the_surest_mistakes(lesson: dict[str, Any]) -> None:
    said, truth = lesson["said"], lesson["digits"].test.y
    worst = surest_mistakes(said, truth)
    assert len(worst) == 8
    assert (said[worst].argmax(axis=1) != truth[worst]).all()
    sure = said[worst].max(axis=1)
    assert (np.diff(sure) <= 0).all()
    others = np.setdiff1d(np.flatnonzero(said.argmax(axis=1) != truth), worst)
    assert said[others].max() <= sure.min()


def test_the_three_patients_have_what_the_answers_say(lesson: dict[str, Any]) -> None:
    runs = lesson["patients"]
    loss = {number: run.history.column("loss") for number, run in runs.items()}
    held_out = {number: run.history.column("validation_loss") for number, run in runs.items()}
    accuracy = {number: run.evaluate("train").accuracy for number, run in runs.items()}
    # 1: both level off, side by side, far from 0, without leaps
    assert abs(loss[1][-1] - held_out[1][-1]) < 0.05
    assert 0.25 < loss[1][-1] < 0.35
    assert abs(loss[1][-1] - loss[1][-10]) < 0.02
    assert max(np.diff(loss[1])) < 0  # it still falls, ever more slowly
    assert np.abs(np.diff(loss[1])[-10:]).max() < np.abs(np.diff(loss[1])[:10]).min()
    # 2: both leap up and down, from beginning to end, by what can be seen on the chart's logarithmic axis
    for curve in (loss[2], held_out[2]):
        leaps = np.diff(np.log(curve))
        for part in np.split(leaps, (10, 20, 30)):
            assert part.max() > np.log(1.3)
            assert part.min() < -np.log(1.3)
        assert min(curve) > 0.2
    assert accuracy[2] < 0.9
    assert [finding.fault for finding in runs[2].diagnose()] == ["rate_too_high"]
    # 3: one goes to 0, the other rises above where it began
    assert loss[3][-1] < 0.02
    assert 250 < loss[3][0] / loss[3][-1] < 300
    assert 1 < max(np.array(loss[3][1:]) / loss[3][:-1]) < 2  # small jumps
    assert held_out[3][-1] > 2 * held_out[3][0]
    assert accuracy[3] == 1.0
    assert runs[3].evaluate("validation").accuracy < 0.8
    assert len(runs[3].dataset.train.x) == 40
    assert sum(values.size for layer in runs[3].parameters().values() for values in layer.values()) > 1_000
    assert [finding.fault for finding in runs[3].diagnose()] == ["overfitting"]
    assert not runs[1].diagnose()


def trained_like_patient(number: int, layers: list[gn.Dense], rule: gn.SGD, epochs: int) -> gn.Run:
    """Train another network on a patient's points."""
    other = patient(number)
    run = gn.Run(gn.Network(layers), gn.Recipe("binary_cross_entropy", rule, batch_size=10), other.dataset)
    while run.state.epoch < epochs:
        run.advance_epoch()
    return run


def losses(run: gn.Run) -> Any:
    return np.array(run.history.column("loss"), float)


def test_what_would_help_the_first_patient_and_what_would_not() -> None:
    longer = losses(trained_like_patient(1, [gn.Dense(1, "sigmoid")], gn.SGD(0.1), 400))
    assert longer[39] == losses(patient(1))[-1]
    assert 0.28 < longer[-1] < 0.285
    richer = trained_like_patient(1, [gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")], gn.SGD(0.1), 400)
    assert losses(richer)[-1] < 0.02


def test_what_would_help_the_second_patient_and_what_would_not() -> None:
    def network(width: int) -> list[gn.Dense]:
        return [gn.Dense(width, "tanh"), gn.Dense(width, "tanh"), gn.Dense(1, "sigmoid")]

    leaping = losses(patient(2))
    longer = losses(trained_like_patient(2, network(8), gn.SGD(0.5, momentum=0.9), 100))
    np.testing.assert_array_equal(longer[:40], leaping)
    assert longer[-1] > leaping[-1]
    assert min(longer[-20:]) > min(leaping)  # no trend
    wider = losses(trained_like_patient(2, network(32), gn.SGD(0.5, momentum=0.9), 40))
    assert np.abs(np.diff(np.log(wider))).max() > np.log(1.5)
    assert wider[-1] > 2 * max(leaping)
    settled = trained_like_patient(2, network(16), gn.SGD(0.5, momentum=0.9), 40)
    assert losses(settled)[-1] < 0.01
    tenth = trained_like_patient(2, network(8), gn.SGD(0.05, momentum=0.9), 40)
    accuracy = tenth.evaluate("validation").accuracy
    assert accuracy is not None
    assert accuracy > 0.98


@pytest.mark.parametrize(
    ("card", "words"),
    [("under_card", "says: nothing."), ("unstable_card", "rate too high"), ("over_card", "overfitting (90%)")],
)
def test_a_patients_record_is_shown_after_the_answer(lesson: dict[str, Any], card: str, words: str) -> None:
    exercise = lesson[card].session.exercise
    for option in exercise.ask.reasons:
        assert words in exercise.check(option).message


def test_what_is_chosen_may_be_chosen_before_or_after_the_test_part_is_set_aside(lesson: dict[str, Any]) -> None:
    exercise = lesson["order_card"].session.exercise
    aside, choose, fit, *others = exercise.steps
    assert exercise.check([choose, aside, fit, *others]).right
    for early in ([aside, fit, choose, *others], [choose, fit, aside, *others]):
        assert exercise.check(early).message.startswith(f"“{fit}” comes too early. It needs to know what to minimise")


def test_a_precision_is_judged_by_the_engine(lesson: dict[str, Any]) -> None:
    exercise = lesson["precision_code_card"].session.exercise
    confusion = lesson["confusion"]
    np.testing.assert_allclose(exercise.solution(confusion), np.diag(confusion) / confusion.sum(axis=0))
    assert exercise.check(lambda matrix: np.diag(matrix) / matrix.sum(axis=0)).right
    assert "expected" in exercise.check(lambda matrix: np.diag(matrix) / matrix.sum(axis=1)).message  # the recall
    assert exercise.check(my_precision).message.startswith("Case 1: element [0] is 0.3, expected 0.6")


def test_hints_come_one_by_one_and_the_solution_after_honest_tries(lesson: dict[str, Any]) -> None:
    session = ExerciseSession(lesson["precision_code_card"].session.exercise, "09.10", Book(None))
    session.judge(my_precision, "def my_precision(matrix):\n    return np.diag(matrix) / matrix.sum()")
    assert (session.card()["tries"], session.card()["hints"], session.card()["solution"]) == (0, [], None)
    for tries in (1, 2, 3):
        session.judge(lambda matrix: matrix[0], f"def my_precision(matrix):\n    return matrix[0] * {tries}")
        card = session.card()
        assert (card["tries"], len(card["hints"]), card["solution"] is not None) == (tries, min(tries, 2), tries == 3)


def test_both_engines_are_measured_when_asked_for() -> None:
    page = shown(engines_button=True)
    assert len(re.findall(r"<td[^>]*>(eager|xla)</td>", page)) == 2 or "JAX is not installed" in page
    assert "eager</td>" not in shown()


def test_without_mnist_the_page_says_so_and_fetches_nothing() -> None:
    outputs, _ = app.run(defs={"local_mnist": None})
    page = "\n".join(output.text for output in outputs if hasattr(output, "text"))
    assert "This machine has no MNIST" in page
    assert "GLASSNET_DATA" in page


def test_a_folder_that_holds_no_mnist_is_answered_with_a_sentence(tmp_path: Path) -> None:
    outputs, _ = app.run(
        defs={"local_mnist": LocalMnist(tmp_path, "here"), "mnist_button": SimpleNamespace(value=True)}
    )
    assert any("has no file train-images-idx3-ubyte" in output.text for output in outputs if hasattr(output, "text"))


def test_a_run_at_rest_is_judged(lesson: dict[str, Any]) -> None:
    run = lesson["reader"].run
    outputs, _ = app.run(
        defs={
            "mnist_progress": SimpleNamespace(run=run, seconds=1.5),
            "mnist_rest": lambda: run.step,
            "set_mnist_rest": None,
        }
    )
    page = "\n".join(output.text for output in outputs if hasattr(output, "text"))
    assert f"{run.evaluate('validation').accuracy:.2%}" in page
    assert f"{run.evaluate('test').accuracy:.2%}" in page


@pytest.mark.slow
def test_mnist_comes_to_the_published_figure() -> None:
    directory = os.environ.get("GLASSNET_DATA")
    if not directory:
        pytest.skip("needs the four IDX files of MNIST; set GLASSNET_DATA to their folder")
    run = mnist_run(gn.data.mnist(directory))
    assert (len(run.dataset.validation.x), len(run.dataset.train.x)) == (12_000, 48_000)
    session = ProgressSession(run, 20)
    while not session.done:
        session.handle({"id": 1, "kind": "advance", "budget_ms": 50})
    record = judge_mnist(run)
    print(f"validation {record['validation']:.4f}, test {record['test']:.4f}, {session.seconds:.1f} s")
    assert record["validation"] >= 0.9724
    assert record["test"] >= 0.97


def test_the_loop_that_is_asked_for_is_the_engines(lesson: dict[str, Any]) -> None:
    exercise = lesson["loop_card"].session.exercise
    x, target, weight, bias, rate, epochs = exercise.cases[-1]
    network = gn.Network([gn.Dense(1, "sigmoid")])
    recipe = gn.Recipe("mean_squared_error", gn.SGD(rate), batch_size=len(x), dtype="float64")
    dataset = gn.data.from_arrays(x, target[:, 0], validation=0.0)
    state = start(Plan(network, recipe, dataset))
    run = gn.Run(network, recipe, dataset, state=state._replace(params={"dense_1": {"weight": weight, "bias": bias}}))
    run.advance(epochs)
    expected = run.parameters()["dense_1"]
    for ours, theirs in zip(
        exercise.solution(*exercise.cases[-1]), (expected["weight"], expected["bias"]), strict=True
    ):
        np.testing.assert_allclose(ours, theirs, rtol=1e-10)
    assert not exercise.check(my_loop).right
