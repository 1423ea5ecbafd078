"""The 8×8 handwritten digits that ship with scikit-learn."""

from glassnet.base.hinted import hinted
from glassnet.base.random import stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split


@hinted
def digits(*, seed: int = 0, validation: float = 0.1, test: float = 0.2) -> Dataset:
    """Return 1,797 handwritten digits as 64 grey values between 0 (paper) and 1 (ink).

    The test part of the UCI "Optical Recognition of Handwritten Digits" (Alpaydin & Kaynak, 1998),
    whose values 0 … 16 are divided by the constant 16, so that nothing is learnt from the held-out parts.

    Arguments:
        seed: decides which samples are held out.
        validation, test: fractions held out.

    >>> data = digits()
    >>> data.x.shape, len(data.train.x), len(data.validation.x), len(data.test.x)
    ((1797, 64), 1258, 179, 360)
    """
    from sklearn.datasets import load_digits  # a second to import, and only this needs it

    bunch = load_digits()
    parts = split(bunch.target, stream(seed).child("digits"), validation=validation, test=test)
    names = tuple(f"row {row}, column {column}" for row in range(8) for column in range(8))
    source = {"generator": "digits", "seed": seed, "validation": validation, "test": test}
    return Dataset("digits", bunch.data / 16.0, bunch.target, parts, names, tuple("0123456789"), source)
