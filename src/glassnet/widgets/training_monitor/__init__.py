"""The training monitor: a run while it trains, with all the numbers that describe its progress."""

from glassnet.widgets.training_monitor.session import MonitorSession

__all__ = ["MonitorSession"]
