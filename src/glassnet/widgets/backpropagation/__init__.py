"""Backpropagation taken slowly: one step of a small network with every gradient, and the path that made each."""

from glassnet.widgets.backpropagation.session import BackpropagationSession

__all__ = ["BackpropagationSession"]
