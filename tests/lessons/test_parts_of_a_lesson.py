"""A lesson that is several parts of one number: found, numbered, served and cached as such."""

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from glassnet.app import lessons as served
from glassnet.app.site import make_site
from glassnet.lessons import Lesson, catalogue, find
from glassnet.lessons.catalogue import first_parts, lessons_in
from glassnet.lessons.sources import Sources

from . import lesson_rules


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Lesson, ...]:
    """Lesson 07, and 08 in two parts of four exercises each."""
    source = find("07").source
    for name, first in (("07_down", 1), ("08a_back", 1), ("08b_on", 9)):
        text = source
        for place in range(8, 0, -1):
            text = text.replace(f'"07.{place}"', f'"{name[:2]}.{first + place - 1}"')
        (tmp_path / f"lesson_{name}.py").write_text(text, "utf-8")
    found = lessons_in(tmp_path)
    monkeypatch.setattr(catalogue, "LESSONS", found)
    monkeypatch.setattr(served, "LESSONS", found)
    return found


def test_parts_are_lessons_in_order(parts: tuple[Lesson, ...]) -> None:
    assert [(lesson.number, lesson.whole) for lesson in parts] == [("07", "07"), ("08a", "08"), ("08b", "08")]
    assert {number: lesson.number for number, lesson in first_parts(parts).items()} == {"08": "08a"}


@pytest.mark.parametrize(
    ("asked", "number"), [("7", "07"), ("8", "08a"), ("08", "08a"), ("8b", "08b"), ("08b", "08b"), ("08a", "08a")]
)
def test_the_number_of_the_whole_finds_the_first_part(parts: tuple[Lesson, ...], asked: str, number: str) -> None:
    assert find(asked).number == number
    assert find(asked) in parts


def test_exercises_are_numbered_through_all_parts(parts: tuple[Lesson, ...]) -> None:
    for lesson in parts:
        assert lesson.exercises == lesson_rules.numbered(lesson)
    assert (parts[1].exercises[0], parts[2].exercises[0]) == ("08.1", "08.9")


def test_addresses_of_the_whole_lead_to_the_first_part(parts: tuple[Lesson, ...]) -> None:
    with TestClient(make_site(), base_url="http://localhost") as client:
        moved = client.get("/lessons/08/?code=1", follow_redirects=False)
        assert (moved.status_code, moved.headers["location"]) == (308, "/lessons/08a/?code=1")
        assert "lesson_08a_back.ipynb" in client.get("/lessons/08/notebook.ipynb").headers["content-disposition"]
        assert client.get("/lessons/09/").status_code == 404


def test_a_text_depends_on_its_own_part_and_on_what_the_parts_share(tmp_path: Path) -> None:
    for name in ("lesson_08_shared.py", "lesson_08a_back.py", "lesson_08b_on.py"):
        (tmp_path / name).write_text("", "utf-8")
    a, b = (replace(find("08"), path=tmp_path / name) for name in ("lesson_08a_back.py", "lesson_08b_on.py"))
    before = Sources(tmp_path).digest(a), Sources(tmp_path).digest(b)
    (tmp_path / "lesson_08b_on.py").write_text("# changed", "utf-8")
    other = Sources(tmp_path).digest(a), Sources(tmp_path).digest(b)
    assert (other[0] == before[0], other[1] == before[1]) == (True, False)
    (tmp_path / "lesson_08_shared.py").write_text("# changed", "utf-8")
    assert Sources(tmp_path).digest(a) != before[0]
