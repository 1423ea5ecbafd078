"""The lessons' texts in the server: kept on disk, written once when something has changed, and never in the way."""

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from glassnet.app import previews
from glassnet.app.contents import contents
from glassnet.app.previews import Previews
from glassnet.lessons import LESSONS, Lesson, find
from glassnet.lessons.sources import OF_ONE_LESSON, PACKAGE, Sources, source_files
from glassnet.lessons.text_cache import MAX_VERSIONS, TextCache, cache_folder

TWO = [find("05a"), find("06")]
RECORDING_WRITER = """
import json, sys
with open({record!r}, "a") as record:
    record.write(" ".join(sys.argv[1:]) + "\\n")
for number in sys.argv[1:]:
    fails = number in {failing!r}
    print(json.dumps([number, None, "ValueError: no data"] if fails else [number, "text " + number, ""]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where texts are kept."""
    return tmp_path / "cache" / "previews"


@pytest.fixture
def kept(folder: Path) -> TextCache:
    return TextCache(folder)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """What was asked of the writer, a line each time."""
    return tmp_path / "asked.txt"


@pytest.fixture
def started(kept: TextCache, record: Path) -> Callable[..., Previews]:
    """Start a server's previews with a quick writer: load, then write what is missing."""

    def start(lessons: list[Lesson] = TWO, failing: str = "", kept: TextCache = kept) -> Previews:
        code = RECORDING_WRITER.format(record=str(record), failing=[failing])
        made = Previews(kept, lessons, [sys.executable, "-c", code])
        made.load()
        made.write_missing()
        return made

    return start


def test_texts_are_written_once_and_are_there_at_the_next_start(
    started: Callable[..., Previews], record: Path, folder: Path
) -> None:
    assert started().text("05a") == "text 05a"
    assert record.read_text() == "05a 06\n"
    again = started()
    assert (again.text("05a"), again.text("06"), again.text("07")) == ("text 05a", "text 06", None)
    assert record.read_text() == "05a 06\n"
    assert len(list(folder.iterdir())) == 2


def test_only_a_lesson_that_has_changed_is_written_anew(
    started: Callable[..., Previews], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started()
    monkeypatch.setattr(Sources, "digest", lambda self, lesson: "0" if lesson.number == "06" else real(self, lesson))
    assert started().text("06") == "text 06"
    assert record.read_text() == "05a 06\n06\n"


real = Sources.digest


@pytest.mark.parametrize("damage", [b"", b"text 05a", b"0" * 64 + b"\ntext 05a"])
def test_a_damaged_file_is_written_anew(
    started: Callable[..., Previews], record: Path, folder: Path, damage: bytes
) -> None:
    started()
    (file,) = folder.glob("05a-*")
    whole = file.read_bytes()
    for left in (damage, whole[:-2]):
        file.write_bytes(left)
        assert started().text("05a") == "text 05a"
    assert record.read_text() == "05a 06\n05a\n05a\n"
    assert file.read_bytes() == whole


def test_a_lesson_that_fails_is_reported_and_tried_again_at_the_next_start(
    started: Callable[..., Previews], record: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        made = started(failing="05a")
    assert "Lesson 05a" in caplog.text
    assert "no data" in caplog.text
    assert (made.text("05a"), made.text("06")) == (None, "text 06")
    assert started().text("05a") == "text 05a"
    assert record.read_text() == "05a 06\n05a\n"


def test_a_writer_that_dies_is_reported(kept: TextCache, caplog: pytest.LogCaptureFixture) -> None:
    dying = Previews(kept, TWO, [sys.executable, "-c", "raise SystemExit(3)"])
    with caplog.at_level(logging.ERROR):
        dying.write_missing()
    assert "status 3" in caplog.text


def refuse(*_: object) -> None:
    """What a folder says that this user may not write to."""
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("place", ["a file", "unwritable", "none"])
def test_without_a_folder_to_write_to_texts_are_there_all_the_same(
    started: Callable[..., Previews],
    record: Path,
    tmp_path: Path,
    place: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "a file").write_text("here already")
    if place == "unwritable":
        monkeypatch.setattr("glassnet.base.files.open_temporary", refuse)
    here = TextCache(None if place == "none" else tmp_path / place / "previews")
    for _ in range(2):
        assert started(kept=here).text("06") == "text 06"
    assert record.read_text() == "05a 06\n" * 2
    assert caplog.text == ""


def test_two_servers_at_once_do_not_disturb_each_other(
    started: Callable[..., Previews], folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made: list[Previews] = []
    threads = [threading.Thread(target=lambda: made.append(started())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.text("05a") for one in made] == ["text 05a"] * 4
    assert sorted(file.name[:3] for file in folder.iterdir()) == ["05a", "06-"]
    assert caplog.text == ""


def test_what_has_lain_unused_the_longest_is_deleted(kept: TextCache, folder: Path) -> None:
    for place in range(MAX_VERSIONS + 3):
        kept.write("05a", str(place), "text")
        os.utime(folder / f"05a-{place}.txt", (place, place))
    assert kept.read("05a", "0") == "text"  # used just now
    (folder / ".05a-9.txt.half").write_bytes(b"left by a crash")
    os.utime(folder / ".05a-9.txt.half", (0, 0))
    kept.prune(1)
    assert sorted(file.name for file in folder.iterdir()) == [f"05a-{place}.txt" for place in (0, 4, 5, 6)]


def test_a_text_whose_source_was_changed_meanwhile_is_shown_but_not_kept(
    started: Callable[..., Previews], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changing = iter(range(100))
    monkeypatch.setattr(Sources, "digest", lambda self, lesson: str(next(changing)))
    assert started().text("05a") == "text 05a"
    assert not folder.exists()


def test_a_server_that_ends_takes_its_writer_with_it(kept: TextCache, caplog: pytest.LogCaptureFixture) -> None:
    slow = Previews(
        kept, TWO, [sys.executable, "-c", 'import time; print(\'["05a", "text", ""]\', flush=True); time.sleep(600)']
    )
    thread = threading.Thread(target=slow.write_missing)
    thread.start()
    while slow.text("05a") is None:
        assert thread.is_alive()
    slow.close()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert caplog.text == ""
    slow.write_missing()  # nothing more


def test_the_writer_tells_texts_and_failures_apart_from_what_a_lesson_prints(tmp_path: Path) -> None:
    code = (
        "from glassnet.lessons import preview\n"
        "def text_of(lesson):\n"
        "    print('a word to the shell')\n"
        "    return lesson.title if lesson.number == '06' else 1 / 0\n"
        "preview.preview = text_of\n"
        "preview.main(['05a', '06'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    (number, text, trouble), good = (json.loads(line) for line in done.stdout.splitlines())
    assert (number, text, trouble.splitlines()[-1]) == ("05a", None, "ZeroDivisionError: division by zero")
    assert good == ["06", find("06").title, ""]


def test_the_real_writer_writes_a_text_and_no_answers_reach_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GLASSNET_HOME", str(tmp_path / "answers"))
    made = Previews(TextCache(None), [find("07")])
    made.write_missing()
    assert f">{find('07').title}</h1>" in (made.text("07") or "")
    assert not (tmp_path / "answers").exists()
    assert previews.NOT_KEPT == {"GLASSNET_HOME": "none"}


def test_nobody_s_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GLASSNET_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path / "lessons"
    monkeypatch.setenv("GLASSNET_CACHE", "none")
    assert cache_folder() is None
    monkeypatch.setenv("GLASSNET_CACHE", "~nobody-of-that-name/cache")
    assert cache_folder() is None
    monkeypatch.delenv("GLASSNET_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert cache_folder() is None


class Tree:
    """A small package of sources."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in (
            "lessons/lesson_05_numbers.py",
            "lessons/lesson_exercises/lesson_06.py",
            "nn/dense.py",
            "app/serve.py",
        ):
            self.write(name, "x = 1")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text)

    def digests(self) -> dict[str, str]:
        sources = Sources(self.folder)
        return {lesson.number: sources.digest(lesson) for lesson in LESSONS}


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("lessons/lesson_05_numbers.py", {"05a", "05b"}),
        ("lessons/lesson_exercises/lesson_06.py", {"06"}),
        ("lessons/lesson_07/more.py", {"07"}),
        ("nn/dense.py", {lesson.number for lesson in LESSONS}),
        ("data/new.csv", {lesson.number for lesson in LESSONS}),
        ("app/serve.py", set()),
        ("widgets/static/lab.js", set()),
        ("nn/__pycache__/dense.pyc", set()),
    ],
)
def test_a_digest_follows_what_the_text_is_made_from(tmp_path: Path, name: str, changed: set[str]) -> None:
    tree = Tree(tmp_path)
    before = tree.digests()
    tree.write(name, "x = 2")
    after = tree.digests()
    assert {number for number in before if before[number] != after[number]} == changed


def test_a_digest_follows_versions_and_whether_mnist_is_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree, library = Tree(tmp_path / "package"), tmp_path / "site-packages" / "numpy-99.dist-info"
    monkeypatch.setattr(sys, "path", [*sys.path, str(library.parent)])
    bare = tree.digests()
    library.mkdir(parents=True)
    upgraded = tree.digests()
    monkeypatch.setattr("glassnet.lessons.sources.find_local_mnist", lambda: "here")
    with_mnist = tree.digests()
    for number in bare:
        assert len({bare[number], upgraded[number], with_mnist[number]}) == 3


def test_the_contents_are_read_out_of_a_notebook_once(kept: TextCache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = contents(TWO, kept)
    assert [(entry.number, entry.title, entry.minutes) for entry in first] == [
        (lesson.number, lesson.title, lesson.minutes) for lesson in TWO
    ]
    monkeypatch.setattr(Lesson, "cells", property(lambda lesson: pytest.fail("read again")))
    assert contents([Lesson(lesson.path) for lesson in TWO], kept) == first


def test_no_lesson_takes_anything_from_another_s_modules() -> None:
    """Or a change there would leave its own text as it was."""
    own = [file for file in source_files(PACKAGE) if OF_ONE_LESSON.search(file.name) and file.suffix == ".py"]
    assert len(own) > len(LESSONS)
    for file in own:
        number = OF_ONE_LESSON.search(file.name)[1]  # type: ignore[index]
        imported = [
            line for line in file.read_text("utf-8").splitlines() if line.strip().startswith(("import ", "from "))
        ]
        assert set(OF_ONE_LESSON.findall("\n".join(imported))) <= {number}, file
