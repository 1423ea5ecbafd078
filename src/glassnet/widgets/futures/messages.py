"""What pages ask and are told about a run, its changes and its branches."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.futures.settings import LARGEST_RATE, RULE_NAMES
from glassnet.widgets.wire import Limits, OneOf, Reply, Request


@dataclass(frozen=True)
class Wanted:
    """Settings that are to change; None leaves one as it is."""

    learning_rate: Annotated[float, Limits(above=0, maximum=LARGEST_RATE)] | None = None
    l2: Annotated[float, Limits(0, 1)] | None = None
    rule: Annotated[str, OneOf("rule", RULE_NAMES)] | None = None


@dataclass(frozen=True)
class Change(Wanted, Request):
    """Go on with other settings."""


@dataclass(frozen=True)
class Undo(Request):
    """Take the last change back."""


@dataclass(frozen=True, kw_only=True)
class Branch(Wanted, Request):
    """Begin a run with the same past up to a step."""

    step: Annotated[int, Limits(0)]


@dataclass(frozen=True)
class Choose(Request):
    """Look at another run."""

    track: str


@dataclass(frozen=True)
class Forget(Request):
    """Let a branch go."""

    track: str


@dataclass(frozen=True)
class Compare(Request):
    """Compare the run that is looked at with another."""

    track: str


@dataclass(frozen=True)
class ChangeView:
    """A change by hand, in words."""

    step: int
    text: str


@dataclass(frozen=True)
class SettingsView:
    """The settings in force; `l2` is None where a penalty of another kind is."""

    rule: str
    learning_rate: float
    l2: float | None


@dataclass(frozen=True)
class TrackView:
    """Where a run stands, what is in force, and what was changed on the way."""

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
    """The first step at which two runs differ and why, and how far their parameters drift apart, layer by layer."""

    now: str
    track: str
    first_difference: int | None
    words: str
    steps: tuple[int, ...]
    distances: Mapping[str, tuple[float | None, ...]]
