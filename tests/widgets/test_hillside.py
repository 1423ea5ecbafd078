"""The hillside's Python side, without a browser."""

import numpy as np
import pytest

from glassnet.base.errors import UnknownNameError
from glassnet.widgets.hillside import HillsideSession
from glassnet.widgets.hillside.curve import VALLEY, X_RANGE, Y_RANGE, height, slope, triangle, walk


def test_the_slope_is_that_of_the_heights_and_the_valley_is_the_lowest_place_shown() -> None:
    x = np.linspace(*X_RANGE, 211)
    np.testing.assert_allclose((height(x + 1e-6) - height(x - 1e-6)) / 2e-6, slope(x), atol=1e-7)
    assert float(slope(VALLEY)) == 0
    assert float(height(VALLEY)) <= height(x).min()
    assert Y_RANGE[0] < height(x).min() <= height(x).max() < Y_RANGE[1]


def test_a_walk_ends_early_when_it_flies_off() -> None:
    assert len(walk(3.0, 0.02, 30)) == 31
    assert len(walk(3.2, 0.9, 30)) < 10


def test_a_triangle_is_its_rise_over_its_run() -> None:
    seen = triangle(1.5, 0.5)
    assert seen.rise == pytest.approx(float(height(2.0) - height(1.5)))
    assert seen.ratio == pytest.approx(seen.rise / 0.5)


def test_each_view_opens_and_others_are_refused() -> None:
    for view in ("walk", "nudge"):
        head, buffers = HillsideSession(view).handle({"id": 1, "kind": "open"})
        assert (head["view"], len(buffers[0])) == (view, 2 * 211 * 4)
    with pytest.raises(UnknownNameError):
        HillsideSession("valley")
