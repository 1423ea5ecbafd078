"""What a page must not do: raise, complain, or ask anything of another machine."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Route


@dataclass
class Watch:
    """Collects a context's faults; `allowed` are beginnings of console messages that a test provokes itself."""

    faults: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch every page of a context and stop whatever would leave the machine."""
        context.route("**/*", self._route)
        context.on("page", self._on_page)

    def check(self) -> None:
        """Fail if anything was wrong."""
        faults = [fault for fault in self.faults if not any(word in fault for word in self.allowed)]
        assert not faults, "\n".join(faults)

    def _route(self, route: Route) -> None:
        if _is_ours(route.request.url):
            route.continue_()
        else:
            self.faults.append(f"request to another machine: {route.request.url}")
            route.abort()

    def _on_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self._note(f"page error: {error}"))
        page.on("console", lambda said: self._note(f"console: {said.text}", said.type == "error"))
        page.on("websocket", lambda socket: self._note(f"socket elsewhere: {socket.url}", not _is_ours(socket.url)))

    def _note(self, fault: str, real: bool = True) -> None:
        if real:
            self.faults.append(fault)


def _is_ours(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname == "127.0.0.1"
