"""How much each pixel of a handwritten digit tells about the digit."""

from glassnet.widgets.pixel_information.session import InformationSession

__all__ = ["InformationSession"]
