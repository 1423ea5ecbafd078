"""The Lab as a reader meets it: what the page shows, what can be pressed, and waiting for Python's answers."""

from collections.abc import Callable
from time import monotonic
from urllib.parse import parse_qsl

from playwright.sync_api import Locator, Page

from .patience import PATIENCE

POLL_MS = 15


class LabPage:
    """A page with the Lab on it. All waiting is for attributes that only a reply from Python sets."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    @property
    def root(self) -> Locator:
        return self.page.locator(".gn-root")

    def open(self, settings: str = "") -> "LabPage":
        self.page.goto(f"{self.url}/lab/{settings}")
        self.wait(lambda data: data.get("ready") == "true")
        return self

    def reload(self) -> None:
        self.page.reload()
        self.wait(lambda data: data.get("ready") == "true")

    def data(self) -> dict[str, str]:
        """The root's data attributes."""
        found: dict[str, str] = self.page.evaluate("() => ({...document.querySelector('.gn-root')?.dataset})")
        return found

    def wait(self, condition: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """Wait until the root's data attributes are as wished; return them."""
        end = monotonic() + PATIENCE
        while not condition(data := self.data()):
            assert monotonic() < end, f"waited in vain; the page says {data}"
            self.page.wait_for_timeout(POLL_MS)
        return data

    @property
    def step(self) -> int:
        return int(self.data()["step"])

    @property
    def loss(self) -> float:
        return float(self.data()["loss"])

    def button(self, name: str) -> Locator:
        return self.page.locator(f"button[name='{name}']")

    def press(self, name: str) -> None:
        self.button(name).click()

    def play_until(self, condition: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """Play, wait, pause; return how it stood when the condition came true."""
        self.press("play")
        data = self.wait(condition)
        self.press("play")
        self.wait(lambda now: now["playing"] == "false")
        return data

    def change(self, act: Callable[[], object]) -> dict[str, str]:
        """Do something that changes a setting; wait until its picture is drawn."""
        before = int(self.data()["changes"])
        act()
        return self.wait(lambda data: int(data["changes"]) > before)

    def slide(self, name: str, value: str) -> None:
        """Put a slider somewhere, as a hand or the arrow keys would."""
        self.page.locator(f"input[name='{name}']").fill(value)

    def spec(self) -> dict[str, str]:
        """The settings in force, as the last reply told them."""
        return dict(parse_qsl(self.data()["settings"].removeprefix("#"), keep_blank_values=True))

    def wait_for_spec(self, expected: dict[str, str]) -> None:
        """Wait until these are the settings in force."""
        end = monotonic() + PATIENCE
        while (spec := self.spec()) != expected:
            assert monotonic() < end, f"waited in vain for {expected}; the page says {spec}"
            self.page.wait_for_timeout(POLL_MS)

    def units(self) -> int:
        return self.page.locator("[data-unit]").count()
