"""Forgetting things a while after they have been let go."""

from collections import deque
from collections.abc import Callable


class Later:
    """Calls `act` for a key only when so many others have come after it.

    >>> gone = []
    >>> forget = Later(gone.append, after=2)
    >>> for key in "abcd":
    ...     forget(key)
    >>> gone
    ['a', 'b']
    """

    def __init__(self, act: Callable[[str], None], *, after: int) -> None:
        self._act, self._after = act, after
        self._waiting: deque[str] = deque()

    def __call__(self, key: str) -> None:
        """Let a key go."""
        self._waiting.append(key)
        while len(self._waiting) > self._after:
            self._act(self._waiting.popleft())
