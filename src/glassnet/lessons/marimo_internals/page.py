"""marimo's page of a notebook: its structure, where content can be inserted, and the files that it loads."""

import re
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

VERSION = version("marimo")
STYLE_SHEET = re.compile(r'\s*<link rel="stylesheet"[^>]*>')
FIRST_FILE = '<link rel="preload"'
END_OF_HEAD = "</head>"
WORKER = re.compile(r"\s*<script>\s*if \('serviceWorker' in navigator\).*?</script>", re.DOTALL)
"""Serves files from a folder beside a notebook, which lessons don't have."""
PLACES = re.compile(r'"(filename|cwd)": "[^"]*"|"(lspWorkspace)": \{[^}]*\}|<(marimo-filename) hidden>[^<]*<')
"""Where the page names the notebook's folder on the server."""
ROOT = '<div id="root"></div>'
"""Where the page draws the notebook."""
INDEX = "index.html"
"""The page in marimo's folder, which names all the files that it loads."""
COMMON_FONTS = ("KaTeX_Main-Regular-*.woff2", "KaTeX_Math-Italic-*.woff2")
"""KaTeX's two most common fonts."""


@dataclass(frozen=True)
class Additions:
    """Content to insert into a page.

    Arguments:
        needed: links to what is needed first, placed after the style sheets and before all other files.
        head: placed at the end of the head.
        main: replaces ROOT and contains it.
    """

    needed: str
    head: str
    main: str


def is_whole(page: str) -> bool:
    """Return whether a page is a notebook's, and not an error page."""
    return ROOT in page


def with_additions(page: str, additions: Additions) -> str:
    """Return a page with additions, and with its style sheets before its preloaded files.

    >>> page = '<head><link rel="preload" href="a"><link rel="stylesheet" href="b"></head><div id="root"></div>'
    >>> with_additions(page, Additions("<x>", "<y>", "<z>"))
    '<head><link rel="stylesheet" href="b"><x><link rel="preload" href="a"><y></head><z>'
    """
    sheets = "".join(STYLE_SHEET.findall(page))
    page = STYLE_SHEET.sub("", page).replace(FIRST_FILE, f"{sheets}{additions.needed}{FIRST_FILE}", 1)
    return page.replace(END_OF_HEAD, additions.head + END_OF_HEAD, 1).replace(ROOT, additions.main, 1)


def without_places(page: str) -> str:
    """Return a page that doesn't say where the notebook is on the server.

    >>> without_places('"filename": "/srv/x/a.py", "cwd": "/srv/x", "lspWorkspace": {"rootUri": "file:///srv"}, "mode": 1')
    '"filename": "", "cwd": "", "lspWorkspace": null, "mode": 1'
    """

    def blank(found: re.Match[str]) -> str:
        text, workspace, element = found.groups()
        if text:
            return f'"{text}": ""'
        return f'"{workspace}": null' if workspace else f"<{element} hidden><"

    return PLACES.sub(blank, WORKER.sub("", page))


def static_folder() -> Path:
    """Return the folder of the page's scripts, style sheets and fonts, without importing marimo."""
    spec = find_spec("marimo")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "_static"


def typesetter_files() -> list[str]:
    """Return the scripts that typeset formulas, relative to the static folder."""
    return [f"assets/{file.name}" for file in sorted((static_folder() / "assets").glob("katex-*.js"))]


def typesetter() -> str:
    """Return the one whose default export is KaTeX."""
    return next(
        name for name in typesetter_files() if "as default" in (static_folder() / name).read_text("utf-8")[-100:]
    )


def typesetter_fonts() -> list[str]:
    """Return the fonts that nearly every formula needs, relative to the static folder."""
    assets = static_folder() / "assets"
    return [f"assets/{file.name}" for pattern in COMMON_FONTS for file in assets.glob(pattern)]
