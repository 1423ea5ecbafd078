"""Asking a session, as a page does."""

from typing import Any

import numpy as np

from glassnet.widgets.lab import LabSession

SMALL_VIEW = {"map": 4, "units": 3}


def ask(session: LabSession, kind: str, **fields: Any) -> dict[str, Any]:
    """Return the head of a reply that must not be an error, its buffers by name beside it under "bytes"."""
    head, buffers = session.handle({"id": 7, "kind": kind, **fields})
    assert head["id"] == 7
    assert head["kind"] != "error", head["message"]
    return head | {"bytes": dict(zip(head.get("buffers", []), buffers, strict=True))}


def refusal(session: LabSession, request: object) -> str:
    """Return the message of a reply that must be an error."""
    head, buffers = session.handle(request)
    assert head["kind"] == "error", head
    assert set(head) == {"id", "kind", "message"}
    assert buffers == []
    return head["message"]


def weights(frame: dict[str, Any]) -> np.ndarray:
    return np.frombuffer(frame["bytes"]["weights"], "<f4")
