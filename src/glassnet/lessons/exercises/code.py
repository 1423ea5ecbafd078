"""A function to be written by the learner, tried on hidden cases."""

import ast
import math
import textwrap
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from glassnet.lessons.exercises.verdict import Verdict

ENOUGH_TRIES = 2


@dataclass(frozen=True, eq=False)
class CodeExercise:
    """A function to be written, compared with a right one on cases that the learner doesn't see.

    It calls a function that the learner has written, so it belongs in the learner's own process (`glassnet edit`),
    never on a page that others share.

    Arguments:
        question: what the function is to do.
        solution: a right function.
        source: the right function's text, shown after honest tries.
        cases: the arguments of each call.
        hints: one more is given after each failed try.
        because: what to say when every case agrees.
        skeleton: the body that waits in the notebook to be changed; as long as it stands there, nothing has been tried.
        tolerance: the largest relative difference that counts as equal.

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
        """Return the verdict on a function: the first wrong element is shown with what was expected."""
        for number, case in enumerate(self.cases, 1):
            expected = np.asarray(self.solution(*deepcopy(case)), dtype=float)
            try:
                given = np.asarray(function(*deepcopy(case)), dtype=float)
            except Exception as error:  # whatever a learner's function raises is told, not passed on
                return Verdict(False, f"Case {number}: your function stops with {type(error).__name__}: {error}")
            wrong = self._first_difference(given, expected)
            if wrong:
                return Verdict(False, f"Case {number}: {wrong}")
        return Verdict(True, self.because)

    def tries_something(self, source: str) -> bool:
        """Say whether a function's text does anything else than the skeleton; comments and blanks do nothing.

        >>> waiting = CodeExercise("Double x.", lambda x: 2 * x, "return 2 * x", [(1.0,)], (), "Right.", "return x")
        >>> waiting.tries_something("def mine(x): return x  # yours"), waiting.tries_something("def mine(x): return x + x")
        (False, True)
        """
        return not self.skeleton or _body(source) != [ast.dump(line) for line in ast.parse(self.skeleton).body]

    def help_after(self, tries: int) -> dict[str, Any]:
        """Return the hints that so many failed tries have earned, and the solution after the last of them."""
        shown = list(self.hints[:tries])
        return {"hints": shown, "solution": self.source if tries >= max(ENOUGH_TRIES, len(self.hints) + 1) else None}

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
    """Return what the first function of a text does, line by line, without its comments."""
    functions = [part for part in ast.parse(textwrap.dedent(source)).body if isinstance(part, ast.FunctionDef)]
    return [ast.dump(line) for line in functions[0].body] if functions else []
