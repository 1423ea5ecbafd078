"""The catalogue: every kind of thing that a network and a recipe are made of, one line a kind.

The names that a recipe accepts and the classes that a run file may hold follow from it, and so does what
`make generate` writes: what `import glassnet` offers, the pages of the reference, the numbers in README.
"""

from glassnet.base.registry import Kind, classes_by_name
from glassnet.data import GENERATORS
from glassnet.data.augmentation import AUGMENTATIONS
from glassnet.nn.kinds import KINDS
from glassnet.optim import UPDATE_RULES
from glassnet.optim.clipping import CLIPPINGS
from glassnet.optim.faulty import ForgottenZeroing, MissingBiasCorrection, WrongSign
from glassnet.optim.schedules import SCHEDULES

FAULTY_RULES = (ForgottenZeroing, WrongSign, MissingBiasCorrection)

CATALOGUE: dict[str, Kind] = KINDS | {
    "optimizer": Kind("update-rules", "Update rules", UPDATE_RULES, faulty=FAULTY_RULES),
    "schedule": Kind("schedules", "Schedules of the learning rate", SCHEDULES),
    "clipping": Kind("clipping", "Clipping of gradients", CLIPPINGS),
    "augmentation": Kind("augmentation", "Augmentation", AUGMENTATIONS, offered_by="gn.data"),
    "generator": Kind("data", "Data sets", GENERATORS, offered_by="gn.data"),
}
"""By the word for one of them: a recipe's setting where it is one."""

CLASSES = classes_by_name(CATALOGUE)
"""Every class that the settings of a recipe or of its network may hold."""
