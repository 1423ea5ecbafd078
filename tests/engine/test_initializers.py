"""Initialisers: the spread that the formula promises, within its limits, from the stream alone."""

from typing import Any

import numpy as np
import pytest

from glassnet.base.random import stream

from .table import INITIALIZER_ROWS, Row

FAN_IN, FAN_OUT = 300, 200
DRAWN = [(row, thing) for row in INITIALIZER_ROWS for thing in row.settings]
every_initializer = pytest.mark.parametrize(("row", "thing"), DRAWN, ids=[repr(thing) for _, thing in DRAWN])


@every_initializer
def test_spread_and_limits_are_the_formulas(row: Row, thing: Any) -> None:
    assert row.deviation is not None
    values = thing.draw(stream(4), (FAN_IN, FAN_OUT), fan_in=FAN_IN, fan_out=FAN_OUT, dtype="float64")
    expected = row.deviation(FAN_IN, FAN_OUT)
    # 60,000 draws: the mean strays by σ/245 and the deviation by less than σ/245; six of those are allowed
    assert abs(values.mean() - row.mean) <= 6 * expected / 245
    assert abs(values.std() - expected) <= 6 * expected / 245
    assert np.abs(values).max() <= row.limit(FAN_IN, FAN_OUT)
    if expected:
        assert len(np.unique(values)) > values.size * 0.99


@every_initializer
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_stream_alone_decides(row: Row, thing: Any, dtype: str) -> None:
    settings = {"fan_in": 3, "fan_out": 4, "dtype": dtype}
    once, again = (thing.draw(stream(8), (3, 4), **settings) for _ in range(2))
    other = thing.draw(stream(9), (3, 4), **settings)
    assert once.dtype == dtype
    assert once.tobytes() == again.tobytes()
    assert row.deviation is not None
    assert (row.deviation(3, 4) > 0) == (once.tobytes() != other.tobytes())
