"""Every public callable with arguments that it takes, for junk to take the place of one after the other."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.io import wavfile

import glassnet as gn
from glassnet.base.random import stream
from glassnet.fitting.callbacks import Checkpoint, EarlyStopping, TensorBoard
from glassnet.widgets.lab.spec import LabSpec

DATA = gn.data.moons(40, seed=1)
NET = gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")])
RECIPE = gn.Recipe("binary_cross_entropy", dtype="float64")
SCORES, TRUTH = np.array([[0.2], [0.7], [0.6]]), np.array([0, 1, 0])
NEURON = gn.Perceptron(np.zeros(2))
ROWS = np.random.default_rng(0).normal(size=(12, 3))


class Call(NamedTuple):
    """A callable: how to get it (fresh, where calling it changes something), its signature, its arguments."""

    name: str
    make: Callable[[], Callable[..., Any]]
    signature: inspect.Signature
    arguments: dict[str, Any]

    @property
    def parameters(self) -> list[str]:
        """The arguments that junk can replace."""
        kinds = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
        return [
            name
            for name, one in self.signature.parameters.items()
            if name not in ("self", "cls") and one.kind not in kinds
        ]


def run() -> gn.Run:
    """Return a run of two steps, to be asked."""
    made = gn.Run(NET, RECIPE, DATA)
    made.advance(2)
    return made


def pictures_run() -> gn.Run:
    """Return a run of one step on pictures."""
    x = np.random.default_rng(0).normal(size=(20, 6, 6, 1))
    data = gn.Dataset("pictures", x, np.arange(20) % 2)
    made = gn.Run(gn.Network([gn.Conv2D(2, 3), gn.Flatten(), gn.Dense(2)]), gn.Recipe("softmax_cross_entropy"), data)
    made.advance(1)
    return made


def model() -> gn.Sequential:
    """Return a fitted Sequential, to be asked."""
    made = gn.Sequential([gn.Dense(1, "sigmoid")])
    made.compile(loss="binary_cross_entropy")
    made.fit(DATA.x, DATA.y, progress=False)
    return made


RUN, PICTURES = run(), pictures_run()
PLAN = gn.Plan(NET, RECIPE, DATA)
SETUP = gn.Setup(NET, RECIPE, DATA)


def files() -> None:
    """Write the files that some of the calls read into the working folder."""
    RUN.save("a.glass")
    Path("t.csv").write_text("a,b,y\n" + "".join(f"{n},{n * n},{n % 3}\n" for n in range(30)), encoding="utf-8")
    for folder in ("sounds", "pictures"):
        for name in ("one", "other"):
            Path(folder, name).mkdir(parents=True)
            if folder == "sounds":
                wavfile.write(Path(folder, name, "a.wav"), 8000, np.zeros(800, "int16"))
            else:
                import PIL.Image

                PIL.Image.new("L", (4, 4)).save(Path(folder, name, "a.png"))


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
    "predict_classes": {"x": DATA.x},
    "save": {"path": "b.glass"},
    "compare": {"other": RUN},
    "of": {"setup": SETUP},
}
OF_A_MODEL: dict[str, dict[str, Any]] = {
    "compile": {},
    "fit": {"x": DATA.x, "y": DATA.y, "progress": False},
    "evaluate": {"x": DATA.x, "y": DATA.y},
    "predict": {"x": DATA.x},
    "predict_classes": {"x": DATA.x},
    "summary": {},
    "add": {"layer": gn.Dense(1)},
}
OF_A_MOMENT: dict[str, dict[str, Any]] = {
    "batch": {},
    "explain": {"layer": "dense_1", "part": "weight", "index": (0, 0)},
    "follow": {"reference": "dense_1.weight[0, 0]"},
    "histogram": {"layer": "dense_1", "part": "weight"},
    "parts": {"layer": "dense_1"},
    "saliency": {"x": DATA.x[:1]},
}
OF_PICTURES: dict[str, dict[str, Any]] = {
    "grad_cam": {"x": PICTURES.dataset.x[:1], "output": 0, "layer": "conv2d_1"},
    "occlusion": {"picture": PICTURES.dataset.x[0]},
    "saliency": {"x": PICTURES.dataset.x[:1]},
}
EXPLANATION = RUN.at(1).explain("dense_1.weight[0, 0]")
OF_OTHERS: list[tuple[Any, dict[str, dict[str, Any]]]] = [
    (DATA, {"part": {"name": "train"}}),
    (gn.data.scaled(DATA), {"in_own_units": {"x": DATA.x}}),
    (gn.Ensemble([RUN, RUN]), {"predict": {"x": DATA.x}, "vote": {"x": DATA.x}}),
    (PLAN, {"classes_of": {"part": "train"}, "steps_in_epoch_from": {"offset": 0}}),
    (SETUP, {"changed": {}, "from_json": {"value": SETUP.to_json()}}),
    (NET, {"build": {"rng": stream(0), "input_shape": (2,)}, "summary": {"input_shape": (2,)}}),
    (NET, {"output_shape": {"input_shape": (2,)}}),
    (RECIPE, {"check_names": {"settings": {}}, "from_json": {"value": RECIPE.to_json()}}),
    (NEURON, {"sums": {"x": DATA.x}, "decide": {"x": DATA.x}, "mistakes": {"x": DATA.x, "y": DATA.y}}),
    (NEURON, {"correct": {"x": DATA.x[0], "target": 1}}),
    (NEURON.correct(DATA.x[0], 1), {"explain": {"reference": "perceptron.z"}}),
    (EXPLANATION, {"in_numbers": {}, "tree": {}}),
]  # fmt: skip
WORDS = {"label": "l", "across": "x", "up": "y"}
FIGURES: dict[str, dict[str, Any]] = {
    "bars": {"values": {"a": 1.0}, "label": "l", "along": "x", "limits": (0.0, 2.0)},
    "confusion_table": {"matrix": np.eye(2, dtype=int), "names": ("a", "b")},
    "error_squares": {"prediction": SCORES[:, 0], "truth": SCORES[:, 0] / 2},
    "line_graph": {"lines": [gn.figures.Line("a", [0, 1], [0, 1])], "x": (0, 1), "y": (0, 1), **WORDS},
    "loss_chart": {"curves": [gn.figures.Curve("a", [1.0, 0.5])], "label": "l"},
    "loss_curves": {"run": RUN},
    "number_grid": {"values": abs(ROWS[:3]), "label": "l", "title": "t"},
    "numbers_picture": {"rows": [[gn.figures.Number("x", 1.0)]], "links": [], "label": "l"},
    "picture_row": {"pictures": np.zeros((2, 4, 4)), "captions": ("a", "b")},
    "plane_map": {"points": ROWS[:, :2], "classes": np.arange(12) % 2, "label": "l"},
    "scores_table": {"scores": gn.metrics.class_scores(SCORES, TRUTH), "names": ("a", "b")},
    "walk_on_graph": {"function": np.square, "places": [1.0, 0.5], "ends": (-1.0, 1.0), "label": "l"},
    "walk_on_map": {"heights": np.zeros((4, 4)), "ends": (-1, 1, -1, 1), "way": ROWS[:, :2], **WORDS},
    "Line": {"name": "a", "x": [0, 1], "y": [0, 1]},
    "Curve": {"name": "a", "values": [1.0, 0.5]},
    "Link": {"begin": (0, 0), "end": (1, 1)},
    "Marks": {"at": [[0, 0]], "kinds": [0]},
    "Number": {"sign": "x", "value": 1.0},
    "Still": {"content": "<svg></svg>"},
}  # fmt: skip
TEXTS = ["a good film", "a bad film", "good fun", "bad, bad"]
SOURCES: dict[str, dict[str, Any]] = {
    **{name: {"samples": 40} for name in ("moons", "circle", "gaussians", "spiral", "xor", "patterns", "tones")},
    **{name: {"samples": 40} for name in ("blobs", "checkerboard", "plane", "bumps", "curve")},
    "digits": {},
    "bag_of_words": {"texts": TEXTS, "labels": [1, 0, 1, 0]},
    "sequences": {"texts": TEXTS, "labels": [1, 0, 1, 0]},
    "csv": {"path": "t.csv", "target": "y"},
    "from_arrays": {"x": DATA.x, "y": DATA.y},
    "neighbours": {"sentences": [np.array([2, 3, 4]), np.array([3, 2])], "rng": stream(0)},
    "pictures": {"folder": "pictures"},
    "sounds": {"folder": "sounds"},
    "scaled": {"dataset": DATA},
    "unscaled": {"dataset": DATA},
    "encode": {"dataset": DATA, "rows": [{"x₁": 1.0, "x₂": 2.0}]},
    "sentences": {"count": 10},
    "skip_gram_pairs": {"words": np.array([2, 3, 4]), "vocabulary": 5, "rng": stream(0)},
    "split": {"y": DATA.y, "rng": stream(0)},
    "tokens": {"text": "a b"},
    "spectrograms": {"sounds": gn.data.tones(10)},
    "windows": {"series": np.arange(30.0), "length": 4},
    "Dataset": {"name": "a", "x": DATA.x, "y": DATA.y},
    "Scaler": {"offset": np.zeros(2), "scale": np.ones(2)},
    "Vocabulary": {"words": ("", "?", "a", "b")},
}
METRICS: dict[str, dict[str, Any]] = {
    **{
        name: {"prediction": SCORES, "classes": TRUTH}
        for name in ("accuracy", "class_scores", "confusion_matrix", "f1", "precision", "recall", "roc_auc")
    },
    **{
        name: {"prediction": SCORES, "target": SCORES}
        for name in ("mean_absolute_error", "r_squared", "root_mean_squared_error")
    },
    "top_k_accuracy": {"prediction": np.eye(3), "classes": TRUTH, "k": 2},
    "predicted_classes": {"prediction": SCORES},
    "class_count": {"prediction": SCORES},
    "better": {"direction": "higher"},
    "higher_is_better": {"metric": gn.metrics.f1},
}
WIDGETS: dict[str, dict[str, Any]] = {
    "SlopeTriangle": {},
    "ActivationExplorer": {},
    "ForwardPropagation": {"run": RUN},
    "TwoNeurons": {},
    "PerceptronByHand": {},
    "HiddenLayerByHand": {},
    "ArchitectureExplorer": {},
    "LayerZoo": {},
    "BumpBuilder": {},
    "SureAndWrong": {},
    "OptimizerRace": {},
    "GradientFlow": {},
    "RunningAverage": {},
    "UpdateRules": {},
    "Application": {},
    "CustomActivation": {},
    "Threshold": {"probability": SCORES[:, 0], "truth": TRUTH},
    "Replay": {
        "losses": [1.0, 0.5],
        "predict": lambda epoch, x: x[:, 0],
        "x": DATA.x,
        "y": DATA.y,
        "epochs": (0, 1),
        "goal": 0.5,
    },
    "Backpropagation": {"run": RUN},
    "ImageToNumbers": {},
    "SoundToWaveform": {},
    "TrainingMonitor": {"run": RUN},
    "TrainingProgress": {"run": RUN, "epochs": 1},
}
FUNCTIONS: list[tuple[Any, dict[str, Any]]] = [
    (gn.fit, {"network": NET, "dataset": DATA, "loss": "binary_cross_entropy", "epochs": 1, "progress": False}),
    (gn.Run, {"network": NET, "recipe": RECIPE, "dataset": DATA}),
    (gn.Plan, {"network": NET, "recipe": RECIPE, "dataset": DATA}),
    (gn.Setup, {"network": NET, "recipe": RECIPE, "dataset": DATA}),
    (gn.Network, {"layers": [gn.Dense(1)]}),
    (gn.Sequential, {}),
    (gn.load, {"path": "a.glass"}),
    (gn.landscape, {"run": RUN, "size": 3, "directions": "random"}),
    (gn.fair, {"network": NET, "dataset": DATA, "recipes": [RECIPE], "seeds": (1,), "epochs": 1}),
    (gn.Ensemble, {"runs": [RUN]}),
    (gn.sample_history, {"run": RUN, "points": 2}),
    (gn.flow_over_time, {"run": RUN, "points": 2}),
    (gn.Maze, {}),
    (gn.QLearning, {"environment": gn.Maze(), "network": gn.Network([gn.Dense(4)])}),
    (gn.Perceptron, {"weight": np.zeros(2)}),
    (gn.faults.inject, {"name": "wrong_sign", "setup": SETUP}),
    (EarlyStopping, {}),
    (Checkpoint, {"path": "c.glass"}),
    (TensorBoard, {"folder": "events"}),
]
STEPS: list[tuple[Any, dict[str, Any]]] = [
    (gn.lbfgs_steps, {"plan": PLAN, "state": RUN.state}),
    (gn.newton_steps, {"plan": PLAN, "state": RUN.state}),
    (gn.perceptron_steps, {"x": DATA.x, "y": DATA.y}),
]


def first(steps: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that makes the first of some steps."""
    return lambda **arguments: next(iter(steps(**arguments)))


def method(make: Callable[[], Any], name: str) -> Callable[..., Any]:
    """Return a method of what `make` returns."""
    found: Callable[..., Any] = getattr(make(), name)
    return found


def same(thing: Any) -> Any:
    """Return the thing itself."""
    return thing


def methods(kind: str, make: Callable[[], Any], known: dict[str, dict[str, Any]]) -> Iterator[Call]:
    """Yield the calls of an object's methods."""
    for name, arguments in known.items():
        signature = inspect.signature(getattr(make(), name))
        yield Call(f"{kind}.{name}", partial(method, make, name), signature, arguments)


def functions(known: dict[str, dict[str, Any]], module: Any) -> Iterator[Call]:
    """Yield the calls of a module's functions and classes."""
    for name, arguments in known.items():
        function = getattr(module, name)
        title = f"{module.__name__.rpartition('.')[2]}.{name}"
        yield Call(title, partial(same, function), inspect.signature(function), arguments)


def lab() -> Call:
    """Return the Lab, whose settings are the fields of its specification."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    settings = [inspect.Parameter(field.name, keyword) for field in fields(LabSpec)]
    return Call("Lab", lambda: gn.widgets.Lab, inspect.Signature(settings), {})


def calls() -> list[Call]:
    """Return every call of the battery."""
    return [
        *methods("Run", run, OF_A_RUN),
        *methods("Sequential", model, OF_A_MODEL),
        *methods("Moment", lambda: RUN.at(1), OF_A_MOMENT),
        *methods("Moment of pictures", lambda: PICTURES.at(1), OF_PICTURES),
        *(call for thing, known in OF_OTHERS for call in methods(type(thing).__name__, partial(same, thing), known)),
        *functions(SOURCES, gn.data),
        *functions(METRICS, gn.metrics),
        *functions(FIGURES, gn.figures),
        *functions(WIDGETS, gn.widgets),
        lab(),
        *(Call(f.__name__, partial(same, f), inspect.signature(f), a) for f, a in FUNCTIONS),
        *(Call(s.__name__, partial(first, s), inspect.signature(s), a) for s, a in STEPS),
    ]
