"""Backpropagation step by step: one training step of a small network with every gradient, and how each was computed."""

from glassnet.widgets.backpropagation.session import BackpropagationSession

__all__ = ["BackpropagationSession"]
