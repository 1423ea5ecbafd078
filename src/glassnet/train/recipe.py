"""A recipe: how to train."""

from dataclasses import dataclass, field
from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import Named, look_up, resolve
from glassnet.base.settings import from_json, to_json
from glassnet.nn.losses import LOSSES
from glassnet.nn.regularizers import REGULARIZERS, Regularizer
from glassnet.optim import SGD, UPDATE_RULES

DTYPES = {"float32": "float32", "float64": "float64"}


@dataclass(frozen=True)
class Recipe:
    """How to train: immutable, and JSON both ways.

    Arguments:
        loss: what to make small, by name or as a `Loss`.
        optimizer: how gradients change parameters, by name or as an `UpdateRule`.
        regularizer: a penalty on all weights (not biases), or None.
        batch_size: examples in one step.
        epochs: passes over the training data.
        seed: decides first weights, batches and whatever else is random.
        dtype: "float32" or "float64".

    >>> Recipe("mean_squared_error", epochs=5) == Recipe.from_json(Recipe("mean_squared_error", epochs=5).to_json())
    True
    """

    loss: Named
    optimizer: Named = field(default_factory=SGD)
    regularizer: Regularizer | None = None
    batch_size: int = 32
    epochs: int = 10
    seed: int = 0
    dtype: str = "float32"

    def __post_init__(self) -> None:
        object.__setattr__(self, "loss", resolve("loss", self.loss, LOSSES))
        object.__setattr__(self, "optimizer", resolve("optimizer", self.optimizer, UPDATE_RULES))
        for kind, value, needed in [
            ("loss", self.loss, ("value", "gradient")),
            ("optimizer", self.optimizer, ("init", "update")),
            ("regularizer", self.regularizer, ("value", "gradient") if self.regularizer is not None else ()),
        ]:
            if not all(callable(getattr(value, name, None)) for name in needed):
                raise SettingError(f"{kind} must be a name or have {' and '.join(needed)}; got {value!r}.")
        whole_number("batch_size", self.batch_size, minimum=1)
        whole_number("epochs", self.epochs, minimum=1)
        whole_number("seed", self.seed, minimum=0)
        look_up("dtype", self.dtype, DTYPES)

    def to_json(self) -> Any:
        """Return the recipe as what JSON can hold."""
        return to_json(self)

    @classmethod
    def from_json(cls, value: Any) -> "Recipe":
        """Rebuild a recipe from `to_json`."""
        kinds = [*LOSSES.values(), *UPDATE_RULES.values(), *REGULARIZERS.values(), cls]
        return from_json(value, {kind.__name__: kind for kind in kinds})
