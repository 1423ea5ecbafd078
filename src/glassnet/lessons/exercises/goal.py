"""A goal to be reached by choosing settings, for a live network or anything else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict


@dataclass(frozen=True, eq=False)
class GoalExercise:
    """A goal that the settings must reach from several seeds while keeping to rules.

    Arguments:
        question: what to reach.
        rules: from the wording of a rule to a function that returns whether settings keep to it.
        trial: runs the settings with one seed and returns the measured number.
        below: the number must be less than this, for every seed.
        measure: the name of that number.
        seeds: the seeds to try.
        because: feedback when the goal is reached.
        presets: the settings that the page opens with, or offers ready-made: none of them may reach the goal.

    >>> goal = GoalExercise("Make x² small.", {"x is above 0": lambda s: s["x"] > 0}, lambda s, seed: s["x"] ** 2,
    ...                     0.01, "x²", (0, 1), "Small enough.")
    >>> goal.check({"x": -0.01}).message, goal.check({"x": 1.0}).message, goal.check({"x": 0.05}).right
    ('This must hold first: x is above 0.', 'At try 1 of 2, x² is 1; it must be below 0.01.', True)
    """

    kind: ClassVar[str] = "goal"

    question: str
    rules: Mapping[str, Callable[[Mapping[str, Any]], bool]]
    trial: Callable[[Mapping[str, Any], int], float]
    below: float
    measure: str
    seeds: Sequence[int]
    because: str
    presets: Sequence[Mapping[str, Any]] = ()

    def describe(self) -> dict[str, Any]:
        """Return the question and the rules."""
        return {"kind": self.kind, "question": self.question, "rules": list(self.rules)}

    def check(self, settings: Mapping[str, Any]) -> Verdict:
        """Return the verdict on settings; it names the first rule that isn't kept, or the first try that fails.

        Raises:
            SettingError: `settings` is not a mapping from names to values.
        """
        if not isinstance(settings, Mapping) or not all(isinstance(name, str) for name in settings):
            raise SettingError(f"settings must map names to values; got {settings!r}.")
        for rule, kept in self.rules.items():
            if not kept(settings):
                return Verdict(False, f"This must hold first: {rule}.")
        reached = []
        for number, seed in enumerate(self.seeds, 1):
            value = self.trial(settings, seed)
            if not value < self.below:
                return Verdict(
                    False,
                    f"At try {number} of {len(self.seeds)}, {self.measure} is {value:.3g}; it must be below {self.below:g}.",
                )
            reached.append(f"{value:.2g}")
        return Verdict(True, f"{self.because} ({self.measure}, at each try: {', '.join(reached)}.)")
