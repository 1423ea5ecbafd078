"""The history of training: the loss of every step, and a row for every epoch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from glassnet.base.errors import DataError
from glassnet.base.hinted import NamedAttributes
from glassnet.base.registry import look_up
from glassnet.figures.faces.face import face
from glassnet.figures.faces.loss_history import loss_history
from glassnet.figures.faces.table import table
from glassnet.figures.still import Still

Item = TypeVar("Item")


class Thinned(Generic[Item]):
    """Numbered items in a store of limited capacity.

    When the store is full, every second item is dropped, and from then on only every second one is kept.

    >>> losses = Thinned(capacity=4)
    >>> for step in range(8):
    ...     losses.append(step, step / 10)
    >>> losses.numbers, losses.items
    ([0, 2, 4, 6], [0.0, 0.2, 0.4, 0.6])
    """

    def __init__(self, capacity: int = 2**16) -> None:
        self._capacity = capacity
        self._stride = 1
        self._numbers: list[int] = []
        self._items: list[Item] = []
        self._waiting: list[tuple[int, Sequence[Item]]] = []  # added but not yet processed
        self._last: Sequence[Any] = (None,)  # ends in the newest item, even if that is not kept

    @property
    def numbers(self) -> list[int]:
        """The numbers of the items that are kept."""
        self._process_waiting()
        return self._numbers

    @property
    def items(self) -> list[Item]:
        """The items that are kept."""
        self._process_waiting()
        return self._items

    @property
    def last(self) -> Any:
        """The newest item, even if it is not kept; None before the first."""
        return self._last[-1]

    def append(self, number: int, item: Item) -> None:
        """Add one item; it is kept if its number is a multiple of the current stride."""
        self._process_waiting()
        self._last = (item,)
        self._add(number, item)

    def extend(self, first: int, items: Sequence[Item]) -> None:
        """Add items numbered first, first + 1, …: the same as calling `append` for each.

        They are processed when the items are read, so that a long sequence costs nothing until then.

        >>> losses = Thinned(capacity=4)
        >>> losses.extend(0, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5])
        >>> losses.numbers, losses.items, losses.last
        ([0, 2, 4], [0.0, 0.2, 0.4], 0.5)
        """
        if len(items):
            self._waiting.append((first, items))
            self._last = items

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def _process_waiting(self) -> None:
        while self._waiting:
            first, items = self._waiting.pop(0)
            for place in range(len(items)):
                if (first + place) % self._stride == 0:
                    self._add(first + place, items[place])

    def _add(self, number: int, item: Item) -> None:
        if number % self._stride:
            return
        if len(self._numbers) == self._capacity:
            self._stride *= 2
            kept = [place for place, known in enumerate(self._numbers) if known % self._stride == 0]
            self._numbers = [self._numbers[place] for place in kept]
            self._items = [self._items[place] for place in kept]
            self._add(number, item)
            return
        self._numbers.append(number)
        self._items.append(item)


NO_COLUMNS = ("validation_metrics", "weighted")
"""What a row says of an epoch beside its columns of numbers."""


@dataclass(frozen=True)
class EpochRow:
    """One pass over the training data: mean loss over its batches, and results on the validation part afterwards.

    Arguments:
        epoch: passes completed.
        step: number of updates made so far.
        loss: mean training loss over the epoch's samples, each measured before its batch's update, without penalty.
        validation_loss, validation_accuracy: after the epoch; None without held-out samples, or without classes.
        validation_metrics: the recipe's metrics after the epoch, by name; None for one that is undefined.
        weighted: whether class or sample weights count in `loss`; in what is measured on the validation part none do.
    """

    epoch: int
    step: int
    loss: float
    validation_loss: float | None = None
    validation_accuracy: float | None = None
    validation_metrics: Mapping[str, float | None] = field(default_factory=dict)
    weighted: bool = False

    def value(self, name: str) -> float | None:
        """Return a column's value: "loss", "validation_loss", "validation_accuracy" or "validation_" and a metric.

        Raises:
            UnknownNameError: there is no such column.

        >>> EpochRow(1, 10, 0.5, 0.6, 0.9, {"f1": 0.8}).value("validation_f1")
        0.8
        """
        known = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in NO_COLUMNS}
        return look_up("column", name, known | {f"validation_{key}": v for key, v in self.validation_metrics.items()})


@dataclass(repr=False)
class History(NamedAttributes):
    """The loss of every step and a row for every epoch; both are thinned out when they grow very long.

    Arguments:
        step_loss, epochs: by the number of the step, and of the epoch; `step_loss` is the loss that training minimises,
            with class and sample weights where there are any (`EpochRow.weighted`), without penalty.
        gradient_norm: the norm of all gradients together, √Σ g², at each compiled step (with penalties, before
            clipping); empty for eager training.
        loss_sum, samples: for the unfinished epoch: Σ loss · samples, and samples seen.

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

    def __getitem__(self, name: str | int | slice) -> Any:
        """Return a column by name, an epoch's row by its place, or several rows.

        >>> history = History()
        >>> for epoch in (1, 2, 3):
        ...     history.epochs.append(epoch, EpochRow(epoch, 10 * epoch, 1.0 / epoch))
        >>> history["loss"], history[-1].step, len(history[1:])
        ([1.0, 0.5, 0.3333333333333333], 30, 2)
        """
        return self.column(name) if isinstance(name, str) else list(self.epochs)[name]

    def plot(self, *names: str) -> Still:
        """Return a chart of columns over the epochs: the losses, or those named.

        Raises:
            DataError: fewer than two epochs are complete.
        """
        wanted = names or ("loss", "validation_loss")
        figure = loss_history({name: self.column(name) for name in wanted}, up=" and ".join(names) or "loss")
        if figure is None:
            raise DataError(f"A plot needs two epochs with values; this history has {len(self.epochs)}.")
        return figure

    def to_pandas(self) -> Any:
        """Return the epochs as a pandas frame, one row for each."""
        import pandas as pd  # half a second to import, and only tables need it

        rows = [
            {field.name: getattr(row, field.name) for field in fields(row) if field.name not in NO_COLUMNS}
            | {f"validation_{name}": value for name, value in row.validation_metrics.items()}
            for row in self.epochs
        ]
        return pd.DataFrame(rows).set_index("epoch") if rows else pd.DataFrame()

    def __repr__(self) -> str:
        last = self.epochs.last
        now = "" if last is None else f", loss {last.loss:.4g}"
        return f"<History: {len(self.epochs)} epochs, {len(self.step_loss)} steps{now}>"

    def _repr_html_(self) -> str:
        names = ["epoch", "step", "loss", "validation_loss", "validation_accuracy"]
        rows = [
            ["–" if (value := getattr(row, name)) is None else f"{value:.4g}" for name in names]
            for row in list(self.epochs)[-5:]
        ]
        columns = {name: self.column(name) for name in ("loss", "validation_loss") if len(self.epochs)}
        shown = table([name.replace("_", " ") for name in names], rows) if rows else ""
        return face(f"{len(self.epochs)} epochs", {}, loss_history(columns) or "", shown)

    def column(self, name: str) -> list[float | None]:
        """Return one column of the epoch table, such as "loss", "validation_accuracy" or "validation_f1"."""
        metric = name.removeprefix("validation_")
        if any(metric in row.validation_metrics for row in self.epochs):  # measured in some epochs, perhaps not in all
            return [row.validation_metrics.get(metric) for row in self.epochs]
        return [row.value(name) for row in self.epochs]
