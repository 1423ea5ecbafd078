"""Image → numbers: an image, and the grid of numbers that represents it in a computer."""

from glassnet.widgets.image_to_numbers.session import ImageSession

__all__ = ["ImageSession"]
