"""The principal axes in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.principal_axes.session import CloudSession


class PrincipalAxes(HostedWidget):
    """A cloud of points in three dimensions that can be turned, and its two principal axes (PCA).

    It takes no arguments.

    >>> head, _ = PrincipalAxes().answer({"id": 1, "kind": "open"})
    >>> head["measurements"]
    ['height', 'arm span', 'length of foot']
    """

    _page = "principal_axes"

    def __init__(self) -> None:
        self._session = CloudSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
