"""What follows from something else is written, not remembered: written anew, not one letter would change.

Imports nothing of ours, so that it also runs, and tells what to do, while a registry can't be imported.
"""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parents[1] / "tools"


@pytest.fixture
def registries(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    return import_module("registries")


def test_everything_is_up_to_date() -> None:
    command = [sys.executable, str(TOOLS / "generate.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, f"make generate writes it anew\n{done.stdout}{done.stderr}"


REGISTRY = '''"""Things."""

from glassnet.things.old import Old

THINGS: dict[str, type] = {
    "old": Old,
    "new": New,
}

__all__ = ["THINGS", "Old"]
'''
WANTED = '''"""Things."""

from glassnet.things.new_thing import New
from glassnet.things.old import Old

THINGS: dict[str, type] = {
    "old": Old,
    "new": New,
}

__all__ = ["THINGS", "New", "Old"]
'''


@pytest.fixture
def registry(registries: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "glassnet" / "things"
    folder.mkdir(parents=True)
    (folder / "old.py").write_text("class Old: ...\n")
    (folder / "__init__.py").write_text(REGISTRY)
    monkeypatch.setattr(registries, "SOURCE", tmp_path)
    return folder


def test_a_line_in_a_registry_brings_its_import(registries: ModuleType, registry: Path) -> None:
    (registry / "new_thing.py").write_text("class New: ...\n")
    assert registries.written() == {registry / "__init__.py": WANTED}


def test_a_complete_registry_stays_as_it_is(registries: ModuleType, registry: Path) -> None:
    (registry / "__init__.py").write_text(WANTED)
    assert registries.written() == {registry / "__init__.py": WANTED}


def test_a_registered_name_that_no_file_defines_is_told(registries: ModuleType, registry: Path) -> None:
    with pytest.raises(SystemExit, match="New is registered, but no file beside it defines New"):
        registries.written()


def test_a_figure_is_offered(registries: ModuleType, registry: Path) -> None:
    (registry / "__init__.py").write_text('"""Figures."""\n\n__all__ = ["Line"]\n')
    (registry / "spiral_graph.py").write_text("def spiral_graph() -> Still: ...\ndef turn() -> Still: ...\n")
    (registry / "helper.py").write_text("def helper() -> str: ...\n")
    (text,) = registries.written().values()
    assert "from glassnet.things.spiral_graph import spiral_graph\n" in text
    assert text.endswith('__all__ = ["Line", "spiral_graph"]\n')
