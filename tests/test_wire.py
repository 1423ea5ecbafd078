"""What follows from the widgets' declarations is up to date, and replies are what they are declared to be."""

import json
import sys
from pathlib import Path

import pytest

from glassnet.widgets.explaining import ExplanationView
from glassnet.widgets.wire import Session
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import to_json

from .wire_samples import GIVEN, SAMPLES

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import widget_list
import wire

ROOT = Path(__file__).parents[1]


EACH_WIDGET = pytest.mark.parametrize("widget", wire.widgets_found(), ids=lambda widget: widget.folder)
GENERATED = wire.written() | widget_list.written()


@pytest.mark.parametrize("path", sorted(GENERATED), ids=lambda path: path.name)
def test_each_generated_file_is_what_the_declarations_make(path: Path) -> None:
    made, name = GENERATED[path], path.relative_to(ROOT)
    assert path.exists(), f"{name} is missing: `make generate`, and commit what it wrote"
    assert path.read_text("utf-8") == made, f"{name} is stale: `make generate`, and commit what it wrote"


def test_no_widget_that_is_gone_has_left_its_types() -> None:
    left = sorted(path.name for path in wire.unwanted())
    assert not left, f"frontend/wire: {', '.join(left)} belongs to no widget: `make generate`"


@EACH_WIDGET
def test_a_widget_has_the_same_folder_on_both_sides(widget: wire.Widget) -> None:
    page = ROOT / "frontend/widgets" / widget.folder / "index.ts"
    assert page.exists(), f"{widget.package} has no page: write {page.relative_to(ROOT)}"


@EACH_WIDGET
def test_a_widget_has_a_host_and_a_test(widget: wire.Widget) -> None:
    folder = ROOT / "src" / Path(*widget.package.split("."))
    assert any((folder / name).exists() for name in ("widget.py", "card.py")), f"{widget.package} has no widget.py"
    tests = ((ROOT / "tests" / room).rglob("test_*.py") for room in ("widgets", "lessons"))
    name = widget.session.__name__
    assert any(name in file.read_text("utf-8") for files in tests for file in files), f"no test knows {name}"


def made(widget: wire.Widget) -> Session:
    """Return a session of a widget."""
    return GIVEN.get(widget.folder, lambda session: session())(widget.session)


@EACH_WIDGET
def test_every_kind_of_request_has_a_sample(widget: wire.Widget) -> None:
    asked = {request["kind"] for request in SAMPLES.get(widget.folder, [])}
    assert asked == set(widget.session.handlers), f"tests/wire_samples.py: {widget.folder} needs a sample of each kind"


@EACH_WIDGET
def test_every_reply_is_what_it_is_declared_to_be(widget: wire.Widget) -> None:
    session = made(widget)
    for request in SAMPLES[widget.folder]:
        head, _ = session.handle({"id": 1, **request})
        assert head["kind"] != "error", f"{widget.folder}: {request}: {head['message']}"
        reply = session.handlers[request["kind"]].reply
        fields = {name: value for name, value in head.items() if name not in ("id", "kind")}
        assert to_json(read(reply, fields, f"{widget.folder}: {request}")) == fields
        json.dumps(head, allow_nan=False)


def test_an_explanation_is_what_it_is_declared_to_be() -> None:
    (widget,) = (widget for widget in wire.widgets_found() if widget.folder == "backpropagation")
    head, _ = made(widget).handle({"id": 1, "kind": "explain", "reference": "dense_1.d_weight[0, 0]"})
    assert to_json(read(ExplanationView, head["explanation"], "explanation")) == head["explanation"]
