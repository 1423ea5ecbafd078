"""Junk of every type for every setting and every argument: one of our errors at once, in one line."""

import time
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import glassnet as gn
from glassnet.base.errors import MAX_MESSAGE_LENGTH
from glassnet.base.settings import from_json, to_json
from glassnet.train.catalogue import CATALOGUE, CLASSES
from glassnet.train.xla.hardware import Hardware

from .junk import JUNK, MORE_JUNK, NEEDED, may_be_understood
from .public_calls import Call, calls, files

SETTINGS = [
    cls
    for cls in (*dict.fromkeys(cls for kind in CATALOGUE.values() for cls in kind.classes), gn.Recipe, Hardware)
    if fields(cls)
]
CALLS = calls()
LONGEST = 6.0
"""Seconds that an answer may take."""

SENSELESS = ("object", "complex", "NaN", "ellipsis", "ragged", "class", "exception")
"""What no argument takes, whatever it is."""

TAKES_ANYTHING = (
    ("data.neighbours", "sentences"),  # of different lengths
    ("figures.Number", "value"),  # NaN is drawn as such
    ("figures.Still", "content"),  # as str does
    ("metrics.higher_is_better", "metric"),  # None for what nobody knows
)
NOT_TRIED = {
    **dict.fromkeys((name for name in gn.__all__ if name.endswith("Error")), "errors, which take any message"),
    **dict.fromkeys(("Callback", "Augmentation", "Metric", "Layer", "Loss", "UpdateRule", "Activation"), "interfaces"),
    **dict.fromkeys(("Moment", "Explanation", "Samples", "ClassScores"), "results, which users don't make"),
    "Reference": "a name of a number, checked where it is used; explanations make thousands",
    **dict.fromkeys(
        (
            *(
                "TextToVectors",
                "CustomLoss",
                "DescentPlayground",
                "LossExplorer",
                "PrincipalAxes",
                "Wishes",
                "GlassBox",
                "Hillside",
            ),
            *("PixelInformation", "GuessThePicture", "FeatureScaling"),
        ),
        "take nothing",
    ),
    "side_by_side": "takes any number of figures, which are texts",
    "register": "changes what names mean; tests/train/test_register.py tries it",
    "mnist": "reads files of the internet",
}
"""What is public and not in the battery, and why."""

HOLDS_FUNCTIONS = ("value_function", "gradient_function", "metrics")


def needed(cls: type) -> dict[str, Any]:
    """Return the least that makes one of the class."""
    special: dict[type, dict[str, Any]] = {
        gn.data.Augment: {"steps": [gn.data.Flip()]},
        gn.FormulaActivation: {"formula": "z^2"},
    }
    values = NEEDED | special.get(cls, {})
    return {
        field.name: values[field.name]
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    }


def refusal(attempt: Callable[..., Any], arguments: dict[str, Any]) -> str | None:
    """Return the message of our error, None where there is none; any other error passes through."""
    try:
        attempt(**arguments)
    except gn.GlassnetError as error:
        return str(error)
    return None


@pytest.mark.parametrize("cls", SETTINGS, ids=lambda cls: cls.__name__)
def test_junk_as_a_setting_is_refused_in_one_line_or_understood_for_good(cls: type) -> None:
    hints = get_type_hints(cls)
    for field in fields(cls):
        hint = hints[field.name]
        understood = may_be_understood(hint.__name__ if isinstance(hint, type) else str(hint))
        for name, junk in JUNK.items():
            arguments = needed(cls) | {field.name: junk}
            message = refusal(cls, arguments)
            if message is not None:
                assert "\n" not in message, (field.name, name, message)
                assert len(message) <= MAX_MESSAGE_LENGTH, (field.name, name, message)
                continue
            assert name in understood, f"{cls.__name__}({field.name}={name}) was taken without a word"
            made = cls(**arguments)
            if not any(field.name in HOLDS_FUNCTIONS for field in fields(cls)):
                assert from_json(to_json(made), CLASSES | {cls.__name__: cls}) == made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that some of the calls read."""
    here = tmp_path_factory.mktemp("junk")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        files()
    return here


def answers(call: Call, junk: Mapping[str, Any]) -> dict[tuple[str, str], str | None]:
    """Return what a call says to each piece of junk in the place of each argument: our error's message, or None."""
    found = {}
    for name in call.parameters:
        for kind, piece in junk.items():
            begin = time.process_time()
            found[name, kind] = refusal(call.make(), call.arguments | {name: piece})
            assert time.process_time() - begin < LONGEST, (call.name, name, kind)
    for message in found.values():
        assert message is None or ("\n" not in message and len(message) <= MAX_MESSAGE_LENGTH), message
    return found


@pytest.mark.filterwarnings("ignore")  # junk may also be odd
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_junk_as_an_argument_is_answered_by_one_of_our_errors(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    call.make()(**call.arguments)
    for (name, kind), message in answers(call, JUNK).items():
        if kind in SENSELESS and (call.name, name) not in TAKES_ANYTHING:
            assert message is not None, f"{call.name}({name}={kind}) was taken without a word"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # junk may also be odd
def test_forty_thousand_pieces_of_junk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    everything, count = JUNK | MORE_JUNK, 0
    for call in CALLS:
        count += len(answers(call, everything))
    for cls in SETTINGS:
        for field in fields(cls):
            for kind, piece in everything.items():
                message = refusal(cls, needed(cls) | {field.name: piece})
                assert message is None or ("\n" not in message and len(message) <= MAX_MESSAGE_LENGTH), (cls, kind)
                count += 1
    assert count > 40_000


def test_everything_public_is_in_the_battery() -> None:
    settings = {cls.__name__ for kind in CATALOGUE.values() for cls in kind.classes} | {
        cls.__name__ for cls in SETTINGS
    }
    known = {call.name.rpartition(".")[2] for call in CALLS} | settings
    modules = (gn, gn.data, gn.metrics, gn.figures, gn.widgets)
    public = {name for module in modules for name in module.__all__ if callable(getattr(module, name))}
    assert public - known - set(NOT_TRIED) == set()
    assert set(NOT_TRIED) <= public
