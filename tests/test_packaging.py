"""One version everywhere, metadata that agree with what is supported, the set-up's paths, and the workflow."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
import yaml

import glassnet as gn
from glassnet.base.version import __version__

ROOT = Path(__file__).parents[1]
TOOLS = ROOT / "tools"
WORKFLOWS = ROOT / ".github" / "workflows"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SUPPORTED = ["3.11", "3.12", "3.13", "3.14"]


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(TOOLS)


def test_the_version_is_one() -> None:
    command = [sys.executable, "-c", "from glassnet.app.cli import main; main()", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert gn.__version__ == metadata("glassnet")["Version"] == __version__
    assert done.stdout == f"glassnet {__version__}\n"
    assert "version" in PROJECT["dynamic"]
    assert "version" not in PROJECT


def test_the_changelog_knows_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = text.split("\n## ")[1]
    assert newest.startswith(f"[{__version__}]") or f"To be released as {__version__}." in newest


def test_nothing_else_writes_the_version_down() -> None:
    written = re.compile(rf"^\s*(?:__version__|version|VERSION)\s*[:=]\s*\"{re.escape(__version__)}\"", re.MULTILINE)
    places = [*(ROOT / "src").rglob("*.py"), ROOT / "pyproject.toml"]
    found = [file.name for file in places if written.search(file.read_text(encoding="utf-8"))]
    assert found == ["version.py"]


def test_metadata_name_what_is_supported() -> None:
    classifiers = PROJECT["classifiers"]
    named = [word.rpartition(" ")[2] for word in classifiers if re.search(r":: 3\.\d+$", word)]
    assert named == SUPPORTED
    assert PROJECT["requires-python"] == f">={SUPPORTED[0]}"
    assert {"Homepage", "Documentation", "Source", "Issues", "Changelog"} <= PROJECT["urls"].keys()
    assert all(address.startswith("https://") for address in PROJECT["urls"].values())
    for system in ("MacOS", "Windows", "Linux"):
        assert any(system in word for word in classifiers)


def test_the_classifiers_exist() -> None:
    from trove_classifiers import classifiers

    assert set(PROJECT["classifiers"]) <= set(classifiers)


def test_programs_lie_where_each_system_has_them() -> None:
    from programs import program

    windows, posix = PureWindowsPath("C:/glassnet/.venv"), PurePosixPath("glassnet/.venv")
    assert program(windows, "python", "win32").as_posix() == "C:/glassnet/.venv/Scripts/python.exe"
    assert program(windows, "uv", "win32").name == "uv.exe"
    for platform in ("linux", "darwin"):
        assert program(posix, "python", platform).as_posix() == "glassnet/.venv/bin/python"
    assert program(ROOT / ".venv", "python").parent.name == ("Scripts" if sys.platform == "win32" else "bin")


@pytest.mark.parametrize(
    ("system", "machine", "tag", "right"),
    [
        ("win32", "AMD64", "win_amd64", True),
        ("win32", "ARM64", "win_arm64", True),
        ("win32", "x86", "win32", True),
        ("win32", "AMD64", "win_arm64", False),
        ("win32", "AMD64", "manylinux_2_17_x86_64", False),
        ("darwin", "arm64", "macosx_11_0_arm64", True),
        ("darwin", "arm64", "win_arm64", False),
    ],
)
def test_the_installer_is_fetched_for_this_system(
    system: str, machine: str, tag: str, right: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import get_uv

    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert get_uv.fits(tag) is right


@pytest.mark.skipif(sys.platform == "win32", reason="asks make as if on Windows")
@pytest.mark.parametrize(("system", "folder"), [("Windows_NT", "Scripts"), ("", "bin")])
def test_make_looks_for_programs_in_the_same_place(system: str, folder: str) -> None:
    done = subprocess.run(
        ["make", "--dry-run", "check-sources", f"OS={system}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert f".venv/{folder}/ruff" in done.stdout


def test_a_new_version_is_installed_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import setup as tool

    before = tool.fingerprint("test")
    other = tmp_path / "version.py"
    other.write_text('__version__ = "9.9.9"\n')
    monkeypatch.setattr(tool, "VERSION", other)
    assert tool.fingerprint("test") != before


def test_pythons_are_those_of_the_classifiers() -> None:
    import pythons

    assert pythons.allowed((ROOT / "pyproject.toml").read_text(encoding="utf-8")) == SUPPORTED
    assert pythons.split_words(["3.12", "--", "-k", "dense"]) == (["3.12"], ["-k", "dense"])
    assert pythons.split_words(["3.12"]) == (["3.12"], [])
    assert pythons.main(["2.7"]) == 2


def workflow() -> dict[str, Any]:
    (file,) = WORKFLOWS.glob("*.yml")
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def test_the_workflow_covers_every_system_and_python() -> None:
    matrix = workflow()["jobs"]["fast"]["strategy"]["matrix"]
    assert matrix["python"] == SUPPORTED
    assert [system.partition("-")[0] for system in matrix["os"]] == ["ubuntu", "macos", "windows"]


def missing(command: str) -> str:
    """What a command of the workflow needs and is not here; "" where it can run."""
    first, *words = command.split()
    if first == "make":
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return ", ".join(word for word in words if "=" not in word and word not in targets)
    if first not in ("python", "bash", "sh") or not words:
        return first
    return "" if (ROOT / words[0]).is_file() else words[0]


def test_every_command_of_the_workflow_exists() -> None:
    steps = [step for job in workflow()["jobs"].values() for step in job["steps"]]
    commands = [line for step in steps if "run" in step for line in step["run"].splitlines()]
    assert len(commands) >= 3
    assert [command for command in commands if missing(command)] == []
    assert {missing("python tools/nothing.py"), missing("make nothing"), missing("cargo test")} == {
        "tools/nothing.py", "nothing", "cargo",
    }  # fmt: skip


def test_the_workflow_sets_up_a_set_that_there_is() -> None:
    import setup as tool

    steps = [step for job in workflow()["jobs"].values() for step in job["steps"]]
    asked = [step["run"].split()[2] for step in steps if step.get("run", "").startswith("python tools/setup.py")]
    assert asked
    assert set(asked) <= set(tool.SETS)
