"""The architecture explorer: inputs, hidden layers and outputs, and how many parameters that makes."""

from glassnet.widgets.architecture_explorer.architecture import Architecture
from glassnet.widgets.architecture_explorer.session import ArchitectureSession

__all__ = ["Architecture", "ArchitectureSession"]
