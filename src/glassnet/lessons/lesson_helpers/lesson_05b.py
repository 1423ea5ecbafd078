"""The figures of lesson 05b, Numbers to learn from."""

import numpy as np

import glassnet as gn
from glassnet.figures import Still


def spread_of(column) -> Still:
    """Draw a column's values row by row, with their mean and one standard deviation to either side."""
    mean, deviation, rows = column.mean(), column.std(), len(column)
    bottom, top = 0.5, rows + 0.5
    left, right = mean - deviation, mean + deviation
    return gn.figures.line_graph(
        [
            gn.figures.Line("mean", np.array([mean, mean]), np.array([bottom, top])),
            gn.figures.Line(
                "one standard deviation to either side",
                np.array([left, left, right, right]),
                np.array([bottom, top, top, bottom]),
                dashed=True,
            ),
        ],
        label=f"Four values with their mean, {mean:g}, and their standard deviation, {deviation:.0f}.",
        across="value",
        up="row of the table",
        marks=gn.figures.Marks(np.stack([column, np.arange(1, rows + 1)], axis=1), np.zeros(rows, int)),
        x=(0, 1100),
        y=(0.5, rows + 0.5),
    )


def right_wines(fractions) -> Still:
    """Draw how many wines are assigned to the right grower, by the way their measurements were scaled."""
    names = {"none": "as measured", "min-max": "min-max", "standard": "standard"}
    told = ", ".join(f"{names[name]} {fraction:.1%}" for name, fraction in fractions.items())
    return gn.figures.bars(
        {names[name]: fraction for name, fraction in fractions.items()},
        label=f"The fraction of wines assigned to the right grower: {told}.",
        along="right, of wines that were not used for fitting",
        limits=(0, 1),
    )


def weighted_sum_of_powers(with_powers, degree) -> Still:
    """Draw the best weighted sum of the powers of x for nine points near a parabola."""
    x = np.linspace(-2, 2, 9)
    y = x**2 - 0.5 * x + np.array([0.2, -0.3, 0.1, 0.2, -0.2, 0.1, -0.1, 0.3, -0.2])
    weights = np.linalg.lstsq(with_powers(x, degree), y, rcond=None)[0]
    fine = np.linspace(-2, 2, 81)
    return gn.figures.line_graph(
        [gn.figures.Line("", fine, with_powers(fine, degree) @ weights)],
        label=f"Nine points near a parabola, and the best weighted sum of the powers of x up to {degree}.",
        across="x",
        up="y",
        marks=gn.figures.Marks(np.stack([x, y], axis=1), np.ones(len(x), int)),
        x=(-2.2, 2.2),
        y=(-1, 6),
    )


def surprise() -> Still:
    """Draw the surprise of an event against its chance, with one half, one quarter and one eighth marked."""
    chances, marked = np.linspace(0.02, 1, 99), np.array([1, 1 / 2, 1 / 4, 1 / 8])
    return gn.figures.line_graph(
        [gn.figures.Line("", chances, -np.log2(chances))],
        label="Surprise in bits against chance: 0 for what is certain, 1 for one half, 2 for a quarter, 3 for an eighth.",
        across="chance p",
        up="surprise −log₂ p, bits",
        marks=gn.figures.Marks(np.stack([marked, -np.log2(marked)], axis=1), np.ones(4, int)),
        x=(0, 1.05),
        y=(0, 5.5),
    )


def two_orders(leaked, proper) -> Still:
    """Draw what becomes of the training values 1, 2, 3, 4 if all values are scaled first, and if they are split first."""
    places = [("scaled first", leaked[:, 0]), ("split first", proper[:, 0])]
    told = "; ".join(f"{order}: " + ", ".join(f"{value:.2g}" for value in values) for order, values in places)
    return gn.figures.bars(
        {f"{number}, {order}": float(values[number - 1]) for order, values in places for number in (1, 2, 3, 4)},
        label=f"The training values after scaling. {told}.",
        along="training value after min-max scaling",
        limits=(0, 1),
    )


def leak_bars(coins, *, columns) -> Still:
    """Draw how often a coin is "predicted": with columns chosen before the split, and inside each training part."""
    leaked, honest = coins[True], coins[False]
    return gn.figures.bars(
        {"chosen before the split": leaked, "chosen after the split": honest},
        label=f"20 of {columns} columns chosen: {leaked:.0%} right if before the split, {honest:.0%} if after it.",
        along="coins predicted correctly",
        limits=(0, 1),
        mark=("chance", 0.5),
    )


def explained_variance(shares, *, noise) -> Still:
    """Draw the fraction of the variance explained by the first one, two, … ten components, with the third marked."""
    sums = np.cumsum(shares)
    return gn.figures.line_graph(
        [gn.figures.Line("", np.arange(11), np.concatenate([[0.0], sums]))],
        label=f"The fraction of variance explained by the first components, with noise {noise:g}.",
        across="components kept",
        up="fraction of the variance",
        marks=gn.figures.Marks(np.stack([np.arange(1, 11), sums], axis=1), np.where(np.arange(1, 11) == 3, 1, 0)),
        x=(0, 10),
        y=(0, 1.05),
    )


def digits_on_a_plane(places, classes, method) -> Still:
    """Draw handwritten digits where a method has placed them, each as its numeral."""
    sides = [(float(side.min()), float(side.max())) for side in places.T]
    ends = [(low - 0.05 * (high - low), high + 0.05 * (high - low)) for low, high in sides]
    return gn.figures.line_graph(
        [],
        label=f"400 handwritten digits on a plane, by {method}, each drawn as its numeral.",
        across=f"{method}, direction 1",
        up="direction 2",
        marks=gn.figures.Marks(places, classes, tuple("0123456789")),
        x=ends[0],
        y=ends[1],
    )


def entropy_of_a_coin(entropy, heads) -> Still:
    """Draw the entropy of a coin against its probability of heads, with one probability marked."""
    chances, here = np.linspace(0, 1, 201), entropy([heads, 1 - heads])
    return gn.figures.line_graph(
        [gn.figures.Line("", chances, np.array([entropy([chance, 1 - chance]) for chance in chances]))],
        label=f"The entropy of a coin against its probability of heads; at {heads:.2f} it is {here:.3f} bits.",
        across="probability of heads",
        up="entropy, bits",
        marks=gn.figures.Marks(np.array([[heads, here]]), np.array([1]), symbol="entropy"),
        x=(0, 1),
        y=(0, 1.1),
    )
