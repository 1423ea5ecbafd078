"""A network that reads digits as a closed box, and as one with glass walls."""

from glassnet.widgets.glass_box.session import GlassBoxSession

__all__ = ["GlassBoxSession"]
