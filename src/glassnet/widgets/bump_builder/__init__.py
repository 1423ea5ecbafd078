"""Universal approximation by hand: bumps of two sigmoid units each add up to any continuous curve."""

from glassnet.widgets.bump_builder.session import BumpSession

__all__ = ["BumpSession"]
