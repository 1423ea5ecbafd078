"""A nerve cell and an artificial neuron side by side."""

from glassnet.widgets.two_neurons.session import TwoNeuronsSession

__all__ = ["TwoNeuronsSession"]
