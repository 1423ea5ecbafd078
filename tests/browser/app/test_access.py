"""Keyboard, touch, narrow screens, screen readers, both themes, little motion."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..lab_page import LabPage
from ..server import Server

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def _violations(page: Page) -> list[str]:
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("() => axe.run()")
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("settings", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_in_the_lab(
    new_page: Callable[..., Page], server: Server, theme: str, settings: dict[str, Any]
) -> None:
    lab = LabPage(new_page(color_scheme=theme, **settings), server.url).open()
    lab.change(lambda: lab.slide("noise", "0.2"))
    lab.play_until(lambda data: int(data["step"]) > 20)
    assert lab.data()["theme"] == theme
    assert _violations(lab.page) == []
    lab.page.locator("[data-unit='1,0']").focus()
    assert _violations(lab.page) == []
    lab.press("help")
    assert _violations(lab.page) == []


LEVELS = ["play", "build", "look"]


@pytest.mark.parametrize("level", LEVELS[1:])
@pytest.mark.parametrize(("theme", "settings"), [("light", {}), ("dark", PHONE)], ids=["desk", "phone"])
def test_axe_finds_nothing_at_any_level(
    new_page: Callable[..., Page], server: Server, level: str, theme: str, settings: dict[str, Any]
) -> None:
    address = f"#level={level}&data=own&output=tanh"
    lab = LabPage(new_page(color_scheme=theme, **settings), server.url).open(address)
    for _ in range(3):
        lab.press("step")
    lab.wait(lambda data: data["step"] == "3")
    lab.page.get_by_text("Keep and share").click()
    lab.press("branch")
    lab.wait(lambda data: data["track"] == "branch_1")
    if level == "look":
        lab.page.locator("[data-unit='1,1']").click()
        lab.page.locator("[data-ref='dense_1.z[0, 1]']").click()
        lab.page.locator(".gn-why [data-ref='data.x[0, 0]']").click()
        expect(lab.page.locator(".gn-why h3")).to_contain_text("data.x[0, 0]")
    assert lab.data()["theme"] == theme
    assert _violations(lab.page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_home_page(new_page: Callable[..., Page], server: Server, theme: str) -> None:
    page = new_page(color_scheme=theme)
    home = LabPage(page, server.url)
    page.goto(server.url)
    home.wait(lambda data: int(data.get("step", 0)) > 50)
    assert _violations(page) == []


@pytest.mark.parametrize(
    "path", ["/", "/lab/", "/lab/#level=build&data=own&hidden=16-4-4-4-4-4-4-4", "/lab/#level=look"]
)
def test_nothing_is_wider_than_a_phone(new_page: Callable[..., Page], server: Server, path: str) -> None:
    page = new_page(**PHONE)
    page.goto(server.url + path)
    LabPage(page, server.url).wait(lambda data: data.get("ready") == "true")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("settings", "least"), [({}, 24), (PHONE, 44)], ids=["mouse", "touch"])
def test_whatever_can_be_pressed_is_large_enough(
    new_page: Callable[..., Page], server: Server, settings: dict[str, Any], least: int, level: str
) -> None:
    lab = LabPage(new_page(**settings), server.url).open(f"#hidden=8-8-8-8&level={level}")
    boxes: list[tuple[str, float, float]] = lab.page.evaluate(
        """() => [...document.querySelectorAll('.gn-root :is(button, select), .gn-choice, .gn-levels label, .gn-check')]
            .filter(e => e.checkVisibility())
            .map(e => [e.name || e.className, e.getBoundingClientRect()]).map(([n, b]) => [n, b.width, b.height])"""
    )
    assert len(boxes) > 40
    assert [box for box in boxes if min(box[1], box[2]) < least] == []


def test_units_do_not_lie_on_each_other_on_a_phone(new_page: Callable[..., Page], server: Server) -> None:
    lab = LabPage(new_page(**PHONE), server.url).open("#hidden=8-8-8-8")
    boxes: list[dict[str, float]] = lab.page.evaluate(
        """() => [...document.querySelectorAll('[data-unit], .gn-heads button')]
            .map(e => e.getBoundingClientRect().toJSON())"""
    )
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            apart = (
                a["left"] >= b["right"] or b["left"] >= a["right"] or a["top"] >= b["bottom"] or b["top"] >= a["bottom"]
            )
            assert apart, (a, b)


@pytest.mark.parametrize("level", LEVELS)
def test_everything_is_reached_by_tab(page: Page, server: Server, level: str) -> None:
    lab = LabPage(page, server.url).open(f"#level={level}")
    if level == "look":
        expect(lab.page.locator("[data-ref='loss.mean']")).to_be_visible()
    wanted: list[str] = lab.page.evaluate(
        """() => [...document.querySelectorAll('.gn-root button, .gn-root select, .gn-root input[type=range]')]
            .filter(e => !e.closest('dialog') && e.checkVisibility()).map(e => e.name || e.dataset.unit)"""
    )
    lab.page.locator("body").press("Tab")
    reached = set()
    for _ in range(len(wanted) + 40):
        lab.page.keyboard.press("Tab")
        reached.add(lab.page.evaluate("() => document.activeElement.name || document.activeElement.dataset.unit"))
    assert len(wanted) > 25
    assert set(wanted) <= reached


def test_the_keys_do_what_help_says(lab: LabPage) -> None:
    keyboard = lab.page.keyboard
    keyboard.press("ArrowRight")
    lab.wait(lambda data: data["step"] == "1")
    keyboard.press("Space")
    lab.wait(lambda data: data["playing"] == "true" and int(data["step"]) > 20)
    keyboard.press("Space")
    lab.wait(lambda data: data["playing"] == "false")
    keyboard.press("r")
    lab.wait(lambda data: data["step"] == "0")
    keyboard.press("Control+z")
    lab.wait(lambda data: int(data["step"]) > 20)
    keyboard.press("Control+Shift+Z")
    lab.wait(lambda data: data["step"] == "0")
    keyboard.press("?")
    expect(lab.page.get_by_role("dialog")).to_be_visible()
    keyboard.press("Escape")
    expect(lab.page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 390])
def test_help_opens_at_its_top_each_time(new_page: Callable[..., Page], server: Server, width: int) -> None:
    lab = LabPage(new_page(viewport={"width": width, "height": 640}), server.url).open()
    dialog = lab.page.get_by_role("dialog")
    for _ in range(2):
        lab.button("help").click()
        expect(dialog.get_by_role("heading", name="What you see")).to_be_focused()
        expect(dialog.get_by_role("heading", name="What you see")).to_be_in_viewport()
        assert dialog.evaluate("dialog => [dialog.scrollTop, dialog.scrollHeight > dialog.clientHeight]") == [0, True]
        dialog.get_by_role("button", name="Close").click()
        expect(dialog).to_be_hidden()


def test_keys_that_a_control_needs_are_left_to_it(lab: LabPage) -> None:
    lab.page.locator("input[name=noise]").focus()
    lab.change(lambda: lab.page.keyboard.press("ArrowRight"))
    assert lab.step == 0
    lab.button("step").focus()
    lab.page.keyboard.press("Space")
    assert lab.wait(lambda data: data["step"] == "1")["playing"] == "false"


def test_the_map_tells_numbers_under_the_pointer_and_by_keys(lab: LabPage) -> None:
    caption = lab.page.locator(".gn-map .gn-caption")
    values = lab.page.locator(".gn-value")
    lab.button("map").hover(position={"x": 200, "y": 60})
    expect(caption).to_contain_text("output 0.")
    expect(values.last).not_to_be_empty()
    lab.page.mouse.move(5, 5)
    expect(values.last).to_be_empty()
    lab.button("map").focus()
    lab.page.keyboard.press("ArrowUp")
    lab.page.keyboard.press("ArrowUp")
    expect(caption).to_contain_text("x₁ = 0.00, x₂ = 0.10: output 0.")
    assert lab.step == 0


def test_a_unit_shows_its_numbers_on_hover_on_focus_and_when_pinned(lab: LabPage) -> None:
    numbers = lab.page.get_by_role("region", name="Numbers")
    unit = lab.page.locator("[data-unit='1,2']")
    unit.hover()
    expect(numbers).to_contain_text("Hidden layer 1, unit 3")
    expect(numbers.locator("tbody td")).to_have_count(3)
    expect(lab.page.locator(".gn-map h2")).to_have_text("Hidden layer 1, unit 3")
    lab.page.mouse.move(5, 5)
    expect(numbers.locator("table")).to_have_count(0)
    unit.focus()
    lab.page.keyboard.press("Enter")
    lab.page.locator("[name=speed]").focus()
    expect(numbers).to_contain_text("Hidden layer 1, unit 3")
    expect(unit).to_have_attribute("aria-pressed", "true")
    lab.page.locator("body").press("Escape")
    expect(numbers.locator("table")).to_have_count(0)


def test_little_motion_means_a_finished_picture_that_stands_still(
    new_page: Callable[..., Page], server: Server
) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(server.url)
    home = LabPage(page, server.url)
    data = home.wait(lambda data: data.get("step") == "8000")
    assert data["playing"] == "false"
    assert float(data["loss"]) < 0.1
    expect(page.locator(".gn-play")).to_have_text("Replay")


def test_the_home_picture_moves_and_can_be_paused(page: Page, server: Server) -> None:
    page.goto(server.url)
    home = LabPage(page, server.url)
    home.wait(lambda data: int(data.get("step", 0)) > 30)
    expect(page.locator(".gn-play")).to_have_text("Pause")
    page.locator(".gn-play").click()
    home.wait(lambda data: data["playing"] == "false")
    expect(page.locator(".gn-home .gn-caption")).to_contain_text(f"loss {home.loss:.3f} nats")
