"""The reference pages are what the docstrings say: written anew, not one letter would change."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

import glassnet as gn

TOOL = Path(__file__).parents[1] / "tools" / "reference.py"


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "argv", ["reference.py", "--check"])
    return module


def test_the_pages_are_up_to_date(reference: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert reference.main() == 0, f"write them with: make reference\n{capsys.readouterr().out}"


def test_a_changed_docstring_is_seen(
    reference: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gn.Dense, "__doc__", "Something else.\n\n>>> 1\n1\n")
    assert reference.main() == 1
    assert capsys.readouterr().out.count("out of date") == 2  # its page, and its line in the index


def test_a_page_too_many_and_a_page_missing_are_seen(
    reference: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reference, "ROOT", tmp_path / "reference")
    monkeypatch.setattr(sys, "argv", ["reference.py"])
    assert reference.main() == 0
    monkeypatch.setattr(sys, "argv", ["reference.py", "--check"])
    assert reference.main() == 0
    (tmp_path / "reference" / "layers" / "Dense.md").unlink()
    (tmp_path / "reference" / "layers" / "Dance.md").write_text("?")
    assert reference.main() == 1
    listed = capsys.readouterr().out
    assert "Dense.md" in listed
    assert "Dance.md" in listed


def test_everything_public_has_a_page(reference: ModuleType) -> None:
    written = {path.stem for path in reference.pages()}
    errors = {name for name in gn.__all__ if name.endswith("Error")}
    assert (
        set(gn.__all__) - errors - {"data", "exercises", "faults", "figures", "metrics", "widgets"} - written == set()
    )
