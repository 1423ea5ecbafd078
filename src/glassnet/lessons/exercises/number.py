"""A question whose answer is a number."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.verdict import Verdict
from glassnet.lessons.exercises.written_number import is_percentage, read_number

MOST_DIGITS = 12
CLOSE = 1e-14
"""How close to each other two ways to compute the same number are, relative to it."""
LOGARITHMS = {"ln": math.log(math.e), "log2": math.log(2), "log10": math.log(10)}
"""The logarithms that are mixed up, by name, with the natural logarithm of their base."""


@dataclass(frozen=True)
class NumberExercise:
    """A question whose answer is a number, right within a tolerance or if it is rounded to enough digits.

    Arguments:
        question: the question.
        answer: the right number.
        tolerance: how far off an answer may be.
        because: why it is right.
        hint: feedback for a wrong number that is not in `slips`.
        slips: likely wrong numbers, and what went wrong.
        digits: significant digits that a rounded answer needs; whole numbers are never rounded.
        percent: whether the answer is a percentage, so that 75 and 75 % are the same; otherwise 75 % is 0.75.
        logarithm: the logarithm in the answer, so that another one can be named: "ln", "log2" or "log10".

    >>> halves = NumberExercise("What is half of 7?", 3.5, 0.01, "7 / 2 = 3.5.", "Divide by 2.", {14.0: "That is twice 7."})
    >>> halves.check("3,5").right, halves.check("7/2").right, halves.check(14).message, halves.check(3).message
    (True, True, 'That is twice 7.', 'Divide by 2.')
    >>> halves.check("−3.5").message, halves.check("0.35").message
    ('The size is right; look at the sign.', 'The digits are right; look at the decimal point.')
    """

    kind: ClassVar[str] = "number"

    question: str
    answer: float
    tolerance: float
    because: str
    hint: str
    slips: Mapping[float, str] = field(default_factory=dict)
    digits: int = 2
    percent: bool = False
    logarithm: str | None = None

    def __post_init__(self) -> None:
        if self.logarithm not in (None, *LOGARITHMS):
            raise SettingError(f"logarithm must be one of {', '.join(LOGARITHMS)}; got {self.logarithm!r}.")

    def describe(self) -> dict[str, Any]:
        """Return the question."""
        return {"kind": self.kind, "question": self.question}

    def check(self, answer: float | str) -> Verdict:
        """Return the verdict on a number, given as text or as a number.

        Raises:
            SettingError: the answer is not a finite number.
        """
        readings = self._readings(answer)
        if any(self._is(given, self.answer) for given in readings):
            return Verdict(True, self.because)
        for slip, reason in self.slips.items():
            if any(self._is(given, slip) for given in readings):
                return Verdict(False, reason)
        misses = (self._near_miss(given) for given in readings)
        return Verdict(False, next((miss for miss in misses if miss), self.hint))

    def _readings(self, answer: float | str) -> tuple[float, ...]:
        if not isinstance(answer, str):
            return (number("The answer", answer),)
        readings = read_number(answer)
        return tuple(100 * value for value in readings) if self.percent and is_percentage(answer) else readings

    def _is(self, given: float, right: float) -> bool:
        return abs(given - right) <= self.tolerance or self._is_rounded(given, right, self.digits)

    @staticmethod
    def _is_rounded(given: float, right: float, digits: int) -> bool:
        """Return whether a number is the right one rounded to that many significant digits, or to more."""
        if right == round(right) or given == 0:
            return False
        for kept in range(digits, MOST_DIGITS + 1):
            unit = 10.0 ** (math.floor(math.log10(abs(right))) - kept + 1)
            near = abs(given - right) <= unit / 2 + CLOSE * abs(right)  # halves may be rounded either way
            if near and math.isclose(given, round(given / unit) * unit, rel_tol=CLOSE):
                return True
        return False

    def _near_miss(self, given: float) -> str:
        """Return what went wrong in one of the usual ways; "" if it was something else."""
        if self._is(-given, self.answer):
            return "The size is right; look at the sign."
        if self.percent and self._is(100 * given, self.answer):
            return "That is the fraction; the question asks for per cent."
        if not self.percent and 0 < abs(self.answer) <= 1 and self._is(given / 100, self.answer):
            return f"Right as a percentage, but without the sign: write {given:g} % or {given / 100:g}."
        ours = LOGARITHMS.get(self.logarithm or "", 0.0)
        for name, scale in LOGARITHMS.items():
            if ours not in (0.0, scale) and self._is(given, self.answer * ours / scale):
                return f"That is with {name}; here the logarithm is {self.logarithm}."
        if self._is_rounded(given, self.answer, 1) and not self._is_rounded(2 * self.answer - given, self.answer, 1):
            return f"Rounded too far: give {self.digits} significant digits."
        if self.answer and given and self._is_shifted(given):
            return "The digits are right; look at the decimal point."
        return ""

    def _is_shifted(self, given: float) -> bool:
        places = round(math.log10(abs(self.answer)) - math.log10(abs(given)))
        return places != 0 and abs(places) <= 300 and self._is(given * 10.0**places, self.answer)
