"""Running averages: exponentially weighted, with and without bias correction."""

from glassnet.widgets.running_average.session import AverageSession

__all__ = ["AverageSession"]
