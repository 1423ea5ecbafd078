"""Augmentation: pure, seeded, shape-preserving, and part of a recipe that can be replayed."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glassnet as gn
from glassnet.base.random import stream
from glassnet.base.trees import leaves
from glassnet.data.augmentation import AUGMENTATIONS, Augment, Elastic, Flip, Noise, Rotate, Shift, Zoom
from glassnet.run import Run
from glassnet.train import Recipe

EACH = [
    Flip(up_down=True),
    Rotate(30.0),
    Shift(2.0),
    Zoom(0.7, 1.3),
    Noise(0.1),
    Elastic(),
    Augment((Flip(), Shift(1.0))),
]


def test_every_augmentation_is_tested() -> None:
    assert {type(one) for one in EACH} == set(AUGMENTATIONS.values())


@pytest.mark.parametrize("augmentation", EACH, ids=lambda one: type(one).__name__)
@settings(deadline=None)  # the first call imports SciPy
@given(
    shape=st.tuples(st.integers(1, 5), st.integers(3, 9), st.integers(3, 9), st.integers(1, 3)), seed=st.integers(0, 99)
)
def test_same_stream_same_image(augmentation: Any, shape: tuple[int, ...], seed: int) -> None:
    x = np.random.default_rng(seed).random(shape).astype(np.float32)
    x.flags.writeable = False
    one, again = (augmentation.apply(stream(seed), x) for _ in range(2))
    np.testing.assert_array_equal(one, again)
    assert one.shape == x.shape
    assert one.dtype == x.dtype
    assert np.isfinite(one).all()


@pytest.mark.parametrize("augmentation", EACH, ids=lambda one: type(one).__name__)
def test_it_changes_something(augmentation: Any) -> None:
    x = np.random.default_rng(0).random((8, 9, 9, 1)).astype(np.float32)
    assert not np.array_equal(augmentation.apply(stream(1), x), x)


def test_a_shift_of_whole_pixels_moves_whole_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.arange(16.0).reshape(1, 4, 4, 1)
    monkeypatch.setattr("glassnet.base.random.RandomStream.uniform", lambda *_: np.array([[1.0, 0.0]]))
    np.testing.assert_array_equal(Shift(1.0).apply(stream(0), x)[0, :, :, 0], x[0, [1, 2, 3, 3], :, 0])


def test_a_quarter_turn_is_a_quarter_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.arange(9.0).reshape(1, 3, 3, 1)
    monkeypatch.setattr("glassnet.base.random.RandomStream.uniform", lambda *_: np.array([90.0]))
    turned = Rotate(90.0).apply(stream(0), x)[0, :, :, 0]
    np.testing.assert_allclose(turned, np.rot90(x[0, :, :, 0], k=-1), atol=1e-12)


def test_zooming_by_two_shows_the_centre(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.zeros((1, 5, 5, 1))
    x[0, 1:4, 1:4] = 1.0
    monkeypatch.setattr("glassnet.base.random.RandomStream.uniform", lambda *_: np.array([[[2.0]]]))
    np.testing.assert_array_equal(Zoom(1.0, 3.0).apply(stream(0), x), np.ones((1, 5, 5, 1)))


def test_training_with_augmentation_is_replayed_and_kept_in_json() -> None:
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    recipe = Recipe("binary_cross_entropy", augmentation=Augment((Noise(0.1), Noise(0.05))), batch_size=8)
    assert Recipe.from_json(recipe.to_json()) == recipe
    data = gn.data.moons(40)
    seen, replayed = Run(network, recipe, data), Run(network, recipe, data, memory=0)
    seen.advance(12)
    replayed.advance(12)
    for (_, one), (_, other) in zip(leaves(seen.parameters(7)), leaves(replayed.parameters(7)), strict=True):
        np.testing.assert_array_equal(one, other)
    plain = Run(network, Recipe("binary_cross_entropy", batch_size=8), data)
    plain.advance(12)
    assert not np.array_equal(plain.parameters()["dense_1"]["weight"], seen.parameters()["dense_1"]["weight"])


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: Flip(left_right=False), "set one of them to True"),
        (lambda: Rotate(0), "degrees"),
        (lambda: Zoom(1.2, 0.8), "below its high"),
        (lambda: Noise(-1), "deviation"),
        (lambda: Elastic(smoothness=0), "smoothness"),
        (lambda: Augment(("flip",)), "such as Flip"),  # type: ignore[arg-type]
        (lambda: Rotate(10).apply(stream(0), np.ones((3, 2))), "needs images"),
    ],
)
def test_invalid_augmentations_are_errors(act: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        act()
