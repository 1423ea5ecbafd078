"""A threshold between yes and no: what it does to precision and recall."""

from glassnet.widgets.threshold.session import ThresholdSession

__all__ = ["ThresholdSession"]
