import base64
import json

import numpy as np
import pytest

from glassnet.widgets.lab import LabSession, LabSpec
from glassnet.widgets.lab.spec import MAX_LAYERS, MAX_UNITS

from .asking import ask, refusal

SPECS = [LabSpec(), LabSpec(data="spiral", hidden=(8, 8, 8, 8), batch_size=7, seed=5), LabSpec(hidden=(), samples=20)]


@pytest.mark.parametrize("spec", SPECS, ids=["usual", "largest", "smallest"])
def test_a_session_goes_on_from_a_checkpoint_to_the_same_bits(spec):
    stayed, came_back = LabSession(spec), LabSession()
    text = ask(stayed, "advance", steps=33, checkpoint=True)["checkpoint"]
    opened = ask(came_back, "open", checkpoint=text)
    assert (opened["step"], opened["spec"]) == (33, spec.to_json())
    expected, got = (ask(session, "advance", steps=60) for session in (stayed, came_back))
    assert got == expected


def test_a_checkpoint_is_short():
    texts = [LabSession(spec).checkpoint() for spec in SPECS]
    assert all(len(text) < 2_000 for text in texts)


def test_settings_given_with_a_checkpoint_are_a_change():
    session = LabSession()
    text = ask(session, "advance", steps=10, checkpoint=True)["checkpoint"]
    changed = ask(session, "change", spec={"hidden": [4, 5]})
    opened = ask(LabSession(), "open", checkpoint=text, spec={"hidden": [4, 5]})
    assert opened["bytes"]["weights"] == changed["bytes"]["weights"]


def test_a_checkpoint_comes_only_when_asked_for():
    assert "checkpoint" not in ask(LabSession(), "advance", steps=1)
    for kind in ({"kind": "restart"}, {"kind": "change", "spec": {}}, {"kind": "pause"}):
        assert "checkpoint" in ask(LabSession(), **kind, checkpoint=True)


def damaged(**changes):
    content = json.loads(LabSession().checkpoint())
    return json.dumps({**content, **changes})


def numbers(values):
    return base64.b64encode(np.asarray(values, "<f4").tobytes()).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (3, "must be text"),
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 10_000, "not JSON"),
        ("x" * 20_000, "at most 16384"),
        ("[]", "not of format 1"),
        (damaged(format=2), "not of format 1"),
        (damaged(spec=None), "spec must be an object"),
        (damaged(spec={"hidden": [10**6]}), "from 1 to 8"),
        (damaged(place=[1, 2]), "place must be"),
        (damaged(place=[-1, 0, 0]), "step must be"),
        (damaged(place=[1, 0, 1e300]), "offset must be"),
        (damaged(place=[10**30, 0, 0]), "step must be"),
        (damaged(params=None), "cannot be read"),
        (damaged(params="%%%"), "cannot be read"),
        (damaged(params="AAA="), "cannot be read"),
        (damaged(params=numbers(np.zeros(36))), "37 parameters"),
        (damaged(params=numbers(np.full(37, np.nan))), "0 of them finite"),
    ],
)
def test_a_damaged_checkpoint_is_refused(text, words):
    session = LabSession()
    before = session.checkpoint()
    assert words in refusal(session, {"id": 1, "kind": "open", "checkpoint": text})
    assert session.checkpoint() == before


def test_the_largest_numbers_do_no_harm():
    session = LabSession()
    frame = ask(session, "open", checkpoint=damaged(params=numbers(np.full(37, 3e38)), place=[10**12, 10**12, 1000]))
    assert frame["step"] == 10**12
    json.dumps(frame | {"bytes": None}, allow_nan=False)
    json.dumps(ask(session, "advance", steps=3) | {"bytes": None}, allow_nan=False)
    assert ask(session, "probe", x=[1e6, 1e6])["activations"]


def test_a_checkpoint_of_the_largest_network_is_as_small_as_documented() -> None:
    session = LabSession(LabSpec(hidden=(MAX_UNITS,) * MAX_LAYERS))
    session.handle({"id": 1, "kind": "advance", "steps": 500})
    assert 1000 < len(session.checkpoint()) < 2000  # docs/lab-protocol.md
