"""What counts as an array: anything that provides its own namespace (array API standard).

The mathematics calls functions of the array's own namespace, so the same source runs on
NumPy floats, on JAX tracers and on NumPy object arrays of traced scalars.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = Any
Shape: TypeAlias = tuple[int, ...]
Tree: TypeAlias = Mapping[str, Any]
"""Arrays by name; a value may be a tree itself."""


def namespace(array: Array) -> Any:
    """Return the module whose functions work on `array`.

    >>> namespace(np.zeros(3)) is np
    True
    """
    return np if type(array) is np.ndarray else array.__array_namespace__()  # the same result, faster


def is_numpy(array: Array) -> bool:
    """Return whether `array` is a plain NumPy array, for which there are faster code paths.

    >>> is_numpy(np.zeros(3)), is_numpy(0.0)
    (True, False)
    """
    return type(array) is np.ndarray
