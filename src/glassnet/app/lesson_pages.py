"""What we add to marimo's page of a lesson: our frame, and the lesson's text, readable before the notebook has started.

marimo's page requests some 250 scripts, and anything requested separately waits behind them. So our additions are in
the page itself, and the files of marimo's that the text needs are requested first.
"""

import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from glassnet.app.contents import Entry
from glassnet.app.previews import Previews
from glassnet.lessons import LESSONS
from glassnet.lessons.exercises.own_code.key import code_key
from glassnet.lessons.glossary import GLOSSARY
from glassnet.lessons.marimo_internals.page import (
    ROOT,
    Additions,
    is_whole,
    typesetter,
    typesetter_files,
    typesetter_fonts,
    with_additions,
    without_places,
)
from glassnet.widgets.linking import as_script

FOLDER = Path(LESSONS[0].path).parent / "static"
STYLES = (
    Path(__file__).parent / "static" / "palette.css",
    *(FOLDER / name for name in ("lesson.css", "frame.css", "symbols.css", "glossary.css")),
)
FIRST_SCRIPT = "pages/lesson_head.js"
SCRIPT = "pages/lesson.js"
"""Runs as soon as the text is on the page."""


class LessonPages:
    """Completes the pages of lessons, with their texts where ready.

    Arguments:
        files: the address of marimo's files.
        previews: the lessons' texts.
        entries: the contents.
        root: the path that the site is under.
        editor: the address of the editor for code exercises.
    """

    def __init__(
        self, files: str, previews: Previews, entries: Iterable[Entry], root: str = "", editor: str = ""
    ) -> None:
        listed = [
            {"number": entry.number, "title": entry.title, "minutes": entry.minutes, "lab": entry.lab}
            for entry in entries
        ]
        self._head = _template("head.html").substitute(
            root=root,
            lessons=escape(json.dumps(listed, ensure_ascii=False), quote=True),
            terms=escape(json.dumps(_terms(listed), ensure_ascii=False), quote=True),
            code=escape(json.dumps({"key": code_key(), "editor": editor}), quote=True),
            style="\n".join(file.read_text("utf-8") for file in STYLES),
            script=as_script(FIRST_SCRIPT),
        )
        self._page, self._reading, self._script = _template("page.html"), _template("preview.html"), as_script(SCRIPT)
        self._typesetter = f"{files}/{typesetter()}"
        self._needed = first_needed(files, root)
        self._previews = previews
        self._made: dict[str, str] = {}

    def known(self, number: str) -> str | None:
        """Return a lesson's current page, or None before marimo has made it for the first time."""
        page = self._made.get(number)
        return None if page is None else self.completed(page, number)

    def completed(self, page: str, number: str) -> str:
        """Return marimo's page of a lesson with our frame, and with the lesson's text if that is ready."""
        page = without_places(page)
        if is_whole(page):
            self._made[number] = page
        main = self._page.substitute(reading=self._reading_of(number), root=ROOT, script=self._script)
        return with_additions(page, Additions(self._needed, self._head, main))

    def _reading_of(self, number: str) -> str:
        text = self._previews.text(number)
        return "" if text is None else self._reading.substitute(text=text, typesetter=self._typesetter)


def first_needed(files: str, root: str = "") -> str:
    """Return the links that preload our icon, the code that typesets formulas and its most common fonts.

    Arguments:
        files: the address of marimo's files.
        root: the path that the site is under.
    """
    links = [f'<link rel="preload" as="image" href="{root}/static/favicon.svg">']
    links += [f'<link rel="modulepreload" crossorigin href="{files}/{name}">' for name in typesetter_files()]
    links += [f'<link rel="preload" as="font" crossorigin href="{files}/{name}">' for name in typesetter_fonts()]
    return "".join(links)


def _terms(lessons: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """Return the glossary as the page needs it: by address, with the lesson that explains a term if there is one."""
    titles = {str(lesson["number"]): str(lesson["title"]) for lesson in lessons}
    return {
        term.slug: {
            "name": term.name,
            "definition": term.definition,
            "lesson": term.lesson if term.lesson in titles else "",
            "title": titles.get(term.lesson, ""),
        }
        for term in GLOSSARY
    }


def _template(name: str) -> Template:
    return Template((FOLDER / name).read_text("utf-8"))
