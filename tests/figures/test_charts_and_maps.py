"""Figures show the arrays that they are given."""

import base64
import re
import struct
import zlib
from xml.etree import ElementTree

import numpy as np
import pytest

from glassnet.base.arrays import Array
from glassnet.figures import Curve, loss_chart, plane_map, side_by_side
from glassnet.figures.axes import HEIGHT
from glassnet.figures.palette import BLUE, ORANGE

POINTS = np.array([[0.0, 0.0], [1.0, -1.0], [-2.0, 2.0]])


def test_every_point_is_drawn_where_it_is_in_the_shape_of_its_class() -> None:
    svg = plane_map(POINTS, np.array([0, 1, 1]), label="three points")
    (circle,) = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="3.2" fill="(#\w+)"', svg)
    squares = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="5.6" height="5.6" fill="(#\w+)"', svg)
    assert (circle[2], [square[2] for square in squares]) == (ORANGE, [BLUE, BLUE])
    assert float(squares[0][0]) + 2.8 > float(circle[0]) > float(squares[1][0]) + 2.8  # left to right
    assert float(squares[0][1]) + 2.8 > float(circle[1]) > float(squares[1][1]) + 2.8  # up is less


def pixels(svg: str) -> Array:
    data = base64.b64decode(re.search(r"base64,([^\"]+)", svg)[1])  # type: ignore[index]
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    size = struct.unpack(">I", data[33:37])[0]
    assert zlib.crc32(data[37 : 41 + size]) == struct.unpack(">I", data[41 + size : 45 + size])[0]
    lines = np.frombuffer(zlib.decompress(data[41 : 41 + size]), np.uint8).reshape(height, 1 + 4 * width)
    return lines[:, 1:].reshape(height, width, 4)


def test_the_map_shows_what_the_network_says_about_each_place() -> None:
    svg = plane_map(
        POINTS, np.array([0, 1, 1]), predict=lambda x: np.where(x[:, 0] > 1, 0.9, 0.3), label="a map", pixels=8
    )
    picture = pixels(svg)
    assert picture[0].tolist() == [[*bytes.fromhex(ORANGE[1:]), 60]] * 6 + [[*bytes.fromhex(BLUE[1:]), 120]] * 2
    upper = pixels(plane_map(POINTS, np.array([0, 1, 1]), predict=lambda x: x[:, 1] > 0, label="a map", pixels=8))
    assert upper[0, 0, :3].tolist() == [*bytes.fromhex(BLUE[1:])]  # x₂ grows upwards
    assert upper[-1, 0, :3].tolist() == [*bytes.fromhex(ORANGE[1:])]


def path_of(svg: str) -> Array:
    found = re.search(r'<path d="M([^"]+)" class="curve"', svg)
    assert found
    return np.array([list(map(float, pair.split())) for pair in found[1].split("L")])


def test_a_curve_goes_through_its_values() -> None:
    line = path_of(loss_chart([Curve("training", np.array([1.0, 0.1, 0.01]))], label="falls"))
    assert len(line) == 3
    steps = np.diff(line, axis=0)
    assert steps[0] == pytest.approx(
        steps[1], abs=0.11
    )  # a power of ten each epoch: a straight line on a logarithmic axis
    assert (steps[:, 1] > 0).all()


def test_the_names_of_curves_stand_above_the_graph_where_no_curve_comes() -> None:
    falling = [Curve(name, np.array([1.0, 0.1]), dashed=name == "validation") for name in ("training", "validation")]
    root = ElementTree.fromstring(loss_chart(falling, label="two"))
    _, top, _, height = map(float, root.attrib["viewBox"].split())
    heights = {one.text: float(one.attrib["y"]) for one in root.iter("text")}
    for name in ("training", "validation"):
        assert top < heights[name] <= 0  # the graph itself begins below 0
    assert height + top == HEIGHT
    alone = ElementTree.fromstring(loss_chart(falling[:1], label="one"))
    assert alone.attrib["viewBox"].split()[1] == "0"


def test_a_long_curve_keeps_its_sharpest_peak() -> None:
    values = np.full(100_001, 0.01)
    values[54_321] = 1.0
    line = path_of(loss_chart([Curve("training", values)], label="one peak"))
    assert len(line) < 2_500
    assert line[:, 1].min() < line[:, 1].max() - HEIGHT / 2


@pytest.mark.parametrize("last", [1, 7, 50, 200, 4_999, 5_000, 123_456])
def test_axes_have_a_few_round_ticks_that_fit(last: int) -> None:
    svg = loss_chart([Curve("training", np.linspace(1, 0.1, last + 1))], label="axes")
    ticks = re.findall(rf'y="{HEIGHT - 46 + 20:.1f}" text-anchor="middle">([\d,]+)<', svg)
    assert 2 <= len(ticks) <= 11
    assert len(set(ticks)) == len(ticks)


def test_pictures_are_well_formed_and_say_what_they_show() -> None:
    label = 'a "picture" of <things> & more'
    curves = [Curve("sum", np.array([1.0, 0.2])), Curve("average", np.array([1.0, 0.9]), dashed=True)]
    pictures = [
        loss_chart(curves, label=label, marker=1, goal=0.5),
        plane_map(POINTS, np.array([0, 1, 1]), label=label),
    ]
    for picture in pictures:
        root = ElementTree.fromstring(picture)
        assert (root.get("role"), root.get("aria-label")) == ("img", label)
    assert 'stroke-dasharray="6 4"' in pictures[0]
    assert ElementTree.fromstring(side_by_side(*pictures)).tag == "div"


def test_a_marker_beyond_the_curve_is_not_drawn() -> None:
    curve = Curve("training", np.array([1.0, 0.1, 0.01]))
    assert "marker" in loss_chart([curve], label="here", marker=2).split("</style>")[1]
    assert "marker" not in loss_chart([curve], label="gone", marker=3).split("</style>")[1]
