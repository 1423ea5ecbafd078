import base64
import json
import re
import zlib
from typing import Any

import numpy as np
import pytest

from glassnet.widgets.lab import LabSession, LabSpec
from glassnet.widgets.lab.data_sets import FEATURES
from glassnet.widgets.lab.spec import MAX_LAYERS, MAX_UNITS

from .asking import ask, refusal

SPECS = [LabSpec(), LabSpec(data="spiral", hidden=(8, 8, 8, 8), batch_size=7, seed=5), LabSpec(hidden=(), samples=20)]
REMEMBERING = [
    LabSpec(rule="adam", learning_rate=0.01, hidden=(3,), normalisations=("batch",), dropouts=(0.2,), samples=40),
    LabSpec(rule="nadam", data="blobs", samples=40, schedule="reduce_on_plateau"),
    LabSpec(rule="sgd", momentum=0.9, data="own", features=("x1", "x1x2")),
    LabSpec(rule="amsgrad", data="curve", samples=40, clipping="global_norm"),
]


@pytest.mark.parametrize("spec", SPECS + REMEMBERING, ids=lambda spec: f"{spec.data}-{len(spec.hidden)}-{spec.rule}")
def test_a_session_goes_on_from_a_checkpoint_to_the_same_bits(spec):
    stayed, came_back = LabSession(spec), LabSession()
    text = ask(stayed, "advance", steps=33, checkpoint=True)["checkpoint"]
    opened = ask(came_back, "open", checkpoint=text)
    assert (opened["step"], opened["spec"]) == (33, spec.to_json())
    expected, got = (ask(session, "advance", steps=60) for session in (stayed, came_back))
    assert got == expected | {"first": 33}  # what was before the checkpoint is not in it


def test_a_checkpoint_is_short():
    texts = [LabSession(spec).checkpoint() for spec in SPECS]
    assert all(len(text) < 3_000 for text in texts)
    assert len(texts[0]) < 1_000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", text) for text in texts)  # it may stand in a link


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


def packed(text):
    return base64.urlsafe_b64encode(zlib.compress(text.encode())).decode().rstrip("=")


def damaged(**changes):
    text = LabSession().checkpoint()
    content = json.loads(zlib.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))
    return packed(json.dumps({**content, **changes}))


def numbers(values):
    return base64.b64encode(np.asarray(values, "<f4").tobytes()).decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (3, "must be text"),
        ("", "can't be unpacked"),
        ("{", "can't be unpacked"),
        (packed("{"), "can't be unpacked"),
        (packed("[" * 10_000), "can't be unpacked"),
        (packed(" " * 10**7 + "[]"), "can't be unpacked"),
        (LabSession().checkpoint()[:-9], "can't be unpacked"),
        ("x" * 70_000, "at most 60000"),
        (packed("[]"), "not of format 2"),
        (damaged(format=1), "not of format 2"),
        (damaged(watched=3), "watched must be"),
        (damaged(watched=["x"]), "losses must be"),
        (damaged(spec=None), "spec must be an object"),
        (damaged(spec={"hidden": [10**6]}), "from 1 to 16"),
        (damaged(place=[1, 2]), "place must be"),
        (damaged(place=[-1, 0, 0]), "step must be"),
        (damaged(place=[1, 0, 1e300]), "offset must be"),
        (damaged(place=[10**30, 0, 0]), "step must be"),
        (damaged(params=None), "can't be read"),
        (damaged(params="%%%"), "can't be read"),
        (damaged(params="AAA="), "got 2"),
        (damaged(params=numbers(np.zeros(36))), "148 bytes of params"),
        (damaged(params=numbers(np.full(37, np.nan))), "not all of its params are finite"),
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


def test_a_checkpoint_of_the_largest_network_fits_into_a_request() -> None:
    layers: dict[str, Any] = {"normalisations": ("batch",) * MAX_LAYERS, "hidden": (MAX_UNITS,) * MAX_LAYERS}
    points = ";".join(f"{x / 100:.2f},{-x / 150:.2f},{x % 6}" for x in range(-200, 200))
    session = LabSession(LabSpec(**layers, rule="amsgrad", data="own", points=points, features=tuple(FEATURES)))
    session.handle({"id": 1, "kind": "advance", "steps": 100})
    text = session.checkpoint()
    assert 20_000 < len(text) < 60_000  # docs/lab-protocol.md
    assert ask(LabSession(), "open", checkpoint=text)["step"] == 100
