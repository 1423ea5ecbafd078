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

from glassnet.train.catalogue import CATALOGUE

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

ROWS: dict[str, tuple[Row, ...]] = {
    "activation": ACTIVATION_ROWS,
    "layer": LAYER_ROWS,
    "loss": LOSS_ROWS,
    "regularizer": REGULARIZER_ROWS,
    "constraint": CONSTRAINT_ROWS,
    "optimizer": UPDATE_RULE_ROWS,
    "schedule": SCHEDULE_ROWS,
    "clipping": CLIPPING_ROWS,
    "initializer": INITIALIZER_ROWS,
    "metric": METRIC_ROWS,
}
"""The rows of each kind of the catalogue. A new kind is a new line here."""

ELSEWHERE = {
    "augmentation": "tests/data/test_augmentation.py, EACH",
    "generator": "tests/data/test_dataset.py, GENERATED",
}
"""Kinds whose rows stand beside the tests of their room."""

TABLE: dict[str, tuple[Mapping[str, Any], tuple[Row, ...]]] = {
    kind: (CATALOGUE[kind].things, rows) for kind, rows in ROWS.items()
}
"""Kind of thing → its registry and its rows."""

__all__ = [
    "ACTIVATION_ROWS",
    "CLIPPING_ROWS",
    "CONSTRAINT_ROWS",
    "ELSEWHERE",
    "INITIALIZER_ROWS",
    "LAYER_ROWS",
    "LOSS_ROWS",
    "METRIC_ROWS",
    "REGULARIZER_ROWS",
    "ROWS",
    "SCHEDULE_ROWS",
    "TABLE",
    "UPDATE_RULE_ROWS",
    "Row",
]
