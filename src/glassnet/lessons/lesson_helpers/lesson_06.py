"""The figures of lesson 06, Measuring success: loss."""

import numpy as np

import glassnet as gn
from glassnet.figures import Still


def price_of_surprise(chance) -> Still:
    """Draw minus the natural logarithm of the probability given to what happened, with one probability marked."""
    chances, price = np.geomspace(0.0005, 1, 200), -np.log(chance) + 0.0
    return gn.figures.line_graph(
        [gn.figures.Line("", chances, -np.log(chances))],
        label=f"The price −ln p against the probability p that was given to what happened; at {chance:g} it is {price:.3f}.",
        across="probability p given to what happened",
        up="price −ln p",
        marks=gn.figures.Marks(np.array([[chance, price]]), np.array([1])),
        x=(0, 1.03),
        y=(0, 7.5),
    )


def right_after_training(pairs) -> Still:
    """Draw how many points each pair of last activation and loss gets right; pairs are (right, warnings) by names."""
    short = {"binary_cross_entropy": "cross-entropy", "mean_squared_error": "squared error"}
    values = {f"{activation}, {short[loss]}": right for (activation, loss), (right, _) in pairs.items()}
    told = ", ".join(f"{name} {right:.1%}" for name, right in values.items())
    return gn.figures.bars(
        values,
        label=f"The fraction of points that is right after 300 updates: {told}.",
        along="right after 300 updates",
        limits=(0, 1),
        mark=("at first", 0.5),
    )
