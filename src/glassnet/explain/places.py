"""From what a user passes (sample, unit, index) to the index of one number."""

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
        given: indices along the axes, without those that `sample` (the first) and `unit` (the last) give.
        sample: place in the batch; an axis of size 1 stands for all samples.
        unit: place along the last axis.

    Raises:
        SettingError: too few or too many indices, or one out of range.

    >>> make_index("z", (32, 8), (), sample=0, unit=3), make_index("weight", (2, 8), (1, -1))
    ((0, 3), (1, 7))
    >>> make_index("z", (32, 8), (5,))
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: z has shape (32, 8), so an index needs one number per axis (2); got (5,).
    """
    places = list(given)
    if sample is not None and shape:
        places.insert(0, 0 if shape[0] == 1 else sample)
    if unit is not None and shape:
        places.append(unit)
    if len(places) != len(shape):
        raise SettingError(
            f"{name} has shape {shape}, so an index needs one number per axis ({len(shape)}); got {tuple(places)}."
        )
    for axis, (place, size) in enumerate(zip(places, shape, strict=True)):
        if not -size <= place < size:
            raise SettingError(
                f"{name} has shape {shape}, so axis {axis} is indexed from 0 to {size - 1}; got {place}."
            )
    return tuple(int(place) % size for place, size in zip(places, shape, strict=True))
