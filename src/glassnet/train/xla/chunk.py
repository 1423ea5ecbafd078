"""A chunk: the steps made in one call, with its inputs and outputs."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.train.evaluate import Evaluation
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState


class Chunk(NamedTuple):
    """The results of a number of compiled steps.

    Arguments:
        losses, gradient_norms: of each step, before its update; the norm is that of all gradients together, with
            penalties, before clipping. Shape (steps,).
        samples: how many training samples each step used, shape (steps,).
        ends: positions (in these arrays) of steps that ended an epoch.
        validation: the evaluation at each of them; empty without a validation part.
        state: the state of training afterwards, in read-only NumPy arrays.
        indices: which training samples the last step used.
    """

    losses: Array
    gradient_norms: Array
    samples: Array
    ends: Array
    validation: Sequence[Evaluation]
    state: TrainingState
    indices: Array


class Layout(NamedTuple):
    """The sizes that a program is compiled for.

    Arguments:
        steps: maximum number of steps in one call.
        samples: number of training samples.
        size: samples per step; `tail` in the last step of an epoch, 0 if that is like the others.
        segments: maximum number of stretches in one call, each up to the end of an epoch.
        streamed: whether the batches themselves are passed rather than their sample numbers.
        whole: whether every step uses all samples, so that their order doesn't matter and none are selected.
    """

    steps: int
    samples: int
    size: int
    tail: int
    segments: int
    streamed: bool
    whole: bool = False

    @property
    def per_epoch(self) -> int:
        """Steps in an epoch."""
        return -(-self.samples // self.size)

    @property
    def cut(self) -> bool:
        """Whether something happens at the end of an epoch: a smaller step, or an evaluation."""
        return self.segments > 1


def layout_of(plan: Plan, *, steps: int, streamed: bool) -> Layout:
    """Return the layout of a plan's program."""
    samples = len(plan.samples["train"].x)
    size = min(plan.recipe.samples_per_step, samples)
    tail = samples % size
    per_epoch = -(-samples // size)
    cut = bool(tail) or bool(len(plan.samples["validation"].x))
    whole = plan.recipe.batch_size >= samples and not streamed
    return Layout(steps, samples, size, tail, steps // per_epoch + 2 if cut else 1, streamed, whole)


class Course(NamedTuple):
    """How a chunk runs through the epochs.

    Arguments:
        segments: for each stretch: its first full step, the one after its last, whether a smaller step follows,
            whether the epoch ends there. Shape (segments, 4), unused rows 0.
        samples: number of samples that each step uses, shape (steps,).
        ends: positions of the steps that end an epoch.
        place: the epoch and the offset in it where the chunk ends.
    """

    segments: Array
    samples: Array
    ends: Array
    place: tuple[int, int]


def course(layout: Layout, state: TrainingState, count: int) -> Course:
    """Return the course of the next `count` steps; the state is at the start of an epoch, or full steps after it.

    >>> begin = TrainingState(0, 0, 0, {}, {}, {})
    >>> way = course(Layout(steps=8, samples=10, size=4, tail=2, segments=4, streamed=False), begin, 4)
    >>> way.segments.tolist()
    [[0, 2, 1, 1], [3, 4, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    >>> way.samples.tolist(), way.ends.tolist(), way.place
    ([4, 4, 2, 4], [2], (1, 4))
    """
    first = state.offset // layout.size
    numbers = np.arange(first, first + count)
    in_epoch = numbers % layout.per_epoch
    is_last = in_epoch == layout.per_epoch - 1
    samples = np.full(count, layout.size)
    if layout.tail:
        samples[is_last] = layout.tail
    ends = np.flatnonzero(is_last)
    segments = np.zeros((layout.segments, 4), np.int32)
    if layout.cut:
        begins = np.concatenate([[0], ends + 1])
        stops = np.concatenate([ends + 1, [count]])
        stretch = np.stack([begins, stops, np.zeros_like(begins), np.zeros_like(begins)], axis=1)
        stretch[: len(ends), 3] = 1
        if layout.tail:
            stretch[: len(ends), 1] -= 1
            stretch[: len(ends), 2] = 1
        segments[: len(stretch)] = stretch
    else:
        segments[0, 1] = count
    epochs, left = divmod(first + count, layout.per_epoch)
    return Course(segments, samples, ends, (state.epoch + epochs, left * layout.size))


class Inputs(NamedTuple):
    """Inputs of the program besides the state and the data.

    Arguments:
        segments: as in `Course`.
        rates: the learning rate of each step, shape (steps,).
        first: the number of the first step.
        rows: sample numbers of each step, shape (steps, size); empty (0,) if all samples are used.
        batches: the batches themselves (x, target, weights), each (steps, size, …), if they are streamed.
        key: JAX's key for random numbers in the steps.
    """

    segments: Array
    rates: Array
    first: Any
    rows: Any
    batches: Any
    key: Any
