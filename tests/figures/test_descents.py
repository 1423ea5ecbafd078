"""Figures of descents show the arrays that they are given."""

import re
from xml.etree import ElementTree

import numpy as np

from glassnet.figures import walk_on_graph, walk_on_map


def dots(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', svg)]


def test_every_step_in_sight_is_a_dot_on_the_graph_and_the_last_is_marked() -> None:
    svg = walk_on_graph(lambda x: x**2, np.array([2.0, 1.0, 0.0, 99.0]), ends=(-2.0, 2.0), label="a parabola")
    places = dots(svg)
    assert len(places) == 4
    assert places[-1] == places[2]
    (x0, y0), (x1, y1), (x2, y2) = places[:3]
    assert x0 > x1 > x2
    assert y0 < y1 < y2  # up is less
    assert abs((y2 - y0) - 4 * (y2 - y1)) < 0.3


def test_a_descent_outside_the_limits_is_drawn_without_its_steps() -> None:
    svg = walk_on_graph(lambda x: x**2, np.array([50.0, -80.0]), ends=(-2.0, 2.0), label="gone")
    assert dots(svg) == []


def test_a_map_has_its_path_and_describes_itself() -> None:
    heights = np.add.outer(np.linspace(-1, 1, 9) ** 2, np.linspace(-1, 1, 9) ** 2)
    way = np.array([[-1.0, -1.0], [0.0, 0.5]])
    svg = walk_on_map(heights, (-1, 1, -1, 1), way, label="a <bowl> & a way", across="x", up="y")
    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", "a <bowl> & a way")
    (end,) = dots(svg)
    line = re.search(r'stroke-width="2" ', svg) and re.search(r'd="M([^"]+)" fill="none" stroke="#', svg)
    assert line
    assert line[1].split("L")[-1] == f"{end[0]:.1f} {end[1]:.1f}"
    assert "data:image/png;base64," in svg
