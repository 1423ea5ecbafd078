"""Ways to train a run: `fit`, with callbacks; `Sequential`, as in Keras; the choice of an engine."""

from glassnet.fitting.fit import fit, train
from glassnet.fitting.sequential import Sequential

__all__ = ["Sequential", "fit", "train"]
