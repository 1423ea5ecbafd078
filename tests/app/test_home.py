"""The home page: one button, three doors, the course in order, and nothing that isn't there."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from glassnet.app.contents import contents
from glassnet.app.pages import EXAMPLE
from glassnet.app.site import make_site
from glassnet.lessons import LESSONS
from glassnet.lessons.text_cache import TextCache


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    with TestClient(make_site(), base_url="http://127.0.0.1:8642") as client:
        yield client.get("/").text


def test_it_has_one_button_and_that_leads_to_the_first_lesson(page: str) -> None:
    (button,) = re.findall(r'<a class="button"[^>]*href="([^"]*)"', page)
    assert button == f"/lessons/{LESSONS[0].number}/"
    assert f"Lesson {LESSONS[0].number}: {html.escape(LESSONS[0].title)}." in page


def test_three_doors_lead_to_parts_of_the_page(page: str) -> None:
    doors = re.findall(r'<h3><a href="#(\w+)">', page)
    assert doors == ["lessons", "room", "python"]
    assert all(f'id="{door}"' in page for door in doors)


def test_the_course_lists_every_lesson_in_order_and_no_other_is_linked(page: str) -> None:
    rows = re.findall(r'<li data-lesson="(\w+)" data-sections="(\d+)"', page)
    assert [number for number, _ in rows] == [lesson.number for lesson in LESSONS]
    assert [int(count) for _, count in rows] == [
        sum(heading.level == 2 for heading in lesson.headings) for lesson in LESSONS
    ]
    assert set(re.findall(r"/lessons/(\w+)/", page)) == {lesson.number for lesson in LESSONS}
    for lesson in LESSONS:
        assert html.escape(lesson.question) in page


def test_sections_are_kept_with_the_contents(tmp_path: Path) -> None:
    kept = TextCache(tmp_path)
    first = contents(LESSONS[:1], kept)
    assert contents(LESSONS[:1], kept) == first
    assert first[0].sections > 5


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=folder, env={**os.environ})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_in_python_runs_as_it_stands(page: str, tmp_path: Path) -> None:
    assert html.escape(EXAMPLE, quote=False) in page
    accuracy, explanation = run(sys.executable, "-c", EXAMPLE, folder=tmp_path).split("\n", 1)
    assert float(accuracy) > 0.9
    assert explanation.startswith("dense_1: z[0, 3] = ")


def test_the_commands_for_digits_run_as_they_stand(page: str, tmp_path: Path) -> None:
    assert 'glassnet train digits\nglassnet show digits.glass --step 100 --explain "dense_2.z[0, 3]"' in page
    run(sys.executable, "-m", "glassnet", "train", "digits", folder=tmp_path)
    shown = run(
        sys.executable, "-m", "glassnet", "show", "digits.glass", "--step", "100", "--explain", "dense_2.z[0, 3]",
        folder=tmp_path,
    )  # fmt: skip
    assert "z[0, 3] =" in shown
