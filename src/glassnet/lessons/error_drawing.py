"""Still pictures of errors: predictions beside truths, and the square on each difference."""

from glassnet.base.arrays import Array
from glassnet.lessons.drawing import BLUE, ORANGE, side_by_side, svg_picture

WIDTH, UNIT, ROOM, FOOT = 170, 84, 24, 26
"""Width of a picture, the length of 1, the space above and below, and the line for the square's area."""
BAR = 68
"""Where the error stands; the numbers are to its left, the square to its right."""


def error_squares(prediction: Array, truth: Array) -> str:
    """Draw for each example its truth, its prediction, the error between them, and the square on the error.

    The parts are marked with the symbols prediction, truth, error and square. All pictures have the same scale.

    Arguments:
        prediction, truth: shape (examples,); the errors should not be much larger than 1.

    >>> import numpy as np
    >>> svg = error_squares(np.array([2.5]), np.array([3.0]))
    >>> svg.count('data-symbol="square"'), "area 0.25" in svg
    (1, True)
    """
    largest = float(abs(prediction - truth).max())
    pairs = zip(prediction.tolist(), truth.tolist(), strict=True)
    return side_by_side(*(_picture(guess, true, largest) for guess, true in pairs))


def _picture(guess: float, true: float, largest: float) -> str:
    side = UNIT * abs(guess - true)
    middle = ROOM + UNIT * largest / 2
    height = 2 * ROOM + UNIT * largest + FOOT
    top, bottom = middle - side / 2, middle + side / 2
    y_guess, y_true = (top, bottom) if guess > true else (bottom, top)
    words = f"area {(guess - true) ** 2:.2f}"
    label = f"Truth {true:g}, prediction {guess:g}: the error is {guess - true:+.1f}, its square has the {words}."
    square = f'<rect x="{BAR}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}" class="area spot"/>'
    bar = f'<path d="M{BAR} {top:.1f}V{bottom:.1f}" class="stroke" stroke="currentColor" stroke-width="3"/>'
    truth = f'<rect x="{BAR - 6}" y="{y_true - 6:.1f}" width="12" height="12" fill="{BLUE}" class="spot"/>'
    prediction = f'<circle cx="{BAR}" cy="{y_guess:.1f}" r="6.5" fill="{ORANGE}" class="spot"/>'
    # two numbers on one line would cover each other
    apart = max(0.0, 18 - side) / 2
    parts = [
        _group("square", square + _plate(WIDTH / 2, height - 16, words)),
        _group("error", bar),
        _group("truth", truth + _plate(BAR - 38, y_true + (apart if y_true > y_guess else -apart), f"t = {true:g}")),
        _group(
            "prediction",
            prediction + _plate(BAR - 38, y_guess + (apart if y_guess > y_true else -apart), f"p = {guess:g}"),
        ),
    ]
    return svg_picture(AREA + "".join(parts), WIDTH, round(height), label)


AREA = f"<style>.glassnet-picture .area {{ fill: {BLUE}; fill-opacity: 0.25; stroke: {BLUE}; }}</style>"


def _group(symbol: str, drawn: str) -> str:
    return f'<g data-symbol="{symbol}">{drawn}</g>'


def _plate(x: float, y: float, words: str) -> str:
    wide = 7 * len(words) + 6
    plate = f'<rect x="{x - wide / 2:.1f}" y="{y - 9:.1f}" width="{wide}" height="18" rx="4" class="plate"/>'
    return f'{plate}<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{words.replace("-", "−")}</text>'
