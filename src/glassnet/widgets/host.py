"""What all notebook widgets share: their bundle, answering messages, and cleaning up."""

import threading
from contextlib import AbstractContextManager
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

import anywidget

from glassnet.widgets.linking import as_module
from glassnet.widgets.turns import TURN
from glassnet.widgets.wire.failures import answered


class HostedWidget(anywidget.AnyWidget):
    """A widget that answers requests from its page.

    A notebook served to many readers runs each reader in a separate thread but doesn't close
    the widgets of those who leave. So every new widget closes those whose thread has ended.

    Attributes:
        _page: the widget's folder in frontend/widgets. Its script is read when a widget is created, so that the class
            can be imported, and its types generated, before its page is built.
    """

    _page: ClassVar[str]

    _owners: ClassVar[WeakKeyDictionary["HostedWidget", threading.Thread]] = WeakKeyDictionary()
    _owners_lock: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        for abandoned in self._adopt():
            abandoned.close()
        self.on_msg(self._on_request)

    @property
    def _esm(self) -> str:
        """The widget's script, in one piece: notebooks ask for one module per widget."""
        return as_module(f"widgets/{self._page}/index.js")

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        raise NotImplementedError

    def turn(self, request: object) -> AbstractContextManager[Any]:
        """Return whose turn a request waits for: requests that compute here are answered one at a time."""
        return TURN

    def _on_request(self, _widget: object, request: object, _buffers: object) -> None:
        with self.turn(request):
            head, buffers = answered(self.answer, request)
        if isinstance(request, dict) and "view_id" in request:
            head = {**head, "view_id": request["view_id"]}
        self.send(head, buffers)

    def _adopt(self) -> list["HostedWidget"]:
        """Register this widget with its thread, and return those whose thread has ended."""
        with self._owners_lock:
            abandoned = [widget for widget, thread in self._owners.items() if not thread.is_alive()]
            for widget in abandoned:
                del self._owners[widget]
            self._owners[self] = threading.current_thread()
        return abandoned
