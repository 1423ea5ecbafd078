"""What a campaign found: how many attempts, and what went wrong in which of them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

SLOW = 6.0
"""Seconds that no single attempt may take."""
LONGEST = 1200.0
"""Seconds that one campaign may take; what it hasn't tried by then it doesn't try."""
MOST_EXAMPLES = 20


@dataclass
class Outcome:
    """The figures of one campaign.

    Arguments:
        name: what was tried.
        asked: how often it should be; fewer attempts mean that time ran out.
        attempts: how often.
        lost: how often something that had been kept was gone or wrong afterwards.
        raw: how often an error was none of ours, or a process died.
        slow: how often one attempt took more than `SLOW` seconds.
        slowest, seconds: the longest attempt, and all together.
        notes: figures of its own.
        examples: the first of what went wrong, in words.
        began, ended: the first and the last attempt, by the monotonic clock.
    """

    name: str
    asked: int = 1
    attempts: int = 0
    lost: int = 0
    raw: int = 0
    slow: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    ended: float = field(default_factory=time.monotonic)

    @property
    def holds(self) -> bool:
        """Whether there was something to try, and nothing went wrong."""
        return self.attempts >= self.asked and not (self.lost or self.raw or self.slow)

    @property
    def wall(self) -> float:
        """Seconds from the beginning to the last attempt, with what children take."""
        return self.ended - self.began

    @property
    def is_over(self) -> bool:
        """Whether the campaign has taken as long as it may."""
        return time.monotonic() - self.began > LONGEST

    @contextmanager
    def attempt(self, what: str) -> Iterator[None]:
        """Count one attempt, and how long it takes."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.add_time(time.monotonic() - began, what)

    def add_time(self, seconds: float, what: str) -> None:
        """Count one attempt of so many seconds."""
        self.attempts += 1
        self.seconds += seconds
        self.ended = time.monotonic()
        self.slowest = max(self.slowest, seconds)
        if seconds > SLOW:
            self.slow += 1
            self.say(f"slow, {seconds:.1f} s: {what}")

    def lose(self, what: str) -> None:
        """Count something lost."""
        self.lost += 1
        self.say(f"lost: {what}")

    def blame(self, what: str) -> None:
        """Count an error that is none of ours."""
        self.raw += 1
        self.say(f"raw: {what}")

    def say(self, what: str) -> None:
        """Keep an example."""
        if len(self.examples) < MOST_EXAMPLES:
            self.examples.append(what)
