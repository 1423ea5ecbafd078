"""A recipe: how to train."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import Named, look_up, resolve
from glassnet.base.settings import from_json, to_json
from glassnet.data.augmentation import AUGMENTATIONS, Augmentation
from glassnet.nn.constraints import CONSTRAINTS
from glassnet.nn.losses import LOSSES
from glassnet.nn.regularizers import REGULARIZERS
from glassnet.optim import SGD, UPDATE_RULES
from glassnet.optim.clipping import CLIPPINGS, Clipping
from glassnet.optim.schedules import SCHEDULES, Schedule
from glassnet.train.penalty import Penalties

ENGINES = {"eager": "eager", "xla": "xla"}
DTYPES = {"float32": "float32", "float64": "float64"}
KINDS: dict[str, type] = {
    kind.__name__: kind
    for registry in (LOSSES, UPDATE_RULES, SCHEDULES, CLIPPINGS, REGULARIZERS, CONSTRAINTS, AUGMENTATIONS)
    for kind in registry.values()
}
"""Everything that a recipe may hold, by class name."""


@dataclass(frozen=True)
class Recipe:
    """How to train: immutable, and JSON both ways.

    Arguments:
        loss: what to make small, by name or as a `Loss`.
        optimizer: how gradients change parameters, by name or as an `UpdateRule`.
        regularizer: a penalty on all weights (not biases), a mapping {layer name: penalty}, or None.
        schedule: how the learning rate changes from step to step, or None to keep the optimizer's own.
        clipping: a limit on gradients, or None.
        constraint: what every weight is brought back to after a step, by name or such as `MaxNorm(3)`, or None.
        augmentation: random changes to the features of every training batch, or None.
        class_weights: how much an example of a class counts, {class name: factor}; 1 for those left out;
            "balanced" gives every class the same sum. In training only; the measured loss stays unweighted.
        batch_size: examples that go through the network at once.
        accumulate: batches whose gradients make one step, so that a step averages over batch_size · accumulate.
        epochs: passes over the training data.
        seed: decides first weights, batches and whatever else is random.
        dtype: "float32" or "float64".
        engine: "eager", step by step with every number at hand, or "xla", compiled by JAX, many steps in one call.
            Batches and first weights are the same; what layers draw in a step (dropout) differs.

    >>> Recipe("mean_squared_error", epochs=5) == Recipe.from_json(Recipe("mean_squared_error", epochs=5).to_json())
    True
    """

    loss: Named
    optimizer: Named = field(default_factory=SGD)
    regularizer: Penalties = None
    schedule: Schedule | None = None
    clipping: Clipping | None = None
    constraint: Named | None = None
    augmentation: Augmentation | None = None
    class_weights: Mapping[str, float] | str | None = None
    batch_size: int = 32
    accumulate: int = 1
    epochs: int = 10
    seed: int = 0
    dtype: str = "float32"
    engine: str = "eager"

    def __post_init__(self) -> None:
        object.__setattr__(self, "loss", resolve("loss", self.loss, LOSSES))
        object.__setattr__(self, "optimizer", resolve("optimizer", self.optimizer, UPDATE_RULES))
        object.__setattr__(self, "constraint", resolve("constraint", self.constraint, CONSTRAINTS))
        for kind, needed in [
            ("loss", ("value", "gradient")),
            ("optimizer", ("init", "update")),
            ("schedule", ("rate",)),
            ("clipping", ("apply",)),
            ("constraint", ("apply",)),
            ("augmentation", ("apply",)),
        ]:
            _check_methods(kind, getattr(self, kind), needed, optional=kind not in ("loss", "optimizer"))
        penalties = self.regularizer.values() if isinstance(self.regularizer, Mapping) else [self.regularizer]
        for penalty in penalties:
            _check_methods("regularizer", penalty, ("value", "gradient"), optional=True)
        _check_class_weights(self.class_weights)
        for name in ("batch_size", "accumulate", "epochs"):
            whole_number(name, getattr(self, name), minimum=1)
        whole_number("seed", self.seed, minimum=0)
        look_up("dtype", self.dtype, DTYPES)
        look_up("engine", self.engine, ENGINES)

    @property
    def samples_per_step(self) -> int:
        """The examples that one step averages over (fewer at the end of an epoch)."""
        return self.batch_size * self.accumulate

    def learning_rate(self, step: int, watched: Sequence[float] = ()) -> float:
        """Return the learning rate of a step: the schedule's, or the optimizer's own without one."""
        base: float = self.optimizer.learning_rate
        return base if self.schedule is None else self.schedule.rate(base, step, watched)

    def to_json(self) -> Any:
        """Return the recipe as what JSON can hold."""
        return to_json(self)

    @classmethod
    def from_json(cls, value: Any) -> "Recipe":
        """Rebuild a recipe from `to_json`."""
        return from_json(value, KINDS | {cls.__name__: cls})


def _check_methods(kind: str, value: Any, needed: tuple[str, ...], *, optional: bool) -> None:
    if optional and value is None:
        return
    if not all(callable(getattr(value, name, None)) for name in needed):
        named = "be a name or have" if kind in ("loss", "optimizer") else "have"
        raise SettingError(f"{kind} must {named} {' and '.join(needed)}; got {value!r}.")


def _check_class_weights(weights: Mapping[str, float] | str | None) -> None:
    if weights is None or weights == "balanced":
        return
    if not isinstance(weights, Mapping):
        raise SettingError(f'class_weights must be {{class name: factor}} or "balanced"; got {weights!r}.')
    for name, weight in weights.items():
        number(f"the weight of class {name}", weight, minimum=0)
