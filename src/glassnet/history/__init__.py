"""What happened in training: losses and epochs, states kept on the way, changes by hand."""

from glassnet.history.history import EpochRow, History
from glassnet.history.timeline import Timeline

__all__ = ["EpochRow", "History", "Timeline"]
