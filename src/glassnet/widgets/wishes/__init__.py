"""Backpropagation without a formula: what each output wishes the layer before it to do."""

from glassnet.widgets.wishes.session import WishesSession

__all__ = ["WishesSession"]
