"""JAX by hand as a contestant: a training loop of `jax.lax.scan` with a rule of optax, written for one network.

This is what is left when nothing is recorded and nothing can be looked at: the limit of what compiled steps can reach.
"""

from collections.abc import Callable
from typing import Any

import glassnet as gn
from problem import Course, Problem
from task import Contestant

Apply = Callable[[Any, Any], Any]
"""From parameters and features to logits."""


def by_hand(problem: Problem, apply: Apply) -> Contestant:
    """Return the loop: steps up to the end of an epoch in one call, parameters donated, data on the device."""
    import jax  # the peers, in the reference group
    import optax

    x, y = jax.device_put(problem.arrays())
    rule = optax_rule(optax, problem)

    def mean_loss(params: Any, x: Any, y: Any) -> Any:
        logits = apply(params, x)
        if problem.kind == "binary":
            return optax.sigmoid_binary_cross_entropy(logits, y).mean()
        return optax.softmax_cross_entropy_with_integer_labels(logits, y).mean()

    whole = problem.batch_size == len(x)

    def steps(carry: Any, data: Any, rows: Any) -> Any:
        def step(carry: Any, rows: Any) -> Any:
            params, kept = carry
            batch = data if whole else [part[rows] for part in data]
            loss, grads = jax.value_and_grad(mean_loss)(params, *batch)
            updates, kept = rule.update(grads, kept, params)
            return (optax.apply_updates(params, updates), kept), loss

        return jax.lax.scan(step, carry, rows)

    scan, measure = jax.jit(steps, donate_argnums=0), jax.jit(mean_loss)
    params = jax.tree.map(jax.numpy.array, problem.first_weights())
    carry = (params, rule.init(params))
    course, seen = Course(problem), list[float]()
    held_out = jax.device_put(problem.arrays("validation"))

    def train(steps: int) -> None:
        nonlocal carry
        for rows, ends in course.next(steps):
            carry, losses = scan(carry, (x, y), rows.astype("int32"))
            losses.block_until_ready()
            if ends:
                seen.append(float(measure(carry[0], *held_out)))

    return Contestant(train, lambda: float(measure(carry[0], x, y)), lambda: seen, "jax.lax.scan, optax")


def optax_rule(optax: Any, problem: Problem) -> Any:
    """Return optax's rule for the recipe's."""
    ours: Any = problem.recipe.optimizer
    if isinstance(ours, gn.SGD):
        return optax.sgd(ours.learning_rate, ours.momentum or None)
    return optax.adam(ours.learning_rate, eps=ours.epsilon)


def dense_chain(activation: str) -> Apply:
    """Return a chain of Dense layers, the last without activation."""

    def apply(params: Any, x: Any) -> Any:
        import jax

        act = {"relu": jax.nn.relu, "tanh": jax.numpy.tanh}[activation]
        *hidden, last = params.values()
        for layer in hidden:
            x = act(x @ layer["weight"] + layer["bias"])
        return x @ last["weight"] + last["bias"]

    return apply


def cnn_apply(params: Any, x: Any) -> Any:
    """Return the logits of convolutions, each halved, and then Dense layers."""
    import jax

    lax, dense = jax.lax, list[Any]()
    for name, layer in params.items():
        if name.startswith("conv2d"):
            z = lax.conv_general_dilated(
                x, layer["weight"], (1, 1), "VALID", dimension_numbers=("NHWC", "HWIO", "NHWC")
            )
            a = jax.nn.relu(z + layer["bias"])
            x = lax.reduce_window(a, -float("inf"), lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
        elif name.startswith("dense"):
            dense.append(layer)
    return dense_chain("relu")({str(number): layer for number, layer in enumerate(dense)}, x.reshape(len(x), -1))


def lstm_apply(params: Any, x: Any) -> Any:
    """Return the logits of a Dense layer on an LSTM's last output: the inputs' product ahead, then a scan over time."""
    import jax

    layer, dense = params["lstm_1"], params["dense_1"]
    ahead = (x @ layer["weight"] + layer["bias"]).swapaxes(0, 1)

    def moment(carry: Any, z: Any) -> Any:
        h, c = carry
        i, f, g, o = jax.numpy.split(z + h @ layer["recurrent_weight"], 4, axis=1)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jax.numpy.tanh(g)
        return (jax.nn.sigmoid(o) * jax.numpy.tanh(c), c), None

    nothing = jax.numpy.zeros((len(x), layer["recurrent_weight"].shape[0]), x.dtype)
    (h, _), _ = jax.lax.scan(moment, (nothing, nothing), ahead)
    return h @ dense["weight"] + dense["bias"]
