"""Data sets, their splits and the generators."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import glassnet as gn
from glassnet.base.random import stream
from glassnet.data.are_classes import are_classes
from glassnet.data.made_shape import made_shape

share = st.floats(0, 0.45)
VALUES = ("plane", "bumps", "curve")
GENERATED = {*gn.data.PLANAR, "blobs", "checkerboard", *VALUES, "digits", "mnist", "patterns", "tones"}
"""Generators that have tests: those of the plane below, the others in test_media.py and test_mnist.py."""


def test_every_generator_has_tests() -> None:
    assert gn.data.GENERATORS.keys() == GENERATED


@given(st.lists(st.integers(0, 4), min_size=1, max_size=120), share, share, st.integers(0, 1000))
def test_a_split_is_a_partition_and_keeps_class_proportions(
    labels: list[int], validation: float, test: float, seed: int
) -> None:
    y = np.array(labels)
    parts = gn.data.split(y, stream(seed), validation=validation, test=test)
    assert sorted(np.concatenate(list(parts.values())).tolist()) == list(range(len(y)))
    counts = Counter(labels)
    for part, wanted in (("validation", validation), ("test", test)):
        found = Counter(y[parts[part]].tolist())
        asked = wanted * len(y)
        assert abs(len(parts[part]) - asked) < 1 or len(parts["train"]) == 1
        for label, count in counts.items() if are_classes(y) else ():
            assert abs(found[label] - wanted * count) <= 1 + 1e-9
    assert len(parts["train"]) >= 1
    assert all((np.diff(indices) > 0).all() for indices in parts.values())
    again = gn.data.split(y, stream(seed), validation=validation, test=test)
    assert all(parts[part].tolist() == again[part].tolist() for part in parts)


@pytest.mark.parametrize(("classes", "each"), [(20, 2), (10, 2), (30, 3), (50, 7), (2, 5), (7, 1), (3, 4)])
@pytest.mark.parametrize(("validation", "test"), [(0.2, 0.0), (0.1, 0.1), (0.6, 0.0), (0.3, 0.3)])
def test_small_classes_are_held_out_as_asked(classes: int, each: int, validation: float, test: float) -> None:
    y = np.repeat(np.arange(classes), each)
    parts = gn.data.split(y, stream(0), validation=validation, test=test)
    for part, wanted in (("validation", validation), ("test", test)):
        assert abs(len(parts[part]) - wanted * len(y)) < 1
        counts = np.bincount(y[parts[part]], minlength=classes)
        assert counts.max() - counts.min() <= 1
    if each > 1 and validation + test <= 0.5:
        assert len(np.unique(y[parts["train"]])) == classes


@pytest.mark.parametrize("samples", [1, 2, 3])
@pytest.mark.parametrize(("validation", "test"), [(0.9, 0.0), (0.5, 0.49), (0.0, 0.99)])
def test_something_is_left_to_train_on(samples: int, validation: float, test: float) -> None:
    for y in (np.arange(samples), np.zeros(samples), np.zeros(samples, int)):
        parts = gn.data.split(y, stream(0), validation=validation, test=test)
        assert len(parts["train"]) >= 1


def test_another_seed_gives_another_split() -> None:
    y = np.zeros(50, int)
    splits = [gn.data.split(y, stream(seed), test=0.5)["test"].tolist() for seed in (0, 1)]
    assert splits[0] != splits[1]


@pytest.mark.parametrize("name", gn.data.PLANAR)
@given(st.integers(10, 200), st.integers(0, 1000))
def test_points_in_the_plane(name: str, samples: int, seed: int) -> None:
    make = gn.data.PLANAR[name]
    data = make(samples, seed=seed, noise=0.0)
    assert data.x.shape == (samples, 2)
    assert abs(np.bincount(data.y, minlength=2)[0] - samples / 2) <= 0.5
    if name != "gaussians":  # whose clouds have no edge
        assert np.abs(data.x).max() <= 1.5 + 1e-12
    assert make(samples, seed=seed, noise=0.0).x.tobytes() == data.x.tobytes()
    assert make(samples, seed=seed + 1, noise=0.0).x.tobytes() != data.x.tobytes()
    assert (
        gn.data.GENERATORS[data.source["generator"]](
            **{key: value for key, value in data.source.items() if key != "generator"}
        ).x.tobytes()
        == data.x.tobytes()
    )


@pytest.mark.parametrize("classes", range(2, 7))
def test_blobs_are_as_many_clouds_as_classes(classes: int) -> None:
    data = gn.data.blobs(60 * classes, classes=classes, noise=0.0)
    assert np.bincount(data.y).tolist() == [60] * classes
    means = np.array([data.x[data.y == label].mean(axis=0) for label in range(classes)])
    assert np.abs(np.linalg.norm(means, axis=1) - 1).max() < 0.1
    nearest = np.linalg.norm(data.x[:, None] - means, axis=2).argmin(axis=1)
    assert (nearest == data.y).mean() > 0.95


def test_neighbouring_squares_of_the_checkerboard_have_other_classes() -> None:
    data = gn.data.checkerboard(400, noise=0.0)
    squares = np.floor((data.x + 1.5) / 0.75).astype(int)
    assert np.array_equal(squares.sum(axis=1) % 2, data.y)
    assert len(np.unique(squares, axis=0)) == 16


@pytest.mark.parametrize("name", VALUES)
def test_values_to_predict(name: str) -> None:
    make = gn.data.GENERATORS[name]
    data = make(400, noise=0.0, seed=2)
    assert data.y.shape == (400, 1)
    assert made_shape(data.source) == data.x.shape
    assert data.class_names == ()
    assert np.abs(data.x).max() <= 1.5
    assert 0.5 < np.abs(data.y).max() <= 1.05
    difference = make(4000, seed=1, noise=0.25).y - make(4000, seed=1, noise=0.0).y
    assert abs(difference.std() - 0.25) < 0.01


@pytest.mark.parametrize("name", gn.data.PLANAR)
def test_noise_has_the_deviation_it_was_asked_for(name: str) -> None:
    make = gn.data.PLANAR[name]
    difference = make(4000, seed=1, noise=0.25).x - make(4000, seed=1, noise=0.0).x
    assert abs(difference.std() - 0.25) < 0.01
    assert abs(difference.mean()) < 0.02


def test_a_data_set_has_default_names() -> None:
    data = gn.Dataset("pictures", np.zeros((4, 2, 3)), np.array([0, 2, 2, 1]))
    assert data.feature_names == ("x1", "x2", "x3", "x4", "x5", "x6")
    assert data.class_names == (0, 1, 2)
    assert data.input_shape == (2, 3)
    assert [len(data.part(part).x) for part in ("train", "validation", "test")] == [4, 0, 0]
    assert gn.Dataset("values", np.zeros((4, 2)), np.zeros(4)).class_names == ()


def test_digits_are_scikit_learns() -> None:
    from sklearn.datasets import load_digits

    data, theirs = gn.data.digits(seed=3), load_digits()
    assert np.array_equal(data.x * 16, theirs.data)
    assert np.array_equal(data.y, theirs.target)
    assert all(33 <= count <= 38 for count in np.bincount(data.test.y))
