"""What a row of the table says about one class of the engine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import isfunction
from math import inf
from typing import Any, NamedTuple

from glassnet.base.arrays import Array, Shape, Tree

from .draws import Draw, normal


class Given(NamedTuple):
    """What a layer's twin gets: parameters, state and x as arrays of the other library, and the mode."""

    params: Tree
    state: Tree
    x: Array
    train: bool


@dataclass(frozen=True)
class Row:
    """One class of the engine.

    Arguments:
        settings: the thing itself under every setting worth testing (each is one run of the battery).
        torch: the same in PyTorch. Layers: (torch, layer, given). Activations, regularisers, constraints: (torch,
            thing, x). Losses: (torch, loss, prediction, target), one number an example. Rules: (torch, rule, tensors)
            → optimizer. Schedules: (torch's schedulers, schedule, optimizer) → scheduler. Clippings: (torch, clipping,
            parameters), which changes their gradients. Metrics: (prediction, truth), by scikit-learn or by counting.
        keras: the same in Keras on JAX, called as `torch` is.
        shapes: shapes of one example (without the batch) to feed it; of a whole weight for regularisers.
        draw: what is fed; whole numbers are looked up rather than differentiated.
        target: for losses and metrics, what is aimed at.
        mean: for initialisers, of what they draw.
        deviation, limit: for initialisers, from (fan_in, fan_out): standard deviation, and largest size possible.
        exceptions: properties that do not apply, each with its reason.
    """

    settings: tuple[Any, ...]
    torch: Callable[..., Any] | None = None
    keras: Callable[..., Any] | None = None
    shapes: tuple[Shape, ...] = ((4,),)
    draw: Draw = normal
    target: Draw = normal
    mean: float = 0.0
    deviation: Callable[[int, int], float] | None = None
    limit: Callable[[int, int], float] = lambda fan_in, fan_out: inf
    exceptions: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> Any:
        """The class (for metrics the function) that this row is about."""
        first = self.settings[0]
        return first if isfunction(first) else type(first)
