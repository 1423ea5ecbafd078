"""The second reading: the same source under jax.numpy and jit, and JAX's own gradient of it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from glassnet.base.trees import flatten, map_tree

from .cases import Case, all_cases, for_every_case

SEED = 3
QUICK = {"xla_backend_optimization_level": 0, "xla_llvm_disable_expensive_passes": True}
"""Compiling takes longer than running what is compiled once."""


@pytest.fixture(autouse=True)
def _float64() -> Iterator[None]:
    with jax.enable_x64(True):
        yield


@for_every_case("jax")
def test_forward_backward_and_jaxs_own_gradient_agree(case: Case) -> None:
    """One compiled function for all three, because compiling is what takes time."""
    inputs, others = case.draw(SEED)
    d_output = case.d_output(SEED)
    traced = map_tree(jnp.asarray, others)

    @partial(jax.jit, compiler_options=QUICK)
    def walk(inputs: Any, d_output: Any) -> Any:
        output, pull = jax.vjp(lambda tree: case.output(tree, traced), inputs)
        return output, case.backward(inputs, traced, d_output), pull(d_output)[0]

    output, gradients, own = walk(map_tree(jnp.asarray, inputs), jnp.asarray(d_output))
    np.testing.assert_allclose(output, case.output(inputs, others), rtol=1e-12, atol=1e-14)
    expected = flatten(case.backward(inputs, others, d_output))
    assert flatten(gradients).keys() == expected.keys() == flatten(own).keys()
    for name, value in expected.items():
        np.testing.assert_allclose(flatten(gradients)[name], value, rtol=1e-11, atol=1e-14, err_msg=name)
        np.testing.assert_allclose(flatten(own)[name], value, rtol=1e-10, atol=1e-12, err_msg=name)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_nothing_is_ever_a_numpy_array_inside(dtype: str) -> None:
    """JAX arrays in, JAX arrays out, without jit too: every part that a learner may click."""
    case = next(case for case in all_cases() if "Conv2D 2" in case.name)
    inputs, others = (map_tree(lambda value: jnp.asarray(value, dtype), tree) for tree in case.draw(SEED))
    made = flatten(case.forward(inputs, others)) | flatten(case.backward(inputs, others, case.output(inputs, others)))
    assert all(isinstance(value, jax.Array) and value.dtype == dtype for value in made.values())
