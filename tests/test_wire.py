"""What follows from the widgets' declarations is up to date, and replies are what they are declared to be."""

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, make_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest

from glassnet.base.errors import SettingError
from glassnet.widgets.explaining import ExplanationView
from glassnet.widgets.wire import Answer, Length, Limits, Reply, Request, Session, answers
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


def test_every_page_and_every_host_has_a_session() -> None:
    known = {widget.folder for widget in wire.widgets_found()}
    pages = {path.parent.name for path in (ROOT / "frontend/widgets").glob("*/index.ts")}
    hosts = {path.parent.name for path in (ROOT / "src/glassnet/widgets").glob("*/widget.py")}
    lacking = sorted((pages | hosts) - known - {"home"})  # what moves on the home page asks nothing
    assert not lacking, f"no session.py in Python for: {', '.join(lacking)}"


def test_every_widget_is_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    missing = [widget.name for widget in widget_list.widgets() if f"{widget.name}`" not in text]
    assert not missing, f"CHANGELOG.md does not mention {', '.join(missing)}"


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
    for sample in SAMPLES[widget.folder]:
        request = {name: value for name, value in sample.items() if name != "refused"}
        head, _ = session.handle({"id": 1, **request})
        if "refused" in sample:
            assert sample["refused"] in head["message"]
            continue
        assert head["kind"] != "error", f"{widget.folder}: {request}: {head['message']}"
        reply = session.handlers[request["kind"]].reply
        fields = {name: value for name, value in head.items() if name not in ("id", "kind")}
        assert to_json(read(reply, fields, f"{widget.folder}: {request}")) == fields
        json.dumps(head, allow_nan=False)


def test_an_explanation_is_what_it_is_declared_to_be() -> None:
    (widget,) = (widget for widget in wire.widgets_found() if widget.folder == "backpropagation")
    head, _ = made(widget).handle({"id": 1, "kind": "explain", "reference": "dense_1.d_weight[0, 0]"})
    assert to_json(read(ExplanationView, head["explanation"], "explanation")) == head["explanation"]


@dataclass(frozen=True)
class Tenth(Request):
    """Whole numbers whose limits have one end."""

    most: Annotated[int, Limits(maximum=10)] = 0
    more: Annotated[int, Limits(above=0)] = 1
    named: Mapping[str, int] = field(default_factory=dict)


class Echo(Session):
    """Answers that a request could be read."""

    @answers
    def _tenth(self, _asked: Tenth) -> Answer[Reply]:
        return Answer(Reply())


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"most": 10, "more": 1, "named": {"a": 1}}, None),
        ({"most": 11}, "most must be a whole number, from .* to 10; got 11"),
        ({"more": 0}, "more must be a whole number, from 1 to .*; got 0"),
        ({"named": {"a": "b"}}, "each of named must be a whole number"),
        ({"named": [1]}, "named must be an object"),
    ],
)
def test_limits_with_one_end_and_named_numbers_are_checked(fields: dict[str, Any], message: str | None) -> None:
    head, _ = Echo().handle({"id": 1, "kind": "tenth", **fields})
    assert head["kind"] == ("error" if message else "tenth"), head
    assert not message or re.match(message, head["message"])


@pytest.mark.parametrize(
    ("hint", "message"),
    [
        (list[float], "which no request is checked for"),
        (Mapping[int, int], "which no request is checked for"),
        (tuple[list[int], ...], "which no request is checked for"),
        (bytes | None, "which no request is checked for"),
        (Literal[1, 2], "which no request is checked for"),
        (Annotated[str, Limits(0, 1)], "says nothing about"),
        (Annotated[int, Length(0, 1)] | None, "says nothing about"),
        (Annotated[tuple[float, float], Length(2, 2)], "says nothing about"),
        (Annotated[int, Limits(0.1, 0.9)], "leaves no whole number"),
    ],
    ids=str,
)
def test_a_field_that_could_not_be_checked_is_refused_where_it_is_declared(hint: Any, message: str) -> None:
    request = make_dataclass("Odd", [("field", hint)], bases=(Request,), frozen=True)

    def odd(_session: Session, _asked: Any) -> Any: ...

    odd.__annotations__ = {"_asked": request, "return": Answer[Reply]}
    with pytest.raises(SettingError, match=f"^Odd.field.*{message}"):
        type("OddSession", (Session,), {"odd": answers(odd)})


def test_limits_that_leave_no_number_are_refused() -> None:
    for limits in ({"minimum": 2, "maximum": 1}, {"above": 1, "maximum": 1}):
        with pytest.raises(SettingError, match="leaves no number"):
            Limits(**limits)
