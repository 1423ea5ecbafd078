"""The figures of lesson 05, Everything becomes numbers."""

import numpy as np

import glassnet as gn
from glassnet.figures import Still


def longest_rides(rides) -> Still:
    """Draw each cyclist's longest ride over the tries; rides are (habits, seconds) by the cyclist's seed."""
    return gn.figures.line_graph(
        [gn.figures.Line(f"cyclist {seed}", np.arange(101), seconds) for seed, (_, seconds) in rides.items()],
        label="Longest ride so far against tries, for three cyclists: from under two seconds to fifteen.",
        across="tries",
        up="longest ride so far, seconds",
        x=(0, 100),
        y=(0, 16),
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
    ends = [(float(side.min()) - 0.05 * np.ptp(side), float(side.max()) + 0.05 * np.ptp(side)) for side in places.T]
    return gn.figures.line_graph(
        [],
        label=f"400 handwritten digits on a plane, by {method}, each drawn as its numeral.",
        across=f"{method}, direction 1",
        up="direction 2",
        marks=gn.figures.Marks(places, classes, "0123456789"),
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


def pixel_information(measured, chosen) -> Still:
    """Draw the entropy and mutual information of every pixel, shape (rows, columns, 2), with one pixel chosen."""
    entropy, information = measured[chosen]
    return gn.figures.side_by_side(
        gn.figures.number_grid(
            measured[..., 0],
            label="Entropy of each pixel",
            title=f"entropy: {entropy:.2f} bits",
            unit="bits",
            chosen=chosen,
        ),
        gn.figures.number_grid(
            measured[..., 1],
            label="Mutual information of each pixel and the digit",
            title=f"mutual information: {information:.2f} bits",
            unit="bits",
            chosen=chosen,
        ),
    )
