"""Everything registered is in the table, has a docstring that teaches, and survives JSON."""

import inspect
import json
import pkgutil
import re
from dataclasses import fields, is_dataclass
from importlib import import_module
from inspect import isfunction
from typing import Any

import pytest

import glassnet
from glassnet.base.registry import Kind
from glassnet.base.settings import from_json, to_json
from glassnet.train.catalogue import CATALOGUE, CLASSES

from .table import ELSEWHERE, ROWS, TABLE, Row

SAME_EVERYWHERE = ("weight_initializer", "bias_initializer", "recurrent_initializer", "body")
"""Tested for themselves: initialisers have rows of their own."""

THINGS = [
    (kind, thing) for kind, (_, rows) in TABLE.items() for row in rows for thing in row.settings if kind != "metric"
]
DIFFERENTIABLE = [row for kind in ("layer", "activation", "loss", "regularizer") for row in TABLE[kind][1]]
OTHERS = [row for kind in ("optimizer", "schedule", "clipping", "constraint", "metric") for row in TABLE[kind][1]]


def registries() -> dict[str, dict[str, type]]:
    """Find every registry of the mathematics: a dict NAME: {name: class or function} in a module of nn or optim."""
    found = {}
    for package in ("glassnet.nn", "glassnet.optim"):
        below = pkgutil.walk_packages(import_module(package).__path__, f"{package}.")
        for module in (package, *(info.name for info in below)):
            for name, value in vars(import_module(module)).items():
                if (
                    name.isupper()
                    and not name.startswith("_")
                    and isinstance(value, dict)
                    and value
                    and all(isinstance(item, type) or isfunction(item) for item in value.values())
                ):
                    found[name] = value
    return found


def test_every_registry_is_a_kind_of_the_catalogue_and_has_rows() -> None:
    known = [kind.things for kind in CATALOGUE.values()]
    assert len(known) >= 6
    missing = [name for name, registry in registries().items() if not any(registry is other for other in known)]
    assert not missing, f"add a line to CATALOGUE in train/catalogue.py for {missing}"
    assert CATALOGUE.keys() == ROWS.keys() | ELSEWHERE.keys(), "a kind without rows, or rows without a kind"


OF_CLASSES = [
    name for name, kind in CATALOGUE.items() if all(isinstance(thing, type) for thing in kind.things.values())
]


def of_this_kind(kind: Kind) -> set[type]:
    """Find every class in a kind's folder that can do what all registered ones can."""
    methods = set.intersection(*({name for name in dir(cls) if name[0] != "_"} for cls in kind.things.values()))
    package = import_module(next(iter(kind.things.values())).__module__.rpartition(".")[0])
    modules = [import_module(info.name) for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
    classes = [
        cls for module in modules for cls in vars(module).values() if getattr(cls, "__module__", "") == module.__name__
    ]
    return {cls for cls in classes if is_dataclass(cls) and isinstance(cls, type) and methods <= set(dir(cls))}


@pytest.mark.parametrize("name", OF_CLASSES)
def test_every_class_of_a_kind_is_registered(name: str) -> None:
    kind = CATALOGUE[name]
    assert of_this_kind(kind) >= set(kind.things.values())
    forgotten = {cls.__name__ for cls in of_this_kind(kind)} - {cls.__name__ for cls in kind.classes}
    assert not forgotten, f"the {name}s {forgotten} have a file but no line in their registry"


def test_no_two_classes_of_the_catalogue_have_one_name() -> None:
    assert len(CLASSES) == sum(len(kind.classes) for kind in CATALOGUE.values())


@pytest.mark.parametrize("kind", TABLE)
def test_everything_registered_has_a_row(kind: str) -> None:
    registry, rows = TABLE[kind]
    assert registry
    registered = {cls.__name__ for cls in registry.values()}
    assert registered - {row.kind.__name__ for row in rows} == set(), f"add a row for these to the {kind} rows"
    assert {row.kind.__name__ for row in rows} - registered == set(), "a row for what is not registered"


@pytest.mark.parametrize("row", [*DIFFERENTIABLE, *OTHERS], ids=lambda row: row.kind.__name__)
def test_everything_has_a_reference_or_a_reason_for_none(row: Row) -> None:
    assert len({type(thing) for thing in row.settings}) == 1, "one row, one class"
    assert row.torch is not None or len(row.exceptions["torch"]) > 20
    assert all(len(reason) > 20 for reason in row.exceptions.values())
    assert set(row.exceptions) <= {"gradient", "jax", "torch", "keras", "objects", "float32"}


@pytest.mark.parametrize("kind", [kind for kind in TABLE if kind not in ("metric", "initializer")])
def test_every_option_is_used_by_some_row(kind: str) -> None:
    """A setting that no row changes is untested."""
    unused = []
    for cls in {row.kind for row in TABLE[kind][1]}:
        things = [thing for row in TABLE[kind][1] if row.kind is cls for thing in row.settings]
        for option in fields(cls):
            values = {repr(getattr(thing, option.name)) for thing in things}
            if len(values) < 2 and option.name not in SAME_EVERYWHERE:
                unused.append(f"{cls.__name__}.{option.name} is always {values}")
    assert unused == []


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


@pytest.mark.parametrize(("kind", "thing"), [(kind, thing) for kind in CATALOGUE.values() for thing in kind.offered])
def test_everything_registered_is_offered_where_users_look(kind: Kind, thing: Any) -> None:
    package = glassnet if kind.offered_by == "gn" else getattr(glassnet, kind.offered_by.removeprefix("gn."))
    assert getattr(package, thing.__name__) is thing
    assert thing.__name__ in package.__all__
