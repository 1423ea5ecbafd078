"""The lessons inside the web application, without a browser."""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from glassnet.app.lessons import MARIMO_FILES
from glassnet.app.site import make_site
from glassnet.lessons import LESSONS, Lesson, find
from glassnet.lessons.marimo_internals.page import static_folder
from glassnet.lessons.notebook_file import lesson_notebook


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(make_site(), base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
def test_a_lesson_is_a_page_that_asks_only_this_server(client: TestClient, lesson: Lesson) -> None:
    page = client.get(f"/lessons/{lesson.number}/")
    assert page.status_code == 200
    assert f'src="{MARIMO_FILES}/assets/' in page.text
    assert page.text.index('rel="stylesheet"') < page.text.index('rel="preload"') < page.text.index("</head>")
    assert int(page.headers["content-length"]) == len(page.content)
    assert "etag" not in page.headers  # it changes when the lesson's text is ready
    listed = json.loads(unescape(re.search(r'data-lessons="([^"]*)"', page.text)[1]))  # type: ignore[index]
    assert [one["number"] for one in listed] == [one.number for one in LESSONS]
    assert all(5 <= one["minutes"] <= 60 for one in listed)
    assert 'src="http' not in page.text
    assert not [name for name in page.headers if name.startswith("access-control")]


def test_a_page_is_the_same_when_it_comes_again(client: TestClient) -> None:
    first, again = (client.get("/lessons/07/") for _ in range(2))
    assert first.text == again.text
    assert first.headers["content-type"] == again.headers["content-type"]
    assert "no-cache" in first.headers["cache-control"]
    assert "no-cache" in again.headers["cache-control"]
    assert client.head("/lessons/07/").text == ""


def test_a_lesson_can_be_downloaded_as_a_notebook(client: TestClient) -> None:
    answer = client.get("/lessons/07/notebook.ipynb")
    assert answer.headers["content-disposition"] == 'attachment; filename="lesson_07_gradient_descent.ipynb"'
    assert answer.text == lesson_notebook(find("07"))
    assert [client.get(f"/lessons/{number}/notebook.ipynb").status_code for number in ("7", "77", "..")] == [404] * 3


def test_a_lesson_without_its_slash_leads_to_the_lesson(client: TestClient) -> None:
    answer = client.get("/lessons/09")
    assert answer.status_code in (301, 307, 308)
    assert client.get("/lessons/09", follow_redirects=True).url.path == "/lessons/09/"


def test_the_list_of_lessons_is_on_the_home_page(client: TestClient) -> None:
    answer = client.get("/lessons/")
    assert (answer.status_code, answer.headers["location"]) == (307, "/#lessons")
    assert "/lessons/09/" in client.get("/").text


@pytest.mark.parametrize("path", ["/lessons/77/", "/lessons/ws", "/lessons/9x/", "/lessons//", "/lessons/catalogue.py"])
def test_there_is_nothing_else_below_lessons(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_files_are_compressed_and_kept_for_good(client: TestClient) -> None:
    address = f"{MARIMO_FILES}/{next((static_folder() / 'assets').glob('index-*.css')).relative_to(static_folder())}"
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    for answer in (packed, plain):
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["vary"] == "accept-encoding"
        assert answer.headers["content-type"].startswith("text/css")
    assert len(gzip.compress(plain.content)) < len(plain.content)
    assert int(packed.headers["content-length"]) < len(plain.content)


@pytest.mark.parametrize("name", ["/nothing.js", "/../__init__.py", "/%2e%2e/__init__.py", "/", "/assets"])
def test_files_are_served_from_their_folder_only(client: TestClient, name: str) -> None:
    assert client.get(MARIMO_FILES + name).status_code == 404


def test_files_are_for_reading_only(client: TestClient) -> None:
    assert client.post(f"{MARIMO_FILES}/index.html").status_code == 405


def test_the_site_does_not_wait_for_marimo() -> None:
    check = "import sys; from glassnet.app.site import make_site; make_site(); print('marimo' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
