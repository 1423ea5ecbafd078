"""Functions that array namespaces lack: the error function."""

from typing import Any

from glassnet.base.arrays import Array, namespace


def erf(x: Array) -> Array:
    """Return the error function 2/√π · ∫₀ˣ e^(−s²) ds, element by element.

    NumPy floats use SciPy, JAX arrays use JAX, and any other element its own method `erf`.

    >>> import numpy as np
    >>> erf(np.array([0.0, 1.0])).round(4).tolist()
    [0.0, 0.8427]
    """
    xp = namespace(x)
    if x.dtype == object:
        return xp.frompyfunc(_own_erf, 1, 1)(x)
    if xp.__name__ == "numpy":
        from scipy.special import (
            erf as of_floats,
        )  # here, because most networks don't need it and SciPy is slow to load

        return of_floats(x)
    from jax.scipy.special import erf as of_jax_arrays  # here, because JAX is optional

    return of_jax_arrays(x)


def _own_erf(element: Any) -> Any:
    return element.erf()
