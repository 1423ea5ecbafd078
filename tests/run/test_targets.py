"""Whatever people hand over as targets: whole numbers, one-hot rows, floats, truth values, one for each time step."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.data.are_classes import are_classes

RNG = np.random.default_rng(0)
X = RNG.normal(size=(60, 3))
YES = (X[:, 0] > 0).astype(int)
THREE = np.digitize(X[:, 0], [-0.4, 0.4])
SERIES = RNG.normal(size=(40, 5, 2))
STEPS = (SERIES[..., 0] > 0).astype(int)


def fitted(layers: list[Any], y: Any, loss: str, x: Any = X, **settings: Any) -> gn.Sequential:
    model = gn.Sequential(layers)
    model.compile(gn.Adam(0.05), loss, **settings)
    model.fit(x, y, epochs=30, batch_size=20, progress=False)
    return model


YES_NO = [
    ("binary_cross_entropy", "sigmoid"),
    ("sigmoid_cross_entropy", "linear"),
    ("hinge", "linear"),
    ("mean_squared_error", "sigmoid"),
]


@pytest.mark.parametrize(("loss", "activation"), YES_NO)
@pytest.mark.parametrize("form", ["whole", "truth values", "floats", "columns"])
def test_yes_and_no_in_any_form(loss: str, activation: str, form: str) -> None:
    y = {"whole": YES, "truth values": X[:, 0] > 0, "floats": YES.astype(float), "columns": YES[:, None].astype(float)}
    model = fitted([gn.Dense(1, activation)], y[form], loss)
    measured = model.evaluate(X, y[form])
    if loss == "mean_squared_error" and form in ("floats", "columns"):
        assert "accuracy" not in measured  # floats under a loss of values are values
    else:
        assert measured["accuracy"] > 0.9


@pytest.mark.parametrize(
    ("loss", "activation"), [("softmax_cross_entropy", "linear"), ("categorical_cross_entropy", "softmax")]
)
@pytest.mark.parametrize("dtype", [int, float])
def test_one_hot_rows_are_classes(loss: str, activation: str, dtype: type) -> None:
    rows: Any = np.eye(3)[THREE].astype(dtype)
    model = fitted([gn.Dense(3, activation)], rows, loss, metrics=["accuracy", "f1", "roc_auc"])
    by_rows, by_numbers = model.evaluate(X, rows), model.evaluate(X, THREE)
    assert by_rows == by_numbers
    assert by_rows["accuracy"] > 0.8
    assert by_rows["f1"] > 0.8


@pytest.mark.parametrize("loss", ["sparse_softmax_cross_entropy", "softmax_cross_entropy"])
def test_a_class_for_every_step_of_a_sequence(loss: str) -> None:
    model = fitted([gn.GRU(6, return_sequences=True), gn.Dense(2)], STEPS, loss, SERIES)
    assert model.predict(SERIES).shape == (40, 5, 2)
    assert model.evaluate(SERIES, STEPS)["accuracy"] > 0.9


def test_the_loss_of_a_sequence_is_the_mean_over_its_steps() -> None:
    data = gn.Dataset("steps", SERIES, STEPS)
    run = gn.Run(gn.Network([gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy", batch_size=40), data)
    before = run.evaluate("train").loss
    assert run.advance().loss == pytest.approx(before, rel=1e-6)
    flat = gn.Dataset("flat", SERIES.reshape(-1, 2), STEPS.reshape(-1))
    same = gn.Run(gn.Network([gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy", batch_size=200), flat)
    same.advance()
    for name, value in run.parameters()["dense_1"].items():
        np.testing.assert_allclose(value, same.parameters()["dense_1"][name], rtol=1e-5, atol=1e-7)


def test_weights_count_examples_whatever_the_shape_of_the_output() -> None:
    weights = np.array([1.0] * 20 + [0.0] * 20)
    recipe = gn.Recipe("sparse_softmax_cross_entropy", batch_size=40)
    net = gn.Network([gn.Dense(2)])
    weighted = gn.Run(net, recipe, gn.Dataset("w", SERIES, STEPS, sample_weights=weights))
    half = gn.Run(net, recipe, gn.Dataset("h", SERIES[:20], STEPS[:20]))
    assert weighted.advance().loss == pytest.approx(half.advance().loss / 2, rel=1e-6)


@pytest.mark.parametrize("y", [[250_000, 310_000, 195_000] * 20, [-3, 2, 1] * 20, [1990, 2001, 2024] * 20])
def test_whole_numbers_that_are_no_classes_are_values(y: list[int]) -> None:
    model = fitted([gn.Dense(1)], np.array(y), "mean_absolute_error", metrics=["mean_absolute_error"])
    assert set(model.evaluate(X, np.array(y))) == {"loss", "mean_absolute_error"}


def test_few_whole_numbers_are_classes_and_floats_never() -> None:
    ages = np.arange(60)
    assert are_classes(ages)
    with pytest.raises(gn.ShapeError, match=r"60 classes needs Dense\(60\).*make the targets float"):
        fitted([gn.Dense(1)], ages, "mean_squared_error")
    fitted([gn.Dense(1)], ages.astype(float), "mean_squared_error")


@pytest.mark.parametrize(
    ("units", "y", "loss", "words"),
    [
        (3, X[:, 0], "sparse_softmax_cross_entropy", "expects class numbers.*use another loss"),
        (3, X[:, 0], "mean_squared_error", r"values \(such as .*end with Dense\(1\)"),
        (2, THREE, "sparse_softmax_cross_entropy", r"2 units.*3 classes needs Dense\(3\)"),
        (1, THREE, "binary_cross_entropy", r"3 classes needs Dense\(3\)"),
        (1, THREE - 1, "sparse_softmax_cross_entropy", "whole numbers from 0"),
        (2, np.eye(3)[THREE], "softmax_cross_entropy", r"shape \(2,\).*\(3,\).*Dense\(3\)"),
        (3, np.eye(3)[THREE], "sparse_softmax_cross_entropy", r"class numbers, shape \(samples,\).*\(60, 3\)"),
    ],
)
@pytest.mark.filterwarnings("ignore:BinaryCrossEntropy takes probabilities")
def test_a_misfit_says_how_to_mend_it(units: int, y: Any, loss: str, words: str) -> None:
    with pytest.raises(gn.ShapeError, match=words):
        fitted([gn.Dense(units)], y, loss)


def test_metrics_stand_in_history_in_the_file_and_can_be_watched(tmp_path: Path) -> None:
    model = gn.Sequential([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
    model.compile("adam", "binary_cross_entropy", metrics=["f1", "roc_auc"])
    stop = gn.EarlyStopping(patience=3, monitor="validation_f1")
    history = model.fit(X, YES, epochs=40, validation_split=0.3, callbacks=[stop], progress=False)
    column = history.column("validation_f1")
    assert stop.best_epoch == 1 + column.index(max(value for value in column if value is not None))
    assert model.run is not None
    model.run.save(tmp_path / "a.glass")
    back = gn.load(tmp_path / "a.glass")
    assert back.history.column("validation_f1") == column
    assert back.evaluate("validation").metrics == model.run.evaluate("validation").metrics
    with pytest.raises(gn.UnknownNameError, match="validation_roc_auc"):
        history.column("validation_auc")


def test_a_metric_may_be_a_function_but_not_in_a_file(tmp_path: Path) -> None:
    def worst(prediction: Any, truth: Any) -> float:
        return float(abs(prediction - truth).max())

    model = fitted([gn.Dense(1)], X[:, 0], "mean_squared_error", metrics=[worst])
    assert model.evaluate(X, X[:, 0])["worst"] < 1
    assert model.run is not None
    with pytest.raises(gn.SettingError, match="worst can't be saved as JSON"):
        model.run.save(tmp_path / "a.glass")


@pytest.mark.parametrize(
    ("metrics", "words"),
    [(["acuracy"], "Did you mean 'accuracy'"), ([3], "metric 3"), ("f2", "Unknown metric 'f2'")],
)
def test_an_unknown_metric_is_named_at_once(metrics: Any, words: str) -> None:
    with pytest.raises(gn.GlassnetError, match=words):
        gn.Sequential([gn.Dense(1)]).compile(metrics=metrics)


def test_a_metric_that_does_not_fit_says_so() -> None:
    with pytest.raises(gn.ShapeError, match="class numbers"):
        fitted([gn.Dense(1)], X[:, 0], "mean_squared_error", metrics=["f1"]).evaluate(X, X[:, 0])


def test_class_weights_go_by_name_or_number() -> None:
    data = gn.Dataset("named", X, YES, class_names=("no", "yes"))
    losses = []
    for weights in ({"yes": 5.0}, {1: 5.0}, {"1": 5.0}):
        recipe = gn.Recipe("binary_cross_entropy", class_weights=weights)
        again = gn.Recipe.from_json(recipe.to_json())
        losses += [gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), each, data).advance().loss for each in (recipe, again)]
    assert len(set(losses)) == 1
    with pytest.raises(gn.SettingError, match=r"contains 2, but the classes of .* are no, yes"):
        gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy", class_weights={2: 1.0}), data)


def test_labels_in_words_go_in_and_come_out() -> None:
    words = np.array(["low", "middle", "high"])[THREE]
    model = gn.Sequential([gn.Dense(3)])
    model.compile(gn.Adam(0.05), "sparse_softmax_cross_entropy")
    model.fit(X, words, epochs=60, validation_data=(X[:9], words[:9]), class_weights={"low": 1.5}, progress=False)
    assert model.run is not None
    assert model.run.dataset.class_names == ("high", "low", "middle")
    measured = model.evaluate(X, words)
    assert measured["accuracy"] == (model.predict_classes(X) == words).mean() > 0.8
    with pytest.raises(gn.DataError, match="'huge' isn't one of the classes high, low, middle"):
        model.evaluate(X[:2], ["low", "huge"])


def test_numbers_can_be_given_names() -> None:
    model = gn.Sequential([gn.Dense(1, "sigmoid")])
    model.compile(gn.Adam(0.05), "binary_cross_entropy")
    model.fit(X, YES, epochs=40, class_names=("no", "yes"), class_weights={"yes": 1.2}, progress=False)
    assert set(model.predict_classes(X)) == {"no", "yes"}
    assert model.evaluate(X, np.where(YES, "yes", "no")) == model.evaluate(X, YES)


def test_values_have_no_classes() -> None:
    model = fitted([gn.Dense(1)], X[:, 0], "mean_squared_error")
    with pytest.raises(gn.SettingError, match="without class names: call predict"):
        model.predict_classes(X)


def test_arrays_become_a_data_set_with_every_class_in_every_part() -> None:
    data = gn.data.from_arrays(X, THREE, validation=0.25, test=0.25, seed=3)
    for part in ("train", "validation", "test"):
        shares = np.bincount(data.part(part).y) / len(data.part(part).y)
        np.testing.assert_allclose(shares, np.bincount(THREE) / len(THREE), atol=0.06)
    again = gn.data.from_arrays(X, THREE, validation=0.25, test=0.25, seed=3)
    assert all(np.array_equal(data.parts[part], again.parts[part]) for part in data.parts)
