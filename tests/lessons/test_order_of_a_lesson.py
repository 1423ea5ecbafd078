"""The rules for a lesson's order and its stretches of text, tried on lessons that break them."""

from pathlib import Path

import pytest

from glassnet.lessons import Lesson

from . import lesson_order

TITLE = "# Down\n\n**Which way is down?**\n\nPress *Play*."
OBJECTIVES = "After this lesson you will be able to\n\n- walk;\n- stop\n  in time;\n- rest.\n\n## The story"
WIDGET, FIGURE, CODE = "gn.widgets.DescentPlayground()", "mo.Html(gn.figures.graph(xs))", "show_code(walk)"
EXERCISE = 'Card(exercises.step(), "50.1")'


def lesson(folder: Path, *cells: str) -> Lesson:
    """A lesson with these cells; what is no code is prose."""
    text = "import marimo\napp = marimo.App()\n"
    for cell in cells:
        code = cell if cell.endswith(")") else f'mo.md(r"""\n{cell}\n""")'
        text += (
            "\n@app.cell\ndef _():\n" + "\n".join(f"    {line}" if line else "" for line in code.splitlines()) + "\n"
        )
    path = folder / "lesson_50_down.py"
    path.write_text(text, "utf-8")
    return Lesson(path)


WRONG = {
    "no widget": (TITLE, OBJECTIVES),
    "2006 words before the first widget, 60 allowed": (TITLE, "word " * 1_998, WIDGET, OBJECTIVES),
    "a figure before the first widget": (TITLE, FIGURE, WIDGET, OBJECTIVES),
    "a showncode before the first widget": (TITLE, CODE, WIDGET, OBJECTIVES),
    "a exercise before the first widget": (TITLE, EXERCISE, WIDGET, OBJECTIVES),
    "the objectives come before the first widget": (TITLE, OBJECTIVES, WIDGET, OBJECTIVES),
    "4 objectives, 3 wanted": (TITLE, WIDGET, OBJECTIVES.replace("- rest.", "- rest;\n- sleep.")),
    "0 objectives, 3 wanted": (TITLE, WIDGET, "Once upon a time"),
}


@pytest.mark.parametrize("told", WRONG)
def test_what_is_wrong_with_the_first_screen_is_named(told: str, tmp_path: Path) -> None:
    assert lesson_order.first_things(lesson(tmp_path, *WRONG[told])) == [told]


def test_the_right_order_is_accepted(tmp_path: Path) -> None:
    assert lesson_order.first_things(lesson(tmp_path, TITLE, WIDGET, OBJECTIVES, FIGURE, EXERCISE)) == []


@pytest.mark.parametrize("between", [WIDGET, FIGURE, EXERCISE, "mo.ui.slider(0, 1)"])
def test_a_stretch_of_text_ends_at_something_to_see_or_do(between: str, tmp_path: Path) -> None:
    words = "word " * 150
    assert lesson_order.long_stretches(lesson(tmp_path, words, between, words)) == []


@pytest.mark.parametrize("between", [CODE, "mo.state(None)", "## More"])
def test_a_long_stretch_is_named_whatever_else_is_in_it(between: str, tmp_path: Path) -> None:
    words = "word " * 150
    (told,) = lesson_order.long_stretches(lesson(tmp_path, "## The walk", words, between, words, WIDGET))
    assert "words without anything to see or do up to “" in told


def test_what_is_folded_and_what_is_for_looking_up_is_not_counted(tmp_path: Path) -> None:
    folded = "/// details | More\n\n" + "word " * 300 + "\n///"
    assert lesson_order.long_stretches(lesson(tmp_path, folded)) == []
    assert lesson_order.long_stretches(lesson(tmp_path, "One.\n\n## Common pitfalls\n\n" + "word " * 300)) == []
