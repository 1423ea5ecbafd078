"""A loop over the time steps of a sequence."""

from collections.abc import Callable, Mapping
from typing import Any

from glassnet.base.arrays import Array
from glassnet.nn.kernels.moving_windows import is_traced
from glassnet.nn.layers.layer import Parts
from glassnet.nn.layers.time_steps import at, stack_steps

UNROLLED = 4
"""Steps that a compiled loop makes at a time: with 20, an LSTM takes a quarter less time so than with all at once.

All at once also compiles three times as long, and over long sequences for minutes.
"""

Step = Callable[[Any, Parts], tuple[Any, Parts]]
"""From what the previous step passed on, and the inputs of this one, to what it passes on and its record."""


def over_time(step: Step, first: Any, inputs: Mapping[str, Array | None], *, backward: bool = False) -> Parts:
    """Make one step after another; return their records, arrays (batch, time, …) by name.

    Arguments:
        step: a step; its inputs and its record are arrays (batch, …) by name.
        first: what is passed to the first step: an array, or a tuple of arrays.
        inputs: for all steps, arrays (batch, time, …) by name; None stays None.
        backward: whether the last step comes first.

    >>> import numpy as np
    >>> add = lambda total, now: (total + now["x"], {"sum": total + now["x"]})
    >>> over_time(add, np.zeros((1, 1)), {"x": np.array([[[1.0], [2.0]]])})["sum"].tolist()
    [[[1.0], [3.0]]]
    """
    known = [values for values in inputs.values() if values is not None]
    if is_traced(known[0]):
        return _compiled(step, first, inputs, backward)
    times = range(known[0].shape[1])
    records, passed = [], first
    for time in reversed(times) if backward else times:
        passed, record = step(passed, {name: at(values, time) for name, values in inputs.items()})
        records.append(record)
    return stack_steps(records[::-1] if backward else records)


def _compiled(step: Step, first: Any, inputs: Mapping[str, Array | None], backward: bool) -> Parts:
    import jax  # here, because JAX is optional

    def with_time(axis: int, other: int, tree: Any) -> Any:
        return jax.tree.map(lambda values: jax.numpy.moveaxis(values, axis, other), tree)

    _, records = jax.lax.scan(step, first, with_time(1, 0, dict(inputs)), reverse=backward, unroll=UNROLLED)
    return with_time(0, 1, records)
