"""What users hand over: parts as masks, pandas, sparse matrices, arrays that change later."""

import copy
from typing import Any

import numpy as np
import pandas as pd
import pytest
import scipy.sparse

import glassnet as gn

X = np.arange(12.0).reshape(6, 2)
Y = np.array([0, 1, 0, 1, 0, 1])
MASK = np.arange(6) < 4


def test_masks_are_parts() -> None:
    for mask in (MASK, MASK.tolist(), pd.Series(MASK)):
        data = gn.Dataset("a", X, Y, {"train": mask, "validation": ~MASK})
        assert data.train.x.tolist() == X[:4].tolist()
        assert data.validation.x.tolist() == X[4:].tolist()
        assert len(data.test.x) == 0


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"train": MASK[:5]}, "mask of the train part needs one True or False for each of 6 samples"),
        ({"train": MASK.astype(int)}, "looks like a mask of 0 and 1"),
        ({"train": [0, 1, 2], "test": [2, 3]}, "1 samples are in two parts .sample 2 in train and test."),
        ({"train": [0, 6]}, "names sample 6, but samples go from 0 to 5"),
        ({"train": [0, -1]}, "names sample -1"),
        ({"train": [0.0, 1.0]}, "must be indices"),
        ({"train": [[0, 1]]}, "must be indices"),
        ({"train": ["a"]}, "must be indices"),
        ({"training": [0, 1]}, "Unknown part of the data 'training'. Did you mean 'train'"),
        ([0, 1], "must be a mapping"),
    ],
)
def test_parts_that_cannot_be_meant_are_refused(parts: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message) as caught:
        gn.Dataset("a", X, Y, parts)
    assert "\n" not in str(caught.value)


def test_what_is_changed_later_changes_no_data_set() -> None:
    x, y, weights, train = X.copy(), Y.copy(), np.ones(6), np.arange(6)
    data = gn.Dataset("a", x, y, {"train": train}, sample_weights=weights)
    x[0], y[0], weights[0], train[0] = 99.0, 1, 5.0, 3
    assert data.x[0].tolist() == [0.0, 1.0]
    assert (data.y[0], data.parts["train"][0]) == (0, 0)
    assert data.sample_weights is not None
    assert data.sample_weights[0] == 1.0
    for array in (data.x, data.y, data.parts["train"], data.sample_weights):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    assert copy.deepcopy(data).x.tolist() == data.x.tolist()


def test_a_view_of_an_array_that_can_change_is_copied() -> None:
    base = X.copy()
    view = base[:]
    view.flags.writeable = False
    data = gn.Dataset("a", view, Y)
    base[0] = 99.0
    assert data.x[0].tolist() == [0.0, 1.0]


FRAME = pd.DataFrame(
    {
        "plain": [0.5, 1.0, 2.0, 3.0, 4.0, 5.0],
        "flag": [True, False] * 3,
        "nullable": pd.array([1, 2, 3, 4, 5, 6], dtype="Int64"),
        "nullable flag": pd.array([True, False, True, True, False, False], dtype="boolean"),
        "object": pd.Series([1, 2.5, 3, 4, 5, True], dtype=object),
        "sparse": pd.arrays.SparseArray([0, 0, 1, 0, 0, 2]),
    }
)


def test_a_frame_of_many_kinds_of_numbers_is_an_array() -> None:
    data = gn.data.from_arrays(FRAME, Y)
    assert data.feature_names == tuple(FRAME.columns)
    assert data.x.tolist() == FRAME.astype(float).to_numpy().tolist()
    assert gn.Dataset("a", FRAME, Y).x.tolist() == data.x.tolist()


@pytest.mark.parametrize(
    ("column", "message"),
    [
        (pd.array([1, None, 3, 4, 5, 6], dtype="Int64"), "NaN or infinite .first: sample 1"),
        (list("uvuvuv"), "column 'new' of the features holds .*encode it first"),
        (pd.Categorical(list("uvuvuv")), "column 'new' of the features holds category"),
        (pd.date_range("2024-01-01", periods=6), "column 'new' of the features holds datetime64"),
        ([1 + 2j] * 6, "column 'new'"),
    ],
)
def test_a_column_without_numbers_is_named(column: Any, message: str) -> None:
    with pytest.raises(gn.DataError, match=message):
        gn.data.from_arrays(FRAME.assign(new=column), Y)


def test_series_are_targets_labels_and_weights() -> None:
    words = pd.Series(["no", "yes"] * 3)
    for labels in (words, words.astype("category"), words.astype("string")):
        data = gn.data.from_arrays(FRAME, labels, sample_weights=pd.Series(np.arange(6.0)))
        assert data.class_names == ("no", "yes")
        assert data.y.tolist() == Y.tolist()
    assert gn.data.from_arrays(FRAME, pd.Series(Y).astype("Int64")).y.tolist() == Y.tolist()
    assert gn.data.from_arrays(FRAME, pd.Series(Y).astype(bool)).class_names == (False, True)


def test_rows_in_different_orders_are_refused() -> None:
    shuffled = pd.Series(Y, index=[5, 3, 1, 0, 2, 4])
    with pytest.raises(gn.DataError, match="x and y have the same row labels in different orders"):
        gn.data.from_arrays(FRAME, shuffled)
    with pytest.raises(gn.DataError, match="features and sample_weights have the same row labels"):
        gn.Dataset("a", FRAME, Y, sample_weights=shuffled + 1.0)
    assert gn.data.from_arrays(FRAME, shuffled.to_numpy()).y.tolist() == Y.tolist()
    assert gn.data.from_arrays(FRAME.loc[shuffled.index], shuffled).y.tolist() == Y.tolist()
    kept = FRAME[FRAME["flag"]]
    assert len(gn.data.from_arrays(kept, pd.Series([0, 1, 0])).y) == 3


@pytest.mark.parametrize("make", [scipy.sparse.csr_matrix, scipy.sparse.coo_array, scipy.sparse.csc_array])
def test_sparse_matrices_are_stored_densely_and_say_so(make: Any) -> None:
    data = gn.data.from_arrays(make(X), Y)
    assert data.x.tolist() == X.tolist()
    assert data.report == "features were a sparse matrix; stored densely they take 0.0 MB"
    run = gn.fit([gn.Dense(1, "sigmoid")], data, loss="binary_cross_entropy", epochs=1, progress=False)
    np.testing.assert_array_equal(run.predict(make(X)), run.predict(X))


def test_a_sparse_matrix_that_would_not_fit_is_refused() -> None:
    with pytest.raises(gn.DataError, match=r"sparse matrix of shape .*, which would take 7,450.6 GiB"):
        gn.data.from_arrays(scipy.sparse.csr_matrix((1_000_000, 1_000_000), dtype=np.float64), np.zeros(1_000_000))


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (5, 5, "features must have shape"),
        (None, [1], "features must have shape"),
        (np.zeros((0, 2)), [], "features must have shape"),
        (X, None, "got 6 samples and none targets"),
        (X, [0, 1], "got 6 samples and 2 targets"),
    ],
)
def test_arrays_that_are_no_samples_are_refused(x: Any, y: Any, message: str) -> None:
    with pytest.raises(gn.DataError, match=message):
        gn.data.from_arrays(x, y)
