"""Time steps of a sequence: which are padding, where the gradient is cut off, how records are stacked."""

from collections.abc import Sequence

from glassnet.base.arrays import Array, namespace
from glassnet.nn.layers.layer import Parts


def real_steps(x: Array, mask_value: float | None) -> Array | None:
    """Return which steps are real, (batch, time, 1), or None if all are; at padding, all features equal mask_value.

    >>> import numpy as np
    >>> real_steps(np.array([[[1.0, 0.0], [0.0, 0.0]]]), 0.0).tolist()
    [[[True], [False]]]
    """
    return None if mask_value is None else (x != mask_value).any(axis=-1, keepdims=True)


def where_real(mask: Array | None, real: Array, padding: Array | float) -> Array:
    """Return `real` at real steps and `padding` at the others."""
    return real if mask is None else namespace(real).where(mask, real, padding)


def at(values: Array | None, time: int) -> Array | None:
    """Return what belongs to one step, (batch, …), of an array for all steps, (batch, time, …)."""
    return None if values is None else values[:, time]


def stack_steps(steps: Sequence[Parts]) -> Parts:
    """Combine one record per step, arrays (batch, units), into one record with arrays (batch, time, units)."""
    first = next(iter(steps[0].values()))
    xp, shape = (
        namespace(first),
        (first.shape[0], len(steps), -1),
    )  # concatenation gives the same memory layout as stacking
    return {name: xp.concat([step[name] for step in steps], axis=1).reshape(shape) for name in steps[0]}


def state_before(states: Array) -> Array:
    """Return the state before each step: zeros, then all states (batch, time, units) except the last."""
    xp = namespace(states)
    return xp.concat([xp.zeros_like(states[:, :1]), states[:, :-1]], axis=1)


def cuts(truncate: int | None, mask: Array | None, states: Array) -> Array | None:
    """Return before which steps the gradient is cut off, (batch or 1, time, 1); None if nowhere.

    Counted in real steps from the end of each sequence: the last `truncate` steps form one segment,
    the `truncate` before them the next, and so on. No gradient passes from a segment to the one before. `states` are
    the hidden states, (batch, time, units).

    >>> import numpy as np
    >>> cuts(3, None, np.zeros((1, 8, 1)))[0, :, 0].astype(int).tolist()
    [0, 0, 1, 0, 0, 1, 0, 0]
    """
    if truncate is None:
        return None
    if mask is None:
        time = states.shape[1]
        return namespace(states).asarray([[[step > 0 and (time - step) % truncate == 0] for step in range(time)]])
    left = namespace(mask).cumulative_sum(mask[:, ::-1], axis=1)[:, ::-1]
    return mask & (left % truncate == 0)


def stop_at(cut: Array | None, d_state: Array) -> Array:
    """Return `d_state`, 0 where the gradient is cut off."""
    return d_state if cut is None else namespace(d_state).where(cut, 0.0, d_state)


def blocks(z: Array, count: int) -> list[Array]:
    """Split the last axis into `count` blocks of equal width, one per gate.

    >>> import numpy as np
    >>> [block.tolist() for block in blocks(np.array([1, 2, 3, 4]), 2)]
    [[1, 2], [3, 4]]
    """
    width = z.shape[-1] // count
    return [z[..., block * width : (block + 1) * width] for block in range(count)]


def by_name(prefix: str, z: Array, gates: Sequence[str]) -> Parts:
    """Return the blocks of z under the names of their gates."""
    return {f"{prefix}{gate}": block for gate, block in zip(gates, blocks(z, len(gates)), strict=True)}
