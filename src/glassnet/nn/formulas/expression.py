"""The parts of a formula."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias, TypeVar

Result = TypeVar("Result")

COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")


@dataclass(frozen=True)
class Number:
    """A number, with the name of the constant it came from, if any."""

    value: float
    name: str = ""


@dataclass(frozen=True)
class Variable:
    """A variable: of a loss p, the prediction, or t, the target; of an activation z."""

    name: str


@dataclass(frozen=True)
class Call:
    """A call of a function or operator from the table below."""

    function: str
    arguments: "tuple[Expression, ...]"


Expression: TypeAlias = Number | Variable | Call


class Function(NamedTuple):
    """A function's number of arguments, and its implementation: a Python operator, or a name in an array namespace."""

    arity: int
    of: Callable[..., Any] | str


FUNCTIONS: dict[str, Function] = {
    "+": Function(2, operator.add),
    "-": Function(2, operator.sub),
    "*": Function(2, operator.mul),
    "/": Function(2, operator.truediv),
    "^": Function(2, operator.pow),
    "negate": Function(1, operator.neg),
    "<": Function(2, operator.lt),
    "<=": Function(2, operator.le),
    ">": Function(2, operator.gt),
    ">=": Function(2, operator.ge),
    "==": Function(2, operator.eq),
    "!=": Function(2, operator.ne),
    "abs": Function(1, operator.abs),
    "sign": Function(1, "sign"),
    "sqrt": Function(1, "sqrt"),
    "exp": Function(1, "exp"),
    "log": Function(1, "log"),
    "sin": Function(1, "sin"),
    "cos": Function(1, "cos"),
    "tanh": Function(1, "tanh"),
    "max": Function(2, "maximum"),
    "min": Function(2, "minimum"),
    "where": Function(3, "where"),
}
"""All functions and operators that formulas support."""


def apply(function: str, namespace: Any, arguments: Iterable[Any]) -> Any:
    """Apply a function of the table to numbers, arrays or symbols of that namespace.

    >>> import math
    >>> apply("sqrt", math, [16.0])
    4.0
    """
    of = FUNCTIONS[function].of
    return (getattr(namespace, of) if isinstance(of, str) else of)(*arguments)


def fold(expression: Expression, of: Callable[[Expression, list[Result]], Result]) -> Result:
    """Return of(expression, what `of` returned for each of its arguments), from the inside out.

    Each part is visited once, however often it occurs: a derivative contains its formula's parts many times. Nothing is
    recursive, however long or nested.

    >>> fold(Call("-", (Variable("p"), Variable("t"))), lambda part, inside: sum(inside) + 1)
    3
    """
    known: dict[int, Result] = {}
    waiting = [expression]
    while waiting:
        part = waiting[-1]
        arguments = part.arguments if isinstance(part, Call) else ()
        missing = [argument for argument in arguments if id(argument) not in known]
        if missing:
            waiting += missing
            continue
        waiting.pop()
        if id(part) not in known:
            known[id(part)] = of(part, [known[id(argument)] for argument in arguments])
    return known[id(expression)]


def contains(expression: Expression, variable: str) -> bool:
    """Return whether a variable occurs in an expression.

    >>> contains(Call("abs", (Variable("p"),)), "p"), contains(Variable("t"), "p")
    (True, False)
    """
    return fold(expression, lambda part, inside: any(inside) or (isinstance(part, Variable) and part.name == variable))
