"""A lesson as described by its notebook: the one model that pages, contents, exports and tests use."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.lessons.cells import Cell, cells_of
from glassnet.lessons.parts import Exercise, ShownCode
from glassnet.lessons.prose import Heading

WORDS_PER_MINUTE = 200
CODE_LINES_PER_MINUTE = 20
MINUTES_PER_EXERCISE = 1.0
SETTINGS = {"lab", "draft"}
HEAD = re.compile(r"^# /// script\n(.*?)^# ///$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A section: its heading, "" before the first one, and its cells."""

    title: str
    cells: tuple[Cell, ...]

    @property
    def exercises(self) -> tuple[str, ...]:
        """The numbers of its exercises."""
        return tuple(part.number for cell in self.cells for part in cell.parts if isinstance(part, Exercise))


@dataclass(frozen=True)
class Lesson:
    """One lesson; everything about it is derived from its notebook, which is parsed and not run.

    Arguments:
        path: the notebook: `lesson_07_gradient_descent.py`.

    >>> lesson = Lesson(Path(__file__).with_name("lesson_07_gradient_descent.py"))
    >>> lesson.number, lesson.title, len(lesson.exercises)
    ('07', 'Gradient descent', 8)
    """

    path: Path

    @property
    def file(self) -> str:
        """The notebook's file name."""
        return self.path.name

    @property
    def number(self) -> str:
        """Two digits, and a letter if it is one of several parts, as in its URL: "07", "05a"."""
        return self.path.stem.split("_")[1]

    @property
    def whole(self) -> str:
        """The number that it shares with its other parts: "05" for "05a". Its exercises are numbered by it."""
        return self.number[:2]

    @cached_property
    def source(self) -> str:
        """The notebook's source."""
        return self.path.read_text("utf-8")

    @cached_property
    def settings(self) -> dict[str, Any]:
        """Glassnet's settings in the notebook's script header: the Lab's settings, and whether it is a draft."""
        head = HEAD.search(self.source)
        lines = head[1].splitlines() if head else []
        try:
            settings = tomllib.loads("\n".join(line[2:] for line in lines)).get("tool", {}).get("glassnet", {})
        except tomllib.TOMLDecodeError as error:
            raise SettingError(
                f"{self.file}: the script header, without the '# ' of each line, isn't valid TOML: {error}."
            ) from error
        for name in set(settings) - SETTINGS:
            raise SettingError(
                f"{self.file}: [tool.glassnet] has an unknown setting {name!r}; use {' or '.join(sorted(SETTINGS))}."
            )
        return dict(settings)

    @property
    def lab(self) -> str:
        """The Lab settings that go with it, as in the Lab's URL."""
        return str(self.settings.get("lab", ""))

    @property
    def draft(self) -> bool:
        """Whether it is still being written: a draft is not on the site and may lack parts."""
        return bool(self.settings.get("draft", False))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The notebook's cells."""
        return tuple(cells_of(self.source))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, in order."""
        return tuple(heading for cell in self.cells for prose in cell.prose for heading in prose.headings)

    @cached_property
    def title(self) -> str:
        """Its title."""
        return next((heading.title for heading in self.headings if heading.level == 1), "")

    @cached_property
    def question(self) -> str:
        """The question that it answers, in one line."""
        return next((prose.question for cell in self.cells for prose in cell.prose if prose.question), "")

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its sections; the first is whatever precedes the first section heading."""
        return tuple(_sections(self.cells))

    @property
    def exercises(self) -> tuple[str, ...]:
        """The numbers of its exercises, in order: "07.1"."""
        return tuple(number for section in self.sections for number in section.exercises)

    @cached_property
    def minutes(self) -> int:
        """The estimated time in minutes: reading its words and its code at an easy pace, and doing its exercises.

        Deep dives, folded code and other collapsed text are not counted.
        """
        words = sum(prose.words for cell in self.cells for prose in cell.prose)
        reading = words / WORDS_PER_MINUTE + self.code_lines / CODE_LINES_PER_MINUTE
        return round(reading + len(self.exercises) * MINUTES_PER_EXERCISE)

    @property
    def code_lines(self) -> int:
        """The number of lines of code in its listings that are open from the start."""
        lengths = {cell.function: cell.code_lines for cell in self.cells if cell.function}
        listings = (part for cell in self.cells for part in cell.parts if isinstance(part, ShownCode))
        return sum(lengths.get(name, 0) for part in listings if not part.folded for name in part.functions)


def _sections(cells: tuple[Cell, ...]) -> Iterator[Section]:
    title, begun = "", list[Cell]()
    for cell in cells:
        heads = [heading.title for prose in cell.prose for heading in prose.headings if heading.level == 2]
        for head in heads:
            yield Section(title, tuple(begun))
            title, begun = head, []
        begun.append(cell)
    yield Section(title, tuple(begun))
