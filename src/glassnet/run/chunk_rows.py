"""Rows of the epoch table from a chunk of compiled steps."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from glassnet.run.history import EpochRow
from glassnet.train.xla.chunk import Chunk


class Begun(NamedTuple):
    """What is known of an epoch that has begun and not ended: Σ loss · samples, and samples seen."""

    loss_sum: float
    samples: int


def chunk_rows(chunk: Chunk, begun: Begun) -> tuple[list[EpochRow], Begun]:
    """Return a row for each epoch that ended in the chunk, and what is known of the one that goes on.

    Arguments:
        chunk: what was trained.
        begun: what is known of the epoch in which the chunk began.
    """
    ends = chunk.ends
    sums = np.concatenate([[begun.loss_sum], chunk.losses.astype(float) * chunk.samples])
    counts = np.concatenate([[begun.samples], chunk.samples])
    starts = np.concatenate([[0], ends + 2])  # in sums and counts, the chunk's steps begin at 1
    if starts[-1] == len(sums):
        sums, counts = np.append(sums, 0.0), np.append(counts, 0)
    loss_sums, samples = np.add.reduceat(sums, starts), np.add.reduceat(counts, starts)
    means = (loss_sums[:-1] / samples[:-1]).tolist()
    first_step, first_epoch = chunk.state.step - len(chunk.losses) + 1, chunk.state.epoch - len(ends) + 1
    measured: Sequence[tuple[float | None, float | None]] = chunk.validation or [(None, None)] * len(ends)
    rows = [
        EpochRow(first_epoch + place, first_step + end, mean, *found)
        for place, (end, mean, found) in enumerate(zip(ends.tolist(), means, measured, strict=True))
    ]
    return rows, Begun(float(loss_sums[-1]), int(samples[-1]))
