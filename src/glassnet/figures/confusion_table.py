"""A confusion matrix as a table."""

from collections.abc import Sequence
from html import escape

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, ShapeError
from glassnet.base.names import Label
from glassnet.figures.checks import finite, same_length
from glassnet.figures.palette import BLUE, FAINTER, ORANGE, TEXT_SIZES
from glassnet.figures.still import Still
from glassnet.figures.svg import rgb

TABLE_STYLE = f"""<style>
.glassnet-confusion {{ border-collapse: collapse; font: {TEXT_SIZES["small"]}px system-ui, sans-serif;
  width: auto; margin: 8px 0; font-variant-numeric: tabular-nums; }}
.glassnet-confusion caption {{ caption-side: bottom; text-align: left; padding-top: 6px; color: inherit; }}
.glassnet-confusion th, .glassnet-confusion td {{ width: 28px; height: 28px; padding: 0; text-align: center;
  border: 1px solid {FAINTER}; }}
</style>"""


@checked
def confusion_table(matrix: Array, names: Sequence[Label]) -> Still:
    """Write a confusion matrix as a table: true classes in rows, predictions in columns, darker for higher counts.

    Correct predictions are blue and wrong ones orange.

    Arguments:
        matrix: counts, shape (classes, classes), as `gn.metrics.confusion_matrix` returns them.
        names: one for each class.

    Raises:
        ShapeError: the matrix is not square, or there is not one name per class.
        DataError: a count is negative or not a whole number.

    >>> import numpy as np
    >>> confusion_table(np.array([[3, 1], [0, 4]]), ["a", "b"]).count("<td style")
    4
    """
    counts = finite("matrix", matrix, "(classes, classes)")
    if counts.shape[0] != counts.shape[1]:
        raise ShapeError(f"matrix must be square, (classes, classes); got {counts.shape}.")
    if (counts < 0).any() or (counts % 1 != 0).any():
        raise DataError("matrix must contain counts, whole numbers of at least 0.")
    same_length("names", len(names), "classes", len(counts))
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in names)
    rows = [
        f'<tr><th scope="row">{escape(str(name))}</th>'
        f"{''.join(_cell(counts, row, column) for column in range(len(counts)))}</tr>"
        for row, name in enumerate(names)
    ]
    return Still(
        f'<table class="glassnet-confusion">{TABLE_STYLE}'
        "<caption>Rows: true class. Columns: predicted class.</caption>"
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _cell(counts: Array, row: int, column: int) -> str:
    count, most = int(counts[row, column]), max(int(counts[row].sum()), 1)
    strength = 0.0 if count == 0 else 0.15 + 0.3 * count / most
    ink = ", ".join(map(str, rgb(BLUE if row == column else ORANGE)))
    return f'<td style="background: rgba({ink}, {strength:.2f})">{count}</td>'
