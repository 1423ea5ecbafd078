"""The handwritten digits, and copies that are turned, moved and resized a little, as people draw."""

from dataclasses import replace
from functools import cache

import numpy as np

from glassnet.base.random import stream
from glassnet.data import Dataset, digits
from glassnet.data.augmentation import Augment, Rotate, Shift, Zoom

COPIES = 3
CHANGES = Augment((Rotate(15.0), Shift(0.6), Zoom(0.85, 1.15)))


@cache
def drawn_digits() -> Dataset:
    """Return the digits with three changed copies of each training sample; the held-out samples stay as they are.

    >>> data = drawn_digits()
    >>> len(data.train.x), len(data.validation.x)
    (5032, 179)
    """
    data = digits()
    x, y = data.train
    images = x.reshape(-1, 8, 8, 1).astype("float32")
    rng = stream(0).child("drawn digits")
    copies = [CHANGES.apply(rng.child(copy), images).reshape(-1, 64) for copy in range(COPIES)]
    added = np.arange(COPIES * len(x)) + len(data.x)
    parts = {**data.parts, "train": np.concatenate([data.parts["train"], added])}
    return replace(
        data, x=np.concatenate([data.x, *copies]), y=np.concatenate([data.y, *[y] * COPIES]), parts=parts, source={}
    )
