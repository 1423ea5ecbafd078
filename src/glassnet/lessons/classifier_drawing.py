"""What a classifier of pictures got right and wrong: rows of pictures, a confusion matrix and scores, as HTML."""

from collections.abc import Sequence
from html import escape

import numpy as np

from glassnet.base.arrays import Array
from glassnet.lessons.drawing import png
from glassnet.nn.metrics import ClassScores

INK = np.array([0x2A, 0x78, 0xD6])
RIGHT, WRONG = "42, 120, 214", "232, 113, 10"  # blue and orange of the pictures; strength says how many


def picture_row(pictures: Array, captions: Sequence[str], *, size: int = 64) -> str:
    """Draw small grey pictures beside each other, each with its caption below.

    Arguments:
        pictures: shape (pictures, side, side), 0 for paper and 1 for ink.
        captions: one for each picture; it is what a screen reader says of it, too.
        size: width of a picture in pixels of the page.

    >>> picture_row(np.zeros((1, 8, 8)), ["an empty one"]).count("<img")
    1
    """
    figures = [
        f'<figure style="margin: 0; width: {size}px">'
        f'<img src="{_picture(picture)}" alt="" width="{size}" height="{size}" '
        f'style="image-rendering: pixelated; border: 1px solid #8888; background: white; margin: 0">'
        f'<figcaption style="font-size: 13px; text-align: center; line-height: 1.3">{escape(caption)}</figcaption>'
        "</figure>"
        for picture, caption in zip(pictures, captions, strict=True)
    ]
    return f'<div style="display: flex; flex-wrap: wrap; gap: 12px; margin: 8px 0">{"".join(figures)}</div>'


def confusion_table(matrix: Array, names: Sequence[str]) -> str:
    """Write a confusion matrix as a table: true classes in rows, answers in columns, strong where there are many.

    Arguments:
        matrix: counts, shape (classes, classes).
        names: one for each class.

    >>> confusion_table(np.array([[3, 1], [0, 4]]), ["a", "b"]).count("<td style")
    4
    """
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    rows = [
        f'<tr><th scope="row">{escape(name)}</th>{"".join(_cell(matrix, row, column) for column in range(len(names)))}</tr>'
        for row, name in enumerate(names)
    ]
    return (
        f'<table class="glassnet-confusion">{TABLE_STYLE}'
        "<caption>Rows: what it is. Columns: what the network said.</caption>"
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def scores_table(scores: Sequence[ClassScores], names: Sequence[str]) -> str:
    """Write precision, recall and F1 of every class as Markdown; a score that is undefined is a dash.

    >>> print(scores_table([ClassScores(None, 0.0, 0.0, 2)], ["7"]))
    | class | precision | recall | F1 | count |
    |:---|---:|---:|---:|---:|
    | 7 | – | 0.0% | 0.0% | 2 |
    """
    rows = [
        f"| {name} | {_share(of.precision)} | {_share(of.recall)} | {_share(of.f1)} | {of.support} |"
        for name, of in zip(names, scores, strict=True)
    ]
    return "\n".join(["| class | precision | recall | F1 | count |", "|:---|---:|---:|---:|---:|", *rows])


TABLE_STYLE = """<style>
.glassnet-confusion { border-collapse: collapse; font: 13px system-ui, sans-serif; font-variant-numeric: tabular-nums; margin: 8px 0; width: auto; }
.glassnet-confusion caption { caption-side: bottom; text-align: left; padding-top: 6px; color: inherit; }
.glassnet-confusion th, .glassnet-confusion td { width: 28px; height: 28px; padding: 0; text-align: center; border: 1px solid #8884; }
</style>"""


def _picture(grey: Array) -> str:
    alpha = np.round(255 * np.clip(grey, 0, 1))[..., None]
    return png(np.concatenate([np.broadcast_to(INK, (*grey.shape, 3)), alpha], axis=-1).astype(np.uint8))


def _cell(matrix: Array, row: int, column: int) -> str:
    count, most = int(matrix[row, column]), max(int(matrix[row].sum()), 1)
    strength = 0.0 if count == 0 else 0.15 + 0.3 * count / most
    ink = RIGHT if row == column else WRONG
    return f'<td style="background: rgba({ink}, {strength:.2f})">{count}</td>'


def _share(score: float | None) -> str:
    return "–" if score is None else f"{score:.1%}"
