"""What is passed is understood or refused: numbers of NumPy, targets, words, weights, copies, files, number types."""

import copy
import pickle  # noqa: TID251 (copies between processes, not files)
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

import glassnet as gn
from glassnet.nn.losses import LOSSES
from glassnet.study.landscape import filter_normalised
from glassnet.train.penalty import constrain

MOONS = gn.data.moons(60, seed=1)
ROWS = np.random.default_rng(0).normal(size=(40, 3))


def fit(layers: Any, data: gn.Dataset = MOONS, loss: Any = "mean_squared_error", **settings: Any) -> gn.Run:
    given: dict[str, Any] = {"epochs": 2, "progress": False, "engine": "eager"} | settings
    return gn.fit(layers, data, loss=loss, **given)


def values(y: Any) -> gn.Dataset:
    return gn.Dataset("mine", ROWS[: len(y)], np.asarray(y))


# --- numbers of NumPy ---


def numpy(value: Any) -> Any:
    """Return a number as NumPy's own."""
    return np.asarray(value)[()]


@pytest.mark.parametrize("kind", [np.float64, np.array, np.float32, np.longdouble])
def test_a_rate_from_numpy_trains_and_saves_as_the_python_number(kind: Any, tmp_path: Path) -> None:
    layers, rate = [gn.Dense(4, "tanh"), gn.Dense(1)], kind(0.125)
    run, plain = fit(layers, optimizer=gn.SGD(rate)), fit(layers, optimizer=gn.SGD(0.125))
    assert type(run.recipe.optimizer.learning_rate) is float
    assert run.parameters()["dense_1"]["weight"].dtype == np.float32
    np.testing.assert_array_equal(run.parameters()["dense_1"]["weight"], plain.parameters()["dense_1"]["weight"])
    run.save(tmp_path / "run.glass")
    back = gn.load(tmp_path / "run.glass")
    for step in range(run.step + 1):
        np.testing.assert_array_equal(
            back.parameters(step)["dense_2"]["weight"], run.parameters(step)["dense_2"]["weight"]
        )


def test_numbers_of_numpy_are_settings_of_every_kind() -> None:
    assert gn.Dense(numpy(3)) == gn.Dense(3)
    assert gn.Conv2D(2, np.array([3, 3])) == gn.Conv2D(2, (3, 3))
    assert gn.Reshape(numpy([2, 2])) == gn.Reshape((2, 2))
    assert gn.RMSprop(centred=numpy(True)) == gn.RMSprop(centred=True)
    assert gn.FormulaLoss("q * abs(p - t)", {"q": np.float64(0.5)}) == gn.FormulaLoss("q * abs(p - t)", {"q": 0.5})
    weights = gn.Recipe("hinge", class_weights={numpy(1): numpy(2.0)}).class_weights
    assert weights == {1: 2.0}
    assert [type(part) for pair in dict(weights).items() for part in pair] == [int, float]
    assert gn.data.moons(numpy(40), noise=numpy(0.1)).source == gn.data.moons(40, noise=0.1).source


def test_a_penalty_from_numpy_trains_compiled() -> None:
    layers = [gn.Dense(2), gn.Dense(1)]
    runs = [fit(layers, regularizer=gn.L2(rate), engine="xla") for rate in (np.float64(0.01), 0.01)]
    np.testing.assert_array_equal(*[run.parameters()["dense_1"]["weight"] for run in runs])


# --- targets ---

REFUSED: list[tuple[str, Any, int, Any]] = [
    ("binary_cross_entropy", [0.0, 1.0, 2.0], 1, "sample 2 has 2"),
    ("sigmoid_cross_entropy", [0.0, -0.5], 1, "sample 1 has -0.5"),
    ("hinge", [0.0, 0.5], 1, "sample 1 has 0.5"),
    ("perceptron", [1.0, 3.0], 1, "sample 1 has 3"),
    ("softmax_cross_entropy", [[1.0, 1.0], [1.0, 0.0]], 2, "sample 0 adds up to 2"),
    ("softmax_cross_entropy", [[0.0, 0.0], [1.0, 0.0]], 2, "sample 0 adds up to 0"),
    ("categorical_cross_entropy", [[1.0, 0.0], [1.5, -0.5]], 2, "sample 1 holds -0.5"),
    ("kl_divergence", [[0.5, 0.4], [1.0, 0.0]], 2, "sample 0 adds up to 0.9"),
    ("categorical_hinge", [[0.5, 0.5], [1.0, 0.0]], 2, "sample 0 adds up to 1"),
]


@pytest.mark.filterwarnings("ignore:.*expects probabilities:UserWarning")
@pytest.mark.parametrize(("loss", "y", "outputs", "words"), REFUSED)
@pytest.mark.parametrize("engine", ["eager", "xla"])
def test_targets_that_a_loss_is_not_defined_on_are_refused(
    loss: str, y: Any, outputs: int, words: str, engine: str
) -> None:
    with pytest.raises(gn.DataError, match=words):
        fit([gn.Dense(outputs)], values(y), loss, engine=engine)


@pytest.mark.filterwarnings("ignore:.*expects probabilities:UserWarning")
@pytest.mark.parametrize("loss", ["hinge", "perceptron", "sigmoid_cross_entropy", "binary_cross_entropy"])
def test_minus_one_and_one_train_as_zero_and_one_and_it_is_said(loss: str) -> None:
    y = np.tile([0.0, 1.0], 20)
    plain = fit([gn.Dense(1)], values(y), loss)
    with pytest.warns(UserWarning, match="−1 counts as 0"):
        signed = fit([gn.Dense(1)], values(2 * y - 1), loss)
    np.testing.assert_array_equal(signed.parameters()["dense_1"]["weight"], plain.parameters()["dense_1"]["weight"])
    assert signed.evaluate("train") == plain.evaluate("train")


def test_a_class_that_the_first_fit_did_not_know_is_refused() -> None:
    model = gn.Sequential([gn.Dense(2)])
    model.compile("sgd", "sparse_softmax_cross_entropy")
    model.fit(ROWS, np.arange(40) % 2, progress=False)
    for attempt in (partial(model.fit, progress=False), model.evaluate):
        with pytest.raises(gn.DataError, match=r"label 2 isn't one of the classes 0, 1"):
            attempt(ROWS, np.arange(40) % 3)


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize(
    "target", [[0.0, 1.0, 0.0], [0.2, 0.5, 0.3], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0], [3.0, 0.5, 0.0]]
)
def test_softmax_cross_entropy_has_the_gradient_of_its_own_value(target: list[float], smoothing: float) -> None:
    loss, z, t, h = gn.SoftmaxCrossEntropy(smoothing), np.array([[1.0, 2.0, 0.5]]), np.array([target]), 1e-6
    numeric = [((loss.value(z + h * e, t) - loss.value(z - h * e, t)) / (2 * h)).item() for e in np.eye(3)]
    np.testing.assert_allclose(loss.gradient(z, t)[0], numeric, atol=1e-8)
    if not smoothing:
        p = np.exp(z) / np.exp(z).sum()
        np.testing.assert_allclose(loss.value(z, t), -(t * np.log(p)).sum(axis=-1))


def test_soft_labels_train_with_the_gradient_of_their_loss() -> None:
    rows = np.abs(ROWS) / np.abs(ROWS).sum(axis=1, keepdims=True)
    run = fit([gn.Dense(3)], gn.Dataset("soft", ROWS, rows), "softmax_cross_entropy", dtype="float64")
    check = run.at(1).gradient_check("dense_1", "bias", 0)
    assert check.best_error < 1e-6


# --- the same answer in all readings ---


@pytest.mark.parametrize("engine", ["eager", "xla"])
@pytest.mark.parametrize(("wrong", "words"), [(-1.0, "has -1"), (1.7, "has 1.7"), (5.0, "has 5")])
def test_wrong_word_numbers_are_refused_before_the_first_step(engine: str, wrong: float, words: str) -> None:
    x = np.random.default_rng(0).integers(0, 5, size=(20, 4)).astype(float)
    x[3, 1] = wrong
    data = gn.Dataset("words", x, np.arange(20) % 2)
    for layers in (
        [gn.Embedding(5, 3), gn.Flatten(), gn.Dense(1)],
        [gn.Reshape((4,)), gn.Embedding(5, 3), gn.Flatten(), gn.Dense(1)],
    ):
        with pytest.raises(gn.DataError, match=words):
            fit(layers, data, "sigmoid_cross_entropy", engine=engine)


@pytest.mark.parametrize("engine", ["eager", "xla"])
def test_words_made_inside_the_network_are_checked_in_both_readings(engine: str) -> None:
    with pytest.raises(gn.DataError, match="looked up"):
        fit([gn.Dense(2), gn.Embedding(5, 3), gn.Flatten(), gn.Dense(1)], engine=engine)


@pytest.mark.parametrize("engine", ["eager", "xla"])
def test_numbers_beyond_the_number_type_are_refused(engine: str) -> None:
    for data in (gn.Dataset("x", np.array([[1.0], [1e39]]), np.array([0.0, 1.0])), values([1.0, -1e39])):
        with pytest.raises(gn.DataError, match=r"1e\+39 \(sample 1\), more than float32 can hold"):
            fit([gn.Dense(1)], data, engine=engine)


def test_predict_takes_no_samples_and_refuses_what_is_no_number() -> None:
    run = fit([gn.Dense(4), gn.Dense(1)])
    assert run.predict(np.zeros((0, 2))).shape == (0, 1)
    assert run.predict([]).shape == (0, 1)
    with pytest.raises(gn.DataError, match="sample 1 has NaN"):
        run.predict(np.array([[0.0, 0.0], [np.nan, 0.0]]))
    with pytest.raises(gn.DataError, match="more than float32"):
        run.predict(np.array([[1e39, 0.0]]))


def test_training_minds_no_error_state_around_it() -> None:
    large = gn.Dataset("large", MOONS.x * 1e3, MOONS.y)
    with np.errstate(all="raise"):
        for activation in ("sigmoid", "gelu", "softplus", "softmax"):
            run = fit([gn.Dense(4, activation), gn.BatchNorm(), gn.Dense(2)], large, "sparse_softmax_cross_entropy")
            run.predict(large.x * 1e3)
            run.evaluate("train")
            run.at(1).explain("loss.mean")
            gn.landscape(run, "random", size=3, radius=100.0)
        with pytest.raises(gn.DivergedError):
            fit([gn.Dense(4), gn.Dense(1)], optimizer=gn.SGD(1e30))


@pytest.mark.parametrize(("loss", "margin"), [("BinaryCrossEntropy", 1e-10), ("CategoricalCrossEntropy", 1e-42)])
def test_a_margin_too_small_for_the_number_type_is_refused(loss: str, margin: float) -> None:
    outputs, made = (1 if loss.startswith("Binary") else 2), getattr(gn, loss)(margin=margin)
    layers = [gn.Dense(outputs, "sigmoid" if outputs == 1 else "softmax")]
    with pytest.raises(gn.SettingError, match="too small for float32"):
        fit(layers, loss=made)
    fit(layers, loss=made, dtype="float64")


# --- class weights, metrics, histories ---


def test_class_weights_go_by_the_labels_that_the_data_have() -> None:
    data = gn.Dataset("wine", ROWS, np.arange(40) % 6, class_names=tuple("345678"))

    def weighted(weights: Any) -> list[str]:
        found = gn.Plan(gn.Network([gn.Dense(6)]), gn.Recipe("softmax_cross_entropy", class_weights=weights), data)
        assert found.weights is not None
        return sorted({data.class_names[data.train.y[place]] for place in np.flatnonzero(found.weights == 10)})

    assert weighted({3: 10.0}) == weighted({"3": 10.0}) == ["3"]
    assert weighted({8: 10.0}) == ["8"]
    for wrong, words in [({0: 10.0}, "contains 0"), ({3: 10.0, "3": 1.0}, "twice")]:
        with pytest.raises(gn.SettingError, match=words):
            weighted(wrong)


def test_a_key_that_is_one_class_s_name_and_another_s_number_is_refused() -> None:
    data = gn.Dataset("mixed", ROWS, np.arange(40) % 3, class_names=("none", "2", "many"))
    recipe = gn.Recipe("softmax_cross_entropy", class_weights={2: 10.0})
    with pytest.raises(gn.SettingError, match="write the name, '2'"):
        gn.Plan(gn.Network([gn.Dense(3)]), recipe, data)


def test_metrics_of_one_name_are_told_apart() -> None:
    first, second = (partial(gn.metrics.top_k_accuracy, k=k) for k in (1, 2))
    recipe = gn.Recipe("softmax_cross_entropy", metrics=[first, second, lambda p, t: 1.0, lambda p, t: 2.0])
    assert list(recipe.measures) == ["top_k_accuracy", "top_k_accuracy_2", "<lambda>", "<lambda>_2"]
    assert list(recipe.measures.values()) == list(recipe.metrics)


@pytest.mark.parametrize("loss", ["hinge", "perceptron"])
def test_roc_auc_ranks_by_scores_where_the_loss_decides(loss: str) -> None:
    run = fit([gn.Dense(1)], loss=loss, metrics=["roc_auc"], epochs=1)
    part = run.plan.samples["train"]
    scores = part.x @ run.parameters()["dense_1"]["weight"] + run.parameters()["dense_1"]["bias"]
    measured = run.evaluate("train").metrics["roc_auc"]
    assert measured == pytest.approx(gn.metrics.roc_auc(scores, MOONS.train.y))
    assert measured != gn.metrics.roc_auc((scores >= 0).astype(float), MOONS.train.y)


@pytest.mark.parametrize("engine", ["eager", "xla"])
def test_a_history_says_which_loss_it_holds_and_its_file_keeps_all_of_it(engine: str, tmp_path: Path) -> None:
    layers = [gn.Dense(4), gn.Dense(1, "sigmoid")]
    for weights in (None, {"orange": 3.0}):
        run = fit(layers, loss="binary_cross_entropy", class_weights=weights, engine=engine)
        assert [row.weighted for row in run.history.epochs] == [weights is not None] * 2
        run.save(tmp_path / "run.glass")
        back = gn.load(tmp_path / "run.glass").history
        assert list(back.epochs) == list(run.history.epochs)
        assert back.gradient_norm.numbers == run.history.gradient_norm.numbers
        assert back.gradient_norm.items == run.history.gradient_norm.items
        assert len(back.gradient_norm) == (run.step if engine == "xla" else 0)


# --- copies ---


@pytest.mark.parametrize("engine", ["eager", "xla"])
def test_a_copied_run_goes_on_as_the_original_would(engine: str) -> None:
    run = fit([gn.Dense(4, "tanh"), gn.Dropout(0.2), gn.Dense(1)], engine=engine)
    run.branch(2)
    copies = [pickle.loads(pickle.dumps(run)), copy.deepcopy(run), copy.copy(run)]  # noqa: S301 (our own bytes)
    losses = [each.advance(3).loss for each in (*copies, run)]
    assert len(set(losses)) == 1
    assert [len(each.branches) for each in copies] == [1, 1, 1]


def test_a_copied_moment_explains_the_same() -> None:
    moment = fit([gn.Dense(1)]).at(0)
    value = moment.explain("loss.mean").value
    for each in (pickle.loads(pickle.dumps(moment)), copy.deepcopy(moment)):  # noqa: S301 (our own bytes)
        assert each.explain("loss.mean").value == value


EMPTY: dict[str, tuple[list[Any], tuple[int, ...]]] = {
    "convolution": ([gn.Conv2D(2, 3), gn.Flatten()], (5, 5, 1)),
    "transposed convolution": ([gn.Conv2DTranspose(2, 3), gn.Flatten()], (4, 4, 1)),
    "pooling": ([gn.MaxPool2D(2), gn.GlobalAveragePool2D()], (4, 4, 1)),
    "LSTM": ([gn.LSTM(2)], (4, 2)),
    "attention": ([gn.MultiHeadSelfAttention(2, 2), gn.Flatten()], (4, 4)),
    "embedding": ([gn.Embedding(5, 2), gn.Flatten()], (4,)),
    "norms": ([gn.GroupNorm(1), gn.Flatten(), gn.BatchNorm(), gn.LayerNorm()], (4, 4, 2)),
}


@pytest.mark.parametrize("kind", EMPTY)
def test_every_network_predicts_for_no_samples(kind: str) -> None:
    layers, shape = EMPTY[kind]
    x = np.random.default_rng(0).integers(0, 4, (10, *shape)).astype(float)
    run = fit([*layers, gn.Dense(1)], gn.Dataset("few", x, np.arange(10) % 2), "hinge")
    assert run.predict(np.zeros((0, *shape))).shape == (0, 1)
    assert run.predict_classes(np.zeros((0, *shape))).shape == (0,)


def test_a_copied_sequential_predicts_the_same() -> None:
    model = gn.Sequential([gn.Dense(1)])
    model.compile()
    model.fit(ROWS, ROWS[:, 0], progress=False)
    for each in (pickle.loads(pickle.dumps(model)), copy.deepcopy(model)):  # noqa: S301 (our own bytes)
        np.testing.assert_array_equal(each.predict(ROWS), model.predict(ROWS))
        each.fit(ROWS, ROWS[:, 0], progress=False)


def diverge() -> None:
    """Raise a DivergedError that holds its run."""
    fit([gn.Dense(4), gn.Dense(1)], optimizer=gn.SGD(1e30))


def test_an_error_in_a_worker_keeps_its_message_and_its_run() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(gn.DivergedError) as caught:
        pool.submit(diverge).result(timeout=120)
    assert "Training stopped before update" in str(caught.value)
    assert caught.value.run.step == 1
    formula = gn.FormulaError("no end")
    formula.position = 3
    assert pickle.loads(pickle.dumps(formula)).position == 3  # noqa: S301 (our own bytes)


# --- numerics ---


@pytest.mark.parametrize("noise", [0.0, 1e-5])
def test_centred_rmsprop_stays_finite_where_rounding_leaves_no_variance(noise: float) -> None:
    rng, rule = np.random.default_rng(1), gn.RMSprop(0.001, centred=True)
    gradient, params = rng.uniform(0.01, 200, 500), {"w": np.ones(500, "float32")}
    state = rule.init(params)
    for _ in range(600):
        noisy = (gradient * (1 + noise * rng.normal(size=500))).astype("float32")
        params, state = rule.update({"w": noisy}, state, params, 0.001)
    assert np.isfinite(params["w"]).all()


class Transposed(gn.Dense):
    """A layer of somebody's own, whose weights have a row for each unit."""

    unit_axis: ClassVar[int] = 0


UNITS = [
    (Transposed(3), (4,), 0),
    (gn.Dense(3), (4,), 1),
    (gn.Conv2D(3, 2), (4, 4, 2), 3),
    (gn.Conv2DTranspose(3, 2), (4, 4, 2), 2),
    (gn.Embedding(6, 3), (4,), 0),
    (gn.PositionalEmbedding(), (4, 3), 0),
    (gn.LSTM(3), (4, 2), 1),
]


@pytest.mark.parametrize(("layer", "shape", "axis"), UNITS, ids=lambda value: type(value).__name__)
def test_max_norm_and_filter_normalisation_measure_each_unit_of_a_layer(layer: Any, shape: Any, axis: int) -> None:
    network = gn.Network([layer])
    params, _ = network.build(gn.Plan(gn.Network([gn.Dense(1)]), gn.Recipe("hinge"), MOONS).rng, shape)
    (name,) = params
    params[name]["weight"] = params[name]["weight"] + 3.0
    others = tuple(each for each in range(params[name]["weight"].ndim) if each != axis)

    def lengths(tree: Any) -> Any:
        return np.sqrt((np.asarray(tree[name]["weight"], float) ** 2).sum(axis=others))

    np.testing.assert_allclose(lengths(constrain(params, gn.MaxNorm(0.5), network.unit_axes)), 0.5, rtol=1e-5)
    inside = gn.Network([gn.Branch([[layer], [layer]])])
    within = {"branch_1": {"path_2": {name: params[name]}}}
    found = constrain(within, gn.MaxNorm(0.5), inside.unit_axes)["branch_1"]["path_2"]
    np.testing.assert_allclose(lengths(found), 0.5, rtol=1e-5)
    np.testing.assert_allclose(
        lengths(filter_normalised(params, network.unit_axes, 0, "x")), lengths(params), rtol=1e-5
    )


def test_every_loss_names_what_it_is_defined_on_in_known_words() -> None:
    known = {"any", "probabilities", "sides", "distribution", "one_hot"}
    assert {getattr(loss, "target_domain", "any") for loss in LOSSES.values()} == known


def test_an_axis_that_the_weights_lack_is_named() -> None:
    class Wrong(gn.Dense):
        unit_axis: ClassVar[int] = 2

    with pytest.raises(gn.SettingError, match=r"unit_axis of wrong_1 must be one of the 2 axes .* got 2"):
        fit([Wrong(3), gn.Dense(1)], constraint="max_norm")
