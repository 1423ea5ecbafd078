"""The lessons: marimo notebooks, each a plain Python file that is a notebook, a page and a script at once."""

from glassnet.lessons.catalogue import LESSONS, find
from glassnet.lessons.lesson import Lesson

__all__ = ["LESSONS", "Lesson", "find"]
