"""The tools that write what follows from the catalogue: what changes is seen, and mended."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import glassnet as gn
from glassnet.lessons.catalogue import LESSONS
from glassnet.nn.layers import LAYERS
from glassnet.nn.losses import LOSSES
from glassnet.optim import UPDATE_RULES

ROOT = Path(__file__).parents[1]
TOOLS = ROOT / "tools"


def tool(name: str) -> ModuleType:
    return import_module(name)


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tools can be imported, and each test does so anew."""
    monkeypatch.syspath_prepend(str(TOOLS))
    yield
    for name in ("generate", "pages", *tool("generate").TOOLS):
        sys.modules.pop(name, None)


def check(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["generate.py", *arguments])
    return tool("generate").main()


def test_a_changed_docstring_is_seen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gn.Dense, "__doc__", "Something else.\n\n>>> 1\n1\n")
    assert check(monkeypatch, "--check") == 1
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "out of date: docs/reference/README.md (update it with: make generate)",
        "out of date: docs/reference/layers/Dense.md (update it with: make generate)",
    ]


def test_a_page_too_many_and_a_page_missing_are_mended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tool("reference"), "ROOT", tmp_path / "reference")
    assert check(monkeypatch) == 0
    assert check(monkeypatch, "--check") == 0
    capsys.readouterr()
    missing, many = (tmp_path / "reference" / "layers" / name for name in ("Dense.md", "Dance.md"))
    missing.unlink()
    many.write_text("?")
    assert check(monkeypatch, "--check") == 1
    told = capsys.readouterr().out
    assert "Dense.md" in told
    assert "Dance.md" in told
    assert check(monkeypatch) == 0
    assert missing.exists()
    assert not many.exists()


def test_numbers_in_documents_are_counted() -> None:
    layers, rules = len(LAYERS), len(UPDATE_RULES)
    text = tool("counts").counted("Lessons 01 to 02: it has 3 layers, 999 update rules and 2 left feet.")
    lessons = f"Lessons {LESSONS[0].number} to {LESSONS[-1].number}"
    assert text == f"{lessons}: it has {layers} layers, {rules} update rules and 2 left feet."


def test_the_lessons_so_far_are_listed() -> None:
    text = tool("counts").counted("The lessons so far are 01 *One*,\n02 *Two* and 03 *Three*. Read them.")
    assert text.startswith(f"The lessons so far are {LESSONS[0].number} *{LESSONS[0].title}*, ")
    assert text.replace("\n", " ").endswith(f" and {LESSONS[-1].number} *{LESSONS[-1].title}*. Read them.")
    assert max(map(len, text.splitlines())) <= 130
    assert tool("counts").counted(text) == text


def test_a_new_loss_is_offered_and_has_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cubic(gn.Huber):
        """The cube of an error."""

    Cubic.__module__ = "glassnet.nn.losses.cubic"
    monkeypatch.setitem(LOSSES, "cubic", Cubic)
    assert "from glassnet.nn.losses.cubic import Cubic as Cubic\n" in next(iter(tool("stub").written().values()))
    page = next(text for path, text in tool("reference").written().items() if path.name == "Cubic.md")
    assert 'As a setting: `"cubic"`.' in page


def test_generating_does_without_built_modules(tmp_path: Path) -> None:
    """Types are written before the page is built, which needs them: neither waits for the other."""
    for folder in ("tools", "src", "docs", "frontend"):
        unneeded = shutil.ignore_patterns("static", "node_modules", "__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=unneeded)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "README.md", tmp_path)
    types = tmp_path / "frontend/wire/lab.ts"
    types.unlink()
    command = [sys.executable, str(tmp_path / "tools/generate.py")]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "src")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stderr
    assert types.read_text("utf-8") == (ROOT / "frontend/wire/lab.ts").read_text("utf-8")
