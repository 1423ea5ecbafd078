"""References: the address of one number of a step."""

import re
from typing import NamedTuple

from glassnet.base.errors import SettingError

FORM = re.compile(r"\s*(?P<layer>[^.\[\]\s]+)\.(?P<part>[^.\[\]\s]+)\s*(\[(?P<index>[\d\s,]*)\])?\s*")


class Reference(NamedTuple):
    """One number: which layer's, which part, and where in it.

    Besides the network's layers there are "data" (x, y, sample_weight), "loss" (value, mean, d_prediction …),
    "optimizer" (learning_rate, count …), "metric", "flow" (dense_1/gradient_norm, dead_units …), "histogram"
    (dense_1/weight …: how many values are in each bar), "validation" (loss, dense_1/z …), "afterwards" (the same batch
    with the updated parameters: mean, dense_1/z …) and "slope" (dense_1 …: ∂a/∂z). Parts of layers inside a layer
    include their path: "body/dense_1/z".

    >>> str(Reference("dense_1", "z", (0, 3)))
    'dense_1.z[0, 3]'
    """

    layer: str
    part: str
    index: tuple[int, ...] = ()  # type: ignore[assignment]  # the field hides the method of tuples

    def __str__(self) -> str:
        return f"{self.layer}.{self.part}{self.place}"

    @property
    def place(self) -> str:
        """The index in brackets; "" for a scalar."""
        return f"[{', '.join(map(str, self.index))}]" if self.index else ""


def parse_reference(text: str) -> Reference:
    """Parse a reference as `str` writes it.

    Raises:
        SettingError: the text has another form.

    >>> parse_reference("dense_1.d_weight[0, 2]")
    Reference(layer='dense_1', part='d_weight', index=(0, 2))
    >>> parse_reference("dense_1")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: A number is named layer.part[index], such as dense_1.z[0, 3]; got 'dense_1'.
    """
    match = FORM.fullmatch(text)
    if match is None:
        raise SettingError(f"A number is named layer.part[index], such as dense_1.z[0, 3]; got {text!r}.")
    numbers = [number for number in (match["index"] or "").split(",") if number.strip()]
    return Reference(match["layer"], match["part"], tuple(int(number) for number in numbers))
