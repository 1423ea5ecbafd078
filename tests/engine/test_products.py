"""The fast paths for NumPy arrays agree with the operators of the formula."""

import numpy as np
import pytest

from glassnet.base.random import stream
from glassnet.nn.kernels.products import FEW, TALL, product, sum_of_rows, weight_gradient

SHAPES = [(1, 3, 2), (10, 2, 4), (TALL * 4, 3, 4), (TALL * 4 + 1, 3, 4), (500, 1, 1), (0, 3, 2)]


@pytest.mark.parametrize(("rows", "inputs", "outputs"), SHAPES)
def test_rows_times_a_weight(rows: int, inputs: int, outputs: int) -> None:
    x, weight = stream(0).normal((rows, inputs), dtype="float64"), stream(1).normal((inputs, outputs), dtype="float64")
    z = product(x, weight)
    assert z.shape == (rows, outputs)
    np.testing.assert_allclose(z, x @ weight, rtol=1e-13)
    as_objects = product(x.astype(object), weight.astype(object))
    np.testing.assert_allclose(as_objects.astype(float), x @ weight, rtol=1e-13)


def test_rows_of_sequences() -> None:
    x, weight = stream(0).normal((5, 7, 3), dtype="float64"), stream(1).normal((3, 2), dtype="float64")
    d_z = stream(2).normal((5, 7, 2), dtype="float64")
    np.testing.assert_allclose(product(x, weight), x @ weight, rtol=1e-13)
    np.testing.assert_allclose(weight_gradient(x, d_z), np.einsum("bti,bto->io", x, d_z), rtol=1e-12)
    np.testing.assert_allclose(sum_of_rows(d_z), d_z.sum(axis=(0, 1)), rtol=1e-12)


@pytest.mark.parametrize("rows", [1, FEW // 4, FEW // 4 + 1, 1000])
def test_sum_of_rows(rows: int) -> None:
    values = stream(0).normal((rows, 4))
    np.testing.assert_allclose(sum_of_rows(values), values.astype(float).sum(axis=0), rtol=1e-4, atol=1e-5)
    assert sum_of_rows(values).dtype == np.float32
    assert sum_of_rows(values.astype(int)).dtype == int  # whole numbers stay whole


def test_gradients_lie_row_by_row_as_weights_do() -> None:
    x, d_z = stream(0).normal((1000, 64)), stream(1).normal((1000, 2))
    assert weight_gradient(x, d_z).flags.c_contiguous
