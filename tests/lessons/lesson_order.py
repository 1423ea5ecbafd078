"""The rules for what a reader meets first, and for how much there is to read before there is something to see or do."""

import re
from collections.abc import Iterator

from glassnet.lessons import Lesson
from glassnet.lessons.parts import Control, Exercise, Figure, Part, ShownCode, Widget
from glassnet.lessons.prose import Prose

OBJECTIVES = "After this lesson you will be able to"
FIRST_WORDS = 60
"""Of title, question and what to do, before the first widget: with more, its button is below the first screen."""
MAX_WORDS = 210
"""Between two things to see or do: about two thirds of a screen of 1280 by 800 pixels."""
READING = ("Common pitfalls",)
"""From this section on, a lesson is for looking things up."""


def first_things(lesson: Lesson) -> list[str]:
    """What is wrong with a lesson's first screen: a question in one line, a live widget, then three objectives."""
    parts = list(_parts(lesson))
    widget = next((place for place, part in enumerate(parts) if isinstance(part, Widget)), len(parts))
    before, after = parts[:widget], parts[widget:]
    found = []
    if not after:
        return ["no widget"]
    words = sum(part.words for part in before if isinstance(part, Prose))
    if words > FIRST_WORDS:
        found.append(f"{words} words before the first widget, {FIRST_WORDS} allowed")
    for kind in (ShownCode, Figure, Exercise):
        if any(isinstance(part, kind) for part in before):
            found.append(f"a {kind.__name__.lower()} before the first widget")
    if any(isinstance(part, Prose) and OBJECTIVES in part.text for part in before):
        found.append("the objectives come before the first widget")
    if (count := objectives(after)) != 3:
        found.append(f"{count} objectives, 3 wanted")
    return found


def objectives(parts: list[Part]) -> int:
    """How many things the reader will be able to do."""
    text = next((part.text for part in parts if isinstance(part, Prose) and OBJECTIVES in part.text), "")
    lines = text.partition(OBJECTIVES)[2].splitlines()[1:]
    items = 0
    for line in lines:
        items += line.startswith("- ")
        if items and line and not line.startswith(("- ", "  ")):
            break
    return items


def long_stretches(lesson: Lesson) -> list[str]:
    """Where there is too much to read before there is a picture, a control, a widget or an exercise."""
    return [
        f"{words} words without anything to see or do up to “{title}”, {MAX_WORDS} allowed"
        for words, title in stretches(lesson)
        if words > MAX_WORDS
    ]


def stretches(lesson: Lesson) -> Iterator[tuple[int, str]]:
    """The visible words between things to see or do, each with the section in which the stretch ends."""
    words, title = 0, lesson.title
    for part in _parts(lesson):
        if isinstance(part, Prose):
            story, *rest = re.split(f"^## (?:{'|'.join(READING)})$", part.text, flags=re.MULTILINE)
            words += Prose(story).words
            if rest:
                break
            title = next((heading.title for heading in reversed(part.headings)), title)
        elif isinstance(part, Widget | Control | Figure | Exercise) and part != Control("state"):
            yield words, title
            words = 0
    yield words, title


def _parts(lesson: Lesson) -> Iterator[Part]:
    return (part for cell in lesson.cells for part in cell.parts)
