"""Late doors: packages whose names are imported when they are first asked for.

What a door offers stands in the package's stub, `__init__.pyi`, as plain imports: one list, read by type checkers,
editors and this module alike.
"""

import ast
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any


def late_door(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]], list[str]]:
    """Return a package's `__getattr__`, `__dir__` and `__all__` from the imports in its stub (PEP 562).

    Arguments:
        package: the package's `__name__`.
        file: its `__file__`; the stub lies beside it.

    >>> import glassnet.widgets
    >>> find, names, offered = late_door("glassnet.widgets", glassnet.widgets.__file__)
    >>> "Lab" in offered, names() == offered
    (True, True)
    >>> find("Labb")
    Traceback (most recent call last):
    AttributeError: module 'glassnet.widgets' has no attribute 'Labb'
    """
    homes = _homes(Path(file).with_suffix(".pyi"))
    offered = sorted(homes)

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = _load(homes[name], name)
        setattr(sys.modules[package], name, found)  # from now on found without asking here
        return found

    return find, lambda: offered, offered


def _homes(stub: Path) -> dict[str, str]:
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


def _load(home: str, name: str) -> Any:
    module = import_module(home)
    return getattr(module, name) if name in vars(module) else import_module(f"{home}.{name}")
