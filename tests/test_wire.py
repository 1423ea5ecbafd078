"""What follows from the widgets' declarations is up to date, and replies are what they are declared to be."""

import inspect
import json
import sys
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any

import pytest

from glassnet.widgets.explaining import ExplanationView
from glassnet.widgets.wire import Session
from glassnet.widgets.wire.reading import init_fields, read
from glassnet.widgets.wire.writing import to_json

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import widget_list
import wire

ROOT = Path(__file__).parents[1]


GENERATED = wire.written() | widget_list.written()


@pytest.mark.parametrize("path", sorted(GENERATED), ids=lambda path: path.name)
def test_each_generated_file_is_what_the_declarations_make(path: Path) -> None:
    made, name = GENERATED[path], path.relative_to(ROOT)
    assert path.exists(), f"{name} is missing: `make generate`, and commit what it wrote"
    assert path.read_text("utf-8") == made, f"{name} is stale: `make generate`, and commit what it wrote"


def test_no_widget_that_is_gone_has_left_its_types() -> None:
    left = sorted(path.name for path in wire.unwanted())
    assert not left, f"frontend/wire: {', '.join(left)} belongs to no widget: `make generate`"


@pytest.mark.parametrize("widget", wire.widgets_found(), ids=lambda widget: widget.folder)
def test_a_widget_has_the_same_folder_on_both_sides(widget: wire.Widget) -> None:
    page = ROOT / "frontend/widgets" / widget.folder / "index.ts"
    assert page.exists(), f"{widget.package} has no page: write {page.relative_to(ROOT)}"


@pytest.mark.parametrize("widget", wire.widgets_found(), ids=lambda widget: widget.folder)
def test_a_widget_has_a_host_and_a_test(widget: wire.Widget) -> None:
    folder = ROOT / "src" / Path(*widget.package.split("."))
    assert any((folder / name).exists() for name in ("widget.py", "card.py")), f"{widget.package} has no widget.py"
    tests = ((ROOT / "tests" / room).rglob("test_*.py") for room in ("widgets", "lessons"))
    name = widget.session.__name__
    assert any(name in file.read_text("utf-8") for files in tests for file in files), f"no test knows {name}"


SAMPLES: list[tuple[str, dict[str, Any]]] = [
    ("lab", {"kind": "advance", "steps": 3, "checkpoint": True}),
    ("lab", {"kind": "probe", "x": [0, 1]}),
    ("loss_explorer", {"kind": "ball", "model": "line_squared", "at": [0, 1]}),
    ("loss_explorer", {"kind": "fit", "points": [[0, 1], [1, 2], [2, 2]]}),
    ("descent_playground", {"kind": "batches", "rate": 0.1, "epochs": 1}),
    ("custom_loss", {"kind": "read", "formula": "log(p)", "task": "line"}),
    ("backpropagation", {"kind": "open", "example": "age_income", "step": 2, "sample": 0}),
    ("backpropagation", {"kind": "explain", "reference": "dense_1.d_weight[0, 0]"}),
    ("backpropagation", {"kind": "graph", "sample": 0}),
    ("training_monitor", {"kind": "advance", "steps": 3}),
    ("training_monitor", {"kind": "explain", "reference": "loss.mean", "step": 0}),
    ("text_to_vectors", {"kind": "count", "text": "a b. b c.", "encoding": "counts"}),
    ("sound_to_waveform", {"kind": "wave", "sound": "tone"}),
    ("image_to_numbers", {"kind": "draw", "points": [], "size": 4, "colour": "rgb", "scale": "raw"}),
]


def is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def sessions() -> dict[str, Session]:
    """One session of every widget that needs nothing to begin with."""
    found = {}
    for widget in wire.widgets_found():
        needed = [p for p in inspect.signature(widget.session).parameters.values() if p.default is p.empty]
        if not needed:
            found[widget.folder] = widget.session()
    return found


def test_every_reply_is_what_it_is_declared_to_be() -> None:
    known = sessions()
    bare: list[tuple[str, dict[str, Any]]] = [
        (folder, {"kind": kind})
        for folder, session in known.items()
        for kind, handler in session.handlers.items()
        if kind != "undo" and not any(is_needed(field) for field in init_fields(handler.request))
    ]
    for folder, request in [*bare, *SAMPLES]:
        head, _ = known[folder].handle({"id": 1, **request})
        if head["kind"] == "error" and (folder, request) in bare:
            continue  # a request whose fields may all be left out, though not all at once
        reply = known[folder].handlers[request["kind"]].reply
        fields = {name: value for name, value in head.items() if name not in ("id", "kind")}
        assert to_json(read(reply, fields, f"{folder}: {request}")) == fields
        json.dumps(head, allow_nan=False)


def test_an_explanation_is_what_it_is_declared_to_be() -> None:
    session = sessions()["backpropagation"]
    head, _ = session.handle({"id": 1, "kind": "explain", "reference": "dense_1.d_weight[0, 0]"})
    assert to_json(read(ExplanationView, head["explanation"], "explanation")) == head["explanation"]
