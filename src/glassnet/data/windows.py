"""Time series: windows of past values with the values that follow them."""

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, number, whole_number
from glassnet.base.errors import DataError, SettingError
from glassnet.data.dataset import Dataset
from glassnet.data.scaler import Scaler


@checked
def windows(
    series: Array,
    length: int,
    *,
    horizon: int = 1,
    name: str = "series",
    feature_names: tuple[str, ...] = (),
    scale: str | None = "standard",
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return every window of `length` values with the value `horizon` steps after its end.

    The parts follow each other in time, training first, and no training window reaches into a later part:
    shuffled windows would overlap, and the network would be tested on what it has seen.

    Arguments:
        series: values (time,) or (time, features).
        length: values in a window.
        horizon: how far ahead the target lies; 1 is the next value.
        name, feature_names: names of the data set and its features.
        scale: "standard", "min_max" or None, fitted to the training part; targets are scaled the same way.
        validation, test: fractions of the time span, taken from its end.

    Returns:
        x (windows, length, features), y (windows, features).

    >>> data = windows(np.arange(10.0), 3, scale=None, validation=0.3)
    >>> data.x[0, :, 0].tolist(), data.y[0].tolist(), data.validation.y[:, 0].tolist()
    ([0.0, 1.0, 2.0], [3.0], [7.0, 8.0, 9.0])
    """
    values = array_of_numbers("A series", series).astype(float)
    values = values[:, None] if values.ndim == 1 else values
    if values.ndim != 2:
        raise DataError(f"A series must have shape (time,) or (time, features); got {np.shape(series)}.")
    whole_number("length", length, minimum=1)
    whole_number("horizon", horizon, minimum=1)
    count = len(values) - length - horizon + 1
    if count < 1:
        raise DataError(
            f"A series of {len(values)} values is too short for a window of {length} with a target {horizon} after it; "
            f"it needs {length + horizon} values."
        )
    parts = _parts_in_time(len(values), length + horizon - 1, count, validation, test)
    seen = values[: int(parts["train"][-1]) + length + horizon]
    scaler = None if scale is None else Scaler.fitted(scale, seen)
    scaled = values if scaler is None else scaler.apply(values)
    x = np.lib.stride_tricks.sliding_window_view(scaled, length, axis=0).transpose(0, 2, 1)[:count]
    names = feature_names or tuple(f"value {number + 1}" for number in range(values.shape[1]))
    return Dataset(
        name,
        x.copy(),
        scaled[length + horizon - 1 :][:count],
        parts,
        names,
        (),
        {"windows": length, "horizon": horizon, "scaled": scale},
        scaler=scaler,
        target_scaler=scaler,
    )


def _parts_in_time(time: int, reach: int, count: int, validation: float, test: float) -> dict[str, Array]:
    """Return window numbers by part: a window belongs to the part that contains its target."""
    number("validation", validation, minimum=0, below=1)
    number("test", test, minimum=0, below=1)
    if validation + test >= 1:
        raise SettingError(f"validation + test must be below 1; got {validation + test:g}.")
    first, second = round(time * (1 - validation - test)), round(time * (1 - test))
    target = np.arange(count) + reach
    parts = {
        "train": np.flatnonzero(target < first),
        "validation": np.flatnonzero((target >= first) & (target < second)),
        "test": np.flatnonzero(target >= second),
    }
    if not len(parts["train"]):
        raise DataError("The training part contains no whole window; use shorter windows or hold out less.")
    return parts
