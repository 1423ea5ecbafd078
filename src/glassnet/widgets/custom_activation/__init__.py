"""Custom activations: a formula is parsed, differentiated, typeset and checked, and a network is trained with it."""

from glassnet.widgets.custom_activation.session import CustomActivationSession

__all__ = ["CustomActivationSession"]
