"""A run and its branches, of which one is looked at."""

from collections.abc import Mapping, Sequence
from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.run.compare import Comparison as Compared
from glassnet.run.run import Run
from glassnet.widgets.futures.messages import ChangeView, Comparison, SettingsView, TrackView, Wanted
from glassnet.widgets.futures.settings import KNOWN, OWN, RULES, changed, tell_settings
from glassnet.widgets.futures.track import Track
from glassnet.widgets.wire.common import Choice

MOST_TRACKS = 6
POINTS = 17
"""Steps at which the distance of two runs is measured."""

FIRST = "run"


class Tracks:
    """A run with the branches that a reader makes of it.

    Arguments:
        run: where it begins.
        branches: those of its branches that are there from the start; all, unless told.

    Attributes:
        now: the track that is looked at and trained on.

    >>> import glassnet as gn
    >>> net, data = gn.Network([gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")]), gn.data.moons(40)
    >>> tracks = Tracks(Run(net, gn.Recipe("binary_cross_entropy"), data))
    >>> tracks.now.advance(count=10)
    >>> branch = tracks.branch(4, {"learning_rate": 0.5})
    >>> branch.name, branch.run.step, tracks.now is branch
    ('branch_1', 4, True)
    """

    def __init__(self, run: Run, branches: Sequence[Run] | None = None) -> None:
        self.all: dict[str, Track] = {FIRST: Track(FIRST, run)}
        self.now = self.all[FIRST]
        for branch in (run.branches if branches is None else branches)[: MOST_TRACKS - 1]:
            self._add(branch, FIRST)

    def choose(self, name: str) -> Track:
        """Look at another track."""
        self.now = self.named(name)
        return self.now

    def named(self, name: str) -> Track:
        """Return the track of a name."""
        return look_up("run", name, self.all)

    def branch(self, step: int, wanted: Mapping[str, Any]) -> Track:
        """Branch off the track that is looked at, and look at the branch.

        Raises:
            SettingError: the run has not come that far, or there are too many branches.
        """
        now = self.now
        at = whole_number("step", step, minimum=first_step(now.run), maximum=now.run.step)
        if len(self.all) >= MOST_TRACKS:
            raise SettingError(f"There are {MOST_TRACKS} runs here, as many as can be told apart. Forget one first.")
        recipe = changed(now.run.timeline.segment(at).plan.recipe, wanted, now.own)
        self.now = self._add(now.run.branch(at, **recipe), now.name)
        return self.now

    def compare(self, name: str) -> Comparison:
        """Return where the track that is looked at and another part, and how far their parameters drift apart.

        Raises:
            SettingError: it is compared with itself.
        """
        other = self.named(name)
        if other is self.now:
            raise SettingError("A run is compared with another, not with itself.")
        compared = self.now.run.compare(other.run, points=POINTS)
        return Comparison(
            now=self.now.name,
            track=other.name,
            first_difference=compared.first_difference,
            words=f"{label(self.now.name)} and {label(other.name)}: {_tell_difference(compared)}",
            steps=tuple(compared.distance_steps),
            distances={layer: tuple(row) for layer, row in compared.distances.items()},
        )

    def forget(self, name: str) -> None:
        """Let a branch go.

        Raises:
            SettingError: it is the run itself, or others branched off it.
        """
        gone = self.named(name)
        if not gone.parent or any(track.parent == gone.name for track in self.all.values()):
            why = "others branched off it" if gone.parent else "it is where all others began"
            raise SettingError(f"{label(gone.name)} stays: {why}.")
        parent = self.all[gone.parent]
        parent.run.branches.remove(gone.run)
        del self.all[gone.name]
        if self.now is gone:
            self.now = parent

    def tell(self) -> tuple[TrackView, ...]:
        """Return what a page needs to know of all of them."""
        return tuple(tell_track(track) for track in self.all.values())

    def _add(self, run: Run, parent: str) -> Track:
        number = 1 + max((int(name.rpartition("_")[2]) for name in self.all if name != FIRST), default=0)
        track = Track(f"branch_{number}", run, self.all[parent].own, parent)
        self.all[track.name] = track
        return track


def label(name: str) -> str:
    """Return a track's name as people read it."""
    return name.replace("_", " ")


def first_step(run: Run) -> int:
    """Return the earliest step that is known of a run."""
    return run.timeline.segments[0].first


def tell_track(track: Track) -> TrackView:
    """Return where a track stands, what is in force and what was changed on the way."""
    run = track.run
    return TrackView(
        name=track.name,
        label=label(track.name),
        parent=track.parent,
        first=first_step(run),
        step=run.step,
        branched_at=run.branched_at,
        changes=tuple(ChangeView(change.step, tell_change(change)) for change in run.changes),
        settings=SettingsView(**tell_settings(run.recipe)),
        stopped=track.stopped,
        can_undo=track.can_undo,
    )


def tell_change(change: Any) -> str:
    """Return what was changed in words."""
    if change.what == "optimizer":
        rules = [type(rule).__name__ for rule in (change.before, change.after)]
        rates = f"learning rate {change.before.learning_rate:g} → {change.after.learning_rate:g}"
        if rules[0] != rules[1]:
            return f"{rules[0]} → {rules[1]}, {rates}"
        same = change.before.learning_rate == change.after.learning_rate
        return f"{rules[0]} with other settings" if same else rates
    if change.what == "regularizer":
        before, after = (getattr(value, "rate", 0) for value in (change.before, change.after))
        return f"L2 {before:g} → {after:g}"
    return str(change).partition(": ")[2]


def _tell_difference(compared: Compared) -> str:
    if compared.first_difference is None:
        return "the same as far as both go."
    changes = "; ".join(tell_change(change).replace("→", "against") for change in compared.changes)
    return f"they part at step {compared.first_difference}" + (f": {changes}." if changes else ".")


def tell_rules(track: Track) -> tuple[Choice, ...]:
    """Return the update rules to choose from; the run's own where it is none of the list."""
    told = [Choice(name, text) for name, (text, _) in RULES.items()]
    if tell_settings(track.run.recipe)["rule"] == OWN:
        told.insert(0, Choice(OWN, f"{type(track.own).__name__}, as in the run"))
    return tuple(told)


def wanted_settings(asked: Wanted) -> dict[str, Any]:
    """Return the settings that a request changes."""
    return {name: getattr(asked, name) for name in KNOWN if getattr(asked, name) is not None}
