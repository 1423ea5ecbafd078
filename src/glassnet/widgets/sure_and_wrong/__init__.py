"""A neuron that is sure and wrong, corrected by two losses."""

from glassnet.widgets.sure_and_wrong.session import NeuronSession

__all__ = ["NeuronSession"]
