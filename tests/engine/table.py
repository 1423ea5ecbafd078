"""One table of everything that is registered. To add a layer, an activation, a loss … is to add one row.

Every test of the battery runs over every row; a registered thing without a row fails `test_registry.py`.
A row may ask to be left out of a property, but only by name and with a reason (`exceptions`):

    "gradient"   the backward is the derivative of the forward (finite differences)
    "jax"        forward and backward read the same under jax.numpy, and JAX's own gradient agrees
    "torch"      PyTorch computes the same (needs `torch`)
    "objects"    forward and backward run on NumPy object arrays of scalars
    "float32"    float32 in, float32 out
"""

from collections.abc import Mapping
from typing import Any

from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.constraints import CONSTRAINTS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import LAYERS
from glassnet.nn.losses import LOSSES
from glassnet.nn.metrics import METRICS
from glassnet.nn.regularizers import REGULARIZERS
from glassnet.optim import UPDATE_RULES
from glassnet.optim.clipping import CLIPPINGS
from glassnet.optim.schedules import SCHEDULES

from .activation_rows import ACTIVATION_ROWS
from .layer_rows import LAYER_ROWS
from .loss_rows import LOSS_ROWS
from .metric_rows import METRIC_ROWS
from .row import Row
from .training_rows import (
    CLIPPING_ROWS,
    CONSTRAINT_ROWS,
    INITIALIZER_ROWS,
    REGULARIZER_ROWS,
    SCHEDULE_ROWS,
    UPDATE_RULE_ROWS,
)

TABLE: dict[str, tuple[Mapping[str, Any], tuple[Row, ...]]] = {
    "activation": (ACTIVATIONS, ACTIVATION_ROWS),
    "layer": (LAYERS, LAYER_ROWS),
    "loss": (LOSSES, LOSS_ROWS),
    "regularizer": (REGULARIZERS, REGULARIZER_ROWS),
    "constraint": (CONSTRAINTS, CONSTRAINT_ROWS),
    "update rule": (UPDATE_RULES, UPDATE_RULE_ROWS),
    "schedule": (SCHEDULES, SCHEDULE_ROWS),
    "clipping": (CLIPPINGS, CLIPPING_ROWS),
    "initializer": (INITIALIZERS, INITIALIZER_ROWS),
    "metric": (METRICS, METRIC_ROWS),
}
"""Kind of thing → its registry and its rows. A new registry is a new line here."""

__all__ = [
    "ACTIVATION_ROWS",
    "CLIPPING_ROWS",
    "CONSTRAINT_ROWS",
    "INITIALIZER_ROWS",
    "LAYER_ROWS",
    "LOSS_ROWS",
    "METRIC_ROWS",
    "REGULARIZER_ROWS",
    "SCHEDULE_ROWS",
    "TABLE",
    "UPDATE_RULE_ROWS",
    "Row",
]
