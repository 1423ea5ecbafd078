"""Saving: permissions are the umask's, links and devices stay, nothing is left behind, names are checked first."""

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import glassnet as gn
from glassnet.base.files import check_writable, write_atomically
from glassnet.base.temporary import open_temporary
from glassnet.fitting import train
from glassnet.fitting.callbacks import Checkpoint

posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links and devices of POSIX")
NET = gn.Network([gn.Dense(1, "sigmoid")])


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path, mask: int, mode: int) -> None:
    with umask(mask):
        write_atomically(tmp_path / "a.glass", b"one")
    assert stat.S_IMODE((tmp_path / "a.glass").stat().st_mode) == mode


@posix
def test_a_file_that_exists_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.glass").write_bytes(b"old")
    (tmp_path / "a.glass").chmod(0o640)
    write_atomically(tmp_path / "a.glass", b"new")
    assert stat.S_IMODE((tmp_path / "a.glass").stat().st_mode) == 0o640
    assert (tmp_path / "a.glass").read_bytes() == b"new"


@posix
def test_what_a_link_points_to_is_written_not_the_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for target in (tmp_path / "elsewhere" / "there.glass", tmp_path / "elsewhere" / "not yet.glass"):
        link = tmp_path / f"link to {target.name}"
        link.symlink_to(target)
    (tmp_path / "elsewhere" / "there.glass").write_bytes(b"old")
    for link in list(tmp_path.glob("link*")):
        write_atomically(link, b"new")
        assert link.is_symlink()
        assert link.resolve().read_bytes() == b"new"


@posix
def test_a_pipe_is_written_into_and_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_atomically(tmp_path / "pipe", b"content")
    reader.join(20)
    assert read == [b"content"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    write_atomically(Path(os.devnull), b"content")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_what_the_killed_left_is_cleared_but_not_what_is_being_written(tmp_path: Path) -> None:
    target = tmp_path / "a.glass"
    descriptor, abandoned = open_temporary(target)
    os.close(descriptor)
    descriptor, alive = open_temporary(target)
    others = [tmp_path / ".b.glass.0123abcd.part", tmp_path / ".a.glass.lock", tmp_path / "a.glass.part"]
    for other in others:
        other.write_bytes(b"not mine")
    write_atomically(target, b"new")
    assert not abandoned.exists()
    assert alive.exists()
    assert all(other.exists() for other in others)
    os.close(descriptor)


def test_many_threads_may_write_one_file(tmp_path: Path) -> None:
    contents = [bytes([number]) * 10_000 for number in range(8)]

    def write_often(content: bytes) -> None:
        for _ in range(10):
            write_atomically(tmp_path / "a", content)

    threads = [threading.Thread(target=write_often, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "a").read_bytes() in contents
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_name_nearly_too_long_is_written_and_one_too_long_is_refused(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("n" * 250), b"content")
    assert [entry.name for entry in tmp_path.iterdir()] == ["n" * 250]
    for use in (check_writable, lambda path: write_atomically(path, b"content")):
        with pytest.raises(OSError, match="too long"):
            use(tmp_path / ("n" * 300))


@pytest.mark.parametrize("name", ["folder", "file/below.glass", "n" * 300 + ".glass", "run-{epoch}/" + "n" * 300])
def test_a_checkpoint_s_name_is_checked_before_the_first_step(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    run = gn.Run(NET, gn.Recipe("binary_cross_entropy"), gn.data.moons(40, seed=1))
    with pytest.raises(gn.RunFileError, match="Cannot write"):
        train(run, 3, progress=False, callbacks=[Checkpoint(tmp_path / name)])
    assert run.step == 0


def test_a_checkpoint_of_what_can_not_be_saved_says_so_before_the_first_step(tmp_path: Path) -> None:
    recipe = gn.Recipe("binary_cross_entropy", metrics=(lambda prediction, truth: 0.0,))
    run = gn.Run(NET, recipe, gn.data.moons(40, seed=1))
    with pytest.raises(gn.SettingError, match="can't be saved"):
        train(run, 3, progress=False, callbacks=[Checkpoint(tmp_path / "a.glass")])
    assert run.step == 0


def test_the_epoch_in_a_name_may_have_digits(tmp_path: Path) -> None:
    run = gn.Run(NET, gn.Recipe("binary_cross_entropy"), gn.data.moons(40, seed=1))
    train(run, 2, progress=False, callbacks=[Checkpoint(tmp_path / "{epoch}" / "run-{epoch:03}.glass")])
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.glass")) == [
        str(Path("1") / "run-001.glass"),
        str(Path("2") / "run-002.glass"),
    ]
    for wrong in ("{epoch:x}", "{epoch", "{epochs}"):
        with pytest.raises(gn.SettingError, match="may contain"):
            Checkpoint(wrong)


def test_a_checkpoint_that_fails_hands_the_run_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = 0

    def full(_descriptor: int) -> None:
        nonlocal saved
        saved += 1
        if saved > 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(gn.RunFileError, match="No space left") as caught:
        gn.fit(
            NET,
            gn.data.moons(40, seed=1),
            loss="binary_cross_entropy",
            epochs=9,
            callbacks=Checkpoint(tmp_path / "a.glass"),
        )
    run = caught.value.run
    assert run.state.epoch == 2
    assert gn.load(tmp_path / "a.glass").state.epoch == 1
