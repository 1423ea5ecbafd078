"""Image → numbers: a picture, and the grid of numbers that it is to a computer."""

from glassnet.widgets.image_to_numbers.session import ImageSession

__all__ = ["ImageSession"]
