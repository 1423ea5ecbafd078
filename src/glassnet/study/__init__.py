"""Studies of runs: fair comparisons, loss landscapes, the history of every sample, injected faults, ensembles."""

from glassnet.study.ensemble import Ensemble
from glassnet.study.fair import Fair, fair

__all__ = ["Ensemble", "Fair", "fair"]
