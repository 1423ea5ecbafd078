"""The whole site under a path, behind a proxy: nothing on any page may lead beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..lab_page import LabPage
from ..lesson_page import wait_for_whole
from ..prefix_proxy import PrefixProxy
from ..server import Server
from ..watch import Watch

pytestmark = pytest.mark.browser

PREFIX = "/user/x/proxy/8888"
CODE = "apple-pear"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server") / "log.txt", "--root-path", PREFIX, "--code", CODE)
    server.start()
    yield server
    server.kill()


@pytest.fixture(params=[True, False], ids=["stripped", "kept"])
def proxy(request: pytest.FixtureRequest, served: Server) -> Iterator[PrefixProxy]:
    with PrefixProxy(PREFIX, served.port, strips=request.param) as proxy:
        yield proxy
        assert proxy.missed == []


@pytest.fixture
def home(proxy: PrefixProxy, page: Page, watch: Watch) -> Page:
    """The home page, after the access code was entered."""
    watch.allowed.append("the server responded with a status of 403")
    page.goto(f"{proxy.url}/")
    page.get_by_label("Access code").fill(CODE)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(f"{proxy.url}/")
    return page


def test_the_cookie_belongs_to_the_path(home: Page, proxy: PrefixProxy) -> None:
    (cookie,) = home.context.cookies()
    assert cookie["path"] == f"{PREFIX}/"
    assert cookie["name"].startswith("glassnet_access_")


def test_home_page_and_lab_have_their_socket(home: Page, proxy: PrefixProxy) -> None:
    lab = LabPage(home, proxy.url)
    lab.wait(lambda data: int(data.get("step", 0)) > 30)
    home.get_by_role("link", name="Open the Lab").click()
    home.wait_for_url(f"{proxy.url}/lab/")
    lab.wait(lambda data: data.get("ready") == "true")
    lab.play_until(lambda data: int(data["step"]) > 20)
    home.get_by_role("link", name="Glassnet").click()
    home.wait_for_url(f"{proxy.url}/")


def test_addresses_without_their_slash_and_wrong_ones_stay_below_the_path(
    home: Page, proxy: PrefixProxy, watch: Watch
) -> None:
    home.goto(f"{proxy.url}/lab")
    assert home.url == f"{proxy.url}/lab/"
    home.goto(f"{proxy.url}/lessons")
    assert home.url == f"{proxy.url}/#lessons"
    watch.allowed.append("the server responded with a status of 404")
    home.goto(f"{proxy.url}/nowhere")
    home.get_by_role("link", name="Back to the home page").click()
    home.wait_for_url(f"{proxy.url}/")


def test_a_lesson_has_its_socket_its_files_and_its_links(
    home: Page, proxy: PrefixProxy, tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    home.locator("#lessons").get_by_role("link", name="Lesson 06").click()
    home.wait_for_url(f"{proxy.url}/lessons/06/")
    wait_for_whole(home, "06")
    for link in home.locator("a[href^='/']").all():
        assert (link.get_attribute("href") or "").startswith(f"{PREFIX}/"), link.inner_text()
    home.locator(".lesson-bar summary", has_text="Edit").click()
    with home.expect_download() as started:
        home.get_by_role("link", name="Download as a Jupyter notebook").click()
    assert started.value.suggested_filename == "lesson_06_measuring_success.ipynb"
    assert '"cells"' in started.value.path().read_text("utf-8")
    home.keyboard.press("Escape")
    home.locator(".markdown").get_by_role("link", name="Lesson 07").click()
    home.wait_for_url(f"{proxy.url}/lessons/07/")
    expect(home.locator(".site-header .brand")).to_have_attribute("href", f"{PREFIX}/")
