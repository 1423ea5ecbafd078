"""Formulas at random: value and slope are right, nothing crashes, nothing is slow; nesting costs in proportion."""

import copy
import pickle  # noqa: TID251 (copies of our own)
import time

import numpy as np
import pytest

import glassnet as gn
from glassnet.nn.formulas import as_latex, as_mathml, as_text, differentiate, evaluate, parse, without_names

from .random_formulas import Made, random_formula, slope_by_differences

P, T = (
    axis.ravel()
    for axis in np.meshgrid([-1.913, -0.617, 0.083, 0.391, 0.713, 1.37, 2.91], [-1.127, 0.0, 0.293, 0.877, 1.917])
)
SLOW = 1.0
"""Seconds that no formula may take, even on a busy machine; without load it is a hundredth."""


def check(made: Made) -> tuple[int, int]:
    """Check one formula; return at how many points differences can be trusted, and at how many its slope is known.


    None and none for a formula that is refused.
    """
    try:
        loss = gn.FormulaLoss(made.text)
    except gn.FormulaError as error:
        message = str(error)
        assert len(message) <= 300
        assert "\n" not in message
        assert "disagrees" not in message, made.text
        return 0, 0
    with np.errstate(all="ignore"):
        expected = np.broadcast_to(made.of(np, P, T), P.shape).astype(float)
        value = evaluate(without_names(parse(made.text)), {"p": P, "t": T})
        known = np.isfinite(expected)  # 0 / t is simplified to 0, at t = 0 too
        np.testing.assert_allclose(value[known], expected[known], rtol=1e-7, atol=1e-9, err_msg=made.text)
        slope = loss.gradient(P[:, None], T[:, None])[:, 0]
    measured, trusted = slope_by_differences(made.of, P, T)
    known = trusted & np.isfinite(slope)  # 1 / (p / t) at t = 0 is 0, by way of infinity, which no rule survives
    known &= (measured != 0) | (slope == 0)  # in sin(1e100 - p) rounding swallows p
    np.testing.assert_allclose(
        slope[known], measured[known], rtol=5e-3, atol=1e-3, err_msg=f"{made.text}: {loss.slope}"
    )
    assert as_latex(parse(loss.formula))
    assert as_mathml(parse(loss.formula))
    assert len(loss.slope) < 200 * len(made.text) + 1000
    return int(trusted.sum()), int(known.sum())


def campaign(count: int, seed: int) -> None:
    """Check that many formulas: most are read, and the slope is known at nearly all points where it can be measured."""
    rng, read, trusted, known = np.random.default_rng(seed), 0, 0, 0
    for _ in range(count):
        made = random_formula(rng, int(rng.integers(1, 14)))
        begin = time.perf_counter()
        measured, found = check(made)
        assert time.perf_counter() - begin < SLOW, made.text
        read, trusted, known = read + (measured > 0), trusted + measured, known + found
    assert read > 0.6 * count
    assert known > 0.98 * trusted


def test_random_formulas_have_the_right_value_and_slope() -> None:
    campaign(500, 1)


@pytest.mark.slow
def test_twenty_thousand_random_formulas() -> None:
    campaign(20_000, 2)


def test_small_smooth_formulas_have_sympy_s_slope() -> None:
    import sympy

    rng, compared = np.random.default_rng(5), 0
    p, t = sympy.symbols("p t", real=True)
    while compared < 40:
        made = random_formula(rng, int(rng.integers(1, 5)))
        if not made.smooth or "p" not in made.text:
            continue
        theirs = sympy.lambdify((p, t), sympy.diff(sympy.sympify(made.of(sympy, p, t)), p), "numpy")
        try:
            ours = gn.FormulaLoss(made.text)
        except gn.FormulaError:
            continue
        with np.errstate(all="ignore"):
            expected = np.broadcast_to(theirs(P.astype(complex), T.astype(complex)), P.shape)
            slope = ours.gradient(P[:, None], T[:, None])[:, 0]
        usable = np.isfinite(expected) & (abs(expected.imag) < 1e-12) & np.isfinite(slope)
        np.testing.assert_allclose(slope[usable], expected.real[usable], rtol=1e-6, atol=1e-9, err_msg=made.text)
        compared += int(usable.any())


def nested(function: str, times: int, inner: str = "p") -> str:
    """Return f(f(… inner …))."""
    return f"{function}(" * times + inner + ")" * times


LONG = {
    "nested tanh": nested("tanh", 24),
    "nested sine of a product": nested("sin", 24, "p * t"),
    "nested where": "where(p > t, sin(p), " * 12 + "p" + ")" * 12,
    "nested max": "max(p * t, " * 20 + "p" + ")" * 20,
    "nested squares": "(" * 24 + "p" + " * p + 1)" * 24,
    "nested powers": "(" * 20 + "p" + "^p)" * 20,
    "nested quotients": "(" * 24 + "p" + " / p + 1)" * 24,
    "a long product": "*".join(["p"] * 150),
    "a long quotient": "/".join(["p"] * 150),
    "a long sum": "+".join(["p"] * 150),
    "many squares": "*".join(["(p-t)"] * 50),
}


@pytest.mark.parametrize("formula", LONG.values(), ids=LONG)
def test_the_longest_formulas_are_read_differentiated_and_written_at_once(formula: str) -> None:
    assert len(formula) <= 300

    def seconds() -> float:
        begin = time.process_time()
        loss = gn.FormulaLoss(formula)
        assert loss.slope_mathml
        assert loss.slope
        return time.process_time() - begin

    assert min(seconds() for _ in range(5)) < 0.05
    loss = gn.FormulaLoss(formula)
    for twin in (copy.deepcopy(loss), pickle.loads(pickle.dumps(loss))):  # noqa: S301 (our own bytes)
        assert twin == loss
        assert twin.slope == loss.slope


@pytest.mark.parametrize(
    ("formula", "slope"),
    [
        ("-(t * log(p) + (1 - t) * log(1 - p))", "(1 - t) / (1 - p) - t / p"),
        ("where(p > t, 3, 1) * (p - t)^2", "2 * where(p > t, 3, 1) * (p - t)"),
        ("where(abs(p - t) < 1, (p - t)^2 / 2, abs(p - t) - 1/2)", "where(abs(p - t) < 1, p - t, sign(p - t))"),
        ("log(1 + exp(p - t))", "exp(p - t) / (1 + exp(p - t))"),
        ("sqrt((p - t)^2 + 1) - 1", "(p - t) / sqrt((p - t)^2 + 1)"),
        ("exp(-(p - t)^2)", "-2 * (p - t) * exp(-(p - t)^2)"),
        ("abs(p - t)^1.5", "1.5 * sqrt(abs(p - t)) * sign(p - t)"),
        ("1 / p", "-1 / p^2"),
        ("2^p", "0.69314718056 * 2^p"),
        ("t^p", "where(t > 0, t^p * log(t), 0)"),
        ("p * p", "2 * p"),
    ],
)
def test_slopes_are_written_as_people_would(formula: str, slope: str) -> None:
    assert as_text(differentiate(parse(formula))) == slope
