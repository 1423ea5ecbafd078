"""Rows of the epoch table from a chunk of compiled steps."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple, overload

import numpy as np

from glassnet.base.arrays import Array
from glassnet.history.history import EpochRow
from glassnet.train.xla.chunk import Chunk


class Begun(NamedTuple):
    """The sums of an unfinished epoch: Σ loss · samples, and samples seen."""

    loss_sum: float
    samples: int


class ChunkRows(Sequence[EpochRow]):
    """The rows of the epochs that ended in a chunk, each created on demand.

    Arguments:
        chunk: what was trained.
        means: the mean loss over each epoch's samples.
        weighted: whether weights count in those.
    """

    def __init__(self, chunk: Chunk, means: Array, weighted: bool) -> None:
        self._weighted = weighted
        self._ends, self._validation, self._means = chunk.ends, chunk.validation, means
        self._step = chunk.state.step - len(chunk.losses) + 1
        self._epoch = chunk.state.epoch - len(chunk.ends) + 1

    @property
    def first(self) -> int:
        """The number of the first epoch."""
        return self._epoch

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> EpochRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[EpochRow]: ...
    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        measured = self._validation[place] if self._validation else (None, None)
        step, loss = self._step + int(self._ends[place]), float(self._means[place])
        return replace(EpochRow(self._epoch + place, step, loss, *measured), weighted=self._weighted)


class Numbers(Sequence[float]):
    """An array as a sequence of Python numbers, converted on demand."""

    def __init__(self, values: Array) -> None:
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> float: ...
    @overload
    def __getitem__(self, place: slice) -> list[float]: ...
    def __getitem__(self, place: Any) -> Any:
        return self._values[place].tolist()


def chunk_rows(chunk: Chunk, begun: Begun, weighted: bool = False) -> tuple[ChunkRows, Begun]:
    """Return a row for each epoch that ended in the chunk, and the sums of the unfinished one.

    Arguments:
        chunk: what was trained.
        begun: the sums of the epoch in which the chunk began.
        weighted: whether class or sample weights count in its losses.
    """
    sums = np.concatenate([[begun.loss_sum], chunk.losses.astype(float) * chunk.samples, [0.0]])
    counts = np.concatenate([[begun.samples], chunk.samples, [0]])
    starts = np.concatenate([[0], chunk.ends + 2])  # in sums and counts, the chunk's steps start at 1
    loss_sums, samples = np.add.reduceat(sums, starts), np.add.reduceat(counts, starts)
    rows = ChunkRows(chunk, loss_sums[:-1] / samples[:-1], weighted)
    return rows, Begun(float(loss_sums[-1]), int(samples[-1]))
