"""Shapes and number types: gradients have their array's shape, float32 stays float32 and float64 stays float64."""

import numpy as np
import pytest

from glassnet.base.random import stream
from glassnet.base.trees import flatten, map_tree

from .cases import Case, for_every_case
from .table import LAYER_ROWS, Row

SEED = 2


@for_every_case("float32")
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_every_array_keeps_the_number_type_and_every_gradient_the_shape(case: Case, dtype: str) -> None:
    inputs, others = (
        map_tree(lambda value: value.astype(dtype) if value.dtype.kind == "f" else value, tree)
        for tree in case.draw(SEED)
    )
    made = case.forward(inputs, others)
    gradients = flatten(case.backward(inputs, others, case.d_output(SEED).astype(dtype)))
    for name, value in (flatten(made) | gradients).items():
        assert np.asarray(value).dtype.kind != "f" or value.dtype == dtype, name
    for name, value in flatten(inputs).items():
        assert gradients[name].shape == value.shape, name


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("row", LAYER_ROWS, ids=lambda row: row.kind.__name__)
def test_a_layer_gives_the_shape_it_promised_for_any_batch(row: Row, dtype: str) -> None:
    for layer in row.settings:
        for shape in row.shapes:
            params, state, promised = layer.build(stream(0), shape, dtype)
            assert all(value.dtype == dtype for value in flatten(params).values())
            for batch in (1, 2, 7):
                x = row.draw(stream(1), (batch, *shape))
                x = x.astype(dtype) if x.dtype.kind == "f" else x
                output, _, _ = layer.forward(params, state, x, train=True, rng=stream(2))
                assert output.shape == (batch, *promised)
