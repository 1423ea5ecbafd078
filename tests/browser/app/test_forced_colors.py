"""Where the reader forces colours (Windows' contrast themes), all that is drawn can still be seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from ..lab_page import LabPage
from ..server import Server

CANVAS = {"light": 255, "dark": 0}  # how light the browser's forced page is, red, green and blue alike

STRONGEST = """(canvas, ground) => {
    const {data, width, height} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const distances = place => [0, 1, 2].map(i => Math.abs(data[place + i] - ground));
    const far = place => data[place + 3] < 128 ? 0 : Math.max(...distances(place));
    return Array.from({length: width * height}, (_, i) => far(4 * i)).filter(distance => distance > 250).length;
}"""
COLORS = "element => { const {color, backgroundColor} = getComputedStyle(element); return [color, backgroundColor]; }"


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def forced(new_page: Callable[..., Page], server: Server, scheme: str) -> LabPage:
    """The Lab under forced colours, after some training, of a reader who chose the other theme before."""
    page = new_page(color_scheme=scheme, forced_colors="active")
    other = {"light": "dark", "dark": "light"}[scheme]
    page.add_init_script(f"localStorage.setItem('glassnet-theme', '{other}')")
    lab = LabPage(page, server.url).open()
    lab.play_until(lambda data: int(data["step"]) > 20)
    return lab


def test_the_theme_is_the_system_s(forced: LabPage, scheme: str) -> None:
    assert forced.data()["theme"] == scheme


def test_curves_and_numbers_on_a_canvas_have_the_system_s_ink(forced: LabPage, scheme: str) -> None:
    assert forced.page.locator(".gn-loss canvas").evaluate(STRONGEST, CANVAS[scheme]) > 200


def test_the_main_button_s_word_stands_out_from_it(forced: LabPage) -> None:
    play = forced.button("play")
    word, ground = play.locator("span").evaluate(COLORS)[0], play.evaluate(COLORS)[1]
    assert word != ground
    assert play.locator("span").evaluate("element => getComputedStyle(element).forcedColorAdjust") == "none"


def test_what_is_chosen_can_be_told_from_what_is_not(forced: LabPage) -> None:
    border = "element => getComputedStyle(element).borderTopColor"
    chosen = forced.page.locator("input[name=data]:checked + canvas").evaluate(border)
    other = forced.page.locator("input[name=data]:not(:checked) + canvas").first.evaluate(border)
    assert chosen != other


INKED = """([wanted, ground]) => [...document.querySelectorAll(wanted)].map(canvas => {
    const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const far = place => data[place + 3] > 200 && [0, 1, 2].some(i => Math.abs(data[place + i] - ground) > 60);
    let found = 0;
    for (let place = 0; place < data.length; place += 4) found += far(place);
    return found / (data.length / 4);
})"""


def test_points_thumbnails_and_units_stand_out_on_their_canvases(forced: LabPage, scheme: str) -> None:
    wanted = ".gn-map .gn-plane canvas:last-child, .gn-choice canvas, .gn-unit canvas"
    shares: list[float] = forced.page.evaluate(INKED, [wanted, CANVAS[scheme]])
    assert len(shares) == 1 + 11 + 11
    assert min(shares) > 0.01  # twelve points of one's own cover the least


def test_points_are_drawn_anew_when_colours_are_forced_while_the_page_is_open(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = new_page(color_scheme="dark")
    lab = LabPage(page, server.url).open()
    pixels = "() => document.querySelector('.gn-map .gn-plane canvas:last-child').toDataURL()"
    before = page.evaluate(pixels)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    lab.wait(lambda _: page.evaluate(pixels) != before)


def test_announcements_are_heard_not_seen(forced: LabPage) -> None:
    announced = forced.page.locator(".gn-announced")
    assert (announced.text_content() or "").startswith("Paused at step")
    box = announced.bounding_box()
    assert box
    assert box["width"] <= 1
    assert box["height"] <= 1
