"""The site's list of lessons: title, question and duration of each."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from glassnet.lessons import LESSONS, Lesson
from glassnet.lessons.sources import Sources
from glassnet.lessons.text_cache import TextCache, cache_folder


@dataclass(frozen=True)
class Entry:
    """A lesson's entry in the contents; the fields are those of `Lesson`, and the number of its sections."""

    number: str
    title: str
    question: str
    minutes: int
    lab: str
    sections: int
    """How many headings a reader passes."""


def contents(lessons: Iterable[Lesson] = LESSONS, kept: TextCache | None = None) -> tuple[Entry, ...]:
    """Return an entry for each lesson, cached on disk because reading it from a notebook takes time.

    Arguments:
        lessons: the lessons.
        kept: the cache of entries; by default in the user's cache folder.

    >>> [entry.title for entry in contents(kept=TextCache(None)) if entry.number == "07"]
    ['Gradient descent']
    """
    kept, sources = TextCache(cache_folder()) if kept is None else kept, Sources()
    return tuple(_entry(lesson, sources.digest(lesson), kept) for lesson in lessons)


def _entry(lesson: Lesson, digest: str, kept: TextCache) -> Entry:
    text = kept.read(f"contents-{lesson.number}", digest)
    if text is not None:
        return Entry(**json.loads(text))
    sections = sum(heading.level == 2 for heading in lesson.headings)
    entry = Entry(lesson.number, lesson.title, lesson.question, lesson.minutes, lesson.lab, sections)
    kept.write(f"contents-{lesson.number}", digest, json.dumps(asdict(entry)))
    return entry
