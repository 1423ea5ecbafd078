"""What was trained is kept: on a full disk elsewhere, in a killed resume with its results; names are checked first."""

import os
from pathlib import Path
from typing import Any

import pytest

import glassnet as gn
from glassnet.app.cli import main
from glassnet.files import read_run_file
from glassnet.fitting import train

from .test_steps import told

TRAIN = ("train", "digits", "--epochs", 1, "--hidden", "", "-q")


def no_room_in(monkeypatch: pytest.MonkeyPatch, *folders: Path, from_call: int = 0) -> list[str]:
    """Let every write of content into these folders fail; return the list of the files that were to be written."""
    real, names, asked = os.open, {}, list[str]()
    write = os.write

    def opened(path: Any, *rest: Any, **named: Any) -> int:
        descriptor = real(path, *rest, **named)
        names[descriptor] = Path(os.fsdecode(path)).parent
        return descriptor

    def written(descriptor: int, content: Any) -> int:
        if names.get(descriptor) in folders:
            asked.append(str(names[descriptor]))
            if len(asked) > from_call:
                raise OSError(28, "No space left on device")
        return write(descriptor, content)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "write", written)
    return asked


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a home of its own."""
    for name in ("here", "disk", "home"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GLASSNET_HOME", str(tmp_path / "home" / "answers"))
    return tmp_path / "here"


def test_a_disk_that_is_full_at_the_end_keeps_the_run_elsewhere(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = here.parent / "disk"
    asked = no_room_in(monkeypatch, disk)
    said = told(capsys, monkeypatch, *TRAIN, "-o", disk / "a.glass")
    assert asked
    assert f"The run is saved in {here / 'kept-run-1.glass'} instead" in said
    assert "No space left on device" in said
    assert said.count("\n") == 1
    assert gn.load(here / "kept-run-1.glass").state.epoch == 1
    assert read_run_file(here / "kept-run-1.glass").results["accuracy"] > 0.5
    assert not list(disk.iterdir())


def test_the_next_place_is_taken_where_there_is_none_here(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    no_room_in(monkeypatch, here.parent / "disk", here)
    said = told(capsys, monkeypatch, *TRAIN, "-o", here.parent / "disk" / "a.glass")
    assert gn.load(here.parent / "home" / "answers" / "kept-run-1.glass").state.epoch == 1
    assert str(here.parent / "home" / "answers") in said


def test_a_person_is_asked_for_a_path_where_there_is_no_place(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glassnet.app.keeping.spare_places", lambda: iter(()))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    disk = here.parent / "disk"
    answers = iter([str(disk / "again.glass"), str(here / "typed.glass")])
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    no_room_in(monkeypatch, disk)
    told(capsys, monkeypatch, *TRAIN, "-o", disk / "a.glass")
    assert gn.load(here / "typed.glass").state.epoch == 1


def test_a_file_that_appears_during_training_costs_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = train

    def meanwhile(*arguments: Any, **named: Any) -> None:
        real(*arguments, **named)
        (here / "a.glass").write_bytes(b"somebody else's")

    monkeypatch.setattr("glassnet.app.training.train", meanwhile)
    said = told(capsys, monkeypatch, *TRAIN, "-o", "a.glass")
    assert "kept-run-1.glass instead" in said
    assert (here / "a.glass").read_bytes() == b"somebody else's"
    assert gn.load(here / "kept-run-1.glass").state.epoch == 1


@pytest.mark.parametrize("name", ["n" * 300 + ".glass", "no folder/a.glass"])
def test_the_name_is_checked_before_training(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("glassnet.app.training.train", lambda *_, **__: pytest.fail("trained"))
    assert "Cannot write" in told(capsys, monkeypatch, *TRAIN, "-o", name)


def trained(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str) -> dict[str, Any]:
    told(capsys, monkeypatch, *TRAIN, "-o", name)
    return dict(read_run_file(name).results)


def test_a_killed_resume_keeps_results_and_they_are_those_of_its_epoch(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = trained(capsys, monkeypatch, "a.glass")

    class Killed(BaseException):
        """What no clean-up of ours handles."""

    real = gn.Run.save

    def save(run: gn.Run, path: Any, **named: Any) -> None:
        real(run, path, **named)
        if run.state.epoch == 3:
            raise Killed

    monkeypatch.setattr(gn.Run, "save", save)
    monkeypatch.setattr("sys.argv", ["glassnet", "resume", "a.glass", "--epochs", "9", "-q"])
    with pytest.raises(Killed):
        main()
    monkeypatch.undo()
    file = read_run_file(here / "a.glass")
    assert file.state.epoch == 3
    assert file.results.keys() == first.keys()
    assert file.results["loss"] == gn.load(here / "a.glass").evaluate("test").loss != first["loss"]


def test_resume_writes_the_file_that_it_was_given_whatever_it_is_called(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    trained(capsys, monkeypatch, "run-{epoch}.glass")
    told(capsys, monkeypatch, "resume", "run-{epoch}.glass", "--epochs", 2, "-q")
    assert [entry.name for entry in here.iterdir()] == ["run-{epoch}.glass"]
    assert read_run_file(here / "run-{epoch}.glass").state.epoch == 2


def test_a_disk_that_fills_during_resume_keeps_what_was_trained(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = here.parent / "disk"
    trained(capsys, monkeypatch, str(disk / "a.glass"))
    no_room_in(monkeypatch, disk, from_call=1)
    said = told(capsys, monkeypatch, "resume", disk / "a.glass", "--epochs", 9, "-q")
    assert "kept-run-1.glass instead" in said
    assert gn.load(disk / "a.glass").state.epoch == 2
    assert gn.load(here / "kept-run-1.glass").state.epoch == 3
