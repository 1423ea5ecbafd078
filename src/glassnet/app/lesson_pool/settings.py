"""The settings of the pool of lesson processes."""

import os
from dataclasses import dataclass, field

MAX_PROCESSES = 8
SECRET_HEADER = "x-glassnet-secret"
"""Carries the secret of this start; a lesson process answers nobody else on the machine."""

LEFT_THE_PAGE = 1001
"""The code with which browsers close the sockets of a page that is closed or left; a lost connection has no code."""


def for_this_machine() -> int:
    """Return how many lesson processes this machine can use: one per core, within reason."""
    return min(os.cpu_count() or 1, MAX_PROCESSES)


@dataclass(frozen=True)
class PoolSettings:
    """How many lesson processes there are, and for how long they keep what readers have left.

    Arguments:
        processes: the maximum number; there is one until a second reader comes.
        session_seconds: how long a notebook waits for a reader whose connection was lost.
        idle_seconds: how long a process without readers is kept before it is ended and its memory is free again.
        tend_seconds: how often to look for such processes.
        opening_seconds: how long a notebook may take to open before the next one begins nevertheless.
    """

    processes: int = field(default_factory=for_this_machine)
    session_seconds: int = 120
    idle_seconds: float = 150.0
    tend_seconds: float = 5.0
    opening_seconds: float = 20.0
