"""Thread-safe parsing of Python: marimo parses in a separate thread for each reader."""

import ast
import sys
from collections.abc import Callable
from threading import RLock
from types import ModuleType
from typing import Any


def parse_one_at_a_time(*modules: ModuleType) -> None:
    """Make these modules parse in one thread at a time, on Python 3.11.

    There, threads share the parser's depth counter: two that parse at the same time may both fail with
    "SystemError: AST constructor recursion depth mismatch" (python/cpython#106905), which would break a reader's lesson.

    Arguments:
        modules: modules that call `compile`, besides `ast` itself.
    """
    if sys.version_info < (3, 12):
        guarded = one_at_a_time(compile)
        for module in (ast, *modules):
            vars(module)["compile"] = guarded


def one_at_a_time(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that waits until no other thread is inside it.

    >>> one_at_a_time(max)(1, 2)
    2
    """
    lock = RLock()  # reentrant: garbage collected during parsing may itself parse

    def guarded(*arguments: Any, **settings: Any) -> Any:
        with lock:
            return function(*arguments, **settings)

    return guarded
