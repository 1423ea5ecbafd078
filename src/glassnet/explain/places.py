"""From what a user says (sample, unit, index) to the index of one number."""

from collections.abc import Sequence

from glassnet.base.arrays import Shape
from glassnet.base.errors import SettingError


def make_index(
    name: str, shape: Shape, given: Sequence[int], *, sample: int | None = None, unit: int | None = None
) -> tuple[int, ...]:
    """Return the index of one number of an array.

    Arguments:
        name: of the array, for messages.
        shape: its sizes.
        given: places along the axes that `sample` (the first) and `unit` (the last) leave.
        sample: place in the batch; an axis of size 1 stands for all samples.
        unit: place along the last axis.

    Raises:
        SettingError: too few or too many places, or one that is outside.

    >>> make_index("z", (32, 8), (), sample=0, unit=3), make_index("weight", (2, 8), (1, -1))
    ((0, 3), (1, 7))
    >>> make_index("z", (32, 8), (5,))
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: z has shape (32, 8), so one number of it has 2 places; got (5,).
    """
    places = list(given)
    if sample is not None and shape:
        places.insert(0, 0 if shape[0] == 1 else sample)
    if unit is not None and shape:
        places.append(unit)
    if len(places) != len(shape):
        raise SettingError(
            f"{name} has shape {shape}, so one number of it has {len(shape)} places; got {tuple(places)}."
        )
    for axis, (place, size) in enumerate(zip(places, shape, strict=True)):
        if not -size <= place < size:
            raise SettingError(
                f"{name} has shape {shape}: along axis {axis} places run from 0 to {size - 1}; got {place}."
            )
    return tuple(int(place) % size for place, size in zip(places, shape, strict=True))
