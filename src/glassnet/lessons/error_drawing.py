"""A still picture of errors: predictions beside truths, and the square on each difference."""

from html import escape

import numpy as np

from glassnet.base.arrays import Array
from glassnet.lessons.drawing import BLUE, ORANGE, STYLE

HEIGHT, TOP, BOTTOM, LEFT = 240, 14, 34, 44
SPACE = 24


def error_squares(prediction: Array, truth: Array, *, label: str) -> str:
    """Draw each example's truth, its prediction, the error between them, and the square on the error.

    The parts are marked with the symbols prediction, truth, error and square.

    Arguments:
        prediction, truth: shape (examples,).
        label: what the picture shows, for those who do not see it.

    >>> svg = error_squares(np.array([2.5]), np.array([3.0]), label="one error")
    >>> svg.count('data-symbol="square"'), "0.25" in svg
    (1, True)
    """
    low, high = float(min(prediction.min(), truth.min(), 0)), float(max(prediction.max(), truth.max()))
    unit = (HEIGHT - TOP - BOTTOM) / (high - low)
    across = max(unit * float(np.abs(prediction - truth).max()) + SPACE, 80.0)
    width = LEFT + across * len(truth) + SPACE

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (value - low) * unit

    parts = [_level(y(tick), tick, width) for tick in range(int(np.ceil(low)), int(np.floor(high)) + 1)]
    for place, (guess, true) in enumerate(zip(prediction.tolist(), truth.tolist(), strict=True)):
        x, top, side = LEFT + SPACE + across * place, min(y(guess), y(true)), unit * abs(guess - true)
        square = f'<rect x="{x:.1f}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}" class="area"/>'
        words = f"{(guess - true) ** 2:.2f}"
        parts += [
            _group("square", square + _plate(x, HEIGHT - BOTTOM + 6, words)),
            _group(
                "error",
                f'<path d="M{x:.1f} {y(true):.1f}V{y(guess):.1f}" class="stroke" stroke="currentColor" stroke-width="3"/>',
            ),
            _group(
                "truth",
                f'<rect x="{x - 5:.1f}" y="{y(true) - 5:.1f}" width="10" height="10" fill="{BLUE}" class="stroke"/>',
            ),
            _group("prediction", f'<circle cx="{x:.1f}" cy="{y(guess):.1f}" r="5.5" fill="{ORANGE}" class="stroke"/>'),
        ]
    return (
        f'<svg class="glassnet-picture errors" style="max-width: {1.2 * width:.0f}px" viewBox="0 0 {width:.0f} {HEIGHT}" '
        f'role="img" aria-label="{escape(label, quote=True)}">{STYLE}{AREA}{"".join(parts)}</svg>'
    )


AREA = f"<style>.errors .area {{ fill: {BLUE}; fill-opacity: 0.25; stroke: {BLUE}; }}</style>"


def _group(symbol: str, drawn: str) -> str:
    return f'<g data-symbol="{symbol}">{drawn}</g>'


def _plate(x: float, y: float, words: str) -> str:
    plate = f'<rect x="{x - 16:.1f}" y="{y}" width="36" height="20" rx="4" class="plate"/>'
    return f'{plate}<text x="{x + 2:.1f}" y="{y + 14}" text-anchor="middle">{words}</text>'


def _level(y: float, tick: int, width: float) -> str:
    line = f'<path d="M{LEFT} {y:.1f}H{width:.0f}" class="grid"/>'
    return f'{line}<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{str(tick).replace("-", "−")}</text>'
