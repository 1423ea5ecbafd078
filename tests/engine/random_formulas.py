"""Random formulas: their text, and what they mean as NumPy functions made without the parser."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array

Meaning = Callable[[Any, Any, Any], Any]
"""(namespace, p, t) → value."""


class Made(NamedTuple):
    """A formula's text, its meaning, and whether SymPy could differentiate it (no kinks)."""

    text: str
    of: Meaning
    smooth: bool


def _constant(value: float) -> Meaning:
    return lambda xp, p, t: value


UNARY: dict[str, str] = {"sqrt": "sqrt", "exp": "exp", "log": "log", "sin": "sin", "cos": "cos", "tanh": "tanh"}
KINKED: dict[str, str] = {"abs": "abs", "sign": "sign"}
BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}
COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def _leaf(rng: np.random.Generator) -> Made:
    kind = rng.integers(5)
    if kind < 2:
        return Made("p", lambda xp, p, t: p, True)
    if kind == 2:
        return Made("t", lambda xp, p, t: t, True)
    value = float(rng.integers(1, 6)) if kind == 3 else round(float(rng.uniform(0.1, 3.0)), 2)
    return Made(f"{value:g}", _constant(value), True)


def _called(name: str, inner: Made) -> Made:
    smooth = inner.smooth and name in UNARY
    return Made(f"{name}({inner.text})", lambda xp, p, t: getattr(xp, name)(inner.of(xp, p, t)), smooth)


def _powered(inner: Made, rng: np.random.Generator) -> Made:
    exponent: float = int(rng.integers(2, 4)) if rng.random() < 0.7 else float(rng.choice([0.5, 1.5, -1, -2]))
    return Made(f"({inner.text})^{exponent:g}", lambda xp, p, t: inner.of(xp, p, t) ** exponent, inner.smooth)


def _compared(rng: np.random.Generator, one: Made, other: Made) -> Made:
    if rng.random() < 0.5:
        name = str(rng.choice(["max", "min"]))
        call = f"{name}imum"
        return Made(
            f"{name}({one.text}, {other.text})",
            lambda xp, p, t: getattr(xp, call)(one.of(xp, p, t), other.of(xp, p, t)),
            False,
        )
    sign = str(rng.choice(list(COMPARED)))
    compare = COMPARED[sign]
    return Made(
        f"where(p {sign} t, {one.text}, {other.text})",
        lambda xp, p, t: xp.where(compare(p, t), one.of(xp, p, t), other.of(xp, p, t)),
        False,
    )


def random_formula(rng: np.random.Generator, size: int) -> Made:
    """Return a formula of about that many operations."""
    if size <= 0:
        return _leaf(rng)
    kind = rng.integers(10)
    if kind < 5:
        left = int(rng.integers(size))
        one, other = random_formula(rng, left), random_formula(rng, size - 1 - left)
        sign = str(rng.choice(list(BINARY)))
        function = BINARY[sign]
        return Made(
            f"({one.text} {sign} {other.text})",
            lambda xp, p, t: function(one.of(xp, p, t), other.of(xp, p, t)),
            one.smooth and other.smooth,
        )
    inner = random_formula(rng, size - 1)
    if kind == 5:
        return Made(f"(-{inner.text})", lambda xp, p, t: -inner.of(xp, p, t), inner.smooth)
    if kind == 6:
        return _powered(inner, rng)
    if kind == 7:
        left = int(rng.integers(size))
        return _compared(rng, random_formula(rng, left), random_formula(rng, size - 1 - left))
    return _called(str(rng.choice([*UNARY, *(KINKED if rng.random() < 0.4 else ())])), inner)


def slope_by_differences(of: Meaning, p: Array, t: Array) -> tuple[Array, Array]:
    """Return d value / d p by central differences, and where it can be trusted.

    That is where two step sizes, both sides and two precisions agree: nowhere near a kink, and no rounding grown large.
    """
    found = []
    with np.errstate(all="ignore"):
        for dtype, step in (("longdouble", 1e-6), ("longdouble", 1e-4), ("float64", 1e-4), ("float64", 1e-5)):
            before, here, after = (
                np.broadcast_to(of(np, p.astype(dtype) + shift, t.astype(dtype)), p.shape)
                for shift in (-step, 0.0, step)
            )
            found.append((after - before) / (2 * step))
            if dtype == "longdouble" and step < 1e-5:
                found += [(here - before) / step, (after - here) / step]
        size = np.max(np.abs(found), axis=0)
        trusted = np.isfinite(size) & (np.ptp(found, axis=0) <= 1e-3 * (size + 1e-2)) & (abs(here) < 1e6)
        return found[0].astype(float), trusted.astype(bool)
