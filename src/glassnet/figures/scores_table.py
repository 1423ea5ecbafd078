"""Precision, recall and F1 of every class, as a table in Markdown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from glassnet.figures.checks import as_many

if TYPE_CHECKING:  # a table does without scikit-learn, which counts the scores
    from glassnet.nn.metrics import ClassScores


class MarkdownTable(str):
    """A table in Markdown, which notebooks show as a table."""

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return str(self)


def scores_table(scores: Sequence["ClassScores"], names: Sequence[str]) -> MarkdownTable:
    """Write precision, recall and F1 of every class as Markdown; a score that is undefined is a dash.

    Arguments:
        scores: one for each class, as `gn.metrics.class_scores` returns them.
        names: the classes' names.

    Raises:
        ShapeError: the names are not as many as the scores.

    >>> from glassnet.nn.metrics import ClassScores
    >>> print(scores_table([ClassScores(None, 0.0, 0.0, 2)], ["7"]))
    | class | precision | recall | F1 | count |
    |:---|---:|---:|---:|---:|
    | 7 | – | 0.0% | 0.0% | 2 |
    """
    as_many("names", len(names), "classes", len(scores))
    rows = [
        f"| {name} | {_share(of.precision)} | {_share(of.recall)} | {_share(of.f1)} | {of.support} |"
        for name, of in zip(names, scores, strict=True)
    ]
    return MarkdownTable(
        "\n".join(["| class | precision | recall | F1 | count |", "|:---|---:|---:|---:|---:|", *rows])
    )


def _share(score: float | None) -> str:
    return "–" if score is None else f"{score:.1%}"
