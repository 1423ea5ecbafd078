"""The lessons' texts: loaded from disk, or written in the background and available as they are finished."""

import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator

from glassnet.lessons import LESSONS, Lesson
from glassnet.lessons.sources import Sources
from glassnet.lessons.text_cache import TextCache, cache_folder

WRITER = (sys.executable, "-P", "-m", "glassnet.lessons.preview")
"""Writes texts in a process of its own: here it would slow down readers who are already connected."""
NOT_KEPT = {"GLASSNET_HOME": "none"}
"""Hides readers' answers from the writer: a text is the same for everybody."""
LOW_PRIORITY = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""For Windows; elsewhere the writer lowers its own priority."""
LOG = logging.getLogger(__name__)


class Previews:
    """What each lesson's page shows until its notebook has started.

    Arguments:
        kept: the cache of texts; by default in the user's cache folder.
        lessons: the lessons.
        writer: the command that writes the texts; lesson numbers are its arguments.
    """

    def __init__(
        self,
        kept: TextCache | None = None,
        lessons: Iterable[Lesson] = LESSONS,
        writer: Iterable[str] = WRITER,
    ) -> None:
        self._kept = TextCache(cache_folder()) if kept is None else kept
        self._lessons = {lesson.number: lesson for lesson in lessons}
        self._writer = tuple(writer)
        self._texts: dict[str, str] = {}
        self._writing: subprocess.Popen[str] | None = None
        self._closed = self._loaded = False
        self._lock = threading.Lock()

    def text(self, number: str) -> str | None:
        """Return a lesson's text, or None if it isn't ready yet."""
        return self._texts.get(number)

    def load(self) -> None:
        """Load the texts that are up to date from disk, once."""
        with self._lock:
            if self._loaded:
                return
            self._loaded = True
            self._load()

    def _load(self) -> None:
        sources = Sources()
        for number, lesson in self._lessons.items():
            text = self._kept.read(number, sources.digest(lesson))
            if text is not None:
                self._texts[number] = text

    def write_missing(self) -> None:
        """Have a separate process write the other texts, one after the other, and store them."""
        missing = [number for number in self._lessons if number not in self._texts]
        if not missing or self._closed:
            return
        sources = Sources()
        for number, text, problem in self._written(missing):
            if text is None:
                LOG.error("Lesson %s has no text to show before it starts.\n%s", number, problem)
            else:
                self._texts[number] = text
                self._keep(number, text, sources)
        self._kept.prune(2 * len(self._lessons))  # texts and entries of the contents

    def _written(self, numbers: list[str]) -> Iterator[tuple[str, str | None, str]]:
        """Yield number, text (or None) and error message of one lesson after the other."""
        with subprocess.Popen(
            [*self._writer, *numbers],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={**os.environ, **NOT_KEPT},
            creationflags=LOW_PRIORITY,
        ) as self._writing:
            if self._closed:  # in the meantime
                self._writing.kill()
            assert self._writing.stdout is not None
            for line in self._writing.stdout:
                yield json.loads(line)
        if self._writing.returncode and not self._closed:
            LOG.error("The process that writes the lessons' texts ended with status %s.", self._writing.returncode)

    def _keep(self, number: str, text: str, before: Sources) -> None:
        """Store a text, unless a source changed while it was being written."""
        digest = before.digest(self._lessons[number])
        if Sources().digest(self._lessons[number]) == digest:
            self._kept.write(number, digest, text)

    def close(self) -> None:
        """Stop writing texts."""
        self._closed = True
        if self._writing is not None:
            self._writing.kill()
