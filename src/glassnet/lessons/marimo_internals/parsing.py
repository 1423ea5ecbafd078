"""Parsing Python in several threads, as marimo does with a thread for each reader."""

import ast
import sys
from collections.abc import Callable
from threading import RLock
from types import ModuleType
from typing import Any


def parse_one_at_a_time(*modules: ModuleType) -> None:
    """Let these modules parse in one thread at a time, on Python 3.11.

    There, threads share the counter of the parser's depth: two that parse at the same time may both fail with
    "SystemError: AST constructor recursion depth mismatch" (python/cpython#106905), and a reader's lesson with them.

    Arguments:
        modules: those that call `compile`, besides `ast` itself.
    """
    if sys.version_info < (3, 12):
        alone = one_at_a_time(compile)
        for module in (ast, *modules):
            vars(module)["compile"] = alone


def one_at_a_time(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that waits until no other thread is inside it.

    >>> one_at_a_time(max)(1, 2)
    2
    """
    lock = RLock()  # a thread may come back in: what is collected while it parses may parse

    def alone(*arguments: Any, **settings: Any) -> Any:
        with lock:
            return function(*arguments, **settings)

    return alone
