"""One session trains at a time: many at once would fight over the interpreter's lock and all train less."""

from threading import Lock
from typing import Final

TURN: Final = Lock()
"""Held while a request is answered, by sessions of sockets and of notebooks alike (they share one interpreter)."""
