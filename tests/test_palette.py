"""Colours stand in the palette alone, what is written from it is up to date, and letters can be read on it."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from glassnet.figures.palette import COLORS, INKS, SPACES, TEXT_SIZES

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/glassnet"
PALETTE = SOURCE / "figures/palette.py"
FOLDERS = (ROOT / "frontend", SOURCE)
BUILT = (ROOT / "frontend/node_modules", ROOT / "frontend/tests", SOURCE / "widgets/static")
NAMES = "white|black|red|green|blue|grey|gray|orange|purple|yellow|pink|brown|cyan|magenta|violet|navy|teal"
LITERAL = re.compile(
    r"(?<![\w&/])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b"
    r"|\b(?:rgb|hsl|lab|lch|oklab|oklch)a?\(\s*[\d.]"
    rf"|(?:\b(?:color|background|fill|stroke|border|outline|shadow)[\w-]*\s*[:=][^;{{}}\n]*?[\s:=\"'])(?:{NAMES})\b(?!-)"
)


def written() -> dict[Path, str]:
    """What `make generate` writes from the palette."""
    spec = importlib.util.spec_from_file_location("palette", ROOT / "tools/palette.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.written()


WRITTEN = written()


def literals(text: str) -> list[str]:
    """The colours that stand in a text as such."""
    return LITERAL.findall(text)


def strings_of(source: str) -> str:
    """What Python code says in strings; what it explains in docstrings and comments is left out."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = (
        n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in told
    )
    return "\n".join(str(node.value) for node in found)


def searched() -> Iterator[Path]:
    """Every source that may draw something."""
    for folder in FOLDERS:
        for file in sorted(folder.rglob("*")):
            if file.suffix in {".ts", ".css", ".html", ".svg", ".py"} and not any(
                file.is_relative_to(b) for b in BUILT
            ):
                yield file


@pytest.mark.parametrize("path", sorted(WRITTEN), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_written_from_the_palette_is_up_to_date(path):
    fresh = path.exists() and path.read_text(encoding="utf-8") == WRITTEN[path]
    assert fresh, f"{path.relative_to(ROOT).as_posix()} is out of date: `make generate`"


def test_no_colour_stands_elsewhere():
    files = [file for file in searched() if file != PALETTE and file not in WRITTEN]
    assert len(files) > 200
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    found = {
        file.relative_to(ROOT).as_posix(): literals(strings_of(text) if file.suffix == ".py" else text)
        for file, text in texts.items()
    }
    assert {name: colors for name, colors in found.items() if colors} == {}


@pytest.mark.parametrize(
    "text",
    [
        "color: #fff;",
        "  --gn-mine: #12ab9f80;",
        "background: rgb(10 14 20 / 0.5)",
        "box-shadow: 0 1px 0 hsl(20deg 10% 5%)",
        "border: 1px solid black;",
        'stroke="white" stroke-width="2"',
        'context.fillStyle = "red"',
        "outline: 2px dashed orange",
    ],
)
def test_a_colour_is_recognised(text):
    assert literals(text)


@pytest.mark.parametrize(
    "text",
    [
        "color: var(--gn-white);",
        "white-space: nowrap;",
        "&#124;",
        "python/cpython#106905",
        'href="#main"',
        "`rgb(${red} ${green} ${blue})`",
        "orange below zero and blue above",
        "fill: none; stroke: currentColor",
    ],
)
def test_what_is_no_colour_is_let_be(text):
    assert not literals(text)


def contrast(first: str, second: str) -> float:
    """The ratio of two colours' luminances as WCAG 2 defines it."""

    def luminance(color: str) -> float:
        shares = [byte / 255 for byte in bytes.fromhex(color[1:7])]
        parts = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


LETTERS = [("ink", "page"), ("quiet", "page"), ("quiet", "raised"), ("accent", "page"), ("on-accent", "accent")]
LETTERS += [("ink", "alert"), ("ink", "made"), ("on-lit", "lit"), ("minus", "page"), ("plus", "page")]
LINES = [(f"series-{number}", "page") for number in range(1, 7)] + [
    ("train", "page"),
    ("test", "page"),
    ("field", "page"),
]


@pytest.mark.parametrize(
    ("over", "under", "least"), [(*pair, 4.5) for pair in LETTERS] + [(*pair, 3.0) for pair in LINES]
)
def test_letters_and_lines_stand_out_in_both_themes(over, under, least):
    for theme in ("light", "dark"):
        assert contrast(getattr(COLORS[over], theme), getattr(COLORS[under], theme)) >= least, theme


def test_lines_of_still_figures_stand_out_from_either_page():
    pages = (COLORS["page"].light, COLORS["page"].dark)
    assert min(contrast(ink, page) for ink in INKS for page in pages) >= 3


def test_whatever_surrounds_numbers_can_be_forced():
    around = {"page", "ink", "quiet", "line", "accent", "on-accent", "train", "test", "mark"}
    assert all(COLORS[name].forced for name in around)
    data = [name for name in COLORS if name.startswith(("series", "class")) or name in ("negative", "positive")]
    assert len(data) == 10
    assert not any(COLORS[name].forced for name in data)


def test_sizes_grow():
    assert list(SPACES.values()) == sorted(set(SPACES.values()))
    assert list(TEXT_SIZES.values()) == sorted(set(TEXT_SIZES.values()))
