"""A function to be written by the learner and tested on hidden cases."""

import ast
import math
import textwrap
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from glassnet.lessons.exercises.verdict import Verdict

MIN_TRIES = 2


@dataclass(frozen=True, eq=False)
class CodeExercise:
    """A function to be written, compared with a correct one on cases that the learner doesn't see.

    It calls a function that the learner has written, so it belongs in the learner's own process (`glassnet edit`),
    never on a shared page.

    Arguments:
        question: what the function should do.
        solution: a correct function.
        source: the solution's source, shown after enough failed tries.
        cases: the arguments of each call.
        hints: one more is shown after each failed try.
        because: feedback when every case agrees.
        skeleton: the function body that the notebook starts with; leaving it unchanged doesn't count as a try.
        tolerance: the largest relative difference still counted as equal.

    >>> double = CodeExercise("Double x.", lambda x: 2 * x, "return 2 * x", [(np.array([1.0, 3.0]),)], ("Multiply.",), "Right.")
    >>> double.check(lambda x: x + 1).message
    'Case 1: element [1] is 4, expected 6.'
    >>> double.check(lambda x: x + x).right
    True
    """

    kind: ClassVar[str] = "code"

    question: str
    solution: Callable[..., Any]
    source: str
    cases: Sequence[tuple[Any, ...]]
    hints: Sequence[str]
    because: str
    skeleton: str = ""
    tolerance: float = 1e-9

    def describe(self) -> dict[str, Any]:
        """Return the question."""
        return {"kind": self.kind, "question": self.question}

    def check(self, function: Callable[..., Any]) -> Verdict:
        """Return the verdict on a function; it names the first wrong element and the expected value."""
        for number, case in enumerate(self.cases, 1):
            expected = np.asarray(self.solution(*deepcopy(case)), dtype=float)
            try:
                given = np.asarray(function(*deepcopy(case)), dtype=float)
            except Exception as error:  # any error in the learner's function is feedback, not ours to raise
                return Verdict(False, f"Case {number}: your function raises {type(error).__name__}: {error}")
            wrong = self._first_difference(given, expected)
            if wrong:
                return Verdict(False, f"Case {number}: {wrong}")
        return Verdict(True, self.because)

    def differs_from_skeleton(self, source: str) -> bool:
        """Return whether a function's source differs from the skeleton, ignoring comments and whitespace.

        >>> waiting = CodeExercise("Double x.", lambda x: 2 * x, "return 2 * x", [(1.0,)], (), "Right.", "return x")
        >>> waiting.differs_from_skeleton("def mine(x): return x  # yours"), waiting.differs_from_skeleton("def mine(x): return x + x")
        (False, True)
        """
        return not self.skeleton or _body(source) != [ast.dump(line) for line in ast.parse(self.skeleton).body]

    def help_after(self, tries: int) -> dict[str, Any]:
        """Return the hints due after this many failed tries, and the solution once all hints have been shown."""
        shown = list(self.hints[:tries])
        return {"hints": shown, "solution": self.source if tries >= max(MIN_TRIES, len(self.hints) + 1) else None}

    def _first_difference(self, given: Any, expected: Any) -> str | None:
        if given.shape != expected.shape:
            return f"the shape is {given.shape}, expected {expected.shape}."
        for place in np.ndindex(expected.shape):
            one, other = float(given[place]), float(expected[place])
            if not math.isclose(one, other, rel_tol=self.tolerance, abs_tol=self.tolerance):
                element = f"element [{', '.join(map(str, place))}]" if place else "the result"
                return f"{element} is {one:.6g}, expected {other:.6g}."
        return None


def _body(source: str) -> list[str]:
    """Return the statements of the first function in a source text, without comments."""
    functions = [part for part in ast.parse(textwrap.dedent(source)).body if isinstance(part, ast.FunctionDef)]
    return [ast.dump(line) for line in functions[0].body] if functions else []
