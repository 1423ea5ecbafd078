"""Whatever is sent, there is a valid answer, and the session lives on."""

import json
import sys
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from glassnet.widgets.frames import pack, unpack
from glassnet.widgets.lab import LabSession, LabSpec
from glassnet.widgets.wire.reading import init_fields

from .asking import ask

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import wire

NUMBERS = st.one_of(st.integers(), st.floats(), st.sampled_from([0, -1, 1, 10**400, 1e308, 2**63, 0.1]))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, st.text(max_size=20))
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4))
WEIRD_SPECS = st.dictionaries(st.sampled_from(list(LabSpec().to_json())), JSON, max_size=4)


PLACES = st.integers(-200, 200).map(lambda place: f"{place / 100:g}")
OWN_POINTS = st.tuples(PLACES, PLACES, st.integers(0, 5).map(str)).map(",".join)


def possible(setting: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return the values that a setting accepts, by its declaration."""
    if setting["type"] == "choice":
        return st.sampled_from([choice["value"] for choice in setting["choices"]])
    if setting["type"] == "flag":
        return st.booleans()
    if setting["type"] == "names":
        names = st.sampled_from([choice["value"] for choice in setting["choices"]])
        return st.lists(names, min_size=setting["min_length"], max_size=setting["max_length"])
    if setting["type"] == "text":
        return st.lists(OWN_POINTS, min_size=2, max_size=9).map(";".join)
    if setting["type"] == "list" and not setting["whole"]:
        return st.lists(st.floats(setting["min"], setting["max"]), max_size=setting["max_length"])
    numbers = (st.floats if setting["type"] == "number" else st.integers)(setting["min"], setting["max"])
    return st.lists(numbers, max_size=setting["max_length"]) if setting["type"] == "list" else numbers


SPEC_VALUES = {name: possible(setting) for name, setting in (wire.settings_of(LabSpec) or {}).items()}
FEW_SAMPLES = st.integers(20, 60)  # more would only take longer
GOOD_SPECS = st.fixed_dictionaries({}, optional=SPEC_VALUES | {"samples": FEW_SAMPLES})
FIELD_VALUES: dict[str, Any] = {
    "size": st.integers(0, 9) | JSON,
    "name": st.text(max_size=9) | JSON,
    "begin": st.integers(0, 9) | JSON,
    "data": st.sampled_from(["", "Z2xh", "%"]) | JSON,
    "spec": GOOD_SPECS | WEIRD_SPECS | JSON,
    "view": st.fixed_dictionaries({}, optional={"map": st.integers(-1, 20), "units": st.integers(0, 8)}) | JSON,
    "steps": st.integers(0, 30) | JSON,
    "budget_ms": st.integers(0, 2) | JSON,
    "checkpoint": st.booleans() | JSON,
    "seed": st.integers() | JSON,
    "x": st.lists(NUMBERS, min_size=2, max_size=2) | JSON,
    "step": st.integers(-1, 40) | JSON,
    "track": st.sampled_from(["run", "branch_1", "branch_2", "distance"]) | JSON,
    "column": st.integers(-1, 4) | JSON,
    "unit": st.integers(-1, 5) | JSON,
    "source": st.integers(-1, 5) | JSON,
    "sample": st.integers(-1, 12) | JSON,
    "point": st.integers(-1, 70) | JSON,
    "value": st.floats(-3, 3) | JSON,
    "terms": st.integers(0, 20) | JSON,
    "reference": st.sampled_from(["loss.mean", "dense_1.z[0, 1]", "dense_1.weight[0, 1]", "distance.run/branch_1/all"])
    | JSON,
}


@st.composite
def nearly_right(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from(list(LabSession.handlers)))
    fields = {
        name: FIELD_VALUES[name] for name in (each.name for each in init_fields(LabSession.handlers[kind].request))
    }
    return {"id": draw(st.integers(0, 9)), "kind": kind} | draw(st.fixed_dictionaries({}, optional=fields))


@settings(max_examples=150, deadline=None)
@given(st.lists(nearly_right() | JSON, min_size=1, max_size=6))
@example([{"id": 1, "kind": "change", "spec": {"learning_rate": 10**400}}])
@example([{"id": 10**4000, "kind": "change", "spec": {"data": {}}}])
def test_any_requests(requests: list[Any]) -> None:
    session = LabSession(LabSpec(samples=20, hidden=(2,)))
    for request in requests:
        head, buffers = session.handle(request)
        assert head["kind"] in ("frame", "probe", "compare", "insides", "explained", "saved", "upload", "error")
        assert unpack(pack(head, buffers)) == (json.loads(json.dumps(head, allow_nan=False)), buffers)
        if head["kind"] == "frame":
            assert len(head["buffers"]) == len(buffers)
    assert ask(session, "open", view={"map": 2, "units": 2})["domain"] == [-2, 2]
    assert ask(session, "restart", seed=0)["step"] == 0
    assert session.checkpoint()


@settings(max_examples=100, deadline=None)
@given((st.text(max_size=200) | st.binary(max_size=200) | JSON).filter(lambda value: value is not None))
def test_any_checkpoint(text: Any) -> None:
    session = LabSession(LabSpec(samples=20, hidden=(2,)))
    head, _ = session.handle({"id": 1, "kind": "open", "checkpoint": text})
    assert head["kind"] == "error"


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_damage_to_a_checkpoint(data: st.DataObject) -> None:
    session = LabSession(LabSpec(samples=20, hidden=(2,)))
    text = session.checkpoint()
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + data.draw(st.text(max_size=3)) + text[place + 1 :]
    head, _ = session.handle({"id": 1, "kind": "open", "checkpoint": changed, "view": {"map": 2, "units": 2}})
    assert head["kind"] in ("frame", "error")
    assert ask(session, "pause")["kind"] == "frame"
