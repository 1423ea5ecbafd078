"""A line that leaves the frame ends there, and goes on where it comes back."""

import re

import numpy as np
import pytest

import glassnet as gn


def ends_of_pieces(y: list[float]) -> list[list[tuple[float, ...]]]:
    x = np.arange(len(y), dtype=float)
    line = gn.figures.Line("", x, np.array(y))
    drawn = gn.figures.line_graph([line], label="a line", across="x", up="y", x=(0, len(y) - 1), y=(-1, 1))
    (path,) = re.findall(r'<path d="([^"]*)" fill="none"', str(drawn))
    return [[tuple(map(float, point.split())) for point in piece.split("L")] for piece in path.split("M") if piece]


@pytest.mark.parametrize(
    ("y", "pieces"),
    [
        ([0, 1, -1, 0], 1),
        ([0, 3, 0, 0], 2),
        ([2, 2, 2, 0], 1),
        ([5, 6, 7, 8], 0),
        ([-3, 3, -3, 3], 3),
        ([1, 1, 1, 1], 1),
    ],
)
def test_it_is_cut_into_pieces_at_the_frame(y: list[float], pieces: int) -> None:
    assert len(ends_of_pieces(y)) == pieces


def test_it_keeps_its_slope_up_to_the_frame() -> None:
    whole = ends_of_pieces([0, 0.5, 1, 1])[0]
    steep = ends_of_pieces([0, 2, 2, 2])[0]
    (x0, y0), (x1, y1) = steep
    assert x1 - x0 == pytest.approx((whole[2][0] - whole[0][0]) / 4, abs=0.2), "it leaves half-way to the first step"
    assert (y0, y1) == (whole[0][1], whole[2][1])


def test_numbers_too_large_to_subtract_do_no_harm() -> None:
    assert len(ends_of_pieces([-1e308, 1e308, 0, 0])) == 1
