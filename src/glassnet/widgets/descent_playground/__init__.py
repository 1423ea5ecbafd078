"""The descent playground: landscapes, and update rules that race down them."""

from glassnet.widgets.descent_playground.session import DescentSession

__all__ = ["DescentSession"]
