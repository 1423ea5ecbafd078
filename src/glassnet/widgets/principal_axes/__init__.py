"""A cloud of points that can be turned, and its principal axes."""

from glassnet.widgets.principal_axes.session import CloudSession

__all__ = ["CloudSession"]
