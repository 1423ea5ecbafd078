"""A training that is over, played back: the loss curve, and the decision map at every epoch."""

from glassnet.widgets.replay.session import ReplaySession

__all__ = ["ReplaySession"]
