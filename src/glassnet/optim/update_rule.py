"""The interface of every update rule: two pure functions."""

from typing import Any, Protocol

from glassnet.base.arrays import Tree


class UpdateRule(Protocol):
    """How gradients change parameters."""

    @property
    def learning_rate(self) -> float:
        """The rate to use unless a schedule changes it."""
        ...

    def init(self, params: Tree) -> dict[str, Any]:
        """Return the rule's initial state for these parameters."""
        ...

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters and the next state.

        `learning_rate` is the rate of this step: the rule's own, or that of the schedule.
        """
        ...
