"""Predictions, class names and class weights speak the labels that the user has, in every reading."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn

X = np.random.default_rng(3).normal(size=(90, 2)).astype("float32")
TWO = (X[:, 0] > 0).astype(int)
THREE = np.digitize(X[:, 0], [-0.5, 0.5])
SIDES = "ignore:.*takes targets 0 and 1"
PAIRS: dict[str, Any] = {
    "0 and 1": (0, 1),
    "sides": (-1, 1),
    "true and false": (False, True),
    "floats": (0.0, 1.0),
    "sides as floats": (-1.0, 1.0),
    "words": ("no", "yes"),
    "digits as words": ("0", "1"),
}
ENDS = {
    "binary_cross_entropy": gn.Dense(1, "sigmoid"),
    "sigmoid_cross_entropy": gn.Dense(1),
    "hinge": gn.Dense(1),
    "perceptron": gn.Dense(1),
}
OF_CLASSES = ("sparse_softmax_cross_entropy", "softmax_cross_entropy", "categorical_hinge")


def trained(labels: Any, loss: str, end: gn.Dense, **settings: Any) -> gn.Run:
    """Return a run on those labels."""
    names = settings.pop("class_names", ())
    data = gn.data.from_arrays(X, labels, validation=0.2, class_names=names)
    return gn.fit([end], data, loss=loss, optimizer=gn.Adam(0.1), epochs=30, progress=False, **settings)


def speaks(answers: Any, pair: Sequence[Any], truth: Any) -> None:
    """Check that answers are the labels, of their type, and mostly right."""
    kind = np.array(pair).dtype.kind
    assert answers.dtype.kind == kind
    assert set(answers.tolist()) <= set(pair)
    assert (answers == truth).mean() > 0.85


@pytest.mark.filterwarnings(SIDES)
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("loss", [*ENDS, *OF_CLASSES])
def test_two_classes_are_answered_as_they_were_given(pair: tuple[Any, Any], loss: str, tmp_path: Path) -> None:
    truth = np.array(pair)[TWO]
    if loss in OF_CLASSES and list(map(repr, pair)) == ["0.0", "1.0"]:
        with pytest.raises(gn.ShapeError, match=r"y\.astype\(int\)"):
            trained(truth, loss, gn.Dense(2))
        return
    run = trained(truth, loss, ENDS.get(loss, gn.Dense(2)))
    speaks(run.predict_classes(X), pair, truth)
    assert run.evaluate("train").accuracy is not None
    assert run.plan.labels == pair
    run.save(tmp_path / "a.glass")
    back = gn.load(tmp_path / "a.glass")
    np.testing.assert_array_equal(back.predict_classes(X), run.predict_classes(X))
    assert back.plan.labels == pair
    assert list(map(type, back.plan.labels)) == list(map(type, pair))


@pytest.mark.filterwarnings(SIDES)
@pytest.mark.parametrize("engine", ["eager", "xla"])
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_a_model_and_its_class_weights_speak_the_labels(pair: tuple[Any, Any], engine: str) -> None:
    truth = np.array(pair)[TWO]
    model = gn.Sequential([gn.Dense(1, "sigmoid")])
    model.compile(gn.Adam(0.1), "binary_cross_entropy", engine=engine)
    model.fit(X, truth, epochs=3, class_weights={pair[1]: 9.0}, progress=False)
    assert model.run is not None
    weights, places = model.run.plan.weights, model.run.dataset.parts["train"]
    assert weights is not None
    np.testing.assert_array_equal(weights, np.where(truth[places] == pair[1], 9.0, 1.0))
    model.fit(X, truth, epochs=25, progress=False)
    speaks(model.predict_classes(X), pair, truth)
    assert model.evaluate(X, truth)["accuracy"] == pytest.approx((model.predict_classes(X) == truth).mean())
    only_one = truth[TWO == 1]
    assert model.evaluate(X[TWO == 1], only_one)["accuracy"] == pytest.approx(
        (model.predict_classes(X[TWO == 1]) == only_one).mean()
    )


@pytest.mark.parametrize("labels", [(3, 7), (-5, 1000), (7, 3)], ids=str)
def test_numbers_are_labels_where_the_classes_are_named_by_numbers(labels: tuple[int, int]) -> None:
    truth = np.array(labels)[TWO]
    for loss, end in [("hinge", gn.Dense(1)), ("sparse_softmax_cross_entropy", gn.Dense(2))]:
        run = trained(truth, loss, end, class_names=labels)
        speaks(run.predict_classes(X), labels, truth)
    with pytest.raises(gn.DataError, match=r"label 4 isn't one of the classes"):
        trained(np.where(TWO, 4, labels[0]), "hinge", gn.Dense(1), class_names=labels)


@pytest.mark.parametrize(
    ("loss", "end"), [("binary_cross_entropy", gn.Dense(1, "sigmoid")), ("sparse_softmax_cross_entropy", gn.Dense(2))]
)
def test_two_other_numbers_are_refused_with_the_way_to_name_them(loss: str, end: gn.Dense) -> None:
    with pytest.raises(gn.GlassnetError, match=r"class_names=\(3, 7\)"):
        trained(np.where(TWO, 7, 3), loss, end)
    with pytest.raises(gn.DataError, match=r"numbers 0 to 1, but .* class_names=\(3, 7\)"):
        trained(np.where(TWO, 7, 3), loss, end, class_names=("no", "yes"))


def test_three_and_more_classes(tmp_path: Path) -> None:
    for labels in ((10, 20, 30), (-1, 0, 1), ("a", "b", "c"), (0, 1, 2)):
        truth = np.array(labels)[THREE]
        run = trained(truth, "softmax_cross_entropy", gn.Dense(3), class_names=labels)
        speaks(run.predict_classes(X), labels, truth)
        rows = np.eye(3)[THREE]
        of_rows = trained(rows, "softmax_cross_entropy", gn.Dense(3), class_names=labels)
        speaks(of_rows.predict_classes(X), labels, truth)
    speaks(trained(np.eye(3)[THREE], "softmax_cross_entropy", gn.Dense(3)).predict_classes(X), (0, 1, 2), THREE)


def test_tables_answer_with_what_their_cells_say(tmp_path: Path) -> None:
    for labels in ((3, 8, 5), (-1, 1), ("no", "yes"), (0.5, 1.5)):
        rows = ["a,b,y", *(f"{a},{b},{labels[n % len(labels)]}" for n, (a, b) in enumerate(X.tolist()))]
        (tmp_path / "t.csv").write_text("\n".join(rows))
        data = gn.data.csv(tmp_path / "t.csv", "y", target_kind="classes")
        assert data.class_names == tuple(sorted(labels))
        run = gn.fit([gn.Dense(len(labels))], data, loss="softmax_cross_entropy", epochs=1, progress=False)
        assert set(run.predict_classes(data.x).tolist()) <= set(labels)
        assert data.y[:3].tolist() == [sorted(labels).index(labels[n % len(labels)]) for n in range(3)]


def test_what_is_shown_of_a_class_is_its_label() -> None:
    with pytest.warns(UserWarning, match="−1 counts as 0"):
        run = trained(np.where(TWO, 1, -1), "hinge", gn.Dense(1))
    explained = run.at(0).explain("data.y[0, 0]")
    assert f"class {int(2 * explained.value - 1)}" in explained.text
    assert run.at(0).explain("metric.accuracy").value in np.arange(33) / 32


def test_a_loss_of_values_says_that_it_sees_class_numbers() -> None:
    with pytest.warns(UserWarning, match="class numbers 0 and 1 of the labels -1, 1"):
        trained(np.where(TWO, 1, -1), "mean_squared_error", gn.Dense(1), class_names=(-1, 1))
    values = trained(np.where(TWO, 1, -1), "mean_squared_error", gn.Dense(1))
    assert set(values.plan.target[:, 0].tolist()) == {-1.0, 1.0}
    with pytest.raises(gn.SettingError, match="values without class names"):
        values.predict_classes(X)


@pytest.mark.parametrize(
    ("names", "words"),
    [("yes", "must be a list"), (5, "must be a list"), ((1, 1), "more than once"), ((1, "1"), "more than once"),
     ((None, 1), "texts or finite numbers"), ((float("nan"), 1), "texts or finite numbers")],
)  # fmt: skip
def test_names_that_name_nothing_are_refused(names: Any, words: str) -> None:
    with pytest.raises(gn.DataError, match=words):
        gn.data.from_arrays(X, TWO, class_names=names)
    with pytest.raises(gn.DataError, match=words):
        gn.Dataset("x", X, TWO, class_names=names)


def test_parts_hold_out_labels_evenly_whatever_they_are() -> None:
    for labels in ((-1, 1), (3, 7), (-1.0, 1.0), (True, False)):
        y = np.array(labels)[(np.arange(60) % 6 == 0).astype(int)]
        held_out = gn.data.from_arrays(np.zeros((60, 1)), y, validation=0.2).validation.y
        assert (len(held_out), int((held_out == held_out.max()).sum())) in ((12, 2), (12, 10))
    rows = np.eye(2)[(np.arange(60) % 6 == 0).astype(int)]
    assert gn.data.from_arrays(np.zeros((60, 1)), rows, validation=0.2).validation.y.sum(axis=0).tolist() == [10, 2]
