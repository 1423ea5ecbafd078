"""The library's convolutions are the patches', for every setting; and each device gets the way meant for it."""

from typing import Any

import jax
import numpy as np
import pytest

from glassnet.nn.kernels import convolution, lax_convolution, patches
from glassnet.nn.layers.windows import place_windows

CASES = {
    # picture, kernel, stride, dilation, groups
    "plain": ((6, 7), (3, 3), (1, 1), (1, 1), 1),
    "strides": ((9, 8), (3, 2), (2, 3), (1, 1), 1),
    "cells that no stride reaches": ((8, 10), (3, 2), (3, 3), (1, 1), 1),
    "dilation": ((9, 8), (3, 2), (1, 1), (2, 3), 1),
    "strides and dilation": ((11, 12), (3, 2), (3, 2), (2, 3), 1),
    "groups": ((6, 5), (3, 2), (2, 1), (1, 2), 2),
    "a group for each channel": ((6, 5), (2, 2), (1, 1), (1, 1), 4),
    "one cell": ((4, 4), (1, 1), (2, 1), (1, 1), 1),
}


def draw(case: tuple[Any, ...]) -> tuple[Any, ...]:
    size, kernel, stride, dilation, groups = case
    windows = place_windows("Conv2D", size, kernel, stride, dilation, "valid")
    rng = np.random.default_rng(0)
    shapes = (2, *size, 4), (*kernel, 4 // groups, 8), (2, *windows.output, 8)
    return *(rng.normal(size=shape) for shape in shapes), windows, groups


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_library_and_patches_agree(case: tuple[Any, ...]) -> None:
    x, weight, d_z, windows, groups = draw(case)
    with jax.enable_x64(True):
        for name, arrays in {
            "convolve": (x, weight),
            "kernel_gradient": (x, d_z),
            "input_gradient": (d_z, weight),
        }.items():
            found = getattr(lax_convolution, name)(*arrays, windows, groups)
            expected = getattr(patches, name)(*arrays, windows, groups)
            assert found.shape == expected.shape
            np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12, err_msg=name)


@pytest.mark.parametrize(("platform", "library"), [("cpu", False), ("cuda", True), ("tpu", True)])
def test_each_device_gets_its_way(platform: str, library: bool) -> None:
    """Read off the program, lowered for devices that need not be there: only one way is in it."""
    windows = place_windows("Conv2D", (13, 13), (3, 3), (1, 1), (1, 1), "valid")
    x = np.zeros((2, 13, 13, 4), np.float32)
    weight, d_z = np.zeros((3, 3, 4, 8), np.float32), np.zeros((2, *windows.output, 8), np.float32)

    def all_three(x: Any, weight: Any, d_z: Any) -> Any:
        return (
            convolution.convolve(x, weight, windows),
            convolution.kernel_gradient(x, d_z, windows),
            convolution.input_gradient(d_z, weight, windows),
        )

    text = jax.jit(all_three).trace(x, weight, d_z).lower(lowering_platforms=(platform,)).as_text()
    assert text.count("stablehlo.convolution") == (3 if library else 0)
    assert text.count("stablehlo.dot_general") == (0 if library else 3)
