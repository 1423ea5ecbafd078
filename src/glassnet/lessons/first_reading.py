"""A lesson's text before anybody has opened it: what its page shows until the notebook behind it has started."""

import json
import os
import sys
import traceback
from collections.abc import Iterable

from glassnet.lessons.catalogue import find
from glassnet.lessons.lesson import Lesson
from glassnet.lessons.marimo_internals.outputs import cell, outputs, still


def first_reading(lesson: Lesson) -> str:
    """Run a lesson once and return its text, formulas, tables, code and pictures as HTML.

    Where a control or a widget will be, which nothing answers yet, an empty place is left.

    Arguments:
        lesson: whose notebook is run, in this process.
    """
    return "\n".join(cell(None if output is None else still(output)) for output in outputs(lesson.path))


def main(numbers: Iterable[str]) -> None:
    """Write the texts of these lessons, as a process of its own that gives way to others.

    Each becomes a line of JSON: the number, the text (None where there is none), and what went wrong.
    """
    if hasattr(os, "nice"):
        os.nice(10)
    lines, sys.stdout = sys.stdout, sys.stderr  # whatever a lesson prints is no line of these
    for number in numbers:
        try:
            line = json.dumps([number, first_reading(find(number)), ""])
        except Exception:
            line = json.dumps([number, None, traceback.format_exc()])
        print(line, file=lines, flush=True)  # fails, and ends this, when nobody reads any more


if __name__ == "__main__":
    main(sys.argv[1:])
