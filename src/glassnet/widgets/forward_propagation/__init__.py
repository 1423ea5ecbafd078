"""Forward propagation in seven phases: how inputs become a prediction, with every number and its arithmetic."""

from glassnet.widgets.forward_propagation.session import ForwardSession

__all__ = ["ForwardSession"]
