"""Fifty layers deep: what initialisers preserve, and what skip connections fix."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.nn.backward import backward
from glassnet.nn.forward import forward
from glassnet.optim import Adam

DEPTH, UNITS, DRAWS = 50, 256, 8


@pytest.mark.parametrize("way", ["forward", "backward"])
def test_he_keeps_the_size_through_fifty_relu_layers(way: str) -> None:
    first, last = sizes([gn.Dense(UNITS, "relu", "he_normal")] * DEPTH, way, "z")
    assert 0.5 < last / first < 2


@pytest.mark.parametrize("way", ["forward", "backward"])
def test_glorot_keeps_the_size_through_fifty_layers_that_are_linear_near_zero(way: str) -> None:
    first, last = sizes([gn.Dense(UNITS, "tanh", "glorot_normal")] * DEPTH, way, "z", scale=0.02)
    assert 0.5 < last / first < 2


@pytest.mark.parametrize(("activation", "initializer"), [("relu", "glorot_normal"), ("sigmoid", "glorot_normal")])
def test_the_wrong_pair_lets_gradients_vanish(activation: str, initializer: str) -> None:
    first, last = sizes([gn.Dense(UNITS, activation, initializer)] * DEPTH, "backward", "z")
    assert first / last < 1e-6  # the first layer's gradient beside the last one's


def sizes(layers: Any, way: str, part: str, scale: float = 1.0) -> tuple[float, float]:
    """Return the mean square of z (or d_z) in the first and in the last layer, averaged over the draws."""
    totals = np.zeros(2)
    for seed in range(DRAWS):
        seen: dict[str, float] = {}

        def keep(name: str, walk: str, parts: Any, seen: dict[str, float] = seen) -> None:
            if walk == way:
                seen[name] = float((parts[part if way == "forward" else f"d_{part}"] ** 2).mean())

        net = gn.Network(layers)
        params, state = net.build(stream(seed), (UNITS,), "float32")
        x = stream(seed).child("x").normal((32, UNITS), 0.0, scale)
        output, tape, _ = forward(net, params, state, x, train=True, rng=stream(seed), record=keep)
        backward(net, params, tape, stream(seed).child("d").normal(output.shape), record=keep)
        totals += [seen["dense_1"], seen[f"dense_{DEPTH}"]]
    return float(totals[0]), float(totals[1])


def trained_loss(middle: Any) -> float:
    """Return the training loss of fifty layers between a first and a last one, after thirty epochs on two moons."""
    net = gn.Network([gn.Dense(16, "tanh"), *[middle] * DEPTH, gn.Dense(1, "sigmoid")])
    run = gn.fit(
        net,
        gn.data.moons(200, noise=0.1, seed=1),
        loss="binary_cross_entropy",
        optimizer=Adam(0.003),
        batch_size=40,
        epochs=30,
        seed=0,
        memory=0,
        progress=False,
    )
    return run.evaluate("train").loss


def test_a_residual_net_of_fifty_layers_trains_where_the_plain_one_does_not() -> None:
    plain = trained_loss(gn.Dense(16, "sigmoid"))
    residual = trained_loss(gn.Residual(gn.Dense(16, "sigmoid")))
    assert plain > 0.6  # ln 2 = 0.693 is a coin's loss
    assert residual < plain / 2
