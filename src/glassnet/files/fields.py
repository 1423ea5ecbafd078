"""The fields of a run file's header: each is of its type, or one line says which isn't."""

from collections.abc import Mapping
from typing import Any, TypeVar

from glassnet.base.arrays import Array
from glassnet.base.checks import number, true_or_false, whole_number

Kind = TypeVar("Kind")

NOTHING = object()


def field(header: Mapping[str, Any], name: str, kind: type[Kind], default: Any = NOTHING) -> Kind:
    """Return a field of that type; `default`, if there is one, where it is missing.

    >>> field({"results": []}, "results", dict)
    Traceback (most recent call last):
    TypeError: results must be a dict, not []
    """
    value = header[name] if default is NOTHING else header.get(name, default)
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be a {kind.__name__}, not {value!r}")
    return value


def texts(header: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return a list of texts, none where it is missing."""
    values = field(header, name, list, [])
    if not all(isinstance(value, str) for value in values):
        raise TypeError(f"{name} must be texts, not {values!r}")
    return tuple(values)


def counts(header: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, int]:
    """Return whole numbers from 0 up by name; each must be there, and nothing else."""
    if set(header) != set(names):
        raise ValueError(f"{', '.join(names)} were expected, not {', '.join(map(str, header))}")
    return {name: whole_number(name, header[name], minimum=0, maximum=2**53) for name in names}


def optional_number(name: str, value: Any) -> float | None:
    """Return a number, which may be infinite or NaN as a text, or None."""
    if value is None:
        return None
    if isinstance(value, str) and value in ("inf", "-inf", "nan"):
        return float(value)
    return number(name, value)


def row_of_numbers(arrays: Mapping[str, Array], name: str, kinds: str) -> list[Any]:
    """Return a stored row of numbers as a list; `kinds` are NumPy's letters for the types that it may have."""
    values = arrays[name]
    if values.ndim != 1 or values.dtype.kind not in kinds:
        raise ValueError(f"{name} must be a row of numbers, not {values.dtype} of shape {values.shape}")
    return list(values.tolist())


def epoch_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a row of the history, checked."""
    checked: dict[str, Any] = counts({name: row[name] for name in ("epoch", "step")}, ("epoch", "step"))
    for name, value in row.items():
        if name == "validation_metrics":
            metrics = field(row, name, dict)
            checked[name] = {str(key): optional_number(f"{name} {key}", each) for key, each in metrics.items()}
        elif name == "weighted":
            checked[name] = true_or_false(name, value)
        elif name not in checked:
            checked[name] = optional_number(name, value)
    return checked
