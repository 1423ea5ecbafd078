"""What marimo's page of a lesson is given: our frame, and the lesson's text, to read before the notebook has started.

marimo's page asks for some 250 scripts, and whatever is asked for separately waits behind them. So everything of ours
is in the page itself, and what the text needs of marimo's files comes first in it.
"""

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from glassnet.app.readings import Readings
from glassnet.lessons import LESSONS
from glassnet.widgets.linking import as_script

FOLDER = Path(LESSONS[0].path).parent / "static"
STYLES = ("lesson.css", "frame.css", "symbols.css")
FIRST_SCRIPT = "pages/lesson_head.js"
SCRIPT = "pages/lesson.js"
"""Runs as soon as the text stands on the page."""

STYLE_SHEET = re.compile(r'\s*<link rel="stylesheet"[^>]*>')
FIRST_FILE = '<link rel="preload"'
END_OF_HEAD = "</head>"
ROOT = '<div id="root"></div>'
"""Where marimo's page will draw the notebook."""


class LessonPages:
    """Completes the pages of lessons, as far as their texts are ready.

    Arguments:
        assets: the folder of marimo's scripts, style sheets and fonts.
        address: where that folder is served.
        readings: the lessons' texts.
    """

    def __init__(self, assets: Path, address: str, readings: Readings) -> None:
        listed = [
            {"number": lesson.number, "title": lesson.title, "minutes": lesson.minutes, "lab": lesson.lab}
            for lesson in LESSONS
        ]
        self._head = _template("head.html").substitute(
            lessons=escape(json.dumps(listed, ensure_ascii=False), quote=True),
            style=_joined(STYLES),
            script=as_script(FIRST_SCRIPT),
        )
        self._page, self._reading, self._script = _template("page.html"), _template("reading.html"), as_script(SCRIPT)
        self._typesetter = f"{address}/{typesetter(assets)}"
        self._needed = first_needed(assets, address)
        self._readings = readings
        self._made: dict[str, str] = {}

    def known(self, number: str) -> str | None:
        """Return a lesson's page as it stands today, or None before marimo has made it for the first time."""
        page = self._made.get(number)
        return None if page is None else self.completed(page, number)

    def completed(self, page: str, number: str) -> str:
        """Return marimo's page of a lesson with our frame, and with the lesson's text if that is ready."""
        if ROOT in page:
            self._made[number] = page
        sheets = "".join(STYLE_SHEET.findall(page))
        main = self._page.substitute(reading=self._reading_of(number), script=self._script)
        page = STYLE_SHEET.sub("", page).replace(FIRST_FILE, f"{sheets}{self._needed}{FIRST_FILE}", 1)
        return page.replace(END_OF_HEAD, self._head + END_OF_HEAD, 1).replace(ROOT, main, 1)

    def _reading_of(self, number: str) -> str:
        text = self._readings.text(number)
        return "" if text is None else self._reading.substitute(text=text, typesetter=self._typesetter)


def typesetter(assets: Path) -> str:
    """Return the file of marimo's front end that exports KaTeX, which typesets formulas."""
    return next(file.name for file in assets.glob("katex-*.js") if "as default" in file.read_text("utf-8")[-100:])


def first_needed(assets: Path, address: str) -> str:
    """Return the links by which a page asks first for our sign, for KaTeX and for its two commonest fonts."""
    scripts = sorted(assets.glob("katex-*.js"))
    fonts = [*assets.glob("KaTeX_Main-Regular-*.woff2"), *assets.glob("KaTeX_Math-Italic-*.woff2")]
    links = ['<link rel="preload" as="image" href="/static/favicon.svg">']
    links += [f'<link rel="modulepreload" crossorigin href="{address}/{file.name}">' for file in scripts]
    links += [f'<link rel="preload" as="font" crossorigin href="{address}/{file.name}">' for file in fonts]
    return "".join(links)


def _template(name: str) -> Template:
    return Template((FOLDER / name).read_text("utf-8"))


def _joined(names: Iterable[str]) -> str:
    return "\n".join((FOLDER / name).read_text("utf-8") for name in names)
