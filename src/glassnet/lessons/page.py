"""What every lesson's page is made of, besides its own text: code on show, verdicts, numbers in words."""

import inspect
from collections.abc import Callable
from typing import Any

import marimo

from glassnet.lessons.exercises import Verdict


def show_code(*functions: Callable[..., Any]) -> marimo.Html:
    """Return the source of functions as it runs; in the editor, where it stands in its own cell, only a pointer to it."""
    if marimo.app_meta().mode == "edit":
        names = ", ".join(f"`{function.__name__}`" for function in functions)
        return marimo.md(f"*The code of {names} stands in the cell above: change it, and everything below follows.*")
    sources = "\n\n".join(inspect.getsource(function).replace("@app.function\n", "").strip() for function in functions)
    return marimo.md(f"```python\n{sources}\n```")


def verdict_box(verdict: Verdict) -> marimo.Html:
    """Return a verdict, announced to screen readers when it appears."""
    word = "Right." if verdict.right else "Not yet."
    kind = "success" if verdict.right else "warn"
    return marimo.callout(marimo.md(f'<div role="status">\n\n**{word}** {verdict.message}\n\n</div>'), kind=kind)
