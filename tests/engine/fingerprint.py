"""One line for every bit that the engine computes from one seed; two processes must print the same lines."""

import hashlib
from collections.abc import Iterator

import numpy as np

import glassnet as gn
from glassnet.base.random import stream
from glassnet.base.trees import flatten

from .cases import all_cases
from .table import INITIALIZER_ROWS, UPDATE_RULE_ROWS


def lines() -> Iterator[str]:
    """Yield name and checksum of every case, every initialiser's draw and a short run under every rule."""
    for case in all_cases():
        inputs, others = case.draw(4)
        gradients = case.backward(inputs, others, case.d_output(4))
        yield f"{case.name} {digest(flatten(case.forward(inputs, others)) | flatten(gradients))}"
    net = gn.Network([gn.Dense(5, "tanh"), gn.Dense(1, "sigmoid")])
    data = gn.data.spiral(60, seed=3)
    for row in UPDATE_RULE_ROWS:
        for rule in row.settings:
            recipe = gn.Recipe("binary_cross_entropy", rule, batch_size=8, seed=6)
            run = gn.Run(net, recipe, data)
            run.advance(30)
            yield f"{rule} {digest(flatten(run.parameters()))} {run.history.column('validation_loss')}"
    for row in INITIALIZER_ROWS:
        for thing in row.settings:
            values = thing.draw(stream(5), (3, 4), fan_in=3, fan_out=4, dtype="float32")
            yield f"{thing} {digest({'values': values})}"
    for name, make in gn.data.PLANAR.items():
        made = make(50, seed=7, test=0.2)
        yield f"{name} {digest({'x': made.x, 'y': made.y} | dict(made.parts))}"


def digest(arrays: dict[str, np.ndarray]) -> str:
    """Return a checksum of names, number types, shapes and bits."""
    whole = hashlib.sha256()
    for name in sorted(arrays):
        value = np.asarray(arrays[name])
        whole.update(f"{name} {value.dtype} {value.shape}".encode() + value.tobytes())
    return whole.hexdigest()


if __name__ == "__main__":
    print("\n".join(lines()))
