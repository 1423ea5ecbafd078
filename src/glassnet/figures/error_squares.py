"""A figure of errors: each prediction beside its target, and the squared difference as a square."""

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.figures.checks import finite, same_length
from glassnet.figures.palette import BLUE, ORANGE
from glassnet.figures.side_by_side import side_by_side
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing, group, minus

WIDTH, UNIT, ROOM, FOOT = 170, 84, 24, 26
"""Width of a drawing, length of one unit, space above and below, and height of the line with the area."""
BAR = 68
"""The x of the error bar; the numbers are to its left, the square to its right."""
MAX_ERROR = 1.2
"""The largest error whose square still fits beside the bar."""
AREA = f"<style>.glassnet-picture .area {{ fill: {BLUE}; fill-opacity: 0.25; stroke: {BLUE}; }}</style>"


def error_squares(prediction: Array, truth: Array) -> Still:
    """Draw each example's target, prediction, error, and the error squared as a square.

    The parts are marked with the symbols prediction, truth, error and square. All drawings have the same scale.

    Arguments:
        prediction, truth: shape (examples,); no error larger than 1.2.

    Raises:
        DataError: an error is too large to draw.

    >>> import numpy as np
    >>> svg = error_squares(np.array([2.5]), np.array([3.0]))
    >>> svg.count('data-symbol="square"'), "area 0.25" in svg
    (1, True)
    >>> error_squares(np.array([9.0]), np.array([3.0]))
    Traceback (most recent call last):
    glassnet.base.errors.DataError: error_squares draws errors up to 1.2; the largest is 6. Scale the numbers first.
    """
    guesses, truths = finite("prediction", prediction, "(examples,)"), finite("truth", truth, "(examples,)")
    same_length("prediction", len(guesses), "truth", len(truths))
    largest = float(abs(guesses - truths).max())
    if largest > MAX_ERROR:
        raise DataError(
            f"error_squares draws errors up to {MAX_ERROR}; the largest is {largest:g}. Scale the numbers first."
        )
    return side_by_side(*(_picture(guess, true, largest) for guess, true in zip(guesses, truths, strict=True)))


def _picture(guess: float, true: float, largest: float) -> str:
    side = UNIT * abs(guess - true)
    middle = ROOM + UNIT * largest / 2
    height = 2 * ROOM + UNIT * largest + FOOT
    top, bottom = middle - side / 2, middle + side / 2
    y_guess, y_true = (top, bottom) if guess > true else (bottom, top)
    area = f"area {(guess - true) ** 2:.2f}"
    label = f"Truth {true:g}, prediction {guess:g}: the error is {guess - true:+.1f}, its square has the {area}."
    square = f'<rect x="{BAR}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}" class="area spot"/>'
    bar = f'<path d="M{BAR} {top:.1f}V{bottom:.1f}" class="stroke" stroke="currentColor" stroke-width="3"/>'
    truth = f'<rect x="{BAR - 6}" y="{y_true - 6:.1f}" width="12" height="12" fill="{BLUE}" class="spot"/>'
    prediction = f'<circle cx="{BAR}" cy="{y_guess:.1f}" r="6.5" fill="{ORANGE}" class="spot"/>'
    # keep two numbers at the same height from overlapping
    apart = max(0.0, 18 - side) / 2
    low_true, low_guess = y_true > y_guess, y_guess > y_true
    parts = [
        group("square", square + _plate(WIDTH / 2, height - 16, area)),
        group("error", bar),
        group("truth", truth + _plate(BAR - 38, y_true + (apart if low_true else -apart), f"t = {true:g}")),
        group(
            "prediction",
            prediction + _plate(BAR - 38, y_guess + (apart if low_guess else -apart), f"p = {guess:g}"),
        ),
    ]
    return drawing(AREA + "".join(parts), WIDTH, round(height), label)


def _plate(x: float, y: float, text: str) -> str:
    wide = 7 * len(text) + 6
    plate = f'<rect x="{x - wide / 2:.1f}" y="{y - 9:.1f}" width="{wide}" height="18" rx="4" class="plate"/>'
    return f'{plate}<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{minus(text)}</text>'
