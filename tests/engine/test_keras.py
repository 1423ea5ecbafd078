"""A second reference: Keras on JAX, in float64, for what PyTorch lacks or defines differently."""

import importlib
import warnings
from collections.abc import Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from glassnet.base.trees import flatten, map_tree

from .cases import Case, for_every_case, twin_of
from .table import UPDATE_RULE_ROWS, Row
from .test_update_rules import STEPS, slopes, start, walk

pytestmark = pytest.mark.reference
SEED = 5


@pytest.fixture(scope="module")
def _on_jax() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KERAS_BACKEND", "jax")
        yield


@pytest.fixture
def keras(_on_jax: None) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            module = importlib.import_module("keras")
        except ImportError as error:
            pytest.skip(f"needs Keras: {error}")
        promotion = importlib.import_module("keras.src.backend.common.dtypes").BIT64_TO_BIT32_DTYPE
        before = module.config.floatx()
        module.config.set_floatx("float64")
        # Keras on JAX takes means in float32 whatever comes in; a comparison to ten digits must not
        with pytest.MonkeyPatch.context() as patch, jax.enable_x64(True):
            patch.setitem(promotion, "float64", "float64")
            yield module
        module.config.set_floatx(before)


@for_every_case("keras")
def test_forward_and_backward_are_keras(keras: Any, case: Case) -> None:
    inputs, others = case.draw(SEED)
    d_output = case.d_output(SEED)
    traced = map_tree(jnp.asarray, others)

    def theirs(tree: Any) -> Any:
        return case.twin("keras", keras, tree, traced)

    tree = map_tree(jnp.asarray, inputs)
    np.testing.assert_allclose(case.output(inputs, others), theirs(tree), rtol=1e-10, atol=1e-12)
    own = jax.grad(lambda tree: (theirs(tree) * d_output).sum())(tree)
    claimed = flatten(case.backward(inputs, others, d_output))
    for name, value in flatten(own).items():
        np.testing.assert_allclose(claimed[name], value, rtol=1e-10, atol=1e-12, err_msg=name)


RULES = [(row, rule) for row in UPDATE_RULE_ROWS if row.keras is not None for rule in row.settings]


@pytest.mark.parametrize(("row", "rule"), RULES, ids=[repr(rule) for _, rule in RULES])
def test_twenty_steps_are_keras(keras: Any, row: Row, rule: Any) -> None:
    values = [keras.Variable(value, dtype="float64") for value in flatten(start()).values()]
    optimizer = twin_of(row, "keras")(keras, rule)
    for step in range(STEPS):
        optimizer.apply([slopes({"w": jnp.asarray(value.value)}, step)["w"] for value in values], values)
    for (name, ours), theirs in zip(flatten(walk(rule, start())[0]).items(), values, strict=True):
        np.testing.assert_allclose(ours, theirs.value, rtol=1e-10, atol=1e-12, err_msg=name)
