"""How references, numbers and operations are written: as plain text and as LaTeX."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from glassnet.explain.reference import Reference

SUM, PRODUCT, POWER, ATOM = 1, 2, 3, 4
"""Precedence of a piece of a formula: how tightly it binds."""


Ranges = tuple[tuple[str, int, int], ...]
"""Letters with their smallest and largest values."""


class Style(NamedTuple):
    """One way of writing.

    Arguments:
        reference: (reference, layer that the formula is about) → its symbol.
        functions: by operation, how its written operands become one piece that needs no brackets.
        comparisons: their signs.
        times, brackets, power, fraction: the signs of arithmetic.
        sigma, every: (ranges of letters, number of terms, the term) → their sum; their list, as inside a maximum.
        more: (how many, their sum) → the text that stands for omitted terms.
        number: (value, digits) → the number written.
        where: the text after a formula that defines its letters.
    """

    reference: Callable[[Reference, str], str]
    functions: dict[str, Callable[..., str]]
    comparisons: dict[str, str]
    times: str
    brackets: Callable[[str], str]
    power: Callable[[str, str], str]
    fraction: Callable[[str, str], str] | None
    sigma: Callable[[Ranges, int, str], str]
    every: Callable[[Ranges, int, str], str]
    more: Callable[[int, str], str]
    number: Callable[[Any, int], str]
    where: Callable[[list[str]], str]


def format_number(value: Any, digits: int = 4) -> str:
    """Write a number with few digits; booleans are 1 and 0.

    >>> format_number(0.123456), format_number(-2.0), format_number(True), format_number(123456789.0)
    ('0.1235', '−2', '1', '1.235e+08')
    """
    text = f"{float(value) or 0.0:.{digits}g}"  # −0 is 0
    return text.replace("-", "−", 1) if text.startswith("-") else text


def _text_reference(reference: Reference, layer: str) -> str:
    return f"{reference.part}{reference.place}" if reference.layer == layer else str(reference)


def _text_ranges(ranges: Ranges) -> str:
    return ", ".join(f"{letter}={low}…{high}" for letter, low, high in ranges)


def _text_sigma(ranges: Ranges, count: int, term: str) -> str:
    over = _text_ranges(ranges)
    full = 1
    for _, low, high in ranges:
        full *= high - low + 1
    return f"Σ[{over}{'' if full == count else f'; {count} terms'}] {term}"


def _call(name: str) -> Callable[..., str]:
    return lambda *operands: f"{name}({', '.join(operands)})"


COMPARISONS = {"less": "<", "less_equal": "≤", "greater": ">", "greater_equal": "≥", "equal": "=", "not_equal": "≠"}

TEXT = Style(
    reference=_text_reference,
    functions={
        **{name: _call(name) for name in ("exp", "expm1", "log", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh")},
        **{name: _call(name) for name in ("log2", "log10", "sign", "erf", "floor", "ceil", "arctan")},
        **{"maximum": _call("max"), "minimum": _call("min"), "argmax": _call("argmax")},
        "argmin": _call("argmin"),
        "sqrt": lambda x: f"√({x})",
        "absolute": lambda x: f"|{x}|",
        "where": lambda condition, yes, no: f"({yes} if {condition} else {no})",
        "pick": lambda number, chosen: f"{chosen} (selected by {number})",
        "and": lambda *operands: f"[{' and '.join(operands)}]",
        "or": lambda *operands: f"[{' or '.join(operands)}]",
        "xor": lambda *operands: f"[{' xor '.join(operands)}]",
        "not": lambda x: f"[not {x}]",
        "between": lambda low, x, high: f"[{low} ≤ {x} < {high}]",
        "between_ends": lambda low, x, high: f"[{low} ≤ {x} ≤ {high}]",
        "remainder": lambda a, b: f"({a} mod {b})",
        "floor_divide": lambda a, b: f"⌊{a} / {b}⌋",
    },
    comparisons=COMPARISONS,
    times=" · ",
    brackets=lambda x: f"({x})",
    power=lambda base, exponent: f"{base}^{exponent}",
    fraction=None,
    sigma=_text_sigma,
    every=lambda ranges, _, term: f"{term} for {_text_ranges(ranges)}",
    more=lambda count, value: f"({count} more: {value})" if value else f"{count} more",
    number=format_number,
    where=lambda definitions: f", where {', '.join(definitions)}",
)


STAGES = ("_penalized", "_clipped", "_total", "_updated", "_change")
"""Endings of names at each stage of an update."""


def _latex_reference(reference: Reference, layer: str) -> str:
    path, _, name = reference.part.rpartition("/")
    after = name.endswith("_after")
    name = name.removesuffix("_after")
    stage = next((ending for ending in STAGES if name.endswith(ending)), "")
    name = name.removesuffix(stage)
    owner = _latex_word("/".join(filter(None, (reference.layer if reference.layer != layer else "", path))))
    symbol, of_parameter = _latex_name(name.removeprefix("d_"))
    above = [f"[{of_parameter}]"] if of_parameter else []
    above += [f"({owner})"] if reference.layer != layer or path else []
    above += [f"\\text{{{stage[1:]}}}"] if stage else []
    marks = "\\,".join((["\\prime"] if after else []) + above)
    place = f"_{{{','.join(map(str, reference.index))}}}" if reference.index else ""
    whole = symbol + place + (f"^{{{marks}}}" if marks else "")
    return f"\\frac{{\\partial L}}{{\\partial {whole}}}" if name.startswith("d_") else whole


def _latex_name(name: str) -> tuple[str, str]:
    """Return a symbol, and for a rule's state (Adam's m and v, say) the symbol of the parameter it belongs to."""
    short = {"weight": "w", "bias": "b", "prediction": "p", "learning_rate": "\\eta", "target": "t", "velocity": "v"}
    if name in short:
        return short[name], ""
    rule, _, parameter = name.partition("_")
    if len(rule) == 1 and parameter:
        return rule, _latex_name(parameter)[0]
    return (name if len(name) == 1 else _latex_word(name)), ""


def _latex_word(name: str) -> str:
    escaped = name.replace("_", "\\_")
    return f"\\mathrm{{{escaped}}}"


def _latex_ranges(ranges: Ranges) -> str:
    return ",\\,".join(f"{low}\\le {letter}\\le {high}" for letter, low, high in ranges)


def _latex_sigma(ranges: Ranges, count: int, term: str) -> str:
    if len(ranges) == 1 and ranges[0][2] - ranges[0][1] + 1 == count:
        letter, low, high = ranges[0]
        return f"\\sum_{{{letter}={low}}}^{{{high}}} {term}"
    return f"\\sum_{{{_latex_ranges(ranges)}}} {term}"


def _latex_number(value: Any, digits: int) -> str:
    return re.sub(
        r"e([+-])0*(\d+)", lambda found: f" \\cdot 10^{{{found[1].strip('+')}{found[2]}}}", format_number(value, digits)
    )


def _latex_joined(sign: str) -> Callable[..., str]:
    return lambda *operands: "\\left[" + f" {sign} ".join(operands) + "\\right]"


def _latex_call(name: str) -> Callable[..., str]:
    return lambda *operands: f"{name}\\left({', '.join(operands)}\\right)"


LATEX = Style(
    reference=_latex_reference,
    functions={
        **{name: _latex_call(f"\\{name}") for name in ("log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan")},
        **{name: _latex_call(f"\\operatorname{{{name}}}") for name in ("sign", "erf", "argmax", "argmin")},
        **{"maximum": _latex_call("\\max"), "minimum": _latex_call("\\min"), "log2": _latex_call("\\log_2")},
        "log10": _latex_call("\\log_{10}"),
        "exp": lambda x: f"e^{{{x}}}",
        "expm1": lambda x: f"\\left(e^{{{x}}} - 1\\right)",
        "log1p": lambda x: f"\\log\\left(1 + {x}\\right)",
        "sqrt": lambda x: f"\\sqrt{{{x}}}",
        "absolute": lambda x: f"\\left|{x}\\right|",
        "where": lambda condition, yes, no: (
            f"\\begin{{cases}} {yes} & {condition} \\\\ {no} & \\text{{otherwise}} \\end{{cases}}"
        ),
        "pick": lambda number, chosen: f"{chosen}\\;\\text{{(selected by}}\\;{number}\\text{{)}}",
        "and": _latex_joined("\\land"),
        "or": _latex_joined("\\lor"),
        "xor": _latex_joined("\\oplus"),
        "not": lambda x: f"\\lnot {x}",
        "between": lambda low, x, high: f"[{low} \\le {x} < {high}]",
        "between_ends": lambda low, x, high: f"[{low} \\le {x} \\le {high}]",
        "remainder": lambda a, b: f"\\left({a} \\bmod {b}\\right)",
        "floor_divide": lambda a, b: f"\\left\\lfloor \\frac{{{a}}}{{{b}}} \\right\\rfloor",
        "floor": lambda x: f"\\left\\lfloor {x} \\right\\rfloor",
        "ceil": lambda x: f"\\left\\lceil {x} \\right\\rceil",
    },
    comparisons={**COMPARISONS, "less_equal": "\\le", "greater_equal": "\\ge", "not_equal": "\\ne"},
    times=" \\cdot ",
    brackets=lambda x: f"\\left({x}\\right)",
    power=lambda base, exponent: f"{{{base}}}^{{{exponent}}}",
    fraction=lambda above, below: f"\\frac{{{above}}}{{{below}}}",
    sigma=_latex_sigma,
    every=lambda ranges, _, term: f"{term}:\\,{_latex_ranges(ranges)}",
    more=lambda count, value: (
        f"\\underbrace{{({value})}}_{{\\text{{{count} more}}}}" if value else f"\\text{{{count} more}}"
    ),
    number=_latex_number,
    where=lambda definitions: ",\\quad " + ",\\ ".join(definitions),
)
