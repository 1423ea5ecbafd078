"""The Lab: a small network on points in the plane, trained in front of its reader."""

from glassnet.widgets.lab.session import LabSession
from glassnet.widgets.lab.spec import LabSpec

__all__ = ["LabSession", "LabSpec"]
