"""Limits on gradients and on weights: PyTorch's numbers, and what is small enough passes untouched."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.base.trees import flatten, map_tree

from .cases import twin_of
from .scalar import unwrap, wrap
from .table import CLIPPING_ROWS, CONSTRAINT_ROWS, Row

CLIPPINGS = [(row, clipping) for row in CLIPPING_ROWS for clipping in row.settings]
CONSTRAINTS = [(row, constraint) for row in CONSTRAINT_ROWS for constraint in row.settings]
every_clipping = pytest.mark.parametrize(("row", "clipping"), CLIPPINGS, ids=[repr(thing) for _, thing in CLIPPINGS])
every_constraint = pytest.mark.parametrize(
    ("row", "constraint"), CONSTRAINTS, ids=[repr(thing) for _, thing in CONSTRAINTS]
)


def gradients() -> dict[str, Any]:
    rng = np.random.default_rng(3)
    return {
        "dense_1": {"weight": rng.normal(size=(4, 3)), "bias": rng.normal(size=3)},
        "residual_1": {"body": {"dense_1": {"weight": rng.normal(size=(3, 2))}}, "projection": {}},
    }


@pytest.mark.reference
@every_clipping
def test_clipping_is_pytorchs(row: Row, clipping: Any) -> None:
    torch: Any = pytest.importorskip("torch")
    parameters = []
    for value in flatten(gradients()).values():
        parameter = torch.zeros(value.shape, dtype=torch.float64, requires_grad=True)
        parameter.grad = torch.tensor(value)
        parameters.append(parameter)
    twin_of(row, "torch")(torch, clipping, parameters)
    for mine, parameter in zip(flatten(clipping.apply(gradients())).values(), parameters, strict=True):
        np.testing.assert_allclose(mine, parameter.grad.numpy(), rtol=2e-6)  # PyTorch adds 1e-6 to a norm


@every_clipping
def test_clipping_runs_on_scalars(row: Row, clipping: Any) -> None:
    ours, theirs = (flatten(clipping.apply(tree)) for tree in (gradients(), map_tree(wrap, gradients())))
    for name, value in ours.items():
        np.testing.assert_allclose(unwrap(theirs[name]), value, rtol=1e-12, err_msg=name)


@every_clipping
@pytest.mark.parametrize("size", [0.0, 1e-3])
def test_small_and_zero_gradients_pass_untouched(row: Row, clipping: Any, size: float) -> None:
    grads = map_tree(lambda value: (size * value).astype("float32"), gradients())
    for name, value in flatten(clipping.apply(grads)).items():
        assert value.dtype == np.float32
        np.testing.assert_array_equal(value, flatten(grads)[name])


@pytest.mark.reference
@every_constraint
def test_a_constraint_is_pytorchs_and_brings_within_its_limit_for_good(row: Row, constraint: Any) -> None:
    torch: Any = pytest.importorskip("torch")
    for shape in row.shapes:
        weight = row.draw(stream(1), shape)
        held = constraint.apply(weight)
        np.testing.assert_allclose(held, twin_of(row, "torch")(torch, constraint, torch.tensor(weight)), rtol=1e-6)
        np.testing.assert_allclose(constraint.apply(held), held, rtol=1e-12)
        small = weight.astype("float32") * np.float32(1e-3)
        np.testing.assert_array_equal(constraint.apply(small), small)
        assert constraint.apply(small).dtype == np.float32


def test_limits_must_be_above_0() -> None:
    for kind in (gn.ClipByValue, gn.ClipByNorm, gn.ClipByGlobalNorm, gn.MaxNorm):
        with pytest.raises(gn.SettingError, match="limit must be a number above 0; got 0"):
            kind(0)
