"""Right numbers: compiled steps on the device beside eager steps on the processor, and records replayed."""

from dataclasses import replace
from typing import Any

import numpy as np

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.train import Recipe
from glassnet.train.xla.hardware import Hardware

STEPS = 20
TOLERANCE = 2e-4
"""Relative distance of all parameters after 20 steps in float32; TF32 gives some 1e-2."""

PICTURE, SEQUENCE, WORDS = (9, 10, 4), (7, 6), (8,)
KINDS: dict[str, tuple[tuple[int, ...], list[Any]]] = {
    "Dense, BatchNorm, PReLU": ((12,), [gn.Dense(32), gn.BatchNorm(), gn.PReLU(), gn.Dense(16, "tanh")]),
    "Dropout, LayerNorm, GELU": ((12,), [gn.Dense(32, "gelu"), gn.LayerNorm(), gn.Dropout(0.3)]),
    "Conv2D, MaxPool2D": (PICTURE, [gn.Conv2D(8, 3, activation="relu"), gn.MaxPool2D(2), gn.Flatten()]),
    "Conv2D with stride, padding": (PICTURE, [gn.Conv2D(8, 3, stride=2, padding="same"), gn.Flatten()]),
    "Conv2D with dilation, border": (
        PICTURE,
        [gn.Conv2D(8, 3, dilation=2, padding=1, border="replicate"), gn.Conv2D(4, 2), gn.Flatten()],
    ),
    "Conv2D in groups": (PICTURE, [gn.Conv2D(8, 3), gn.Conv2D(8, (3, 2), groups=4), gn.Flatten()]),
    "Conv2DTranspose, AveragePool2D": (
        PICTURE,
        [gn.Conv2D(6, 3), gn.Conv2DTranspose(6, 3, stride=2), gn.AveragePool2D(3, stride=2), gn.Flatten()],
    ),
    "Residual, GroupNorm": (
        PICTURE,
        [gn.Conv2D(8, 3), gn.Residual([gn.Conv2D(8, 3, padding="same")]), gn.GroupNorm(2), gn.GlobalAveragePool2D()],
    ),
    "SimpleRNN": (SEQUENCE, [gn.SimpleRNN(16)]),
    "LSTM": (SEQUENCE, [gn.LSTM(16)]),
    "GRU, both directions": (SEQUENCE, [gn.Bidirectional(gn.GRU(8))]),
    "Embedding, attention": (
        WORDS,
        [gn.Embedding(20, 16), gn.PositionalEncoding(), gn.MultiHeadSelfAttention(2), gn.Flatten()],
    ),
}


def right_numbers(device: str) -> list[str]:
    """Return the section of the report."""
    lines = [
        f"## Right numbers: {STEPS} compiled steps beside {STEPS} eager ones on the processor, float32",
        "",
        f"Relative distance of all parameters, and of each step's loss from the record's replay; below {TOLERANCE:g}.",
        "",
        "| network | rule | parameters | losses replayed | |",
        "|---|---|---:|---:|---|",
    ]
    for number, (name, (shape, layers)) in enumerate(KINDS.items()):
        rule = Adam(0.003) if number % 2 else gn.SGD(0.05, momentum=0.9)
        far, replayed = distances(shape, layers, rule, device)
        good = "holds" if replayed < TOLERANCE and (far is None or far < TOLERANCE) else "**not**"
        shown = "other draws" if far is None else f"{far:.1e}"
        lines.append(f"| {name} | {type(rule).__name__} | {shown} | {replayed:.1e} | {good} |")
    return [*lines, ""]


def distances(shape: tuple[int, ...], layers: list[Any], rule: Any, device: str) -> tuple[float | None, float]:
    """Return how far parameters are from eager training's, and losses from the replay of the record.

    What a dropout layer draws is JAX's under the compiled engine and NumPy's under the other, but the same in a replay.
    """
    rng = np.random.default_rng(0)
    words = isinstance(layers[0], gn.Embedding)
    x = rng.integers(0, 20, (200, *shape)) if words else rng.normal(size=(200, *shape)).astype(np.float32)
    data = gn.data.from_arrays(x, rng.integers(0, 3, 200), validation=0.2)
    recipe = Recipe("sparse_softmax_cross_entropy", rule, batch_size=32)
    network = gn.Network([*layers, gn.Dense(3)])
    compiled = Run(network, replace(recipe, engine="xla"), data, hardware=Hardware(device))
    eager = Run(network, replace(recipe, engine="eager"), data)
    for run in (compiled, eager):
        run.advance(STEPS)
    kept = compiled.history.step_loss
    replayed = max(apart(compiled.at(step - 1).loss, loss) for step, loss in zip(kept.numbers, kept.items, strict=True))
    if any(isinstance(layer, gn.Dropout) for layer in layers):
        return None, replayed
    ours, theirs = (flatten(run.parameters()) for run in (compiled, eager))
    together = [np.concatenate([np.ravel(of[name]) for name in theirs]) for of in (ours, theirs)]
    return apart(*together), replayed


def apart(one: Any, other: Any) -> float:
    """Return the relative distance."""
    return float(np.linalg.norm(np.subtract(one, other)) / np.linalg.norm(other))
