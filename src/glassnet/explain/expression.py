"""Expressions: a number and the arithmetic behind it, as an immutable tree."""

import math
import operator
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from glassnet.explain.reference import Reference


class Expression(NamedTuple):
    """A traced scalar: its value, the operation that computed it, and the operands.

    Arguments:
        op: the operation, by NumPy's name; "leaf" for a recorded number, "constant" for a number in the formula.
        operands: expressions, in the operation's order.
        value: the number as it was computed in training.
        reference: the name of a leaf.
    """

    op: str
    operands: tuple[Any, ...]
    value: Any
    reference: Reference | None = None


def constant(value: Any) -> Expression:
    """Return a number that belongs to the formula itself, such as the 1 of 1 − a."""
    return Expression("constant", (), value)


def _all(*values: Any) -> bool:
    return all(values)


def _any(*values: Any) -> bool:
    return any(values)


def _product(*values: float) -> float:
    return math.prod(values)


def _divide(a: float, b: float) -> float:
    if b == 0:
        return math.nan if a == 0 or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1.0, b)
    return a / b


def _power(a: float, b: float) -> float:
    try:
        return float(a) ** b if a >= 0 or float(b).is_integer() else math.nan
    except (OverflowError, ZeroDivisionError):
        return math.inf


def _exp(x: float) -> float:
    return math.exp(x) if x < 709.78 else math.inf


def _expm1(x: float) -> float:
    return math.expm1(x) if x < 709.78 else math.inf


def _log(x: float) -> float:
    return math.log(x) if x > 0 else (-math.inf if x == 0 else math.nan)


def _root(x: float) -> float:
    return math.sqrt(x) if x >= 0 else math.nan


def add_up(*values: float) -> float:
    """Return the sum of numbers, rounded only once; infinity and NaN are passed through."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):  # infinities of both signs
        return sum(values)


def _largest(*values: float) -> float:
    return math.nan if any(value != value for value in values) else max(values)


def _smallest(*values: float) -> float:
    return math.nan if any(value != value for value in values) else min(values)


OPERATIONS: dict[str, Callable[..., Any]] = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": _divide,
    "power": _power,
    "remainder": operator.mod,
    "floor_divide": operator.floordiv,
    "negative": operator.neg,
    "positive": operator.pos,
    "absolute": abs,
    "less": operator.lt,
    "less_equal": operator.le,
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "equal": operator.eq,
    "not_equal": operator.ne,
    "and": _all,
    "or": _any,
    "xor": operator.xor,
    "not": operator.not_,
    "exp": _exp,
    "expm1": _expm1,
    "log": _log,
    "log1p": lambda x: _log(1.0 + x) if abs(x) > 0.5 else math.log1p(x),
    "log2": lambda x: _log(x) / math.log(2.0),
    "log10": lambda x: _log(x) / math.log(10.0),
    "sqrt": _root,
    "square": lambda x: x * x,
    "reciprocal": lambda x: _divide(1.0, x),
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "arctan": math.atan,
    "tanh": math.tanh,
    "sign": lambda x: float(x > 0) - float(x < 0),
    "floor": math.floor,
    "ceil": math.ceil,
    "erf": math.erf,
    "maximum": _largest,
    "minimum": _smallest,
    "sum": add_up,
    "mean": lambda *values: add_up(*values) / len(values),
    "product": _product,
    "where": lambda condition, yes, no: yes if condition else no,
    "pick": lambda _, chosen: chosen,
    "argmax": lambda *values: values.index(max(values)),
    "argmin": lambda *values: values.index(min(values)),
    "rounded": lambda x: x,
}
"""What each operation does to floats; "rounded" is a change of number type."""


def walk(expression: Any) -> Iterator[Any]:
    """Yield each expression (or anything with operands) once, operands first, to any depth."""
    seen: set[int] = set()
    stack: list[tuple[Any, bool]] = [(expression, False)]
    while stack:
        current, ready = stack.pop()
        if ready:
            yield current
        elif id(current) not in seen:
            seen.add(id(current))
            if not current.operands:
                yield current
                continue
            stack.append((current, True))
            stack.extend((operand, False) for operand in reversed(current.operands))


def fold(expression: Any, make: Callable[[Any, list[Any]], Any]) -> Any:
    """Apply make(expression, results for its operands) from the leaves up, once to each expression."""
    made: dict[int, Any] = {}
    stack = [expression]
    while stack:
        current = stack[-1]
        missing = []
        for operand in current.operands:
            if id(operand) not in made:
                if operand.operands:
                    missing.append(operand)
                else:  # without the stack: most of a large expression consists of leaves
                    made[id(operand)] = make(operand, [])
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        if id(current) not in made:
            made[id(current)] = make(current, [made[id(operand)] for operand in current.operands])
    return made[id(expression)]


def evaluate(expression: Expression) -> Any:
    """Recompute the expression from its leaves, in double precision."""

    def value(current: Expression, operands: list[Any]) -> Any:
        if not operands:
            return current.value
        try:
            return OPERATIONS[current.op](*operands)
        except (OverflowError, ZeroDivisionError, ValueError):  # where Python raises, NumPy gives NaN
            return math.nan

    return fold(expression, value)


def leaves(expression: Expression) -> tuple[Expression, ...]:
    """Return the recorded numbers in an expression, each once, in the order of the formula."""
    known: dict[Reference, Expression] = {}
    for current in walk(expression):
        if current.reference is not None and not current.operands:
            known.setdefault(current.reference, current)
    return tuple(known.values())
