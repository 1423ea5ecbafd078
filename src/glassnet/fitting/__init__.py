"""Ways to train a run: fit in one call, with callbacks; Sequential, as in Keras; which engine suits."""

from glassnet.fitting.fit import fit, train
from glassnet.fitting.sequential import Sequential

__all__ = ["Sequential", "fit", "train"]
