"""Widgets: interactive views of a run, for the web application and for notebooks."""

from glassnet.base.lazy_exports import lazy_exports

__getattr__, __dir__, __all__ = lazy_exports(__name__, __file__)
