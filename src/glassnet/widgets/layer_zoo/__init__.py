"""The layer zoo: twelve kinds of layers, each changing a real input."""

from glassnet.widgets.layer_zoo.session import ZooSession

__all__ = ["ZooSession"]
