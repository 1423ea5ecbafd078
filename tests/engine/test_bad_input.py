"""Mistakes that people make, each answered by one line: what was passed, what is expected, how to mend it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream

MOONS = gn.data.moons(40)
DIGITS_SHAPED = gn.Dataset("rows", np.zeros((6, 4)), np.array([0, 1, 2, 0, 1, 2]))
ONE = gn.Network([gn.Dense(1, "sigmoid")])


def fit(network: Any = ONE, data: Any = MOONS, **settings: Any) -> gn.Run:
    return gn.fit(network, data, progress=False, **({"loss": "binary_cross_entropy"} | settings))


MISTAKES: list[tuple[str, Callable[[], Any], type[gn.GlassnetError], list[str]]] = [
    ("unknown activation", lambda: gn.Dense(3, "rleu"), gn.UnknownNameError, ["'rleu'", "'relu'", "tanh"]),
    ("unknown loss", lambda: fit(loss="mse"), gn.UnknownNameError, ["loss", "'mse'", "mean_squared_error"]),
    ("unknown optimizer", lambda: fit(optimizer="sdg"), gn.UnknownNameError, ["'sdg'", "Did you mean 'sgd'"]),
    ("unknown initializer", lambda: gn.Dense(3, "relu", "he"), gn.UnknownNameError, ["initializer", "he_normal"]),
    ("unknown dtype", lambda: fit(dtype="float16"), gn.UnknownNameError, ["float16", "float32", "float64"]),
    ("unknown part", lambda: MOONS.part("tset"), gn.UnknownNameError, ["'tset'", "'test'"]),
    ("unknown layer", lambda: gn.Network(["Dense"]), gn.SettingError, ["'Dense'", "Dense"]),  # type: ignore[list-item]
    ("a class, not a layer", lambda: gn.Network([3]), gn.SettingError, ["layers", "got 3"]),  # type: ignore[list-item]
    ("empty network", lambda: gn.Network([]), gn.SettingError, ["at least one layer", "Dense(1)"]),
    ("no units", lambda: gn.Dense(0), gn.SettingError, ["units", "at least 1", "got 0"]),
    ("half a unit", lambda: gn.Dense(2.5), gn.SettingError, ["units", "whole number", "2.5"]),  # type: ignore[arg-type]
    ("zero epochs", lambda: fit(epochs=0), gn.SettingError, ["epochs", "at least 1", "got 0"]),
    ("empty batch", lambda: fit(batch_size=0), gn.SettingError, ["batch_size", "at least 1"]),
    ("negative rate", lambda: gn.SGD(-0.1), gn.SettingError, ["learning_rate", "above 0", "-0.1"]),
    ("rate is NaN", lambda: gn.SGD(float("nan")), gn.SettingError, ["learning_rate", "nan"]),
    ("momentum of 1", lambda: gn.SGD(0.1, momentum=1.0), gn.SettingError, ["momentum", "below 1", "1.0"]),
    ("negative penalty", lambda: gn.L2(-1), gn.SettingError, ["rate", "at least 0"]),
    ("margin too wide", lambda: gn.BinaryCrossEntropy(0.5), gn.SettingError, ["margin", "below 0.5"]),
    ("negative seed", lambda: fit(seed=-1), gn.SettingError, ["seed", "at least 0", "-1"]),
    ("a loss that is none", lambda: fit(loss=3), gn.SettingError, ["loss", "value and gradient", "3"]),
    ("a rule that is none", lambda: fit(optimizer=0.1), gn.SettingError, ["optimizer", "0.1"]),
    ("negative memory", lambda: fit(memory=-1), gn.SettingError, ["memory", "-1"]),
    ("too few points", lambda: gn.data.moons(3), gn.SettingError, ["samples", "10", "got 3"]),
    ("negative noise", lambda: gn.data.moons(noise=-1), gn.SettingError, ["noise", "at least 0"]),
    (
        "all held out",
        lambda: gn.data.moons(validation=0.6, test=0.4),
        gn.SettingError,
        ["validation + test", "below 1"],
    ),
    (
        "NaN in features",
        lambda: with_features(np.array([[1.0], [np.nan]])),
        gn.DataError,
        ["NaN", "sample 1", "1 of 2"],
    ),
    ("infinite feature", lambda: with_features(np.array([[np.inf], [1.0]])), gn.DataError, ["infinite", "sample 0"]),
    ("text features", lambda: with_features(np.array([["a"], ["b"]])), gn.DataError, ["numbers", "Encode"]),
    ("a flat list", lambda: with_features(np.zeros(2)), gn.DataError, ["(samples, …)", "(2,)"]),
    ("no samples", lambda: gn.Dataset("x", np.zeros((0, 2)), np.zeros(0)), gn.DataError, ["at least one sample"]),
    ("ragged rows", lambda: with_features([[1.0], [1.0, 2.0]]), gn.DataError, ["same length"]),
    ("odd targets", lambda: gn.Dataset("x", np.zeros((3, 1)), np.zeros(2)), gn.DataError, ["3 samples", "2 targets"]),
    ("NaN in targets", lambda: gn.Dataset("x", np.zeros((1, 1)), np.array([np.nan])), gn.DataError, ["targets", "NaN"]),
    ("nothing to train on", lambda: fit(data=only_test()), gn.DataError, ["training part is empty"]),
    ("nothing held out", lambda: fit(epochs=1).evaluate("test"), gn.DataError, ["no test samples", "test=0.2"]),
    ("pictures into Dense", lambda: fit(data=pictures()), gn.ShapeError, ["output has shape (8, 1)", "Flatten()"]),
    ("too few outputs", lambda: fit(data=DIGITS_SHAPED, loss="softmax_cross_entropy"), gn.ShapeError, ["1 units", "3"]),
    ("too many outputs", lambda: fit(gn.Network([gn.Dense(3)])), gn.ShapeError, ["3 units", "Dense(1) or Dense(2)"]),
    (
        "values as classes",
        lambda: fit(data=values(), loss="sparse_softmax_cross_entropy"),
        gn.ShapeError,
        ["class num"],
    ),
    ("width of values", lambda: fit(data=values(), loss="mean_squared_error"), gn.ShapeError, ["(1,)", "Dense(2)"]),
    ("predict other rows", lambda: fit(epochs=1).predict(np.zeros((3, 5))), gn.ShapeError, ["(samples, 2)", "(3, 5)"]),
    ("step not yet made", lambda: fit(epochs=1).parameters(99), gn.SettingError, ["between 0 and 1", "99"]),
    ("no advance", lambda: fit(epochs=1).advance(0), gn.SettingError, ["count", "got 0"]),
    ("schedule without settings", lambda: fit(schedule="one_cycle"), gn.SettingError, ["write OneCycle(steps)"]),
    ("clipping as a class", lambda: fit(clipping=gn.ClipByNorm), gn.SettingError, ["write ClipByNorm(limit)"]),
    ("a limit alone", lambda: fit(clipping=1.0), gn.SettingError, ["clipping", "'clip_by_value'", "apply", "1.0"]),
    ("penalty alone", lambda: fit(regularizer=0.1), gn.SettingError, ["regularizer", "'l1'", "0.1"]),
    ("activation is a number", lambda: gn.Dense(2, 5), gn.SettingError, ["activation", "forward and backward", "5"]),
    ("no activation", lambda: gn.Dense(2, None), gn.SettingError, ["activation", "a name", "None"]),
    ("a tuple as data", lambda: fit(data=(MOONS.x, MOONS.y)), gn.DataError, ["Dataset", "tuple"]),
    ("a façade as network", lambda: fit(gn.Sequential([gn.Dense(1)])), gn.SettingError, ["must be a Network"]),
    ("a callback's class", lambda: fit(callbacks=gn.EarlyStopping), gn.SettingError, ["on_epoch", "EarlyStopping()"]),
    ("a function as callback", lambda: fit(callbacks=[print]), gn.SettingError, ["on_start", "print"]),
    ("unknown change", lambda: fit(epochs=1).change(rate=1), gn.UnknownNameError, ["'rate'", "batch_size"]),
    ("text to predict", lambda: fit(epochs=1).predict([["a", "b"]]), gn.DataError, ["features", "numbers"]),
    ("size 0", lambda: ONE.summary((0,)), gn.ShapeError, ["one example without the batch", "(0,)"]),
    ("a string as shape", lambda: ONE.summary("two"), gn.ShapeError, ["'two'"]),  # type: ignore[arg-type]
    ("names no words", lambda: in_embedding(np.array([[0.5, 1.0]])), gn.DataError, ["whole numbers", "0.5"]),
    ("a word too many", lambda: in_embedding(np.array([[3.0, 4.0]])), gn.DataError, ["from 0 to 3", "got 4"]),
    ("no runs together", lambda: gn.Ensemble([3]), gn.SettingError, ["runs", "got 3"]),  # type: ignore[list-item]
    (
        "watching what nobody measures",
        lambda: fit(epochs=1, callbacks=gn.EarlyStopping(monitor="validation_f1")),
        gn.SettingError,
        ["validation_f1", 'metrics=["f1"]'],
    ),
    ("text for yes", lambda: gn.LSTM(2, return_sequences="x"), gn.SettingError, ["return_sequences", "True or", "'x'"]),  # type: ignore[arg-type]
    ("a number for yes", lambda: gn.SGD(momentum=0.5, nesterov=1), gn.SettingError, ["nesterov", "got 1"]),  # type: ignore[arg-type]
    ("a run as plan", lambda: gn.newton_steps(fit(epochs=1), None), gn.SettingError, ["newton_steps", "a Plan", "Run"]),  # type: ignore[arg-type]
    ("no plan", lambda: gn.lbfgs_steps(None, None), gn.SettingError, ["lbfgs_steps", "start(plan)", "NoneType"]),  # type: ignore[arg-type]
    ("data, not arrays", lambda: gn.perceptron_steps(MOONS, MOONS.y), gn.DataError, ["Dataset", "data.x"]),
    ("no features", lambda: gn.perceptron_steps([[np.nan]], [1]), gn.DataError, ["x must be finite", "nan"]),
    ("odd weight", lambda: gn.perceptron_steps(MOONS.x, MOONS.y, weight=[1.0]), gn.ShapeError, ["(2,)", "(1,)"]),
    ("a word as bias", lambda: gn.perceptron_steps(MOONS.x, MOONS.y, bias="b"), gn.SettingError, ["bias", "'b'"]),  # type: ignore[arg-type]
    ("no folder", lambda: gn.data.mnist("nowhere"), gn.DataError, ["nowhere", "train-images-idx3-ubyte"]),
    ("no run file", lambda: gn.load("nowhere.glass"), gn.RunFileError, ["nowhere.glass"]),
]


def in_embedding(x: Any) -> Any:
    layer = gn.Embedding(4, 2)
    params, state, _ = layer.build(stream(0), (2,), "float32")
    return layer.forward(params, state, x, train=False, rng=stream(0))


def with_features(x: Any) -> gn.Dataset:
    return gn.Dataset("mine", x, np.array([0, 1]))


def values() -> gn.Dataset:
    return gn.Dataset("values", np.zeros((4, 2)), np.zeros((4, 2)))


def pictures() -> gn.Dataset:
    return gn.Dataset("pictures", np.zeros((4, 8, 8)), np.array([0, 1, 0, 1]))


def only_test() -> gn.Dataset:
    return gn.Dataset("tests", np.zeros((4, 2)), np.array([0, 1, 0, 1]), {"test": np.arange(4)})


@pytest.mark.parametrize(("attempt", "kind", "words"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_answered_by_one_line_that_helps(
    attempt: Callable[[], Any], kind: type[gn.GlassnetError], words: list[str]
) -> None:
    with pytest.raises(kind) as caught:
        attempt()
    message = str(caught.value)
    assert "\n" not in message
    assert [word for word in words if word not in message] == []
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_probabilities_from_a_linear_end_warn_once_and_say_how_to_mend_it() -> None:
    with pytest.warns(UserWarning, match='end with activation="sigmoid"') as warned:
        fit(gn.Network([gn.Dense(1)]), epochs=2)
    assert len(warned) == 1
    assert warned[0].filename == __file__


def test_a_softmax_before_a_fused_loss_warns_once() -> None:
    net = gn.Network([gn.Dense(3, "softmax")])
    with pytest.warns(UserWarning, match="applies softmax itself") as warned:
        fit(net, DIGITS_SHAPED, loss="softmax_cross_entropy", epochs=2)
    assert len(warned) == 1


def test_a_sound_pair_does_not_warn() -> None:
    fit(gn.Network([gn.Dense(2, "softmax")]), loss="categorical_cross_entropy", epochs=1)
    fit(gn.Network([gn.Dense(1)]), loss="sigmoid_cross_entropy", epochs=1)
    fit(gn.Network([gn.Dense(1, "tanh")]), loss="mean_squared_error", epochs=1)
