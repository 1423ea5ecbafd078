"""The time that a lesson says it takes: counted from its source, as long as what is on the page."""

import re
from pathlib import Path

import pytest

from glassnet.lessons import Lesson
from glassnet.lessons.catalogue import FOLDER, lessons_in

from .ran import ran
from .test_order_of_a_lesson import CODE, WIDGET, lesson

NOT_TEXT = (
    r"<details.*?</details>",
    r'<div class="language-python codehilite">.*?</div>',
    r"<svg.*?</svg>",
    r"<(style|script).*?</\1>",
    r"<marimo-(?!tex).*?</marimo-ui-element>",
    r"<[^>]+>",
)
LARGEST_DIFFERENCE = 0.1
"""Numbers that are computed, and formulas, are written with more or fewer blanks in the source than on the page."""


@pytest.mark.parametrize("shown", lessons_in(FOLDER), ids=lambda one: one.number)
def test_the_words_that_are_counted_are_those_on_the_page(shown: Lesson) -> None:
    page = "\n".join(getattr(output, "text", "") for output in ran(shown)[0] if output is not None)
    for pattern in NOT_TEXT:
        page = re.sub(pattern, " ", page, flags=re.DOTALL)
    words, counted = len(page.split()), sum(prose.words for cell in shown.cells for prose in cell.prose)
    assert words > 200
    assert abs(words - counted) < LARGEST_DIFFERENCE * words


def test_reading_words_and_code_and_doing_exercises_takes_time(tmp_path: Path) -> None:
    one = lesson(tmp_path, "# Down\n" + "word " * 1_598, WIDGET)
    assert one.minutes == 8
    walk = "\n@app.function\ndef walk(x):\n" + "    x = x + 1\n" * 39
    for shown, minutes in ((CODE, 10), (CODE.replace(")", ", folded=True)"), 8)):
        longer = lesson(tmp_path, "# Down\n" + "word " * 1_598, WIDGET, shown)
        longer.path.write_text(longer.source + walk, "utf-8")
        assert Lesson(longer.path).minutes == minutes
    done = lesson(tmp_path, "# Down", *(f'Card(exercises.step(), "50.{place}")' for place in range(1, 6)))
    assert done.minutes == 5
