"""Tests go in by the door: none imports a private name, reaches for a private attribute, or has a program do so.

What a test needs is public, or is seen in what is public. TypeScript's compiler holds the same for the front end.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
# Public in spite of their names: of named tuples, and of anywidget.
DOCUMENTED = {"_replace", "_asdict", "_fields", "_make", "_esm", "_css"}
BY_NAME = {"getattr", "setattr", "delattr", "hasattr", "setitem"}
IN_A_PROGRAM = re.compile(r"[\w\])](?<!\bmarimo)\.(_+[a-zA-Z]\w*)")


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("_") and name not in DOCUMENTED


def own_names(tree: ast.Module) -> set[str]:
    """Every name that classes of a test file define themselves."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == "self":
            found.add(node.attr)
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def reached_for(node: ast.AST, own: set[str]) -> list[str]:
    """The private names that one node names, those of the file's own classes left out."""
    match node:
        case ast.ImportFrom(module=str() as module) if module.startswith("marimo."):
            parts = []  # what Glassnet relies on inside marimo has tests of its own, here and in strings
        case ast.ImportFrom(module=module, names=names):
            parts = (module or "").split(".") + [alias.name for alias in names]
        case ast.Import(names=names):
            parts = [part for alias in names for part in alias.name.split(".")]
        case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
            parts = [] if name in own else [name]
        case ast.Attribute(attr=name):
            parts = [name]
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=arguments) if called in BY_NAME:
            words = [one.value for one in arguments if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            parts = [part for word in words for part in word.split(".")]
        case ast.Constant(value=str() as text):
            parts = IN_A_PROGRAM.findall(text)
        case _:
            parts = []
    return [part for part in parts if is_private(part)]


def private_names(text: str) -> Iterator[tuple[int, str]]:
    """Each private name that a file of tests reaches for, with its line."""
    tree = ast.parse(text)
    own = own_names(tree)
    for node in ast.walk(tree):
        for name in reached_for(node, own):
            yield getattr(node, "lineno", 0), name


def test_no_test_reaches_for_a_private_name():
    files = sorted(file for file in TESTS.rglob("*.py") if file != Path(__file__))
    assert len(files) > 100
    found = [
        f"{file.relative_to(TESTS)}:{line}: {name}" for file in files for line, name in private_names(file.read_text())
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("from glassnet.explain.bars import _count", "_count"),
        ("from glassnet._inside import count", "_inside"),
        ("import glassnet._inside as inside", "_inside"),
        ("widget._session.epochs = 3", "_session"),
        ("class Listening(Lab):\n    def ask(self):\n        self._handle()", "_handle"),
        ("monkeypatch.setattr(Run, '_note', print)", "_note"),
        ("monkeypatch.setattr('glassnet.run.run._note', print)", "_note"),
        ("getattr(run, '_note')", "_note"),
        ("PROGRAM = '''\nprint(run.compiled._placement)\n'''", "_placement"),
        ("page.evaluate('element => element.__player.step')", "__player"),
        ("f'{one} => run(one)._held'", "_held"),
    ],
)
def test_the_rule_can_fail(text, name):
    assert {found for _, found in private_names(text)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "state._replace(step=3)",
        "class Held:\n    def hold(self):\n        self._held = 1\n    def look(self):\n        print(self._held)",
        "thing.__class__.__name__",
        "for _, value in pairs: print(value)",
        "import importlib.metadata",
        "link._repr_mimebundle_()",
        "name = 'lesson_06_measuring_success.ipynb'",
    ],
)
def test_what_is_the_test_s_own_or_documented_may_be_used(text):
    assert list(private_names(text)) == []
