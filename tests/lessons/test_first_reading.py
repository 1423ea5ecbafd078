"""What a lesson's page shows before the notebook has started."""

import json
import logging
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glassnet.app import lesson_pages
from glassnet.app.lesson_pages import LessonPages
from glassnet.app.lessons import marimo_static
from glassnet.lessons import LESSONS, Lesson, find
from glassnet.lessons.first_reading import first_reading, still

PAGE = (
    '<head><meta charset="utf-8"><link rel="preload" href="font"><link rel="stylesheet" href="sheet"></head>'
    '<div id="root"></div>'
)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> LessonPages:
    monkeypatch.setattr(lesson_pages, "READ_APART", [sys.executable, "-c", ""])
    return LessonPages(marimo_static() / "assets", "/files")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_it_is_the_whole_text_without_what_waits_for_python(lesson: Lesson, capsys: pytest.CaptureFixture[str]) -> None:
    text = first_reading(lesson)
    assert f">{lesson.title}</h1>" in text
    sections = re.findall(r"^    ## (.*)$", lesson.path.read_text("utf-8"), re.MULTILINE)
    assert len(sections) >= 5
    assert len(re.findall("<h2", text)) == len(sections)
    assert "<marimo-" not in text
    assert text.count('class="formula">||') >= 20
    assert text.count('class="reading-place" data-for="widget"') >= 5
    assert text.count("<div") == text.count("</div")
    assert capsys.readouterr().out == ""  # what a lesson says to a shell is for scripts


def test_a_place_holds_all_that_stood_in_it() -> None:
    inmost = "<marimo-ui-element>1 &lt; 2</marimo-ui-element>"
    inner = f"<marimo-ui-element><marimo-tabs>{inmost}</marimo-tabs></marimo-ui-element>"
    place = '<div class="reading-place" data-for="control"></div>'
    assert still(f'<p a="&lt;">x &lt; &#955;<br/>{inner}y</p>') == f'<p a="&lt;">x &lt; &#955;<br/>{place}y</p>'
    assert 'data-for="widget"' in still("<marimo-ui-element><marimo-anywidget></marimo-anywidget></marimo-ui-element>")
    assert still('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>') == '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'


def test_a_page_has_its_frame_at_once_and_its_text_when_that_is_ready(
    pages: LessonPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lesson_pages, "PATIENCE_SECONDS", 0.0)
    bare = pages.completed(PAGE, "07")
    assert "lesson-bar" in bare
    assert 'id="first-reading" tabindex' not in bare
    assert bare.index("sheet") < bare.index("katex-") < bare.index('font"')
    pages.prepare([find("07")])
    ready = pages.completed(PAGE, "07")
    assert (
        ready.index('id="first-reading" tabindex') < ready.index('<div id="root"></div>') < ready.index('"lesson-bar"')
    )
    assert pages.completed(PAGE, "08") == bare


def test_a_lesson_that_fails_is_reported_and_the_others_are_made_ready(
    pages: LessonPages, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(lesson_pages, "PATIENCE_SECONDS", 0.0)

    def fails_once(lesson: Lesson) -> str:
        if lesson.number == "05":
            raise ValueError("no data")
        return "text of its own"

    monkeypatch.setattr(lesson_pages, "first_reading", fails_once)
    with caplog.at_level(logging.ERROR):
        pages.prepare([find("05"), find("06")])
    assert "Lesson 05" in caplog.text
    assert "no data" in caplog.text
    assert "text of its own" not in pages.completed(PAGE, "05")
    assert "text of its own" in pages.completed(PAGE, "06")


def test_nothing_is_prepared_while_somebody_opens_a_lesson_or_after_the_end(
    pages: LessonPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            pages.closed = True

    monkeypatch.setattr(time, "sleep", sleep)
    monkeypatch.setattr(lesson_pages, "first_reading", lambda lesson: pytest.fail("prepared"))
    pages.completed(PAGE, "07")
    pages.prepare()
    assert len(slept) == 3


def test_the_typesetter_is_found_among_marimo_s_files() -> None:
    assets = marimo_static() / "assets"
    assert Path(assets / lesson_pages.typesetter(assets)).is_file()


def test_a_process_of_its_own_writes_every_text() -> None:
    done = subprocess.run(lesson_pages.READ_APART, capture_output=True, text=True, timeout=300)
    texts = dict(json.loads(line) for line in done.stdout.splitlines())
    assert list(texts) == [lesson.number for lesson in LESSONS]
    assert all(f">{lesson.title}</h1>" in texts[lesson.number] for lesson in LESSONS)


def test_what_another_process_writes_is_taken_line_by_line(pages: LessonPages, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(f"print({json.dumps(json.dumps([number, 'text of ' + number]))});" for number in ("05", "06"))
    monkeypatch.setattr(lesson_pages, "READ_APART", [sys.executable, "-c", lines])
    pages.prepare([])
    assert "text of 06" in pages.completed(PAGE, "06")
    assert "text of" not in pages.completed(PAGE, "07")
