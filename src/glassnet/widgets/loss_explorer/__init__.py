"""The loss explorer: curves of losses, lines fitted under them, and the surface of a loss over two parameters."""

from glassnet.widgets.loss_explorer.session import LossSession

__all__ = ["LossSession"]
