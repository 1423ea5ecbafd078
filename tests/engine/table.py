"""One table of everything that is registered. To add a layer, an activation, a loss … is to add one row here.

Every test of the battery runs over every row; a registered thing without a row fails `test_registry.py`.
A row may ask to be left out of a property, but only by name and with a reason (`exceptions`):

    "gradient"   the backward is the derivative of the forward (finite differences)
    "jax"        forward and backward read the same under jax.numpy, and JAX's own gradient agrees
    "torch"      PyTorch computes the same (needs `twin`)
    "objects"    forward and backward run on NumPy object arrays of scalars
    "float32"    float32 in, float32 out
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf, sqrt
from typing import Any

import glassnet as gn
from glassnet.base.arrays import Shape
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import LAYERS
from glassnet.nn.losses import LOSSES
from glassnet.nn.regularizers import REGULARIZERS
from glassnet.optim import UPDATE_RULES

from .draws import Draw, classes, normal, one_hot_rows, probabilities, shares, yes_or_no


@dataclass(frozen=True)
class Row:
    """One class of the engine.

    Arguments:
        settings: the thing itself under every setting worth testing (each is one run of the battery).
        twin: the same in PyTorch. Layers: (torch, layer, params, x). Activations, regularisers: (torch, thing, x).
            Losses: (torch, loss, prediction, target), one number an example.
            Rules: (torch, rule, tensors) → optimizer.
        shapes: shapes of one example (without the batch) to feed it; of a whole weight for regularisers.
        draw: what is fed; whole numbers are looked up rather than differentiated.
        target: for losses, what is aimed at.
        deviation, limit: for initialisers, from (fan_in, fan_out): standard deviation, and largest size possible.
        exceptions: properties that do not apply, each with its reason.
    """

    settings: tuple[Any, ...]
    twin: Callable[..., Any] | None = None
    shapes: tuple[Shape, ...] = ((4,),)
    draw: Draw = normal
    target: Draw = normal
    deviation: Callable[[int, int], float] | None = None
    limit: Callable[[int, int], float] = lambda fan_in, fan_out: inf
    exceptions: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> type:
        """The class that this row is about."""
        return type(self.settings[0])


def torch_activation(torch: Any, activation: Any, z: Any) -> Any:
    """Return PyTorch's value of one of our activations, through that activation's own row."""
    row = next(row for row in ACTIVATION_ROWS if row.kind is type(activation))
    assert row.twin is not None
    return row.twin(torch, activation, z)


ACTIVATION_ROWS = (
    Row((gn.Linear(),), lambda t, g, z: z),
    Row((gn.Sigmoid(),), lambda t, g, z: t.sigmoid(z)),
    Row((gn.Tanh(),), lambda t, g, z: t.tanh(z)),
    Row((gn.ReLU(),), lambda t, g, z: t.relu(z)),
    Row((gn.Softmax(),), lambda t, g, z: t.softmax(z, -1), shapes=((4,), (1,), (3, 5))),
)

LAYER_ROWS = (
    Row(
        (
            gn.Dense(3),
            gn.Dense(1, "sigmoid"),
            gn.Dense(5, "tanh", "he_normal", "uniform"),
            gn.Dense(4, "relu"),
            gn.Dense(4, "softmax"),
        ),
        lambda t, layer, p, x: torch_activation(
            t, layer.activation, t.nn.functional.linear(x, p["weight"].T, p["bias"])
        ),
        shapes=((4,), (1,)),
    ),
)

LOSS_ROWS = (
    Row(
        (gn.MeanSquaredError(),),
        lambda t, loss, p, y: t.nn.functional.mse_loss(p, y, reduction="none").mean(-1),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.BinaryCrossEntropy(), gn.BinaryCrossEntropy(1e-3)),
        lambda t, loss, p, y: t.nn.functional.binary_cross_entropy(p, y, reduction="none").mean(-1),
        shapes=((1,), (3,)),
        draw=probabilities,
        target=yes_or_no,
    ),
    Row(
        (gn.CategoricalCrossEntropy(), gn.CategoricalCrossEntropy(1e-3)),
        lambda t, loss, p, y: t.nn.functional.nll_loss(t.log(p), y.argmax(-1), reduction="none"),
        shapes=((2,), (5,)),
        draw=shares,
        target=one_hot_rows,
    ),
    Row(
        (gn.SparseCategoricalCrossEntropy(), gn.SparseCategoricalCrossEntropy(1e-3)),
        lambda t, loss, p, y: t.nn.functional.nll_loss(t.log(p), y, reduction="none"),
        shapes=((2,), (5,)),
        draw=shares,
        target=classes,
    ),
    Row(
        (gn.SigmoidCrossEntropy(),),
        lambda t, loss, z, y: t.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="none").mean(-1),
        shapes=((1,), (3,)),
        target=yes_or_no,
    ),
    Row(
        (gn.SoftmaxCrossEntropy(),),
        lambda t, loss, z, y: t.nn.functional.cross_entropy(z, y, reduction="none"),
        shapes=((2,), (5,)),
        target=one_hot_rows,
    ),
    Row(
        (gn.SparseSoftmaxCrossEntropy(),),
        lambda t, loss, z, y: t.nn.functional.cross_entropy(z, y, reduction="none"),
        shapes=((2,), (5,)),
        target=classes,
    ),
)

REGULARIZER_ROWS = (Row((gn.L2(0.1), gn.L2(0.0)), lambda t, r, w: 0.5 * r.rate * (w * w).sum(), shapes=((4, 3),)),)

UPDATE_RULE_ROWS = (
    Row(
        (gn.SGD(0.1), gn.SGD(0.05, momentum=0.9)),
        lambda t, rule, tensors: t.optim.SGD(tensors, lr=rule.learning_rate, momentum=rule.momentum),
    ),
)

INITIALIZER_ROWS = (
    Row((gn.Zeros(),), deviation=lambda i, o: 0.0, limit=lambda i, o: 0.0),
    Row((gn.Uniform(0.3),), deviation=lambda i, o: 0.3 / sqrt(3), limit=lambda i, o: 0.3),
    Row((gn.Normal(0.3),), deviation=lambda i, o: 0.3),
    Row((gn.GlorotUniform(),), deviation=lambda i, o: sqrt(2 / (i + o)), limit=lambda i, o: sqrt(6 / (i + o))),
    Row((gn.GlorotNormal(),), deviation=lambda i, o: sqrt(2 / (i + o))),
    Row((gn.HeUniform(),), deviation=lambda i, o: sqrt(2 / i), limit=lambda i, o: sqrt(6 / i)),
    Row((gn.HeNormal(),), deviation=lambda i, o: sqrt(2 / i)),
)

TABLE: dict[str, tuple[Mapping[str, type], tuple[Row, ...]]] = {
    "activation": (ACTIVATIONS, ACTIVATION_ROWS),
    "layer": (LAYERS, LAYER_ROWS),
    "loss": (LOSSES, LOSS_ROWS),
    "regularizer": (REGULARIZERS, REGULARIZER_ROWS),
    "update rule": (UPDATE_RULES, UPDATE_RULE_ROWS),
    "initializer": (INITIALIZERS, INITIALIZER_ROWS),
}
"""Kind of thing → its registry and its rows. A new registry is a new line here."""
