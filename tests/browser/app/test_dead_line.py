"""A line that falls silent without being closed: it is noticed within five seconds, said, and mended."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import glassnet as gn

from ..lab_page import POLL_MS, LabPage
from ..line import Line, line_to
from ..server import Server
from ..watch import GONE, Watch
from ..widget_page import hosted

pytestmark = pytest.mark.browser

NOTICED_WITHIN = 5.0
BUSY_MACHINE = 1.0
"""What the browser and its driver may take on top, on a machine that does other things."""


@pytest.fixture
def line(server: Server, watch: Watch) -> Iterator[Line]:
    watch.allowed += GONE
    with line_to(server.port) as line:
        yield line


def seconds_until(lab: LabPage, status: str) -> float:
    begin = monotonic()
    lab.wait(lambda data: data["status"] == status)
    return monotonic() - begin


def pressed(name: str) -> Callable[[LabPage], object]:
    return lambda lab: lab.press(name)


WHATEVER: list[Any] = [
    pytest.param(lambda _: None, id="nothing"),
    pytest.param(pressed("play"), id="play"),
    pytest.param(pressed("step"), id="step"),
    pytest.param(pressed("restart"), id="restart"),
    pytest.param(lambda lab: lab.slide("noise", "0.4"), id="a setting"),
    pytest.param(lambda lab: lab.button("map").hover(position={"x": 90, "y": 60}), id="the map"),
]


@pytest.mark.parametrize("act", WHATEVER)
def test_a_dead_line_is_noticed_and_said_whatever_is_pressed(
    page: Page, line: Line, act: Callable[[LabPage], object]
) -> None:
    lab = LabPage(page, line.url).open()
    lab.press("step")
    before = lab.wait(lambda data: data["step"] == "1")
    line.die()
    act(lab)
    assert seconds_until(lab, "lost") < NOTICED_WITHIN + BUSY_MACHINE
    expect(page.locator(".gn-connection")).to_contain_text("Connection lost")
    line.recover()
    lab.wait(lambda data: data["status"] == "open")
    expect(page.locator(".gn-connection")).to_be_empty()
    if lab.data()["playing"] == "true":
        lab.wait(lambda data: int(data["step"]) > int(before["step"]) + 20)
        lab.press("play")
        lab.wait(lambda data: data["playing"] == "false")
    step = lab.step
    lab.press("step")
    lab.wait(lambda data: int(data["step"]) == step + 1)
    expect(page.get_by_role("alert")).to_be_empty()


def test_training_goes_on_over_a_new_line(page: Page, line: Line) -> None:
    lab = LabPage(page, line.url).open()
    lab.press("play")
    reached = int(lab.wait(lambda data: int(data["step"]) > 100)["step"])
    line.die()
    assert seconds_until(lab, "lost") < NOTICED_WITHIN + BUSY_MACHINE
    line.recover()
    lab.wait(lambda data: data["status"] == "open" and int(data["step"]) > reached + 100)


def test_a_socket_without_an_answer_from_the_start_is_tried_again(page: Page, line: Line) -> None:
    line.deaf_to = b"GET /lab/socket"
    page.goto(f"{line.url}/lab/")
    lab = LabPage(page, line.url)
    assert seconds_until(lab, "lost") < NOTICED_WITHIN + BUSY_MACHINE
    expect(page.locator(".gn-connection")).to_contain_text("Connection lost")
    line.deaf_to = b""
    lab.wait(lambda data: data.get("ready") == "true")
    expect(page.locator(".gn-connection")).to_be_empty()


def test_a_line_that_lives_is_left_alone(page: Page, line: Line) -> None:
    lab = LabPage(page, line.url).open()
    sockets: list[object] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    end = monotonic() + 3 * NOTICED_WITHIN
    while monotonic() < end:
        assert lab.data()["status"] == "open"
        page.wait_for_timeout(10 * POLL_MS)
    assert sockets == []


def test_the_home_page_says_it_and_goes_on(page: Page, line: Line) -> None:
    page.goto(line.url)
    home = LabPage(page, line.url)
    reached = int(home.wait(lambda data: int(data.get("step", 0)) > 50)["step"])
    line.die()
    expect(page.locator(".gn-caption")).to_contain_text(
        "Connection lost", timeout=1000 * (NOTICED_WITHIN + BUSY_MACHINE)
    )
    line.recover()
    home.wait(lambda data: int(data["step"]) > reached + 50)
    expect(page.locator(".gn-caption")).not_to_contain_text("Connection lost")


@pytest.mark.parametrize("name", ["step", "play"])
def test_a_silent_notebook_is_said_and_try_again_works(page: Page, watch: Watch, name: str) -> None:
    """Python is busy or gone: nothing that a notebook's widget could be told, but it can say that nobody answers."""
    watch.allowed += (*GONE, "Failed to fetch")  # as the notebook goes, at the end
    page.clock.install()
    with hosted(gn.widgets.Lab()) as address:
        page.goto(address)
        lab = LabPage(page, address)
        lab.wait(lambda data: data.get("ready") == "true")
        page.route("**/ask", lambda _: None)
        with page.expect_request("**/ask"):
            lab.press(name)
        page.clock.fast_forward(11_000)
        expect(page.get_by_role("alert")).to_contain_text("Python has not answered")
        with page.expect_request("**/ask"):
            lab.press("retry")
        expect(page.get_by_role("alert")).to_be_empty()
        page.clock.fast_forward(11_000)
        expect(page.get_by_role("alert")).to_contain_text("Python has not answered")
        page.unroute("**/ask")
        step = lab.step
        lab.press("retry")
        if name == "play":
            lab.wait(lambda data: int(data["step"]) > step + 20)
            lab.press("play")
            lab.wait(lambda data: data["playing"] == "false")
        expect(page.get_by_role("alert")).to_be_empty()
        step = lab.step
        lab.press("step")
        lab.wait(lambda data: int(data["step"]) == step + 1)


def test_a_notebook_that_is_silent_from_the_start_says_so_and_opens_later(page: Page, watch: Watch) -> None:
    watch.allowed += (*GONE, "Failed to fetch")  # as the notebook goes, at the end
    page.clock.install()
    page.route("**/ask", lambda _: None)
    with hosted(gn.widgets.Lab()) as address:
        with page.expect_request("**/ask"):
            page.goto(address)
        page.clock.fast_forward(11_000)
        expect(page.get_by_role("alert")).to_contain_text("Python has not answered")
        page.unroute("**/ask")
        lab = LabPage(page, address)
        lab.press("retry")
        lab.wait(lambda data: data.get("ready") == "true")
        expect(page.get_by_role("alert")).to_be_empty()
