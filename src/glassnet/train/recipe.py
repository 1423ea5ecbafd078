"""A recipe: how to train."""

from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from functools import cached_property, partial
from typing import Any

from glassnet.base.checks import is_mapping, number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.random import stream
from glassnet.base.registry import Named, look_up, resolve
from glassnet.base.settings import from_json, to_json
from glassnet.base.settings_class import settings_class
from glassnet.data.augmentation import Augment
from glassnet.figures.faces.face import face
from glassnet.nn.metrics import Metric
from glassnet.nn.network import DTYPES
from glassnet.optim import SGD
from glassnet.train.catalogue import CATALOGUE, CLASSES
from glassnet.train.penalty import Penalties

ENGINES = {"eager": "eager", "xla": "xla"}
PARTS = ("loss", "optimizer", "schedule", "clipping", "constraint", "augmentation")
"""Settings that may be given by name, as a class or as an instance."""


ALWAYS_SHOWN = ("loss", "optimizer", "batch_size", "epochs", "seed")
"""The settings that a notebook shows even where they have their defaults."""


@settings_class
class Recipe:
    """How to train: immutable, and JSON both ways.

    Arguments:
        loss: what to minimise, by name or as a `Loss`.
        optimizer: how gradients change parameters, by name or as an `UpdateRule`.
        regularizer: a penalty on all weights (not biases), a mapping {layer name: penalty}, or None; layers inside a
            layer are named by their path, such as "residual_1/body/dense_1".
        schedule: how the learning rate changes from step to step, such as `CosineDecay(1000)`, or None to keep the
            optimizer's own.
        clipping: a limit on gradients, such as `ClipByGlobalNorm(1)`, or None.
        constraint: a constraint on every weight after a step, by name or such as `MaxNorm(3)`, or None.
        augmentation: random changes to the features of every training batch, one or a list, or None.
        class_weights: how much an example of a class counts, {class name or number: factor}, by default 1;
            "balanced" gives every class the same total weight. Only in training; the measured loss stays unweighted.
        batch_size: examples that go through the network together.
        accumulate: batches whose gradients are added up for one step, which then averages over
            batch_size · accumulate examples.
        epochs: passes over the training data.
        seed: determines initial weights, batches and everything else that is random.
        metrics: what to measure besides loss and accuracy, after every epoch and in `evaluate`: names such
            as "f1" or "r_squared", or functions of prediction and truth (a run with those cannot be saved).
        dtype: "float32" or "float64".
        engine: "eager", step by step with every number available, or "xla", compiled by JAX, many steps in one call.
            Batches and initial weights are the same; random numbers within a step (dropout) differ.

    >>> Recipe("mean_squared_error", epochs=5) == Recipe.from_json(Recipe("mean_squared_error", epochs=5).to_json())
    True
    """

    loss: Named
    optimizer: Named = field(default_factory=SGD)
    regularizer: Named | Mapping[str, Named] | None = None
    schedule: Named | None = None
    clipping: Named | None = None
    constraint: Named | None = None
    augmentation: Named | None = None
    class_weights: Mapping[str, float] | Mapping[int, float] | str | None = None
    batch_size: int = 32
    accumulate: int = 1
    epochs: int = 10
    seed: int = 0
    dtype: str = "float32"
    metrics: Sequence[str | Metric] = ()
    engine: str = "eager"

    def __post_init__(self) -> None:
        if isinstance(self.augmentation, list | tuple):
            object.__setattr__(self, "augmentation", Augment(tuple(self.augmentation)))
        for kind in PARTS:
            value = getattr(self, kind)
            if value is not None or kind in ("loss", "optimizer"):
                object.__setattr__(self, kind, _resolve(kind, value))
        object.__setattr__(self, "regularizer", _penalties(self.regularizer))
        _check_class_weights(self.class_weights)
        for name in ("batch_size", "accumulate", "epochs"):
            whole_number(name, getattr(self, name), minimum=1)
        stream(self.seed)  # checks it
        look_up("dtype", self.dtype, DTYPES)
        look_up("engine", self.engine, ENGINES)
        object.__setattr__(self, "metrics", _metrics(self.metrics))
        _ = self.measures  # checks the names

    @cached_property
    def measures(self) -> dict[str, Metric]:
        """The metrics by name; of several functions of one name the second is `name_2`, the third `name_3`."""
        found: dict[str, Metric] = {}
        for metric in self.metrics:
            function = metric if callable(metric) else look_up("metric", metric, CATALOGUE["metric"].things)
            name = _metric_name(metric)
            number = 1
            while found.get(name, function) is not function:
                number += 1
                name = f"{_metric_name(metric)}_{number}"
            found[name] = function
        return found

    @property
    def samples_per_step(self) -> int:
        """The number of examples that one step averages over (fewer at the end of an epoch)."""
        return self.batch_size * self.accumulate

    def learning_rate(self, step: int, watched: Sequence[float] = ()) -> float:
        """Return the learning rate of a step: the schedule's, or the optimizer's own without one."""
        base: float = self.optimizer.learning_rate
        return base if self.schedule is None else self.schedule.rate(base, step, watched)

    def _repr_html_(self) -> str:
        settings = {field.name: getattr(self, field.name) for field in fields(self)}
        usual = Recipe(self.loss)
        told = {n: v for n, v in settings.items() if n in ALWAYS_SHOWN or v != getattr(usual, n)}
        return face("Recipe", told)

    @classmethod
    def check_names(cls, settings: Mapping[str, Any]) -> None:
        """Raise an UnknownNameError if one of these is not a setting of a recipe."""
        known = {field.name: field for field in fields(cls)}
        for name in is_mapping("settings", settings, '{"epochs": 5}'):
            look_up("setting", name, known)

    def to_json(self) -> Any:
        """Return the recipe ready for JSON."""
        return to_json(self)

    @classmethod
    def from_json(cls, value: Any) -> "Recipe":
        """Rebuild a recipe from `to_json`."""
        if not isinstance(value, Mapping) or value.get("type") != cls.__name__:
            raise SettingError(f"A recipe as JSON is what Recipe.to_json() returns; got {value!r}.")
        return from_json(value, CLASSES | {cls.__name__: cls})


def _resolve(kind: str, value: Any) -> Any:
    return resolve(kind, value, CATALOGUE[kind].things)


def _metrics(setting: Any) -> tuple[str | Metric, ...]:
    metrics = (setting,) if isinstance(setting, str) or callable(setting) else setting
    if not isinstance(metrics, list | tuple):
        raise SettingError(
            f'metrics must be names such as "f1", or functions of prediction and truth; got {setting!r}.'
        )
    for metric in metrics:
        if isinstance(metric, type) or not (isinstance(metric, str) or callable(metric)):
            raise SettingError(
                f'Unknown metric {metric!r}: use a name such as "f1", or a function of prediction and truth.'
            )
    return tuple(metrics)


def _metric_name(metric: Any) -> str:
    function = metric.func if isinstance(metric, partial) else metric  # a partial function has no name of its own
    return str(getattr(function, "__name__", function if isinstance(function, str) else type(function).__name__))


def _penalties(setting: Any) -> Penalties:
    if isinstance(setting, Mapping):
        return {layer: _resolve("regularizer", penalty) for layer, penalty in setting.items()}
    return None if setting is None else _resolve("regularizer", setting)


def _check_class_weights(weights: Mapping[str, float] | Mapping[int, float] | str | None) -> None:
    if weights is None or (isinstance(weights, str) and weights == "balanced"):
        return
    if not isinstance(weights, Mapping):
        raise SettingError(f'class_weights must be {{class name: factor}} or "balanced"; got {weights!r}.')
    for name, weight in weights.items():
        if not isinstance(name, str | int | float):
            raise SettingError(f"class_weights go by the classes' names or numbers; got {name!r}.")
        number(f"the weight of class {name}", weight, minimum=0)
