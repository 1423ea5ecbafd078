"""Complete the registries: after a new line in a registry's dictionary, add the imports above it and to `__all__`.

Works on the source text, so that it can also fix a registry that can't be imported yet.
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
    """Return a package's text with everything in its registries imported and in `__all__`."""
    package = ".".join(file.parent.relative_to(SOURCE).parts)
    tree = ast.parse(text)
    named, listed = named_in_registries(tree), in_all(tree)
    missing = [name for name in named if name not in defined(tree)]
    if not missing and set(named) <= set(listed):
        return text
    head, _, tail = text.partition("\n__all__ = [")
    head = insert(head, [f"from {package}.{home(file, name)} import {name}" for name in missing])
    return tidy(file, f"{head}\n__all__ = {sorted({*named, *listed})!r}{tail.partition(']')[2]}")


def insert(text: str, lines: list[str]) -> str:
    """Return the text with lines of code below its docstring."""
    after = ast.parse(text).body[0].end_lineno or 1
    whole = text.splitlines()
    return "\n".join([*whole[:after], *lines, *whole[after:]]) + "\n"


def tidy(file: Path, text: str) -> str:
    """Return the text formatted as by `make format`."""
    for command in (["check", "--fix", "--select", "I,RUF022"], ["format"]):
        whole = [sys.executable, "-m", "ruff", *command, "--quiet", "--stdin-filename", str(file), "-"]
        text = subprocess.run(whole, input=text, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    return text


def registries(tree: ast.Module) -> Iterator[ast.Dict]:
    """Yield a module's dictionaries with names in capitals."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict) and ast.unparse(node.target).isupper():
            yield node.value


def named_in_registries(tree: ast.Module) -> list[str]:
    """Return the names of the values in a module's registries."""
    return [item.id for found in registries(tree) for item in found.values if isinstance(item, ast.Name)]


def home(file: Path, name: str) -> str:
    """Return the module in a package's folder that defines a class or a function."""
    for module in sorted(file.parent.glob("*.py")):
        nodes = ast.parse(module.read_text("utf-8")).body
        if any(isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name for node in nodes):
            return module.stem
    raise SystemExit(
        f"{file}: {name} is registered, but no file beside it defines {name}. Write it, or correct the name."
    )


def defined(tree: ast.Module) -> set[str]:
    """Return the names that a module imports, or defines as a class or function."""
    imported = {
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    return imported | {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}


def in_all(tree: ast.Module) -> list[str]:
    """Return a module's `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return ast.literal_eval(node.value)
    return []
