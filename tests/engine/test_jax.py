"""The second reading: the same source under jax.numpy, and JAX's own gradient of it."""

from collections.abc import Iterator

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from glassnet.base.trees import flatten, map_tree

from .cases import Case, for_every_case

SEED = 3


@pytest.fixture(autouse=True)
def _float64() -> Iterator[None]:
    with jax.enable_x64(True):
        yield


@for_every_case("jax")
def test_forward_is_the_same_under_jax_and_jit(case: Case) -> None:
    inputs, others = case.draw(SEED)
    expected = case.output(inputs, others)
    traced = (map_tree(jnp.asarray, inputs), map_tree(jnp.asarray, others))
    for walk in (case.output, jax.jit(case.output)):
        output = walk(*traced)
        assert isinstance(output, jax.Array)
        np.testing.assert_allclose(output, expected, rtol=1e-12, atol=1e-14)


@for_every_case("jax")
def test_backward_is_the_same_under_jax_and_jit(case: Case) -> None:
    inputs, others = case.draw(SEED)
    d_output = case.d_output(SEED)
    expected = flatten(case.backward(inputs, others, d_output))
    traced = (map_tree(jnp.asarray, inputs), map_tree(jnp.asarray, others), jnp.asarray(d_output))
    for walk in (case.backward, jax.jit(case.backward)):
        for name, value in flatten(walk(*traced)).items():
            assert isinstance(value, jax.Array)
            np.testing.assert_allclose(value, expected[name], rtol=1e-11, atol=1e-14, err_msg=name)


@for_every_case("jax")
def test_gradient_is_jaxs_own(case: Case) -> None:
    inputs, others = case.draw(SEED)
    d_output = case.d_output(SEED)
    claimed = flatten(case.backward(inputs, others, d_output))
    traced = map_tree(jnp.asarray, others)
    own = jax.grad(lambda tree: (case.output(tree, traced) * d_output).sum())(map_tree(jnp.asarray, inputs))
    for name, value in flatten(own).items():
        np.testing.assert_allclose(claimed[name], value, rtol=1e-10, atol=1e-12, err_msg=name)
