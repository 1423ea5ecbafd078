"""The wheel that people install holds every file that the program reads, and nothing that only builders need."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "glassnet"
# What the program reads while it runs, beside its own code.
ASSETS = {".pyi", ".js", ".css", ".html", ".svg", ".png", ".ico", ".json", ".md"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a freshly built wheel; building needs no network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(zipfile.ZipFile(next(folder.glob("*.whl"))).namelist())


def sources() -> set[str]:
    """Every file of the package that belongs in the wheel."""
    files = (file for file in SOURCE.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    kept = (file for file in files if file.suffix in ASSETS | {".py", ".typed"} and "__marimo__" not in file.parts)
    return {file.relative_to(SOURCE.parent).as_posix() for file in kept}


def test_every_source_and_asset_is_inside(wheel):
    assert len(sources()) > 50
    assert sources() - wheel == set()


@pytest.mark.parametrize(
    "pattern",
    [
        "app/static/*",
        "app/html/*",
        "lessons/static/*.css",
        "lessons/lesson_*.py",
        *(f"widgets/static/{modules}.js" for modules in ("lib/*", "dom/*", "pages/*", "widgets/*/index")),
    ],
)
def test_each_kind_of_asset_is_inside(wheel, pattern):
    assert any(PurePosixPath(name).match(f"glassnet/{pattern}") for name in wheel)


def test_only_the_package_and_its_papers_are_inside(wheel):
    top = {name.split("/")[0] for name in wheel}
    assert top == {"glassnet", next(name for name in top if name.endswith(".dist-info"))}
    assert not [name for name in wheel if re.search(r"(^|/)(tests?|test_.*|.*_test|conftest)(\.\w+)?(/|$)", name)]
    assert not [name for name in wheel if name.endswith((".ts", ".map", ".pyc"))]


def test_licence_and_command_are_inside(wheel):
    assert any(name.endswith("licenses/LICENSE") for name in wheel)
    assert any(name.endswith("entry_points.txt") for name in wheel)
