"""The activation explorer: activation functions and their derivatives, with a point to move along them."""

from glassnet.widgets.activation_explorer.session import ActivationSession

__all__ = ["ActivationSession"]
