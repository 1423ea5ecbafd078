"""A request of every kind, for every widget: asked one after another of one session, each has an answer."""

import base64
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import soundfile
from PIL import Image

import glassnet as gn
from glassnet.data.sentences import sentences
from glassnet.lessons.exercises import ExerciseSession, NumberExercise
from glassnet.lessons.exercises.book import Book
from glassnet.widgets.activation_explorer import ActivationSession
from glassnet.widgets.application import ApplicationSession
from glassnet.widgets.bump_builder import BumpSession
from glassnet.widgets.custom_activation import CustomActivationSession
from glassnet.widgets.gradient_flow import FlowSession
from glassnet.widgets.gradient_flow.networks import FlowSettings
from glassnet.widgets.replay.session import ReplaySession
from glassnet.widgets.threshold.session import ThresholdSession
from glassnet.widgets.training_progress.session import ProgressSession
from glassnet.widgets.wire import Session

Sample = dict[str, Any]


def small_run() -> gn.Run:
    """Return a run of a few steps."""
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.1), batch_size=8)
    return gn.Run(gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")]), recipe, gn.data.moons(40))


HALF = NumberExercise("Half of 7?", 3.5, 0.01, "7 / 2.", "Divide by 2.")
GIVEN: dict[str, Callable[[type[Session]], Session]] = {
    "training_progress": lambda _: ProgressSession(small_run(), 2),
    "exercises": lambda _: ExerciseSession(HALF, "06.1", Book(None)),
    "activation_explorer": lambda _: ActivationSession(["relu"], 1.0, 5.0),
    "custom_activation": lambda _: CustomActivationSession("sin(z)"),
    "gradient_flow": lambda _: FlowSession(FlowSettings(2)),
    "application": lambda _: ApplicationSession("maze"),
    "bump_builder": lambda _: BumpSession("waves", 4),
    "replay": lambda _: ReplaySession(
        np.array([0.5, 0.1]), lambda epoch, x: np.full(len(x), epoch), np.zeros((2, 2)), np.array([0, 1]), (0, 1), 0.2
    ),
    "threshold": lambda _: ThresholdSession(np.array([0.2, 0.6, 0.9]), np.array([0, 0, 1]), ("not an 8", "an 8")),
}
"""How the sessions that need something are made; the others need nothing."""


def uploaded(name: str, data: bytes) -> Sample:
    """Return a file sent in one piece."""
    return {"kind": "upload", "size": len(data), "name": name, "data": base64.b64encode(data).decode()}


def picture_file() -> bytes:
    """Return a small grey PNG."""
    file = io.BytesIO()
    Image.new("L", (4, 4), 128).save(file, "PNG")
    return file.getvalue()


def sound_file(samples: int = 800) -> bytes:
    """Return a sine as WAV, by default a tenth of a second of it."""
    file = io.BytesIO()
    soundfile.write(file, np.sin(np.arange(samples) * 0.3) / 2, 8000, format="WAV")
    return file.getvalue()


FUTURES: list[Sample] = [
    {"kind": "change", "learning_rate": 0.2},
    {"kind": "undo"},
    {"kind": "branch", "step": 1, "learning_rate": 0.3},
    {"kind": "compare", "track": "run"},
    {"kind": "choose", "track": "run"},
    {"kind": "forget", "track": "branch_1"},
]
IMAGE = {"size": 4, "colour": "rgb", "scale": "raw"}
FORMULA = {"formula": "log(p)", "task": "line"}
ARCHITECTURE = {"inputs": 2, "hidden": [3], "outputs": 1, "activation": "relu", "output_activation": "linear"}
WEIGHTS = {"weight": [1, -1], "bias": 0.5}
NEURONS = {"hidden": [WEIGHTS, WEIGHTS], "output": WEIGHTS}
CHOSEN = ["king", "man", "woman", "queen"]

SAMPLES: dict[str, list[Sample]] = {
    "activation_explorer": [{"kind": "functions"}, {"kind": "curves", "functions": ["elu"], "z": 0.5}],
    "application": [
        {"kind": "open"},
        {"kind": "train", "turns": 2},
        {"kind": "again"},
        {"kind": "draw_digit", "points": [[0.5, 0.2], [0.5, 0.8]]},
        {"kind": "read_sentence", "text": "not bad"},
        {"kind": "forecast", "points": [0, 1, 0, -1, 0, 1, 0, -1, 0]},
        {"kind": "rate", "stars": [5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]},
        {"kind": "walk_maze", "rows": ["S....", ".....", ".....", ".....", "....G"]},
        {"kind": "hear_sound", "which": "tone"},
        uploaded("a.wav", sound_file(4000)),
        {"kind": "group_customers", "groups": 3, "own": [4, 40, 60, 30]},
    ],
    "architecture_explorer": [{"kind": "open"}, {"kind": "count", **ARCHITECTURE}],
    "backpropagation": [
        {"kind": "examples"},
        {"kind": "open", "example": "age_income", "step": 2, "sample": 0},
        {"kind": "explain", "reference": "dense_1.d_weight[0, 0]"},
        {"kind": "graph", "sample": 0},
        *FUTURES,
    ],
    "bump_builder": [
        {"kind": "open"},
        {"kind": "build", "target": "own", "bumps": 3, "steep": 6, "own": [0, 1, 0, 1, 0, 1, 0]},
    ],
    "custom_activation": [
        {"kind": "examples"},
        {"kind": "read", "formula": "z^2"},
        {"kind": "begin", "formula": "sin(z)"},
        {"kind": "train", "steps": 2},
    ],
    "custom_loss": [
        {"kind": "examples"},
        {"kind": "read", **FORMULA},
        {"kind": "begin", "formula": "(p - t)^2", "task": "line"},
        {"kind": "train", "steps": 2},
    ],
    "descent_playground": [
        {"kind": "landscapes"},
        {"kind": "surface", "landscape": "bowl"},
        {"kind": "race", "landscape": "bowl", "start": [1, 1], "rules": ["sgd"], "rate": 0.1, "adaptive": 0.1}
        | {"momentum": 0.9, "noise": 0, "steps": 5},
        {"kind": "batches", "rate": 0.1, "epochs": 1},
    ],
    "exercises": [
        {"kind": "open"},
        {"kind": "answer", "answer": 3},
        {"kind": "answer", "answer": 3.5},
        {"kind": "run", "code": "1", "key": "guessed", "refused": "server that was started last"},
    ],
    "feature_scaling": [{"kind": "open"}, {"kind": "scale", "scaling": "standard", "wine": 150}],
    "gradient_flow": [
        {"kind": "open"},
        {"kind": "build", "settings": {"depth": 3}},
        {"kind": "train"},
        {"kind": "measure", "settings": {"depth": 1}},
    ],
    "glass_box": [
        {"kind": "open"},
        {"kind": "example"},
        {"kind": "draw", "points": [[0.5, 0.2], [0.5, 0.8]]},
        {"kind": "explain", "reference": "dense_1.z[0, 3]", "step": 2000},
    ],
    "guess_the_picture": [{"kind": "puzzle", "number": 0}, {"kind": "reveal", "number": 5}],
    "hidden_layer_by_hand": [{"kind": "open"}, {"kind": "judge", **NEURONS}, {"kind": "learn", **NEURONS}],
    "forward_propagation": [
        {"kind": "networks"},
        {"kind": "open", "network": "clouds", "weights": "trained"},
        {"kind": "build", "shape": {"inputs": 2, "hidden": [3], "outputs": 1}, "seed": 1},
        {"kind": "explain", "reference": "dense_1.z[0, 0]"},
    ],
    "hillside": [
        {"kind": "open"},
        {"kind": "walk", "start": 3.0, "rate": 0.02, "steps": 2},
    ],
    "image_to_numbers": [
        {"kind": "pictures"},
        {"kind": "show", "picture": "smile", "full": True, **IMAGE},
        {"kind": "draw", "points": [], **IMAGE},
        uploaded("a.png", picture_file()),
    ],
    "lab": [
        {"kind": "open", "view": {"map": 4, "units": 3}},
        {"kind": "advance", "steps": 3, "checkpoint": True},
        {"kind": "change", "spec": {"l2": 0.1}},
        {"kind": "restart", "seed": 1},
        {"kind": "pause", "checkpoint": True},
        {"kind": "probe", "x": [0, 1]},
        {"kind": "advance", "steps": 4},
        {"kind": "look", "step": 2},
        {"kind": "branch", "step": 2},
        {"kind": "compare", "track": "run"},
        {"kind": "choose", "track": "run"},
        {"kind": "forget", "track": "branch_1"},
        {"kind": "go_back", "step": 1},
        {"kind": "set_weight", "column": 1, "unit": 0, "source": 1, "value": 0.5},
        {"kind": "inspect", "step": 1, "column": 1, "unit": 2, "point": 3},
        {"kind": "explain", "reference": "dense_1.z[0, 1]", "step": 1},
        {"kind": "save"},
        {"kind": "upload", "size": 4, "name": "a.glass", "data": "Z2xhcw=="},
        {"kind": "load", "refused": "a.glass"},
    ],
    "layer_zoo": [
        {"kind": "open"},
        {"kind": "show", "exhibit": "pooling", "variant": "the mean", "number": 2},
    ],
    "loss_explorer": [
        {"kind": "open"},
        {"kind": "families"},
        {"kind": "curves", "family": "values", "losses": ["huber"], "truth": 0, "at": 1},
        {"kind": "fit", "points": [[0, 1], [1, 2], [2, 2]]},
        {"kind": "models"},
        {"kind": "surface", "model": "line_squared"},
        {"kind": "ball", "model": "line_squared", "at": [0, 1]},
        {"kind": "roll", "model": "line_squared", "at": [0, 1], "learning_rate": 0.1, "steps": 1},
    ],
    "optimizer_race": [
        {"kind": "open"},
        {"kind": "surface", "landscape": "bowl"},
        {"kind": "race", "landscape": "bowl", "task": "moons", "rules": ["sgd", "adam"], "seed": 1}
        | {"landscape_rates": {"sgd": 0.1}, "task_rates": {}},
        {"kind": "count"},
        {"kind": "search"},
    ],
    "perceptron_by_hand": [
        {"kind": "open"},
        {"kind": "choose", "example": "xor"},
        {"kind": "judge", "example": "xor", **WEIGHTS},
        {"kind": "learn", "example": "xor", "begin": 1, **WEIGHTS},
        {"kind": "explain", "example": "xor", "point": 0, "reference": "perceptron.z", **WEIGHTS},
    ],
    "pixel_information": [{"kind": "open"}, {"kind": "measure", "levels": 1, "pixel": 34}],
    "principal_axes": [{"kind": "open"}],
    "replay": [{"kind": "open"}, {"kind": "look", "place": 1}],
    "running_average": [
        {"kind": "open"},
        {"kind": "look", "series": "walks", "betas": [0.5, 0.9], "corrected": True},
        {"kind": "explain", "reference": "walks.corrected[2]", "track": "second"},
    ],
    "slope_triangle": [
        {"kind": "open"},
        {"kind": "draw", "curve": "absolute_error"},
        {"kind": "nudge", "curve": "cross_entropy", "x": 0, "width": 3},
    ],
    "sound_to_waveform": [
        {"kind": "sounds"},
        {"kind": "wave", "sound": "tone", "at": 0.1},
        {"kind": "spectrogram", "sound": "tone"},
        {"kind": "listen", "sound": "tone"},
        uploaded("a.wav", sound_file()),
    ],
    "sure_and_wrong": [{"kind": "open"}, {"kind": "correct", "sure": 0.9, "rate": 1}],
    "text_to_vectors": [
        {"kind": "open"},
        {"kind": "count", "text": "a b. b c.", "encoding": "counts", "at": [0, 0]},
        {"kind": "begin", "seed": 1, "text": " ".join(sentences(200))},
        {"kind": "look", "chosen": CHOSEN},
        {"kind": "train", "chosen": CHOSEN, "steps": 2},
        uploaded("a.txt", b"The cat sat on the mat."),
        {"kind": "text"},
    ],
    "threshold": [{"kind": "open"}, {"kind": "judge", "threshold": 0.5}],
    "training_monitor": [
        {"kind": "open", "example": "moons"},
        {"kind": "advance", "steps": 3},
        {"kind": "look", "step": 1},
        {"kind": "explain", "reference": "loss.mean", "step": 0},
        *FUTURES,
    ],
    "training_progress": [
        {"kind": "open"},
        {"kind": "advance", "budget_ms": 5},
        {"kind": "rest"},
        {"kind": "explain", "reference": "loss.mean", "step": 0},
    ],
    "update_rules": [{"kind": "open"}, {"kind": "show", "rule": "adam", "rate": 0.2}],
    "two_neurons": [{"kind": "open"}, {"kind": "decide", "inputs": [1, 0, 1], "weight": [2, 3, -4], "bias": -1}],
    "wishes": [{"kind": "open", "picture": 0, "updates": 1}],
}
"""By the widget's folder."""
