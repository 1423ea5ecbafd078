"""Precision, recall and F1 of every class, as a Markdown table."""

from collections.abc import Sequence

from glassnet.base.arguments import checked
from glassnet.data.labels import Label
from glassnet.figures.checks import same_length
from glassnet.nn.metrics.class_scores import ClassScores


class MarkdownTable(str):
    """A Markdown table, which notebooks render."""

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return str(self)


@checked
def scores_table(scores: Sequence[ClassScores], names: Sequence[Label]) -> MarkdownTable:
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
        f"| {name} | {_percent(of.precision)} | {_percent(of.recall)} | {_percent(of.f1)} | {of.support} |"
        for name, of in zip(names, scores, strict=True)
    ]
    return MarkdownTable(
        "\n".join(["| class | precision | recall | F1 | count |", "|:---|---:|---:|---:|---:|", *rows])
    )


def _percent(score: float | None) -> str:
    return "–" if score is None else f"{score:.1%}"
