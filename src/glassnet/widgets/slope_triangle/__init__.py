"""The slope of a curve as a triangle that gets smaller and smaller."""

from glassnet.widgets.slope_triangle.session import SlopeSession

__all__ = ["SlopeSession"]
