"""XOR solved by a hidden layer of two neurons that is built by hand."""

from glassnet.widgets.hidden_layer_by_hand.session import HiddenLayerSession

__all__ = ["HiddenLayerSession"]
