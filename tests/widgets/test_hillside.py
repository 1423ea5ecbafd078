"""The hillside's Python side, without a browser."""

import numpy as np
import pytest

from glassnet.widgets.hillside import HillsideSession
from glassnet.widgets.hillside.curve import VALLEY, X_RANGE, Y_RANGE, height, slope, walk
from glassnet.widgets.slope_triangle.curves import CURVES


def test_the_slope_is_that_of_the_heights_and_the_valley_is_the_lowest_place_shown() -> None:
    x = np.linspace(*X_RANGE, 211)
    np.testing.assert_allclose((height(x + 1e-6) - height(x - 1e-6)) / 2e-6, slope(x), atol=1e-7)
    assert float(slope(VALLEY)) == 0
    assert float(height(VALLEY)) <= height(x).min()
    assert Y_RANGE[0] < height(x).min() <= height(x).max() < Y_RANGE[1]


def test_a_walk_ends_early_when_it_flies_off() -> None:
    assert len(walk(3.0, 0.02, 30)) == 31
    assert len(walk(3.2, 0.9, 30)) < 10


def test_it_opens_on_its_curve_and_a_walk_to_come() -> None:
    head, buffers = HillsideSession().handle({"id": 1, "kind": "open"})
    assert (head["start"], head["valley"], len(buffers[0])) == (3.0, VALLEY, 2 * 211 * 4)


def test_a_triangle_measures_the_same_curve() -> None:
    one = CURVES["valley"]
    x = np.linspace(*X_RANGE, 43)
    np.testing.assert_array_equal(one.heights_and_slopes(x), (height(x), slope(x)))
    assert one.ratio(1.5, 0.5) == pytest.approx(float(height(2.0) - height(1.5)) / 0.5)
    assert Y_RANGE[0] < one.height(one.at) < Y_RANGE[1]
