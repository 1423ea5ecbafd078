"""Update rules: twenty steps beside PyTorch, the same under JAX and on scalars, and pure."""

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from glassnet.base.arrays import Tree
from glassnet.base.random import stream
from glassnet.base.trees import flatten, map_tree

from .cases import twin_of
from .scalar import unwrap, wrap
from .table import UPDATE_RULE_ROWS, Row
from .test_read_only import copies, frozen

STEPS = 20
RULES = [(row, rule) for row in UPDATE_RULE_ROWS for rule in row.settings]
IN_TORCH = [(row, rule) for row, rule in RULES if "torch" not in row.exceptions]
every_rule = pytest.mark.parametrize(("row", "rule"), RULES, ids=[repr(rule) for _, rule in RULES])
every_rule_of_pytorch = pytest.mark.parametrize(("row", "rule"), IN_TORCH, ids=[repr(rule) for _, rule in IN_TORCH])


def start() -> dict[str, Any]:
    rng = stream(1)
    return {
        "dense_1": {
            "weight": rng.normal((3, 2), dtype="float64"),
            "bias": rng.child("b").normal((2,), dtype="float64"),
        },
        "block_1": {"inner": {"weight": rng.child("i").normal((2, 2), dtype="float64")}},
        "nothing_1": {},
    }


def slopes(params: Tree, step: int) -> dict[str, Any]:
    """Return gradients of a bent bowl whose middle moves, so that no two steps are alike."""
    return map_tree(lambda w: w * (1.0 + 0.1 * step) + 0.3 * w * w * w - 0.5 + 0.05 * step, params)


def walk(rule: Any, params: Tree, steps: int = STEPS) -> tuple[Tree, Tree]:
    state = rule.init(params)
    for step in range(steps):
        params, state = rule.update(slopes(params, step), state, params, rule.learning_rate)
    return params, state


@pytest.mark.reference
@every_rule_of_pytorch
def test_twenty_steps_are_pytorchs(row: Row, rule: Any, request: pytest.FixtureRequest) -> None:
    torch: Any = pytest.importorskip("torch")
    request.addfinalizer(lambda: torch.set_default_dtype(torch.float32))
    torch.set_default_dtype(torch.float64)  # NAdam keeps a product of momenta in the default type
    tensors = {name: torch.tensor(value, requires_grad=True) for name, value in flatten(start()).items()}
    optimizer = twin_of(row, "torch")(torch, rule, list(tensors.values()))
    for step in range(STEPS):
        for tensor in tensors.values():
            tensor.grad = slopes({"w": tensor.detach()}, step)["w"]
        optimizer.step()
    for name, value in flatten(walk(rule, start())[0]).items():
        np.testing.assert_allclose(value, tensors[name].detach().numpy(), rtol=1e-10, atol=1e-12, err_msg=name)


@every_rule
def test_the_rule_reads_the_same_under_jax_and_jit(row: Row, rule: Any) -> None:
    with jax.enable_x64(True):
        update, params = jax.jit(rule.update), map_tree(jnp.asarray, start())
        state = rule.init(params)
        for step in range(STEPS):
            params, state = update(slopes(params, step), state, params, rule.learning_rate)
        for name, value in flatten(walk(rule, start())[0]).items():
            np.testing.assert_allclose(flatten(params)[name], value, rtol=1e-11, atol=1e-13, err_msg=name)


@every_rule
def test_the_rule_runs_on_scalars(row: Row, rule: Any) -> None:
    if "objects" in row.exceptions:
        pytest.skip(row.exceptions["objects"])
    theirs = flatten(walk(rule, map_tree(wrap, start()), 3)[0])
    for name, value in flatten(walk(rule, start(), 3)[0]).items():
        np.testing.assert_allclose(unwrap(theirs[name]), value, rtol=1e-12, err_msg=name)


@every_rule
def test_the_rule_overwrites_nothing_and_repeats_itself(row: Row, rule: Any) -> None:
    params = map_tree(frozen, start())
    state = map_tree(frozen, rule.init(params))
    grads = map_tree(frozen, slopes(params, 0))
    before = copies(params, state, grads)
    once = rule.update(grads, state, params, rule.learning_rate)
    again = rule.update(grads, state, params, rule.learning_rate)
    assert copies(params, state, grads) == before
    assert copies(*once) == copies(*again)


@every_rule
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_rule_keeps_form_and_number_type(row: Row, rule: Any, dtype: str) -> None:
    params = map_tree(lambda w: w.astype(dtype), start())
    after, state = walk(rule, params, 2)
    assert list(flatten(after)) == list(flatten(params))
    assert "nothing_1" in after
    for name, value in (flatten(after) | flatten(state)).items():
        is_count = np.ndim(value) == 0  # 1 − 0.999 has four digits in float32: counts stay in float64
        assert is_count or value.dtype == dtype, name
    first = rule.init(params)
    assert {name: np.shape(value) for name, value in flatten(first).items()} == {
        name: np.shape(value) for name, value in flatten(state).items()
    }


@every_rule
def test_the_rule_goes_downhill(row: Row, rule: Any) -> None:
    bowl = {"w": np.array([1.0, -2.0])}
    params, state = bowl, rule.init(bowl)
    for _ in range(200):
        params, state = rule.update(map_tree(lambda w: w, params), state, params, rule.learning_rate)
    assert (params["w"] ** 2).sum() < (bowl["w"] ** 2).sum()
