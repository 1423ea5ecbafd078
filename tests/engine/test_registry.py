"""Whatever is registered stands in the table, has a docstring that teaches, and goes through JSON and back."""

import inspect
import json
import pkgutil
import re
from importlib import import_module
from typing import Any

import pytest

import glassnet
from glassnet.base.settings import from_json, to_json

from .table import TABLE

THINGS = [(kind, thing) for kind, (_, rows) in TABLE.items() for row in rows for thing in row.settings]
CLASSES = {cls.__name__: cls for registry, _ in TABLE.values() for cls in registry.values()}


def registries() -> dict[str, dict[str, type]]:
    """Find every registry of the mathematics: a dict NAME: {name: class} in a module of nn or optim."""
    found = {}
    for package in ("glassnet.nn", "glassnet.optim"):
        below = pkgutil.walk_packages(import_module(package).__path__, f"{package}.")
        for module in (package, *(info.name for info in below)):
            for name, value in vars(import_module(module)).items():
                if (
                    name.isupper()
                    and isinstance(value, dict)
                    and all(isinstance(item, type) for item in value.values())
                ):
                    found[name] = value
    return found


def test_every_registry_is_in_the_table() -> None:
    known = [registry for registry, _ in TABLE.values()]
    assert len(known) >= 6
    missing = [name for name, registry in registries().items() if not any(registry is other for other in known)]
    assert not missing, f"add a line to TABLE in table.py for {missing}"


@pytest.mark.parametrize("kind", TABLE)
def test_everything_registered_has_one_row(kind: str) -> None:
    registry, rows = TABLE[kind]
    assert registry
    assert sorted(row.kind.__name__ for row in rows) == sorted(cls.__name__ for cls in registry.values())


@pytest.mark.parametrize(("kind", "thing"), THINGS, ids=repr)
def test_settings_go_through_json_and_back(kind: str, thing: Any) -> None:
    text = json.dumps(to_json(thing), allow_nan=False)
    assert from_json(json.loads(text), CLASSES) == thing


@pytest.mark.parametrize("cls", CLASSES.values(), ids=lambda cls: cls.__name__)
def test_docstring_has_a_formula_and_an_example_with_digits(cls: type) -> None:
    doc = inspect.getdoc(cls) or ""
    assert doc.splitlines()[0].strip(), "one line that says what it is"
    example = doc[doc.index(">>>") :]
    assert re.search(r"^[^>.].*\d", example, re.MULTILINE), "an example that prints digits"
    words = "\n".join(line for line in doc.splitlines() if not line.startswith((">>>", "...")))
    methods = [inspect.getdoc(member) or "" for _, member in inspect.getmembers(cls, inspect.isfunction)]
    assert re.search(r"[=←·Σ√±²/−]|Every value 0", "\n".join([words, *methods])), "a formula"


@pytest.mark.parametrize("cls", CLASSES.values(), ids=lambda cls: cls.__name__)
def test_everything_registered_is_exported(cls: type) -> None:
    assert getattr(glassnet, cls.__name__) is cls
    assert cls.__name__ in glassnet.__all__
