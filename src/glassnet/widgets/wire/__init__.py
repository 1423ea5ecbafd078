"""Messages between a page and its Python side: declared once, as frozen dataclasses, and checked in one place."""

from glassnet.widgets.wire.marks import As, Length, Limits, MaxLength, OneOf
from glassnet.widgets.wire.session import Answer, Reply, Request, Session, answers

__all__ = ["Answer", "As", "Length", "Limits", "MaxLength", "OneOf", "Reply", "Request", "Session", "answers"]
