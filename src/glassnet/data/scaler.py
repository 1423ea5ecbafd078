"""A scaler: an offset and a scale for every feature, and the inverse."""

from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers
from glassnet.base.errors import DataError
from glassnet.base.registry import look_up


@dataclass(frozen=True, eq=False)
class Scaler:
    """x ← (x − offset) / scale, feature by feature.

    Arguments:
        offset, scale: with the shape of one example, or broadcastable to it.

    >>> import numpy as np
    >>> scaler = Scaler.fitted("standard", np.array([[1.0, 5.0], [3.0, 5.0]]))
    >>> scaler.apply(np.array([[3.0, 5.0]])).tolist(), scaler.undo(np.array([[1.0, 0.0]])).tolist()
    ([[1.0, 0.0]], [[3.0, 5.0]])
    """

    offset: Array
    scale: Array

    def __post_init__(self) -> None:
        for name in ("offset", "scale"):
            values = array_of_numbers(name, getattr(self, name))
            if not np.isfinite(values).all():
                raise DataError(f"A scaler's {name} must be finite; got {values!r:.100}.")
            object.__setattr__(self, name, values)

    @classmethod
    def fitted(cls, kind: str, x: Array) -> "Scaler":
        """Return a scaler fitted to these samples.

        Arguments:
            kind: "standard" (mean 0, standard deviation 1) or "min_max" (from 0 to 1). A constant
                feature is only shifted.
            x: samples of the training part, shape (samples, features).
        """
        return look_up("scaling", kind, {"standard": _standard, "min_max": _min_max})(x)

    def apply(self, x: Array) -> Array:
        """Return the scaled features."""
        return (x - self.offset) / self.scale

    def undo(self, x: Array) -> Array:
        """Return features in their original units."""
        return x * self.scale + self.offset


def _standard(x: Array) -> Scaler:
    from sklearn.preprocessing import StandardScaler  # a second to import, and only scaling needs it

    fitted = StandardScaler().fit(x.reshape(len(x), -1))
    return Scaler(fitted.mean_.reshape(x.shape[1:]), fitted.scale_.reshape(x.shape[1:]))


def _min_max(x: Array) -> Scaler:
    from sklearn.preprocessing import MinMaxScaler  # a second to import, and only scaling needs it

    fitted = MinMaxScaler().fit(x.reshape(len(x), -1))
    return Scaler(fitted.data_min_.reshape(x.shape[1:]), (1.0 / fitted.scale_).reshape(x.shape[1:]))
