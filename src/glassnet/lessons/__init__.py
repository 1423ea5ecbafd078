"""The lessons: marimo notebooks, each a plain Python file that works as a notebook, a web page and a script."""

from glassnet.lessons.catalogue import LESSONS, find
from glassnet.lessons.lesson import Lesson

__all__ = ["LESSONS", "Lesson", "find"]
