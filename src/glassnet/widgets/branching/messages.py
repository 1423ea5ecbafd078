"""Messages about a run, its changes and its branches."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.branching.settings import MAX_RATE, RULE_NAMES
from glassnet.widgets.wire import Limits, OneOf, Reply, Request


@dataclass(frozen=True)
class Wanted:
    """Settings to change; None leaves a setting as it is."""

    learning_rate: Annotated[float, Limits(above=0, maximum=MAX_RATE)] | None = None
    l2: Annotated[float, Limits(0, 1)] | None = None
    rule: Annotated[str, OneOf("rule", RULE_NAMES)] | None = None


@dataclass(frozen=True)
class Change(Wanted, Request):
    """Continue with other settings."""


@dataclass(frozen=True)
class Undo(Request):
    """Undo the last change."""


@dataclass(frozen=True, kw_only=True)
class Branch(Wanted, Request):
    """Start a branch with the same past up to a step."""

    step: Annotated[int, Limits(0)]


@dataclass(frozen=True)
class Choose(Request):
    """Show another run."""

    track: str


@dataclass(frozen=True)
class Forget(Request):
    """Delete a branch."""

    track: str


@dataclass(frozen=True)
class Compare(Request):
    """Compare the run shown with another."""

    track: str


@dataclass(frozen=True)
class ChangeView:
    """A change by hand, in words."""

    step: int
    text: str


@dataclass(frozen=True)
class SettingsView:
    """The settings in force; `l2` is None if another kind of penalty is in force."""

    rule: str
    learning_rate: float
    l2: float | None


@dataclass(frozen=True)
class TrackView:
    """A run's latest step, its settings and its changes."""

    name: str
    label: str
    parent: str
    first: int
    step: int
    branched_at: int | None
    changes: tuple[ChangeView, ...]
    settings: SettingsView
    stopped: str | None
    can_undo: bool


@dataclass(frozen=True)
class Comparison(Reply):
    """The first step at which two runs differ and why, and the distance of their parameters by layer."""

    now: str
    track: str
    first_difference: int | None
    words: str
    steps: tuple[int, ...]
    distances: Mapping[str, tuple[float | None, ...]]
