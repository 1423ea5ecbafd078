"""A perceptron whose line is set by hand, or learns from one mistake at a time."""

from glassnet.widgets.perceptron_by_hand.session import PerceptronSession

__all__ = ["PerceptronSession"]
