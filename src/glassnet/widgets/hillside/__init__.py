"""A curve to walk down: the slope under one's feet, as a small triangle and as the step that follows from it."""

from glassnet.widgets.hillside.session import HillsideSession

__all__ = ["HillsideSession"]
