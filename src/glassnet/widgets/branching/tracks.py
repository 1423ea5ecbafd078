"""A run and its branches, one of which is shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.run.compare import Comparison as Compared
from glassnet.run.run import Run
from glassnet.widgets.branching.messages import ChangeView, Comparison, SettingsView, TrackView, Wanted
from glassnet.widgets.branching.settings import KNOWN, OWN, RULES, changed, current_settings
from glassnet.widgets.branching.track import Track
from glassnet.widgets.wire.common import Choice

MAX_TRACKS = 6
POINTS = 17
"""Number of steps at which the distance between two runs is measured."""

FIRST = "run"


class Tracks:
    """A run and the branches made from it.

    Arguments:
        run: the run.
        branches: the branches to include; by default all.

    Attributes:
        now: the track that is shown and trained.

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
        for branch in (run.branches if branches is None else branches)[: MAX_TRACKS - 1]:
            self._add(branch, FIRST)

    def choose(self, name: str) -> Track:
        """Show another track."""
        self.now = self.named(name)
        return self.now

    def named(self, name: str) -> Track:
        """Return the track with a name."""
        return look_up("run", name, self.all)

    def branch(self, step: int, wanted: Mapping[str, Any]) -> Track:
        """Branch off from the track shown, and show the branch.

        Raises:
            SettingError: the run has not reached that step, or there are too many branches.
        """
        now = self.now
        at = whole_number("step", step, minimum=first_step(now.run), maximum=now.run.step)
        if len(self.all) >= MAX_TRACKS:
            raise SettingError(f"There are already {MAX_TRACKS} runs, the maximum. Delete a branch first.")
        recipe = changed(now.run.timeline.segment(at).plan.recipe, wanted, now.own)
        self.now = self._add(now.run.branch(at, **recipe), now.name)
        return self.now

    def compare(self, name: str) -> Comparison:
        """Return where the track shown and another one diverge, and the distance between their parameters.

        Raises:
            SettingError: it is compared with itself.
        """
        other = self.named(name)
        if other is self.now:
            raise SettingError("A run can only be compared with another run.")
        compared = self.now.run.compare(other.run, points=POINTS)
        return Comparison(
            now=self.now.name,
            track=other.name,
            first_difference=compared.first_difference,
            words=f"{label(self.now.name)} and {label(other.name)}: {_describe_difference(compared)}",
            steps=tuple(compared.distance_steps),
            distances={layer: tuple(row) for layer, row in compared.distances.items()},
        )

    def forget(self, name: str) -> None:
        """Delete a branch.

        Raises:
            SettingError: it is the original run, or other branches depend on it.
        """
        gone = self.named(name)
        if not gone.parent or any(track.parent == gone.name for track in self.all.values()):
            why = "other branches depend on it" if gone.parent else "it is the original run"
            raise SettingError(f"{label(gone.name)} can't be deleted: {why}.")
        parent = self.all[gone.parent]
        if gone.run in parent.run.branches:  # the parent may have gone back to before it branched off
            parent.run.branches.remove(gone.run)
        del self.all[gone.name]
        if self.now is gone:
            self.now = parent

    def views(self) -> tuple[TrackView, ...]:
        """Return a view of every track."""
        return tuple(track_view(track) for track in self.all.values())

    def _add(self, run: Run, parent: str) -> Track:
        number = 1 + max((int(name.rpartition("_")[2]) for name in self.all if name != FIRST), default=0)
        track = Track(f"branch_{number}", run, self.all[parent].own, parent)
        self.all[track.name] = track
        return track


def label(name: str) -> str:
    """Return a track's name for display."""
    return name.replace("_", " ")


def first_step(run: Run) -> int:
    """Return the earliest known step of a run."""
    return run.timeline.segments[0].first


def track_view(track: Track) -> TrackView:
    """Return a track's latest step, settings and changes."""
    run = track.run
    return TrackView(
        name=track.name,
        label=label(track.name),
        parent=track.parent,
        first=first_step(run),
        step=run.step,
        branched_at=run.branched_at,
        changes=tuple(ChangeView(change.step, describe_change(change)) for change in run.changes),
        settings=SettingsView(**current_settings(run.recipe)),
        stopped=track.stopped,
        can_undo=track.can_undo,
    )


def describe_change(change: Any) -> str:
    """Describe a change."""
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


def _describe_difference(compared: Compared) -> str:
    if compared.first_difference is None:
        return "identical as far as both go."
    changes = "; ".join(describe_change(change).replace("→", "against") for change in compared.changes)
    return f"they first differ at step {compared.first_difference}" + (f": {changes}." if changes else ".")


def rule_choices(track: Track) -> tuple[Choice, ...]:
    """Return the update rules to choose from, including the run's own if it isn't in the list."""
    choices = [Choice(name, text) for name, (text, _) in RULES.items()]
    if current_settings(track.run.recipe)["rule"] == OWN:
        choices.insert(0, Choice(OWN, f"{type(track.own).__name__}, as in the run"))
    return tuple(choices)


def wanted_settings(request: Wanted) -> dict[str, Any]:
    """Return the settings that a request changes."""
    return {name: getattr(request, name) for name in KNOWN if getattr(request, name) is not None}
