"""Reloads, several tabs, links, and a server that goes away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ..lab_page import LabPage
from ..server import Server
from ..watch import GONE, Watch

pytestmark = pytest.mark.browser


def test_a_reload_comes_back_where_it_stood(lab: LabPage) -> None:
    lab.change(lambda: lab.press("more-layers"))
    lab.play_until(lambda data: int(data["step"]) > 100)
    before = lab.data()
    lab.reload()
    after = lab.data()
    assert (after["step"], after["loss"], after["testLoss"]) == (before["step"], before["loss"], before["testLoss"])
    assert lab.units() == 15
    expect(lab.page.locator(".gn-changes button")).to_have_count(1)


def test_a_reload_while_playing_loses_half_a_second_at_most(lab: LabPage) -> None:
    lab.press("play")
    lab.wait(lambda data: int(data["step"]) > 300)
    lab.reload()
    assert lab.step > 100
    lab.play_until(lambda data: int(data["step"]) > 400)


def test_two_tabs_do_not_know_of_each_other(lab: LabPage) -> None:
    other = LabPage(lab.page.context.new_page(), lab.url).open()
    lab.change(lambda: lab.slide("noise", "0.4"))
    lab.play_until(lambda data: int(data["step"]) > 20)
    assert other.step == 0
    assert other.spec()["noise"] == "0.1"
    other.press("step")
    other.wait(lambda data: data["step"] == "1")
    lab.reload()
    other.reload()
    assert lab.step > 20
    assert other.step == 1


def test_an_address_is_a_setup(new_page: Callable[..., Page], server: Server) -> None:
    lab = LabPage(new_page(), server.url).open("#data=spiral&hidden=8-8&noise=0.05")
    assert lab.units() == 19
    assert lab.spec()["data"] == "spiral"
    again = LabPage(new_page(), server.url).open("#" + lab.page.url.split("#")[1])
    assert again.spec() == lab.spec()
    assert again.loss == lab.loss


def test_a_wrong_address_is_said_and_does_no_harm(new_page: Callable[..., Page], server: Server) -> None:
    lab = LabPage(new_page(), server.url).open("#activation=magic")
    expect(lab.page.get_by_role("alert")).to_contain_text("magic")
    lab.press("dismiss")
    expect(lab.page.get_by_role("alert")).to_be_empty()
    lab.press("step")
    lab.wait(lambda data: data["step"] == "1")


def test_copy_link_copies_the_setup(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    lab = LabPage(page, server.url).open("#data=xor")
    lab.press("link")
    expect(page.locator(".gn-announced")).to_have_text("Link copied")
    assert "data=xor" in page.evaluate("() => navigator.clipboard.readText()")


def test_a_killed_server_is_said_and_found_again(new_page: Callable[..., Page], watch: Watch, tmp_path: Path) -> None:
    watch.allowed += GONE
    server = Server(tmp_path / "log.txt")
    server.start()
    try:
        lab = LabPage(new_page(), server.url).open()
        lab.play_until(lambda data: int(data["step"]) > 50)
        before = lab.data()
        server.kill()
        lab.wait(lambda data: data["status"] == "lost")
        expect(lab.page.locator(".gn-connection")).to_contain_text("Connection lost")
        assert lab.data()["step"] == before["step"]
        server.start()
        lab.wait(lambda data: data["status"] == "open")
        expect(lab.page.locator(".gn-connection")).to_be_empty()
        lab.press("step")
        after = lab.wait(lambda data: data["step"] != before["step"])
        assert int(after["step"]) == int(before["step"]) + 1
    finally:
        server.kill()


def test_training_goes_on_by_itself_when_the_server_is_back(
    new_page: Callable[..., Page], watch: Watch, tmp_path: Path
) -> None:
    watch.allowed += GONE
    server = Server(tmp_path / "log.txt")
    server.start()
    try:
        lab = LabPage(new_page(), server.url).open()
        lab.press("play")
        reached = int(lab.wait(lambda data: int(data["step"]) > 300)["step"])
        server.kill()
        lab.wait(lambda data: data["status"] == "lost")
        server.start()
        lab.wait(lambda data: data["status"] == "open" and int(data["step"]) > reached + 100)
    finally:
        server.kill()
