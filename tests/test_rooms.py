"""The house rules that a reader relies on: imports point one way, and every file and function fits on a screen or two.

`ROOMS` is the one table; ARCHITECTURE.md draws it. Every rule is also shown a small tree that breaks it.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "glassnet"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE
FRONT_DOOR = ""  # `import glassnet`: what a user sees; rooms below it may use it as a user would
ENTRANCE = "__main__"  # `python -m glassnet`

# What the package offers of rooms below it: lazy exports (base/lazy_exports.py) import nothing until a name is used.
OFFERED_FROM_BELOW = ("glassnet.widgets", "glassnet.lessons.exercises")

ROOMS = (
    "base",
    "figures",
    "data",
    "nn",
    "optim",
    "train",
    "explain",
    "history",
    "files",
    "run",
    "fitting",
    "study",
    FRONT_DOOR,
    "widgets",
    "lessons",
    "app",
    ENTRANCE,
)
# Here arrays bring their own namespace, so that one text serves NumPy, JAX and traced scalars.
OWN_NAMESPACE = ("nn/activations", "nn/losses", "nn/layers", "optim")
MARIMO_ADAPTER = "lessons/marimo_internals/"
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60


@dataclass(frozen=True)
class Import:
    """One imported name: where it stands, what it names, and whether a function hides it."""

    line: int
    target: str
    hidden: bool


@dataclass(frozen=True)
class Module:
    """One source file, read but not run."""

    path: str  # relative to the package, with "/"
    name: str  # dotted
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """The room it belongs to: the first folder, or the front door."""
        parts = self.path.split("/")
        return FRONT_DOOR if parts == ["__init__.py"] else parts[0].removesuffix(".py")


Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_notebook_cell(node: ast.AST) -> bool:
    """Whether a function is a marimo cell: a notebook's cells are its module level."""
    return isinstance(node, Function) and any("app.cell" in ast.unparse(mark) for mark in node.decorator_list)


def read_modules(root: Path) -> list[Module]:
    """Read every Python file of a package."""
    found = []
    for file in sorted(root.rglob("*.py")):
        path = file.relative_to(root).as_posix()
        dotted = ".".join([PACKAGE, *path.removesuffix(".py").split("/")]).removesuffix(".__init__")
        text = file.read_text(encoding="utf-8")
        if (stub := file.with_suffix(".pyi")).exists():
            text += "\n" + stub.read_text(encoding="utf-8")  # the imports of lazy exports
        found.append(Module(path, dotted, ast.parse(text), len(text.splitlines())))
    return found


def imports_of(node: ast.AST, package: str, hidden: bool = False) -> Iterator[Import]:
    """Every imported name below a node; relative imports are resolved against `package`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(child.lineno, alias.name, hidden) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            steps_up = package.split(".")[: len(package.split(".")) - child.level + 1] if child.level else []
            base = ".".join([*steps_up, *([child.module] if child.module else [])])
            yield from (Import(child.lineno, f"{base}.{alias.name}", hidden) for alias in child.names)
        elif isinstance(child, Function) and not is_notebook_cell(child):
            yield from imports_of(child, package, hidden=True)
        else:
            yield from imports_of(child, package, hidden)


def module_imports(module: Module) -> list[Import]:
    """Every import of a module."""
    package = module.name if module.path.endswith("__init__.py") else module.name.rpartition(".")[0]
    found = imports_of(module.tree, package)
    return [i for i in found if module.room != FRONT_DOOR or i.target not in OFFERED_FROM_BELOW]


def is_ours(target: str) -> bool:
    """Whether an imported name is the package's own."""
    return target.split(".")[0] == PACKAGE


def room_of(target: str, rooms: set[str]) -> str:
    """The room an imported name of ours lies in; a name that is no room comes through the front door."""
    first = target.split(".")[1:2]
    return first[0] if first and first[0] in rooms else FRONT_DOOR


def unknown_rooms(modules: list[Module]) -> list[str]:
    """Files in no room of the table."""
    return [f"{m.path}: '{m.room}' is no room of the table" for m in modules if m.room not in ROOMS]


def wrong_arrows(modules: list[Module]) -> list[str]:
    """Imports that point to a room below."""
    known = {m.room for m in modules} | set(ROOMS)
    return [
        f"{m.path}:{i.line}: {m.room or PACKAGE} imports {i.target}, from a room below it"
        for m in modules
        if m.room in ROOMS
        for i in module_imports(m)
        if is_ours(i.target) and room_of(i.target, known) in ROOMS
        if ROOMS.index(room_of(i.target, known)) > ROOMS.index(m.room)
    ]


def hidden_imports(modules: list[Module]) -> list[str]:
    """Imports of our own inside a function, and dynamic imports."""
    inside = [
        f"{m.path}:{i.line}: {i.target} imported inside a function"
        for m in modules
        for i in module_imports(m)
        if i.hidden and is_ours(i.target)
    ]
    dynamic = [
        f"{m.path}:{node.lineno}: {ast.unparse(node)} hides an import of our own"
        for m in modules
        for node in ast.walk(m.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"import_module", "__import__"}
        if PACKAGE in ast.unparse(node)
    ]
    return inside + dynamic


def import_graph(modules: list[Module]) -> dict[str, set[str]]:
    """Which module names which, parents left out."""
    names = {m.name for m in modules}

    def named(target: str) -> str:
        return target if target in names else target.rpartition(".")[0]

    return {m.name: {named(i.target) for i in module_imports(m) if named(i.target) in names} for m in modules}


def cycles(modules: list[Module]) -> list[str]:
    """Rings of modules that import each other, each told once."""
    graph, done, found = import_graph(modules), set[str](), list[str]()

    def walk(name: str, trail: list[str]) -> None:
        if name in trail:
            found.append(" → ".join([*trail[trail.index(name) :], name]))
        elif name not in done:
            for target in sorted(graph[name]):
                walk(target, [*trail, name])
            done.add(name)

    for name in sorted(graph):
        walk(name, [])
    return found


def too_long(modules: list[Module]) -> list[str]:
    """Files and functions longer than the limits.

    A notebook's file is as long as its prose; tests/lessons limits the code of its cells.
    """
    notebooks = {m.name for m in modules if any(is_notebook_cell(node) for node in m.tree.body)}
    files = [
        f"{m.path}: {m.lines} lines, {MAX_FILE_LINES} allowed"
        for m in modules
        if m.lines > MAX_FILE_LINES and m.name not in notebooks
    ]
    functions = [
        f"{m.path}:{node.lineno}: {node.name} has {length} lines, {MAX_FUNCTION_LINES} allowed"
        for m in modules
        for node in ast.walk(m.tree)
        if isinstance(node, Function) and not is_notebook_cell(node)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION_LINES
    ]
    return files + functions


def foreign_namespaces(modules: list[Module]) -> list[str]:
    """NumPy imported where the arrays' own namespace is used."""
    return [
        f"{m.path}:{i.line}: imports {i.target}; use the array's own namespace (base.arrays)"
        for m in modules
        if m.path.startswith(tuple(f"{folder}/" for folder in OWN_NAMESPACE))
        for i in module_imports(m)
        if i.target.split(".")[0] == "numpy"
    ]


def reaches_into_marimo(modules: list[Module]) -> list[str]:
    """What marimo doesn't offer, imported elsewhere than in its adapter."""
    return [
        f"{m.path}:{i.line}: imports {i.target}; only {MARIMO_ADAPTER} reaches into marimo"
        for m in modules
        if not m.path.startswith(MARIMO_ADAPTER)
        for i in module_imports(m)
        if i.target.split(".")[0] == "marimo" and any(part.startswith("_") for part in i.target.split("."))
    ]


RULES = (unknown_rooms, wrong_arrows, hidden_imports, cycles, too_long, foreign_namespaces, reaches_into_marimo)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule):
    modules = read_modules(SOURCE)
    assert len(modules) > 50
    assert rule(modules) == []


def test_the_rooms_that_hold_the_mathematics_exist():
    assert all((SOURCE / folder / "__init__.py").exists() for folder in OWN_NAMESPACE)


CLEAN = {
    "__init__.py": "from glassnet.run import fit",
    "base/__init__.py": "",
    "data/__init__.py": "",
    "nn/layers/dense.py": "from glassnet.base import arrays",
    "run/__init__.py": "import numpy\nfrom glassnet.nn.layers.dense import Dense\n\ndef fit(): import rich",
    "lessons/marimo_internals/application.py": "import marimo\n\ndef build():\n    from marimo._ast import compiler",
    "lessons/one.py": "@app.cell\ndef _():\n    import glassnet as gn\n    return (gn,)",
}
BROKEN = [
    (unknown_rooms, {"attic/box.py": ""}, "attic"),
    (unknown_rooms, {"attic.py": ""}, "attic"),
    (wrong_arrows, {"base/up.py": "from glassnet.run import fit"}, "base/up.py:1"),
    (wrong_arrows, {"base/up.py": "from ..run import fit"}, "base/up.py:1"),
    (wrong_arrows, {"run/up.py": "import glassnet as gn"}, "run/up.py:1"),
    (wrong_arrows, {"run/up.py": "from glassnet import fit"}, "run/up.py:1"),
    (wrong_arrows, {"__init__.py": "from glassnet.widgets import Lab"}, "glassnet imports glassnet.widgets.Lab"),
    (wrong_arrows, {"__init__.pyi": "from glassnet.widgets import Lab"}, "glassnet imports glassnet.widgets.Lab"),
    (wrong_arrows, {"run/__init__.pyi": "from glassnet.app import cli as cli"}, "run imports glassnet.app.cli"),
    (wrong_arrows, {"data/up.py": "if True:\n    from glassnet.nn.layers import dense"}, "data/up.py:2"),
    (hidden_imports, {"run/hidden.py": "def f():\n    from glassnet.base import arrays"}, "run/hidden.py:2"),
    (hidden_imports, {"run/hidden.py": "class A:\n    def f(self):\n        import glassnet.base"}, "run/hidden.py:3"),
    (hidden_imports, {"app/hidden.py": "import importlib\nimportlib.import_module('glassnet.run')"}, "app/hidden.py:2"),
    (cycles, {"run/a.py": "from glassnet.run import b", "run/b.py": "import glassnet.run.a"}, "run.a → glassnet.run.b"),
    (cycles, {"run/a.py": "from . import b", "run/b.py": "from .a import f"}, "run.a → glassnet.run.b"),
    (too_long, {"run/long.py": "x = 1\n" * 401}, "401 lines"),
    (too_long, {"run/long.py": "def f():\n" + "    x = 1\n" * 60}, "f has 61 lines"),
    (foreign_namespaces, {"nn/layers/dense.py": "import numpy as np"}, "imports numpy"),
    (foreign_namespaces, {"optim/sgd.py": "def f():\n    from numpy import sqrt"}, "imports numpy.sqrt"),
    (reaches_into_marimo, {"app/lessons.py": "def f():\n    from marimo._ast import compiler"}, "marimo._ast.compiler"),
    (reaches_into_marimo, {"lessons/page.py": "import marimo._runtime.context"}, "marimo._runtime.context"),
]


def write_tree(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_a_clean_tree_passes_every_rule(tmp_path):
    modules = read_modules(write_tree(tmp_path, CLEAN))
    assert [problem for rule in RULES for problem in rule(modules)] == []


@pytest.mark.parametrize(
    ("rule", "change", "word"), BROKEN, ids=[f"{row[0].__name__}-{next(iter(row[1]))}" for row in BROKEN]
)
def test_each_rule_can_fail(tmp_path, rule, change, word):
    problems = rule(read_modules(write_tree(tmp_path, CLEAN | change)))
    assert len(problems) == 1
    assert word in problems[0]
