"""Widgets: interactive views of a run, for the web application and for notebooks."""

from glassnet.base.late import late_door

__getattr__, __dir__, __all__ = late_door(__name__, __file__)
