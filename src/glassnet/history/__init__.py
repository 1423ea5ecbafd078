"""What happened in training: losses and epochs, stored states, changes made by hand."""

from glassnet.history.history import EpochRow, History
from glassnet.history.timeline import Timeline

__all__ = ["EpochRow", "History", "Timeline"]
