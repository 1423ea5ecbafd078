"""A function to be written by the learner and tested on hidden cases."""

import ast
import textwrap
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ClassVar

from glassnet.lessons.exercises.differences import first_difference
from glassnet.lessons.exercises.own_code.process import Ran
from glassnet.lessons.exercises.verdict import Verdict

MIN_TRIES = 2


@dataclass(frozen=True, eq=False)
class CodeExercise:
    """A function to be written, compared with a correct one on cases that the learner doesn't see.

    Arguments:
        question: what the function should do.
        solution: a correct function.
        source: the solution's source, shown after enough failed tries.
        cases: the arguments of each call: numbers, texts, arrays, and lists of them.
        hints: one more is shown after each failed try.
        because: feedback when every case agrees.
        skeleton: the function body that the notebook starts with; leaving it unchanged doesn't count as a try.
        tolerance: the largest relative difference still counted as equal.
        returns: the names of the things returned, if there are several: ("d_x", "d_weight").
        given: source of the functions that the learner may call; on the page, it runs before the learner's code.
        wrong: likely wrong functions, which the cases must tell from a right one.

    >>> import numpy as np
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
    returns: Sequence[str] = ()
    given: str = ""
    wrong: Sequence[Callable[..., Any]] = ()

    def describe(self) -> dict[str, Any]:
        """Return the question."""
        return {"kind": self.kind, "question": self.question}

    def check(self, function: Callable[..., Any]) -> Verdict:
        """Return the verdict on a function of this process; it names the first wrong element and the expected value."""
        for number, case in enumerate(self.cases, 1):
            try:
                given = function(*deepcopy(case))
            except Exception as error:  # any error in the learner's function is feedback, not ours to raise
                return Verdict(False, f"Case {number}: your function raises {type(error).__name__}: {error}")
            if wrong := self._difference(given, case):
                return Verdict(False, f"Case {number}: {wrong}")
        return Verdict(True, self.because)

    def judge(self, ran: Ran) -> Verdict:
        """Return the verdict on code that ran in a process of its own; a wrong result comes before a later error."""
        for number, (given, case) in enumerate(zip(ran.results, self.cases, strict=False), 1):
            if wrong := self._difference(given, case):
                return Verdict(False, f"Case {number}: {wrong}")
        if ran.error:
            return Verdict(False, f"Line {ran.line}: {ran.error}" if ran.line else ran.error)
        if len(ran.results) < len(self.cases):
            return Verdict(False, f"Case {len(ran.results) + 1}: your code ended before it returned.")
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

    def _difference(self, given: Any, case: tuple[Any, ...]) -> str:
        expected = self.solution(*deepcopy(case))
        return first_difference(given, expected, tolerance=self.tolerance, names=self.returns)


def _body(source: str) -> list[str]:
    """Return the statements of the last function in a source text, without comments."""
    functions = [part for part in ast.parse(textwrap.dedent(source)).body if isinstance(part, ast.FunctionDef)]
    return [ast.dump(line) for line in functions[-1].body] if functions else []
