"""Metrics: cross-checked by counting, None where undefined, and clear errors."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.metrics import METRICS

from .cases import twin_of
from .table import METRIC_ROWS, Row

ALL = [(row, shape) for row in METRIC_ROWS for shape in row.shapes]
every_metric = pytest.mark.parametrize(
    ("row", "shape"), ALL, ids=[f"{row.kind.__name__} on {shape}" for row, shape in ALL]
)


@every_metric
@given(samples=st.integers(2, 12), seed=st.integers(0, 10**6))
@pytest.mark.filterwarnings("ignore::sklearn.exceptions.UndefinedMetricWarning")
def test_a_metric_is_what_counting_gives(row: Row, shape: Any, samples: int, seed: int) -> None:
    rng = stream(seed)
    prediction, truth = row.draw(rng, (samples, *shape)), row.target(rng.child("truth"), (samples, *shape))
    ours, theirs = row.settings[0](prediction, truth), twin_of(row, "torch")(prediction, truth)
    assert (ours is None) == (theirs is None)
    assert ours is None or ours == pytest.approx(theirs, rel=1e-12, abs=1e-12)
    assert ours is None or type(ours) is float


CLASSIFY = [name for name in METRICS if name not in ("mean_absolute_error", "root_mean_squared_error", "r_squared")]
MEASURE = [name for name in METRICS if name not in CLASSIFY]


@pytest.mark.parametrize("name", CLASSIFY)
def test_a_perfect_answer_scores_1(name: str) -> None:
    truth = np.arange(12) % 6
    assert METRICS[name](np.eye(6)[truth], truth) == 1.0


@pytest.mark.parametrize("name", MEASURE)
def test_no_error_scores_0_or_all_of_the_variance(name: str) -> None:
    values = np.arange(6.0).reshape(3, 2)
    assert METRICS[name](values, values) == (1.0 if name == "r_squared" else 0.0)


def test_what_is_undefined_is_none_never_a_number() -> None:
    nobody = np.array([[0.1], [0.2], [0.3]])
    assert gn.metrics.precision(nobody, np.array([0, 1, 1])) is None
    assert gn.metrics.recall(nobody, np.array([0, 0, 0])) is None
    assert gn.metrics.f1(nobody, np.array([0, 0, 0])) is None
    assert gn.metrics.roc_auc(nobody, np.array([1, 1, 1])) is None
    assert gn.metrics.r_squared(nobody, np.ones((3, 1))) is None


@pytest.mark.parametrize("name", METRICS)
@pytest.mark.parametrize(
    ("prediction", "truth", "word"),
    [
        (np.zeros((3, 6)), np.zeros(2, int), "one truth for each prediction"),
        (np.zeros((0, 6)), np.zeros(0, int), "at least one sample"),
    ],
)
def test_samples_must_match(name: str, prediction: Array, truth: Array, word: str) -> None:
    with pytest.raises(gn.GlassnetError, match=word):
        METRICS[name](prediction, truth)


@pytest.mark.parametrize("name", CLASSIFY)
@pytest.mark.parametrize("truth", [np.zeros((3, 1)), np.array([0.5, 0, 1]), np.array([0, 7, 1]), np.eye(3)])
def test_classes_must_be_class_numbers(name: str, truth: Array) -> None:
    with pytest.raises(gn.GlassnetError, match="class numbers"):
        METRICS[name](np.full((3, 6), 0.2), truth)


@pytest.mark.parametrize("name", MEASURE)
def test_values_must_have_the_shape_of_the_prediction(name: str) -> None:
    with pytest.raises(gn.ShapeError, match="same shape"):
        METRICS[name](np.zeros((3, 2)), np.zeros(3))
