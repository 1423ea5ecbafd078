"""Widgets: interactive views of a run, for the web application and for notebooks."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glassnet.widgets.lab.widget import Lab

__all__ = ["Lab"]


def __getattr__(name: str) -> Any:
    """Import the notebook widgets when one is first asked for: the web application does without their libraries."""
    if name == "Lab":
        return import_module("glassnet.widgets.lab.widget").Lab
    raise AttributeError(f"module 'glassnet.widgets' has no attribute {name!r}")
