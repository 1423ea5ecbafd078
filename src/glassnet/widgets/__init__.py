"""Widgets: interactive views of a run, for the web application and for notebooks."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glassnet.widgets.backpropagation.widget import Backpropagation
    from glassnet.widgets.custom_loss.widget import CustomLoss
    from glassnet.widgets.descent.widget import DescentPlayground
    from glassnet.widgets.images.widget import ImageToNumbers
    from glassnet.widgets.lab.widget import Lab
    from glassnet.widgets.losses.widget import LossExplorer
    from glassnet.widgets.sounds.widget import SoundToWaveform

__all__ = [
    "Backpropagation",
    "CustomLoss",
    "DescentPlayground",
    "ImageToNumbers",
    "Lab",
    "LossExplorer",
    "SoundToWaveform",
]

MODULES = {
    "Backpropagation": "glassnet.widgets.backpropagation.widget",
    "CustomLoss": "glassnet.widgets.custom_loss.widget",
    "DescentPlayground": "glassnet.widgets.descent.widget",
    "ImageToNumbers": "glassnet.widgets.images.widget",
    "Lab": "glassnet.widgets.lab.widget",
    "LossExplorer": "glassnet.widgets.losses.widget",
    "SoundToWaveform": "glassnet.widgets.sounds.widget",
}


def __getattr__(name: str) -> Any:
    """Import the notebook widgets when one is first asked for: the web application does without their libraries."""
    if name in MODULES:
        return getattr(import_module(MODULES[name]), name)
    raise AttributeError(f"module 'glassnet.widgets' has no attribute {name!r}")
