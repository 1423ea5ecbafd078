"""A lesson's preview: what its page shows until the notebook behind it has started."""

import json
import os
import sys
import traceback
from collections.abc import Iterable

from glassnet.lessons.catalogue import find
from glassnet.lessons.lesson import Lesson
from glassnet.lessons.marimo_internals.outputs import cell, outputs, static_html


def preview(lesson: Lesson) -> str:
    """Run a lesson once and return its text, formulas, tables, code and figures as HTML.

    Controls and widgets, which need a running notebook, are replaced by empty placeholders.

    Arguments:
        lesson: the lesson; its notebook is run in this process.
    """
    return "\n".join(cell(None if output is None else static_html(output)) for output in outputs(lesson.path))


def main(numbers: Iterable[str]) -> None:
    """Write the previews of these lessons, running as a separate low-priority process.

    Each becomes one line of JSON: the number, the preview (None if it failed), and the traceback.
    """
    if hasattr(os, "nice"):
        os.nice(10)
    lines, sys.stdout = sys.stdout, sys.stderr  # what a lesson prints must not mix with these lines
    for number in numbers:
        try:
            line = json.dumps([number, preview(find(number)), ""])
        except Exception:
            line = json.dumps([number, None, traceback.format_exc()])
        print(line, file=lines, flush=True)  # fails, and so ends the process, once nobody reads the pipe


if __name__ == "__main__":
    main(sys.argv[1:])
