"""The kinds of things in this room, a line each: the first part of the catalogue (train/catalogue.py)."""

from glassnet.base.registry import Kind
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.constraints import CONSTRAINTS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import LAYERS
from glassnet.nn.layers.faulty import FrozenStatistics, SoftmaxOverBatch
from glassnet.nn.losses import LOSSES, CustomLoss
from glassnet.nn.metrics import METRICS
from glassnet.nn.regularizers import REGULARIZERS

KINDS: dict[str, Kind] = {
    "layer": Kind("layers", "Layers", LAYERS, faulty=(FrozenStatistics,)),
    "activation": Kind("activations", "Activation functions", ACTIVATIONS, faulty=(SoftmaxOverBatch,)),
    "loss": Kind("losses", "Losses", LOSSES, nameless=(CustomLoss,)),
    "initializer": Kind("initializers", "Initialisers", INITIALIZERS),
    "regularizer": Kind("regularizers", "Regularisers", REGULARIZERS),
    "constraint": Kind("constraints", "Constraints", CONSTRAINTS),
    "metric": Kind("metrics", "Metrics", METRICS, offered_by="gn.metrics"),
}
"""By the word for one of them."""
