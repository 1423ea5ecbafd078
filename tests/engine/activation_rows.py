"""Rows of the activations."""

from typing import Any

import glassnet as gn

from .draws import far_from_zero
from .row import Row

ACTIVATION_ROWS = (
    Row(
        (gn.BinaryStep(),),
        lambda t, g, z: (z >= 0).double() + 0.0 * z,
        draw=far_from_zero,
        exceptions={"objects": "a step is up or not by a comparison, which leaves a constant: no number has a history"},
    ),
    Row((gn.Linear(),), lambda t, g, z: z),
    Row((gn.Sigmoid(),), lambda t, g, z: t.sigmoid(z)),
    Row((gn.Tanh(),), lambda t, g, z: t.tanh(z)),
    Row((gn.ReLU(),), lambda t, g, z: t.relu(z)),
    Row(
        (gn.LeakyReLU(), gn.LeakyReLU(0.3), gn.LeakyReLU(0.0)),
        lambda t, g, z: t.nn.functional.leaky_relu(z, g.slope),
    ),
    Row((gn.ELU(), gn.ELU(0.4)), lambda t, g, z: t.nn.functional.elu(z, g.alpha)),
    Row((gn.SELU(),), lambda t, g, z: t.nn.functional.selu(z)),
    Row((gn.Softplus(),), lambda t, g, z: t.nn.functional.softplus(z)),
    Row((gn.GELU(),), lambda t, g, z: t.nn.functional.gelu(z)),
    Row((gn.GELUTanh(),), lambda t, g, z: t.nn.functional.gelu(z, approximate="tanh")),
    Row((gn.SiLU(),), lambda t, g, z: t.nn.functional.silu(z)),
    Row(
        (
            gn.FormulaActivation("z / (1 + exp(-z))"),
            gn.FormulaActivation("where(z > 0, z, alpha * z)", {"alpha": 0.2}),
            gn.FormulaActivation("sin(z) * abs(z)"),
        ),
        lambda t, g, z: {
            "z / (1 + exp(-z))": lambda: t.nn.functional.silu(z),
            "where(z > 0, z, alpha * z)": lambda: t.nn.functional.leaky_relu(z, 0.2),
            "sin(z) * abs(z)": lambda: t.sin(z) * z.abs(),
        }[g.formula](),
        draw=far_from_zero,
    ),
    Row((gn.Softmax(),), lambda t, g, z: t.softmax(z, -1), shapes=((4,), (1,), (3, 5))),
)


def torch_activation(torch: Any, activation: Any, z: Any) -> Any:
    """Return PyTorch's value of one of our activations, through that activation's own row."""
    row = next(row for row in ACTIVATION_ROWS if row.kind is type(activation))
    assert row.torch is not None
    return row.torch(torch, activation, z)
