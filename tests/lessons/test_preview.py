"""A lesson's preview: what its page shows before the notebook has started."""

import sys

import pytest

from glassnet.app.lesson_pages import LessonPages
from glassnet.app.previews import Previews
from glassnet.lessons import LESSONS, Lesson, find
from glassnet.lessons.marimo_internals.outputs import static_html
from glassnet.lessons.marimo_internals.page import ROOT
from glassnet.lessons.preview import preview
from glassnet.lessons.text_cache import TextCache

PAGE = (
    '<head><meta charset="utf-8"><link rel="preload" href="font"><link rel="stylesheet" href="sheet"></head>'
    '<div id="root"></div>'
)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_it_is_the_whole_text_without_what_waits_for_python(lesson: Lesson, capsys: pytest.CaptureFixture[str]) -> None:
    text = preview(lesson)
    assert f">{lesson.title}</h1>" in text
    headings = [heading for heading in lesson.headings if heading.level == 2]
    assert len(headings) >= 5
    assert text.count("<h2") == len(headings)
    assert "<marimo-" not in text
    assert text.count('class="formula">||') >= (1 if lesson.number == "00" else 10)  # 00 does nearly without
    assert text.count('class="preview-placeholder" data-for="widget"') >= 5
    assert text.count("<div") == text.count("</div")
    assert capsys.readouterr().out == ""  # what a lesson says to a shell is for scripts


def test_a_place_holds_all_that_stood_in_it() -> None:
    inmost = "<marimo-ui-element>1 &lt; 2</marimo-ui-element>"
    inner = f"<marimo-ui-element><marimo-tabs>{inmost}</marimo-tabs></marimo-ui-element>"
    place = '<div class="preview-placeholder" data-for="control"></div>'
    assert static_html(f'<p a="&lt;">x &lt; &#955;<br/>{inner}y</p>') == f'<p a="&lt;">x &lt; &#955;<br/>{place}y</p>'
    assert 'data-for="widget"' in static_html(
        "<marimo-ui-element><marimo-anywidget></marimo-anywidget></marimo-ui-element>"
    )
    assert (
        static_html('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>') == '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    )


def test_a_page_has_its_frame_at_once_and_its_text_when_that_is_ready() -> None:
    writer = [sys.executable, "-c", "import json; print(json.dumps(['07', 'A lesson.', '']))"]
    previews = Previews(TextCache(None), [find("07")], writer)
    pages = LessonPages("/files", previews, [])
    bare = pages.completed(PAGE, "07")
    assert "lesson-bar" in bare
    assert 'id="lesson-preview" tabindex' not in bare
    assert bare.index("sheet") < bare.index("katex-") < bare.index('font"')
    previews.write_missing()
    ready = pages.completed(PAGE, "07")
    places = [ready.index(part) for part in ('id="lesson-preview" tabindex', "A lesson.", ROOT, '"lesson-bar"')]
    assert places == sorted(places)
    assert pages.completed(PAGE, "08") == bare
