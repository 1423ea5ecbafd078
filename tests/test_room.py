"""`make test ROOM=…`: every room finds its tests, every folder of tests has a room, and a wrong name is told so."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "glassnet"
ROOMS = sorted(file.parent.name for file in PACKAGE.glob("*/__init__.py"))


def paths_of(*rooms: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / "room.py"), *rooms]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_tests_and_its_docstrings(room):
    paths = paths_of(room).stdout.split()
    assert f"src/glassnet/{room}" in paths
    assert room == "base" or len(paths) > 1  # what lies at the bottom is tested by all that stands on it
    assert all((ROOT / path).exists() for path in paths)


def test_every_folder_of_tests_belongs_to_a_room():
    tested = {ROOT / path for path in paths_of(*ROOMS).stdout.split()}
    folders = {file.parent for file in (ROOT / "tests").rglob("test_*.py")} - {ROOT / "tests"}
    assert len(folders) > 10
    assert [folder for folder in sorted(folders) if not tested & {folder, *folder.parents}] == []


def test_the_tests_of_several_rooms_are_named_once():
    paths = paths_of("nn", "optim", "nn").stdout.split()
    assert len(paths) == len(set(paths))
    assert {"tests/engine", "src/glassnet/nn", "src/glassnet/optim"} <= set(paths)


def test_without_a_room_pytest_looks_everywhere():
    assert paths_of().stdout.strip() == ""


def test_a_room_that_is_not_there_is_one_line_that_lists_those_that_are():
    done = paths_of("attic")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"There is no room 'attic'. The rooms are: {', '.join(ROOMS)}.\n"
