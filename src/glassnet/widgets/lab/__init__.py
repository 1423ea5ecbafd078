"""The Lab: a small network on points in the plane, trained live."""

from glassnet.widgets.lab.session import LabSession
from glassnet.widgets.lab.spec import LabSpec

__all__ = ["LabSession", "LabSpec"]
