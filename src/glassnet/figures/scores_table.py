"""Precision, recall and F1 of every class, as a Markdown table."""

from collections.abc import Sequence
from typing import TypeAlias

from glassnet.base.arguments import checked
from glassnet.base.names import Label
from glassnet.figures.checks import same_length

Scores: TypeAlias = tuple[float | None, float | None, float | None, int]
"""Precision, recall, F1 and count of one class."""


class MarkdownTable(str):
    """A Markdown table, which notebooks render."""

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return str(self)


@checked
def scores_table(scores: Sequence[Scores], names: Sequence[Label]) -> MarkdownTable:
    """Write precision, recall and F1 of every class as a Markdown table, with a dash for an undefined score.

    Arguments:
        scores: one for each class, as `gn.metrics.class_scores` returns them.
        names: one for each class.

    Raises:
        ShapeError: there is not one name per score.

    >>> from glassnet.nn.metrics import ClassScores
    >>> print(scores_table([ClassScores(None, 0.0, 0.0, 2)], ["7"]))
    | class | precision | recall | F1 | count |
    |:---|---:|---:|---:|---:|
    | 7 | – | 0.0% | 0.0% | 2 |
    """
    same_length("names", len(names), "classes", len(scores))
    rows = [
        f"| {name} | {_percent(precision)} | {_percent(recall)} | {_percent(f1)} | {count} |"
        for name, (precision, recall, f1, count) in zip(names, scores, strict=True)
    ]
    return MarkdownTable(
        "\n".join(["| class | precision | recall | F1 | count |", "|:---|---:|---:|---:|---:|", *rows])
    )


def _percent(score: float | None) -> str:
    return "–" if score is None else f"{score:.1%}"
