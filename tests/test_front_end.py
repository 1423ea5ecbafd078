"""The committed modules are what their sources make, the sources' types hold, and their unit tests pass."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUILT = ROOT / "src/glassnet/widgets/static"
PATIENCE = 300


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the front end's sources with its tools installed."""
    if not shutil.which("node") or not shutil.which("npm"):
        pytest.skip("needs Node 20 or newer, with npm, to rebuild the front end")
    copy = tmp_path_factory.mktemp("front_end") / "frontend"
    shutil.copytree(ROOT / "frontend", copy, ignore=shutil.ignore_patterns("node_modules"))
    installed = run(copy, "npm", "ci", "--no-audit", "--no-fund")
    if installed.returncode:
        pytest.skip(f"npm could not fetch the front end's tools: {installed.stderr.strip().splitlines()[-1:]}")
    return copy


def files_in(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_the_committed_modules_are_what_the_sources_make(sources: Path, tmp_path: Path) -> None:
    built = run(sources, "node", "build.mjs", "--outdir", str(tmp_path))
    assert built.returncode == 0, built.stderr
    names = files_in(tmp_path)
    assert len(names) > 50
    assert names == files_in(BUILT)
    for name in sorted(names):
        same = (tmp_path / name).read_bytes() == (BUILT / name).read_bytes()
        assert same, f"{name} is not what frontend/ makes: `make build`, and commit what it wrote"


@pytest.mark.parametrize("script", ["check", "test"])
def test_types_hold_and_unit_tests_pass(sources: Path, script: str) -> None:
    done = run(sources, "npm", "run", script)
    assert done.returncode == 0, done.stdout + done.stderr
