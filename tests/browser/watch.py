"""What a page must not do: raise, complain, or ask anything of another machine."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

OFFLINE = "--proxy-server=127.0.0.1:9"
"""Nobody listens there, so whatever would leave the machine is refused at once; the machine itself needs no proxy.

To stop such requests one by one, as they are made, would take a fifth of a lesson's opening.
"""

GONE = ("WebSocket connection to", "Failed to load resource: net::ERR_CONNECTION")
"""What Chromium says of a server that is gone: of the socket, and of whatever else the page was just asking for."""


@dataclass
class Watch:
    """Collects a context's faults; `allowed` are beginnings of console messages that a test provokes itself."""

    faults: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch every page of a context."""
        context.on("request", lambda asked: self._note(f"request to another machine: {asked.url}", _leaves(asked.url)))
        context.on("page", self._on_page)

    def check(self) -> None:
        """Fail if anything was wrong since the last time."""
        faults = [fault for fault in self.faults if not any(word in fault for word in self.allowed)]
        self.faults.clear()
        assert not faults, "\n".join(faults)

    def _on_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self._note(f"page error: {error}"))
        page.on("console", lambda said: self._note(f"console: {said.text}", said.type == "error"))
        page.on("websocket", lambda socket: self._note(f"socket elsewhere: {socket.url}", _leaves(socket.url)))

    def _note(self, fault: str, real: bool = True) -> None:
        if real:
            self.faults.append(fault)


def _leaves(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1"
