"""The training monitor: a run while it trains, with every number that tells how it fares."""

from glassnet.widgets.training_monitor.session import MonitorSession

__all__ = ["MonitorSession"]
