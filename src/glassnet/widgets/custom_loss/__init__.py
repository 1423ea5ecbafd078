"""A loss of one's own: a formula is read, differentiated, typeset, checked, and a model is trained with it."""

from glassnet.widgets.custom_loss.session import CustomLossSession

__all__ = ["CustomLossSession"]
