"""The stub `glassnet/__init__.pyi`: the names that `import glassnet` offers, as plain imports."""

from pathlib import Path

from pages import ERRORS, GROUPS, MODULES
from registries import tidy

STUB = Path(__file__).resolve().parent.parent / "src" / "glassnet" / "__init__.pyi"
HEAD = '''"""What `import glassnet` offers; the module beside it imports each name when it is first asked for.

Written by `make generate`.
"""
'''
TAIL = "__all__: list[str]\n__version__: str\n"


def written() -> dict[Path, str]:
    """Return the stub's text."""
    imports = {(package, name) for package, names in MODULES.items() for name in names}
    offered = [*ERRORS, *(thing for group in GROUPS.values() for thing in group.offered)]
    imports |= {(thing.__module__, thing.__name__) for thing in offered}
    lines = [f"from {module} import {name} as {name}" for module, name in sorted(imports)]
    return {STUB: tidy(STUB, "\n".join([HEAD, *lines, "", TAIL]))}
