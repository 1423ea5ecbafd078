"""What follows from the widgets' declarations is up to date, and replies are what they are declared to be."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import wire

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("path", sorted(wire.written()), ids=lambda path: path.name)
def test_each_generated_file_is_what_the_declarations_make(path: Path) -> None:
    made, name = wire.written()[path], path.relative_to(ROOT)
    assert path.exists(), f"{name} is missing: `make generate`, and commit what it wrote"
    assert path.read_text("utf-8") == made, f"{name} is stale: `make generate`, and commit what it wrote"


def test_no_widget_that_is_gone_has_left_its_types() -> None:
    known = {path.name for path in wire.written()}
    left = sorted(path.name for path in wire.TYPES.glob("*.ts") if path.name not in known)
    assert not left, f"frontend/wire: {', '.join(left)} belongs to no widget: `make generate`"


@pytest.mark.parametrize("widget", wire.widgets_found(), ids=lambda widget: widget.folder)
def test_a_widget_has_the_same_folder_on_both_sides(widget: wire.Widget) -> None:
    page = ROOT / "frontend/widgets" / widget.folder / "index.ts"
    assert page.exists(), f"{widget.package} has no page: write {page.relative_to(ROOT)}"
