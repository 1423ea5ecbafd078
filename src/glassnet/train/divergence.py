"""Finding the first number that became NaN or infinite."""

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import DivergedError
from glassnet.base.trees import SEPARATOR, leaves
from glassnet.nn.forward import Tape


def divergence(step: int, learning_rate: float, params: Tree, tape: Tape, indices: Array) -> DivergedError:
    """Return an error that names step, layer and the first bad number, from the parameters or the forward pass."""
    return DivergedError(
        f"Training stopped before update {step + 1}: {_first_bad(params, tape, indices)}. The parameters before it are "
        f"kept. A learning rate of {learning_rate:g} is probably too large; go back a few steps and try a tenth of it."
    )


def _first_bad(params: Tree, tape: Tape, indices: Array) -> str:
    for name, values in leaves(params):
        place = _bad_place(values)
        if place is not None:
            layer, part = name.rsplit(SEPARATOR, 1)
            return f"{part}{list(place)} of {layer} is {values[place]}"
    for name, values in leaves(tape):
        place = _bad_place(values)
        if place is not None:
            layer, part = name.rsplit(SEPARATOR, 1)
            by_sample = len(values) == len(indices)  # parts shared by all samples have size 1 there
            where = f"{part}{list(place[1:])} of {layer} is {values[place]}"
            return f"{where} for sample {indices[place[0]]}" if by_sample else where
    return "the loss of this batch is not a finite number, although every layer's output is"


def _bad_place(values: Array) -> tuple[int, ...] | None:
    bad = np.argwhere(~np.isfinite(values))
    return tuple(int(number) for number in bad[0]) if len(bad) else None
