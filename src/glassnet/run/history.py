"""What training looked like: the loss of every step, and a row for every epoch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")


class Thinned(Generic[Item]):
    """Items by number that never take more than a fixed number of places.

    When all places are taken, every second item is dropped and from then on only every second one is kept.

    >>> losses = Thinned(capacity=4)
    >>> for step in range(8):
    ...     losses.append(step, step / 10)
    >>> losses.numbers, losses.items
    ([0, 2, 4, 6], [0.0, 0.2, 0.4, 0.6])
    """

    def __init__(self, capacity: int = 2**16) -> None:
        self._capacity = capacity
        self._stride = 1
        self.numbers: list[int] = []
        self.items: list[Item] = []
        self.last: Any = None  # the newest item, also when it has no place

    def append(self, number: int, item: Item) -> None:
        """Add one item; it is kept when its number is a multiple of the present stride."""
        self.last = item
        if number % self._stride:
            return
        if len(self.numbers) == self._capacity:
            self._stride *= 2
            kept = [place for place, known in enumerate(self.numbers) if known % self._stride == 0]
            self.numbers = [self.numbers[place] for place in kept]
            self.items = [self.items[place] for place in kept]
            self.append(number, item)
            return
        self.numbers.append(number)
        self.items.append(item)

    def extend(self, first: int, items: Sequence[Item]) -> None:
        """Add items numbered first, first + 1, …: the same as so many times `append`.

        >>> losses = Thinned(capacity=4)
        >>> losses.extend(0, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5])
        >>> losses.numbers, losses.items, losses.last
        ([0, 2, 4], [0.0, 0.2, 0.4], 0.5)
        """
        if len(self.numbers) + len(items) > self._capacity:
            for number, item in enumerate(items, start=first):
                self.append(number, item)
            return
        start = -first % self._stride
        self.numbers.extend(range(first + start, first + len(items), self._stride))
        self.items.extend(items[start :: self._stride])
        self.last = items[-1] if len(items) else self.last

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class EpochRow:
    """One pass over the training data: means over its batches, and the validation part afterwards.

    Arguments:
        epoch: passes completed.
        step: updates made by then.
        loss: mean training loss over the epoch's samples, each taken before its batch's update, without penalty.
        validation_loss, validation_accuracy: after the epoch; None where nothing is held out or nothing has classes.
    """

    epoch: int
    step: int
    loss: float
    validation_loss: float | None = None
    validation_accuracy: float | None = None


@dataclass
class History:
    """The loss of every step and a row for every epoch; both are thinned when they grow very long.

    Arguments:
        step_loss, epochs: by number of the step, and of the epoch.
        gradient_norm: the length of all gradients together, √Σ g², at each compiled step (with penalties, before
            clipping); empty where training is eager.
        loss_sum, samples: of the epoch that has begun and not ended: Σ loss · samples, and samples seen.

    >>> history = History()
    >>> history.epochs.append(1, EpochRow(1, 10, 0.5))
    >>> history.column("loss")
    [0.5]
    """

    step_loss: Thinned[float] = field(default_factory=Thinned)
    epochs: Thinned[EpochRow] = field(default_factory=Thinned)
    gradient_norm: Thinned[float] = field(default_factory=Thinned)
    loss_sum: float = 0.0
    samples: int = 0

    def column(self, name: str) -> list[float | None]:
        """Return one column of the epoch table, such as "loss" or "validation_accuracy"."""
        return [getattr(row, name) for row in self.epochs]
