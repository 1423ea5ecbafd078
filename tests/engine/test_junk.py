"""Junk of every type for every setting and every argument: one of our errors at once, in one line."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeAlias, get_type_hints

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import MAX_MESSAGE_LENGTH
from glassnet.base.settings import from_json, to_json
from glassnet.fitting.callbacks import Checkpoint, EarlyStopping, TensorBoard
from glassnet.train.catalogue import CATALOGUE, CLASSES
from glassnet.train.xla.hardware import Hardware

from .junk import JUNK, NEEDED, may_be_understood

SETTINGS = [
    cls
    for cls in (*dict.fromkeys(cls for kind in CATALOGUE.values() for cls in kind.classes), gn.Recipe, Hardware)
    if fields(cls)
]
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


DATA = gn.data.moons(40, seed=1)
NET = gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")])
RECIPE = gn.Recipe("binary_cross_entropy", dtype="float64")
SCORES, TRUTH = np.array([[0.2], [0.7], [0.6]]), np.array([0, 1, 0])


def run() -> gn.Run:
    """Return a run of two steps, to be asked."""
    made = gn.Run(NET, RECIPE, DATA)
    made.advance(2)
    return made


def model() -> gn.Sequential:
    """Return a fitted Sequential, to be asked."""
    made = gn.Sequential([gn.Dense(1, "sigmoid")])
    made.compile(loss="binary_cross_entropy")
    made.fit(DATA.x, DATA.y, progress=False)
    return made


def first(steps: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that makes the first of some steps."""
    return lambda **arguments: next(iter(steps(**arguments)))


PLAN = gn.Plan(NET, RECIPE, DATA)
Call: TypeAlias = tuple[str, Callable[[], Callable[..., Any]], Callable[..., Any], dict[str, Any]]
OF_A_RUN: dict[str, dict[str, Any]] = {
    "advance": {},
    "continue_": {"epochs": 1},
    "restore": {"step": 1},
    "at": {"step": 1},
    "branch": {"step": 1},
    "change": {},
    "parameters": {},
    "evaluate": {"part": "train"},
    "predict": {"x": DATA.x},
    "save": {"path": "a.glass"},
    "compare": {"other": run()},
}
OF_A_MODEL: dict[str, dict[str, Any]] = {
    "compile": {},
    "predict": {"x": DATA.x},
    "predict_classes": {"x": DATA.x},
    "summary": {},
    "add": {"layer": gn.Dense(1)},
}
FUNCTIONS: list[tuple[Any, dict[str, Any]]] = [
    (gn.fit, {"network": NET, "dataset": DATA, "loss": "binary_cross_entropy", "epochs": 1, "progress": False}),
    (gn.Run, {"network": NET, "recipe": RECIPE, "dataset": DATA}),
    (gn.Plan, {"network": NET, "recipe": RECIPE, "dataset": DATA}),
    (gn.Setup, {"network": NET, "recipe": RECIPE, "dataset": DATA}),
    (gn.Network, {"layers": [gn.Dense(1)]}),
    (gn.Sequential, {}),
    (gn.load, {"path": "a.glass"}),
    (gn.landscape, {"run": run(), "size": 3, "directions": "random"}),
    (gn.fair, {"network": NET, "dataset": DATA, "recipes": [RECIPE], "seeds": (1,), "epochs": 1}),
    (gn.Ensemble, {"runs": [run()]}),
    (gn.sample_history, {"run": run(), "points": 2}),
    (gn.flow_over_time, {"run": run(), "points": 2}),
    (EarlyStopping, {}),
    (Checkpoint, {"path": "c.glass"}),
    (TensorBoard, {"folder": "events"}),
    (gn.metrics.top_k_accuracy, {"prediction": np.eye(3), "classes": TRUTH, "k": 2}),
    (gn.metrics.accuracy, {"prediction": SCORES, "classes": TRUTH}),
    (gn.metrics.f1, {"prediction": SCORES, "classes": TRUTH}),
    (gn.metrics.roc_auc, {"prediction": SCORES, "classes": TRUTH}),
    (gn.metrics.confusion_matrix, {"prediction": SCORES, "classes": TRUTH}),
    (gn.metrics.mean_absolute_error, {"prediction": SCORES, "target": SCORES}),
    (gn.metrics.r_squared, {"prediction": SCORES, "target": SCORES}),
    (gn.data.moons, {"samples": 40}),
    (gn.data.patterns, {"samples": 40}),
    (gn.data.tones, {"samples": 40}),
]
STEPS: list[tuple[Any, dict[str, Any]]] = [
    (gn.lbfgs_steps, {"plan": PLAN, "state": run().state}),
    (gn.newton_steps, {"plan": PLAN, "state": run().state}),
    (gn.perceptron_steps, {"x": DATA.x, "y": DATA.y}),
]
CALLS: list[Call] = [
    *[(f"Run.{name}", lambda n=name: getattr(run(), n), getattr(gn.Run, name), a) for name, a in OF_A_RUN.items()],
    *[
        (f"Sequential.{name}", lambda n=name: getattr(model(), n), getattr(gn.Sequential, name), a)
        for name, a in OF_A_MODEL.items()
    ],
    *[(function.__name__, lambda f=function: f, function, a) for function, a in FUNCTIONS],
    *[(steps.__name__, lambda s=steps: first(s), steps, a) for steps, a in STEPS],
]
CALLBACKS_TO_THE_USER = ("on_run",)  # whatever can be called may be one


@pytest.mark.filterwarnings("ignore::UserWarning")  # junk may also be odd
@pytest.mark.parametrize(("make", "function", "arguments"), [c[1:] for c in CALLS], ids=[c[0] for c in CALLS])
def test_junk_as_an_argument_is_answered_by_one_of_our_errors(
    make: Callable[[], Callable[..., Any]],
    function: Callable[..., Any],
    arguments: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [
        name
        for name, setting in inspect.signature(function).parameters.items()
        if name not in ("self", *CALLBACKS_TO_THE_USER) and setting.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    answers: dict[tuple[str, str], str | None] = {}
    for name in names:
        for kind, junk in JUNK.items():
            answers[name, kind] = refusal(make(), arguments | {name: junk})
    refused = [message for message in answers.values() if message is not None]
    assert all("\n" not in message and len(message) <= MAX_MESSAGE_LENGTH for message in refused)
    for name in names:  # nothing takes these, whatever it is
        for kind in ("object", "complex", "NaN", "ellipsis", "ragged", "class", "exception"):
            assert answers[name, kind] is not None, f"{name}={kind} was taken without a word"
