"""Delays an action until a number of further calls have been made."""

from collections import deque
from collections.abc import Callable


class Deferred:
    """Calls `act` for a key only after `after` more keys have arrived.

    >>> gone = []
    >>> forget = Deferred(gone.append, after=2)
    >>> for key in "abcd":
    ...     forget(key)
    >>> gone
    ['a', 'b']
    """

    def __init__(self, act: Callable[[str], None], *, after: int) -> None:
        self._act, self._after = act, after
        self._waiting: deque[str] = deque()

    def __call__(self, key: str) -> None:
        """Queue a key, and act on the oldest if the queue is full."""
        self._waiting.append(key)
        while len(self._waiting) > self._after:
            self._act(self._waiting.popleft())
