"""Marks that light up together: each name occurs in the formula, the code and the figure."""

import re

import pytest

from glassnet.base.errors import SettingError
from glassnet.lessons import LESSONS, Lesson
from glassnet.lessons.marked_code import marked_code
from glassnet.lessons.symbols import linked, number, symbol_key, unlinked

from .ran import ran

KEY = re.compile(r'<div class="glassnet-symbols".*?</div>', re.DOTALL)
NAME = re.compile(r'data-symbol="([a-z]+)"')
KINDS = {
    "formula": re.compile(r"\\textcolor\{symbol([a-z]+)\}"),
    "code": re.compile(r'<div class="language-python codehilite">.*?</div>', re.DOTALL),
    "picture": re.compile(r"<svg .*?</svg>", re.DOTALL),
}


def pages_with_marks() -> dict[str, tuple[Lesson, str]]:
    found = {}
    for lesson in LESSONS:
        if "show_symbols(" in lesson.path.read_text("utf-8"):
            outputs, _ = ran(lesson)
            found[lesson.number] = (lesson, "\n".join(getattr(one, "text", "") for one in outputs))
    return found


def test_every_symbol_of_a_key_is_lit_in_two_more_places_and_some_in_all_three() -> None:
    pages = pages_with_marks()
    assert {"06", "07", "08", "09"} <= set(pages)
    for number_of_lesson, (_, html) in pages.items():
        keys = KEY.findall(html)
        assert keys, number_of_lesson
        rest = KEY.sub("", html)
        names = {
            "formula": set(KINDS["formula"].findall(rest)),
            "code": {name for block in KINDS["code"].findall(rest) for name in NAME.findall(block)},
            "picture": {name for picture in KINDS["picture"].findall(rest) for name in NAME.findall(picture)},
        }
        listed = {name for key in keys for name in NAME.findall(key)}
        thin = {name for name in listed if sum(name in there for there in names.values()) < 2}
        assert thin == set(), number_of_lesson
        assert listed & names["formula"] & names["code"] & names["picture"], number_of_lesson


def test_marks_inside_marks_are_carried_and_taken_off() -> None:
    text = r"$\symbol{square}{(\symbol{error}{p - t})^{2}}$"
    assert re.findall(r"textcolor\{symbol(\w+)\}", linked(text)) == ["square", "error"]
    assert unlinked(text) == "$(p - t)^{2}$"


def test_marks_in_a_formula_with_columns_are_refused_because_their_names_would_change_places() -> None:
    with pytest.raises(SettingError, match=r"columns"):
        linked(r"$$ \begin{aligned} a &= \symbol{rate}{\eta} \end{aligned} $$")
    plain = r"$$ a &= b $$ and $$ \symbol{rate}{\eta} \& c $$ and $$ a &= b $$"
    assert "symbolrate" in linked(plain)


@pytest.mark.parametrize("text", [r"\symbol{rate}{\eta", r"\symbol{a1}{x}", r"\symbol{}{x}", r"\symbol{Rate}{x}"])
def test_a_mark_that_cannot_be_carried_is_explained(text: str) -> None:
    with pytest.raises(SettingError, match=r"isn't closed|lower-case letters"):
        linked(text)


def test_code_is_marked_where_the_piece_stands_alone_and_nowhere_else() -> None:
    html = marked_code("xs = [x, ax, x_2]\ny = f(x).x", {"place": "x", "value": "f(x)"})
    assert html.count('<span data-symbol="place"><span class="n">x</span></span>') == 2
    assert html.count('data-symbol="place"') == 2
    assert re.sub("<[^>]*>", "", html) == "xs = [x, ax, x_2]\ny = f(x).x\n"


@pytest.mark.parametrize(
    ("symbols", "words"),
    [
        ({"rate": "eta"}, "'eta', to be"),
        ({"one": "a + b", "two": "b + c"}, "overlap"),
        ({"W1": "a"}, "lower-case"),
    ],
)
def test_marks_of_code_that_make_no_sense_are_explained(symbols: dict[str, str], words: str) -> None:
    with pytest.raises(SettingError, match=words):
        marked_code("s = a + b + c", symbols)


def test_what_is_written_on_a_page_is_text() -> None:
    assert "<script>" not in number("z", "<script>") + symbol_key({"z": ("<script>", "<b>")})
    assert "<script>" not in marked_code('x = "<script>"', {})
