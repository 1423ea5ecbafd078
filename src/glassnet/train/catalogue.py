"""The catalogue: every kind of building block of a network or a recipe, one line per kind.

It determines the names that a recipe accepts, the classes that a run file may contain, and what `make generate` writes:
what `import glassnet` offers, the pages of the reference, the numbers in README.
"""

from glassnet.base.registry import Kind
from glassnet.data import GENERATORS
from glassnet.data.augmentation import AUGMENTATIONS
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.constraints import CONSTRAINTS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import LAYERS
from glassnet.nn.layers.faulty import ForgottenSlope, FrozenStatistics, SoftmaxOverBatch
from glassnet.nn.losses import LOSSES, CustomLoss
from glassnet.nn.metrics import METRICS
from glassnet.nn.regularizers import REGULARIZERS
from glassnet.optim import UPDATE_RULES
from glassnet.optim.clipping import CLIPPINGS
from glassnet.optim.faulty import ForgottenZeroing, MissingBiasCorrection, WrongSign
from glassnet.optim.schedules import SCHEDULES

FAULTY_RULES = (ForgottenZeroing, WrongSign, MissingBiasCorrection)

CATALOGUE: dict[str, Kind] = {
    "layer": Kind("layers", "Layers", LAYERS, faulty=(FrozenStatistics,)),
    "activation": Kind("activations", "Activation functions", ACTIVATIONS, faulty=(SoftmaxOverBatch, ForgottenSlope)),
    "loss": Kind("losses", "Losses", LOSSES, nameless=(CustomLoss,)),
    "initializer": Kind("initializers", "Initialisers", INITIALIZERS),
    "regularizer": Kind("regularizers", "Regularisers", REGULARIZERS),
    "constraint": Kind("constraints", "Constraints", CONSTRAINTS),
    "metric": Kind("metrics", "Metrics", METRICS, offered_by="gn.metrics"),
    "optimizer": Kind("update-rules", "Update rules", UPDATE_RULES, faulty=FAULTY_RULES),
    "schedule": Kind("schedules", "Schedules of the learning rate", SCHEDULES),
    "clipping": Kind("clipping", "Clipping of gradients", CLIPPINGS),
    "augmentation": Kind("augmentation", "Augmentation", AUGMENTATIONS, offered_by="gn.data"),
    "generator": Kind("data", "Data sets", GENERATORS, offered_by="gn.data"),
}
"""By the singular word, which is the recipe's setting if there is one."""

CLASSES: dict[str, type] = {cls.__name__: cls for kind in CATALOGUE.values() for cls in kind.classes}
"""Every class that the settings of a network or a recipe may contain, by name."""
