"""Simplify an expression to how a person would write it: flat sums and products, no zero terms."""

from glassnet.explain.expression import Expression, fold

BETWEEN = {"less": "between", "less_equal": "between_ends"}
"""a ≤ x and x < b is written a ≤ x < b."""

FLAT = ("product", "maximum", "minimum", "and", "or")


def simplify(expression: Expression) -> Expression:
    """Return an equal expression whose sums are flat lists of terms.

    "add", "subtract" and "negative" become terms of one "sum" (a subtracted term is a "negative"), "multiply" becomes
    "product"; changes of number type disappear. A minus sign inside a product moves in front of it.

    >>> two, three = Expression("constant", (), 2.0), Expression("constant", (), 3.0)
    >>> inner = Expression("add", (two, three), 5.0)
    >>> [term.value for term in simplify(Expression("subtract", (inner, three), 2.0)).operands]
    [2.0, 3.0, -3.0]
    """
    return fold(expression, _simple)


def _simple(current: Expression, operands: list[Expression]) -> Expression:
    if not operands:
        return current
    op, value = current.op, current.value
    if op in ("rounded", "positive"):
        return operands[0]
    if op in ("add", "sum"):
        return _sum(operands, value)
    if op == "subtract":
        return _sum([operands[0], negate(operands[1])], value)
    if op == "negative":
        return negate(operands[0])
    if op == "square":
        return Expression("power", (operands[0], Expression("constant", (), 2)), value)
    if op == "reciprocal":
        return Expression("divide", (Expression("constant", (), 1), operands[0]), value)
    if op == "power" and operands[1].op == "constant" and operands[1].value == 0.5:
        return Expression("sqrt", (operands[0],), value)
    if op == "where":
        return _held(operands, value) or Expression(op, tuple(operands), value)
    if op == "and":
        return _between(operands, value) or _flat(op, operands, value)
    if op == "multiply":
        return _flat("product", operands, value)
    if op == "divide" and operands[1].op == "constant" and operands[1].value in (1, -1):
        return operands[0] if operands[1].value == 1 else negate(operands[0])
    return _flat(op, operands, value) if op in FLAT else Expression(op, tuple(operands), value)


def _held(operands: list[Expression], value: float) -> Expression | None:
    """Return "x, but at least (at most) a limit" as a maximum (minimum), if the operands say that."""
    condition, yes, no = operands
    if condition.op not in ("less", "greater") or not _same(condition.operands[0], no):
        return None
    if not _same(condition.operands[1], yes):
        return None
    return Expression("maximum" if condition.op == "less" else "minimum", (no, yes), value)


def _between(operands: list[Expression], value: float) -> Expression | None:
    """Return "a ≤ x and x < b" as one comparison, if the operands say that."""
    low, high = operands[0], operands[-1]
    if len(operands) != 2 or low.op != "less_equal" or high.op not in BETWEEN:
        return None
    if not _same(low.operands[1], high.operands[0]):
        return None
    return Expression(BETWEEN[high.op], (low.operands[0], *high.operands), value)


def _same(one: Expression, other: Expression) -> bool:
    if one.operands or other.operands:
        return one is other
    return one.value == other.value and one.reference == other.reference


def negate(term: Expression) -> Expression:
    """Return minus an expression, without two signs in a row."""
    if term.op == "negative":
        return term.operands[0]
    if term.op == "sum":
        return Expression("sum", tuple(negate(operand) for operand in term.operands), -term.value)
    if term.op == "constant" and not isinstance(term.value, bool):
        return Expression("constant", (), -term.value)
    return Expression("negative", (term,), -term.value)


def _sum(operands: list[Expression], value: float) -> Expression:
    terms: list[Expression] = []
    for operand in operands:
        terms.extend(operand.operands if operand.op == "sum" else (operand,))
    kept = [term for term in terms if not (term.op == "constant" and term.value == 0)]
    if len(kept) < 2:
        return kept[0] if kept else Expression("constant", (), value)
    return Expression("sum", tuple(kept), value)


def _flat(op: str, operands: list[Expression], value: float) -> Expression:
    parts: list[Expression] = []
    sign = 1
    for operand in operands:
        if op == "product" and operand.op == "negative":
            operand, sign = operand.operands[0], -sign
        parts.extend(operand.operands if operand.op == op else (operand,))
    if op == "product":
        parts = [part for part in parts if not (part.op == "constant" and part.value is not True and part.value == 1)]
    if op == "product":
        parts = _powers(parts)
    magnitude = value if sign > 0 else -value
    if op == "product" and value == 0 and any(part.op == "constant" and part.value == 0 for part in parts):
        return Expression("constant", (), value)
    if len(parts) < 2:
        whole = parts[0] if parts else Expression("constant", (), magnitude)
    else:
        whole = Expression(op, tuple(parts), magnitude)
    return whole if sign > 0 else negate(whole)


def _powers(parts: list[Expression]) -> list[Expression]:
    """Write a repeated factor as a power."""
    counted: list[tuple[Expression, int]] = []
    for part in parts:
        for place, (known, times) in enumerate(counted):
            if known is part or (not known.operands and known.reference is not None and _same(known, part)):
                counted[place] = (known, times + 1)
                break
        else:
            counted.append((part, 1))
    return [
        part if times == 1 else Expression("power", (part, Expression("constant", (), times)), part.value**times)
        for part, times in counted
    ]
