"""Windows collected and spread in a loop, as JAX likes them, are those of NumPy's views and sums."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from glassnet.nn.kernels.moving_windows import collect_windows, spread_windows
from glassnet.nn.kernels.windows import cut, fold
from glassnet.nn.layers.windows import place_windows

CASES = [
    # picture, kernel, stride, dilation
    ((6, 7), (3, 3), (1, 1), (1, 1)),
    ((6, 7), (2, 2), (2, 2), (1, 1)),
    ((9, 8), (3, 2), (2, 3), (2, 1)),
    ((5, 5), (3, 3), (3, 2), (1, 2)),
    ((4, 4), (1, 1), (1, 1), (1, 1)),
]


@pytest.mark.parametrize("case", CASES)
def test_loops_and_views_agree(case: tuple[tuple[int, int], ...]) -> None:
    size, kernel, stride, dilation = case
    windows = place_windows("Conv2D", size, kernel, stride, dilation, "valid")
    rng = np.random.default_rng(0)
    picture = rng.normal(size=(2, *size, 3)).astype(np.float32)
    views = cut(picture, windows, axis=1)
    found = jax.jit(lambda x: collect_windows(x, windows))(picture)
    np.testing.assert_array_equal(found, np.stack(views, axis=3))
    values = rng.normal(size=found.shape).astype(np.float32)
    total = jax.jit(lambda v: spread_windows(v, windows))(values)
    expected = fold([values[:, :, :, cell] for cell in range(values.shape[3])], windows, axis=1)
    np.testing.assert_allclose(total, expected, rtol=1e-5, atol=1e-6)


def test_jax_goes_back_through_the_loop() -> None:
    windows = place_windows("Conv2D", (5, 6), (3, 2), (1, 2), (1, 1), "valid")
    rng = np.random.default_rng(1)
    picture = jnp.asarray(rng.normal(size=(2, 5, 6, 1)), "float32")
    d_found = jnp.asarray(rng.normal(size=(2, *windows.output, 6, 1)), "float32")
    own = jax.grad(lambda x: (collect_windows(x, windows) * d_found).sum())
    claimed = spread_windows(d_found, windows)
    np.testing.assert_allclose(own(picture), claimed, rtol=1e-5, atol=1e-6)
