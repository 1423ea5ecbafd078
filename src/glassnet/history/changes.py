"""Changes made by hand during a run."""

from dataclasses import fields
from typing import Any, NamedTuple

from glassnet.base.settings import to_json
from glassnet.train import Plan


class Change(NamedTuple):
    """One thing that was changed at a step.

    Arguments:
        step: number of updates made before the change.
        what: "network", "dataset", "state", or the name of a recipe's setting.
        before, after: the old and the new value.
    """

    step: int
    what: str
    before: Any
    after: Any

    def __str__(self) -> str:
        return f"step {self.step}: {self.what} {_short(self.before)} → {_short(self.after)}"


def list_changes(step: int, before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return what differs between two plans, the second of which applies from a step on; "state" if only that differs.

    >>> import glassnet as gn
    >>> run = gn.fit(gn.Network([gn.Dense(1)]), gn.data.moons(60), loss="mean_squared_error", epochs=1, progress=False)
    >>> run.change(batch_size=8)
    >>> print(run.changes[0])
    step 2: batch_size 32 → 8
    """
    found = [
        Change(step, field.name, getattr(before.recipe, field.name), getattr(after.recipe, field.name))
        for field in fields(before.recipe)
        if getattr(before.recipe, field.name) != getattr(after.recipe, field.name)
    ]
    if before.network != after.network:
        found.append(Change(step, "network", before.network, after.network))
    if before.dataset is not after.dataset:
        found.append(Change(step, "dataset", before.dataset.name, after.dataset.name))
    return tuple(found) or (Change(step, "state", "as trained", "replaced"),)


def _short(value: Any) -> str:
    if isinstance(value, str | int | float | None):
        return str(value)
    plain = to_json(value)
    return str(plain.get("type", value)) if isinstance(plain, dict) else repr(value)
