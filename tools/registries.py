"""Complete the registries: a line in a registry's dictionary is enough, the imports above it and `__all__` follow.

Works on text alone, so that it also mends a registry that cannot be imported yet.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"


def written() -> dict[Path, str]:
    """Return the text that every `__init__.py` with an `__all__` should have."""
    files = sorted((SOURCE / "glassnet").rglob("__init__.py"))
    return {file: completed(file, text) for file in files if "\n__all__ = [" in (text := file.read_text("utf-8"))}


def completed(file: Path, text: str) -> str:
    """Return a package's text with what its registries name imported, and all that it offers in `__all__`."""
    package = ".".join(file.parent.relative_to(SOURCE).parts)
    tree = ast.parse(text)
    missing = [name for name in named_in_registries(tree) if name not in defined(tree)]
    lines = [f"from {package}.{home(file, name)} import {name}" for name in missing]
    offered = sorted(public(tree, package) | set(missing))
    if not missing and offered == sorted(listed(tree)):
        return text
    head, _, tail = text.partition("\n__all__ = [")
    head = insert(head, ast.parse(head), lines)
    return tidy(file, f"{head}\n__all__ = {offered!r}{tail.partition(']')[2]}")


def insert(text: str, tree: ast.Module, lines: list[str]) -> str:
    """Return the text with lines of code below its docstring."""
    after = tree.body[0].end_lineno or 1
    whole = text.splitlines()
    return "\n".join([*whole[:after], *lines, *whole[after:]]) + "\n"


def tidy(file: Path, text: str) -> str:
    """Return the text in the shape that `make format` gives it."""
    for command in (["check", "--fix", "--select", "I,RUF022"], ["format"]):
        whole = [sys.executable, "-m", "ruff", *command, "--quiet", "--stdin-filename", str(file), "-"]
        text = subprocess.run(whole, input=text, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    return text


def registries(tree: ast.Module) -> Iterator[ast.Dict]:
    """Yield the dictionaries that a module gives a name in capitals."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict) and ast.unparse(node.target).isupper():
            yield node.value


def named_in_registries(tree: ast.Module) -> list[str]:
    """Return what the registries of a module hold, by the names it stands there under."""
    return [item.id for found in registries(tree) for item in found.values if isinstance(item, ast.Name)]


def home(file: Path, name: str) -> str:
    """Return which module of a package's folder defines a class or a function."""
    for module in sorted(file.parent.glob("*.py")):
        nodes = ast.parse(module.read_text("utf-8")).body
        if any(isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name for node in nodes):
            return module.stem
    raise SystemExit(f"{file}: {name} is registered, but no file beside it defines {name}. Write it, or mend the name.")


def defined(tree: ast.Module) -> set[str]:
    """Return the names that a module has: imported, assigned, written."""
    return imported(tree, "") | assigned(tree)


def public(tree: ast.Module, package: str) -> set[str]:
    """Return what a package offers: what it imports from its own modules, and what it defines without underscore."""
    return {name for name in imported(tree, package) | assigned(tree) if not name.startswith("_")}


def imported(tree: ast.Module, package: str) -> set[str]:
    """Return the names imported from modules whose names begin so."""
    nodes = [node for node in tree.body if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package)]
    return {alias.asname or alias.name for node in nodes for alias in node.names}


def assigned(tree: ast.Module) -> set[str]:
    """Return the names that a module assigns or writes as a class or function."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def listed(tree: ast.Module) -> list[str]:
    """Return a module's `__all__`."""
    nodes: list[ast.expr | None] = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    return ast.literal_eval(nodes[0]) if nodes and nodes[0] is not None else []
