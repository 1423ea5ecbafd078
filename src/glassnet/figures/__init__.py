"""Static figures of a run or of arrays, as SVG and HTML that any notebook can show: loss charts, maps, graphs, tables.

>>> import glassnet as gn
>>> figure = gn.figures.number_grid([[0.5, 1.0]], label="two numbers", title="two numbers")
>>> figure.startswith("<svg"), figure.count("<rect")
(True, 33)
"""

from glassnet.figures.bars import bars
from glassnet.figures.confusion_table import confusion_table
from glassnet.figures.error_squares import error_squares
from glassnet.figures.line_graph import Line, Marks, line_graph
from glassnet.figures.loss_chart import Curve, loss_chart
from glassnet.figures.loss_curves import loss_curves
from glassnet.figures.number_grid import number_grid
from glassnet.figures.numbers_picture import Link, Number, numbers_picture
from glassnet.figures.picture_row import picture_row
from glassnet.figures.plane_map import plane_map
from glassnet.figures.scores_table import scores_table
from glassnet.figures.side_by_side import side_by_side
from glassnet.figures.still import Still
from glassnet.figures.walk_on_graph import walk_on_graph
from glassnet.figures.walk_on_map import walk_on_map

__all__ = [
    "Curve",
    "Line",
    "Link",
    "Marks",
    "Number",
    "Still",
    "bars",
    "confusion_table",
    "error_squares",
    "line_graph",
    "loss_chart",
    "loss_curves",
    "number_grid",
    "numbers_picture",
    "picture_row",
    "plane_map",
    "scores_table",
    "side_by_side",
    "walk_on_graph",
    "walk_on_map",
]


def __dir__() -> list[str]:
    return __all__
