"""Lessons opened once for all tests of a file."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from ..lesson_page import OpenLessons
from ..server import Server


@pytest.fixture(scope="module")
def open_lessons(browser: Browser, server: Server) -> Iterator[OpenLessons]:
    lessons = OpenLessons(browser, server)
    yield lessons
    lessons.close()


@pytest.fixture
def shared(open_lessons: OpenLessons) -> Iterator[Callable[[str], Page]]:
    """Gives the page of a lesson that tests of the file share: each looks at a part that no other one changes."""
    yield open_lessons.page
    open_lessons.watch.check()
