"""Custom losses: a formula is parsed, differentiated, typeset and checked, and a model is trained with it."""

from glassnet.widgets.custom_loss.session import CustomLossSession

__all__ = ["CustomLossSession"]
