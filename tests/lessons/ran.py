"""Runs a lesson's notebook once for all tests of its outputs and definitions."""

from functools import cache
from importlib import import_module
from typing import Any

from glassnet.lessons import Lesson


@cache
def ran(lesson: Lesson) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return what a lesson's cells show, and what they define."""
    outputs, defs = import_module(f"glassnet.lessons.{lesson.path.stem}").app.run()
    return tuple(outputs), dict(defs)
