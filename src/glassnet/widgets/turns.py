"""One session trains at a time: several would compete for the interpreter lock, and all would train less."""

from threading import Lock
from typing import Final

TURN: Final = Lock()
"""Held while a request is answered, by socket and notebook sessions alike (they share one interpreter)."""
