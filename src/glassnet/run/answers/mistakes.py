"""The samples that a run gets most wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from glassnet.base.checks import whole_number
from glassnet.data import Dataset
from glassnet.figures.faces.table import table
from glassnet.run.answers.one_sample import Answer, answers, is_table, own_row, pictures_of, samples_of
from glassnet.train import Plan, TrainingState
from glassnet.train.evaluate import network_output, predict
from glassnet.train.objective import sample_losses


@dataclass(frozen=True, eq=False)
class Mistake:
    """One sample that a run gets wrong.

    Arguments:
        part, place: the part of the data, and which of its samples; `run.why(part, place)` explains it.
        sample: its number in the data.
        answer: what was predicted, and what is true.
        loss: its loss.
        row: its features by name, in their own units; empty for pictures and sequences.
    """

    part: str
    place: int
    sample: int
    answer: Answer
    loss: float
    row: dict[str, float]

    def __str__(self) -> str:
        row = ", ".join(f"{name} {value:.4g}" for name, value in self.row.items())
        return f"{self.part} {self.place}: {self.answer} (loss {self.loss:.3g})" + (f"; {row}" if row else "")


class Mistakes(tuple[Mistake, ...]):
    """Samples that a run gets wrong, the worst first: a sequence that notebooks show as rows or pictures."""

    data: Dataset
    title: str

    @classmethod
    def of(cls, found: Sequence[Mistake], data: Dataset, title: str) -> "Mistakes":
        """Return mistakes with the data that they are of, and a line that says how many there are."""
        made = cls(found)
        made.data, made.title = data, title
        return made

    def __str__(self) -> str:
        return "\n".join([self.title, *map(str, self)])

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        head = f"<p>{escape(self.title)}</p>"
        if not self:
            return head
        captions = [f"{one.part} {one.place}: {one.answer}" for one in self]
        pictures = pictures_of(self.data, [one.sample for one in self], captions)
        if pictures is not None:
            return head + pictures
        names = list(self[0].row)
        rows = [
            [f"{one.part} {one.place}", str(one.answer), f"{one.loss:.3g}", *(f"{v:.4g}" for v in one.row.values())]
            for one in self
        ]
        return head + table(["sample", "answer", "loss", *names], rows)


def mistakes(plan: Plan, state: TrainingState, part: str, count: int) -> Mistakes:
    """Return the samples of a part that a run gets most wrong.

    Classes: those predicted wrongly, the largest loss first. Values: those with the largest loss.
    """
    whole_number("count", count, minimum=1)
    numbers, samples = samples_of(plan, part), plan.samples[part]
    losses = sample_losses(plan.recipe.loss, network_output(plan, state, samples.x), samples.y)[1]
    said = answers(plan, part, predict(plan, state, samples.x))
    values = said[0].probability is None
    wrong = [place for place, one in enumerate(said) if values or one.predicted != one.true]
    worst = sorted(wrong, key=lambda place: -_sortable(losses[place]))[:count]
    data = plan.dataset
    found = [
        Mistake(
            part,
            place,
            int(numbers[place]),
            said[place],
            float(losses[place]),
            own_row(data, int(numbers[place])) if is_table(data) else {},
        )
        for place in worst
    ]
    shown = f"the {len(found)} worst" if len(found) < len(wrong) else "all of them"
    title = (
        f"The {len(found)} {part} samples with the largest loss."
        if values
        else f"{len(wrong)} of {len(said)} {part} samples are predicted wrongly; {shown if wrong else 'none to show'}."
    )
    return Mistakes.of(found, data, title)


def _sortable(loss: Any) -> float:
    return float(loss) if np.isfinite(loss) else np.inf
