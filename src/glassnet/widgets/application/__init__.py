"""Small networks on real tasks: trained in seconds while the reader watches, and then used."""

from glassnet.widgets.application.session import ApplicationSession

__all__ = ["ApplicationSession"]
