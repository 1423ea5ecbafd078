"""Lazy exports: a package whose names are imported when they are first used.

The package's stub, `__init__.pyi`, lists what it exports as plain imports: one list for type checkers, editors and
this module.
"""

import ast
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from glassnet.base.guesses import hint


def lazy_exports(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Return a package's `__getattr__`, `__dir__` and `__all__` from the imports in its stub (PEP 562).

    Arguments:
        package: the package's `__name__`.
        file: its `__file__`; the stub is in the same folder.

    >>> import glassnet.widgets
    >>> find, names, exported = lazy_exports("glassnet.widgets", glassnet.widgets.__file__)
    >>> "Lab" in exported, names() == exported
    (True, True)
    >>> find("Labb")
    Traceback (most recent call last):
    AttributeError: module 'glassnet.widgets' has no attribute 'Labb'. Did you mean 'Lab'?
    """
    sources = _sources(Path(file).with_suffix(".pyi"))
    exported = sorted(sources)

    def find(name: str) -> Any:
        if name not in sources:
            raise AttributeError(f"module {package!r} has no attribute {name!r}{_hinted(name, exported)}")
        found = _load(sources[name], name)
        setattr(sys.modules[package], name, found)  # from now on found without this function
        return found

    return find, lambda: exported, exported


def _hinted(name: str, exported: list[str]) -> str:
    known = [] if name.startswith("_") else exported
    return f".{found}" if (found := hint(name, known)) else ""


def _sources(stub: Path) -> dict[str, str]:
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def _load(source: str, name: str) -> Any:
    module = import_module(source)
    return getattr(module, name) if name in vars(module) else import_module(f"{source}.{name}")
