"""Functions of two parameters to minimise, each with its gradient."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.widgets.descent_playground.network import network_loss, network_slopes

Place = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Landscape:
    """A function of x and y.

    Arguments:
        label: its name.
        words: one sentence on what makes it hard or easy.
        value: f(x, y), for numbers or arrays.
        gradient: (∂f/∂x, ∂f/∂y) at one place.
        x_range, y_range: the window.
        start: where the walkers start.
        rate: a suitable learning rate for plain gradient descent.
        bend: how much the plots stretch the valleys; 0 shows heights as they are.
        minima: its global minima; empty if they aren't known exactly.
    """

    label: str
    words: str
    value: Callable[[Array, Array], Array]
    gradient: Callable[[float, float], Place]
    x_range: Place
    y_range: Place
    start: Place
    rate: float
    bend: float = 0.0
    minima: tuple[Place, ...] = ()

    def grid(self, places: int) -> Array:
        """Return the heights at places × places, rows by y from low to high."""
        x, y = np.meshgrid(np.linspace(*self.x_range, places), np.linspace(*self.y_range, places))
        return self.value(x, y)


def rosenbrock(x: Array, y: Array) -> Array:
    """(1 − x)² + 100 (y − x²)²: a bent valley with a flat floor. Rosenbrock (1960).

    >>> rosenbrock(1.0, 1.0), rosenbrock(0.0, 0.0)
    (0.0, 1.0)
    """
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def himmelblau(x: Array, y: Array) -> Array:
    """(x² + y − 11)² + (x + y² − 7)²: four valleys, all equally deep. Himmelblau (1972).

    >>> himmelblau(3.0, 2.0)
    0.0
    """
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def rastrigin(x: Array, y: Array) -> Array:
    """20 + x² + y² − 10 (cos 2πx + cos 2πy): a bowl full of dents. Rastrigin (1974).

    >>> float(rastrigin(0.0, 0.0))
    0.0
    """
    return 20 + x**2 + y**2 - 10 * (np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y))


def beale(x: Array, y: Array) -> Array:
    """(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: a flat plain with steep corners. Beale (1958).

    >>> beale(3.0, 0.5)
    0.0
    """
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def _rosenbrock_gradient(x: float, y: float) -> Place:
    return -2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)


def _himmelblau_gradient(x: float, y: float) -> Place:
    one, two = x**2 + y - 11, x + y**2 - 7
    return 4 * x * one + 2 * two, 2 * one + 4 * y * two


def _rastrigin_gradient(x: float, y: float) -> Place:
    return (
        float(2 * x + 20 * np.pi * np.sin(2 * np.pi * x)),
        float(2 * y + 20 * np.pi * np.sin(2 * np.pi * y)),
    )


def _beale_gradient(x: float, y: float) -> Place:
    d_x = d_y = 0.0
    for power, constant in ((1, 1.5), (2, 2.25), (3, 2.625)):
        error = constant - x + x * y**power
        d_x += 2 * error * (y**power - 1)
        d_y += 2 * error * x * power * y ** (power - 1)
    return d_x, d_y


def _plateau(x: Array, y: Array) -> Array:
    return 1 - np.exp(-((x**2 + y**2) / 1.5))


def _plateau_gradient(x: float, y: float) -> Place:
    depth = float(np.exp(-((x**2 + y**2) / 1.5)))
    return 2 * x / 1.5 * depth, 2 * y / 1.5 * depth


SQUARE = (-3.0, 3.0)

LANDSCAPES: Mapping[str, Landscape] = {
    "bowl": Landscape(
        "Bowl",
        "x² + y². Equally steep in all directions: every way down leads straight to the bottom.",
        lambda x, y: x**2 + y**2,
        lambda x, y: (2 * x, 2 * y),
        SQUARE,
        SQUARE,
        (1.8, 1.8),
        0.1,
        minima=((0.0, 0.0),),
    ),
    "long_bowl": Landscape(
        "Long bowl",
        "½ x² + 10 y². Twenty times as curved in one direction as in the other: no learning rate suits both.",
        lambda x, y: 0.5 * x**2 + 10 * y**2,
        lambda x, y: (x, 20 * y),
        SQUARE,
        (-2.0, 2.0),
        (-2.6, 1.2),
        0.02,
        bend=20,
        minima=((0.0, 0.0),),
    ),
    "saddle": Landscape(
        "Saddle",
        "½ x² − ½ y² + ⅛ y⁴. The slope in the middle is 0, but it isn't a minimum: down one way, up the other.",
        lambda x, y: 0.5 * x**2 - 0.5 * y**2 + y**4 / 8,
        lambda x, y: (x, -y + 0.5 * y**3),
        SQUARE,
        SQUARE,
        (-2.4, 0.001),
        0.1,
        minima=((0.0, 2**0.5), (0.0, -(2**0.5))),
    ),
    "rosenbrock": Landscape(
        "Rosenbrock's valley",
        "(1 − x)² + 100 (y − x²)². Finding the valley is easy; following its flat, curved floor is hard.",
        rosenbrock,
        _rosenbrock_gradient,
        (-2.0, 2.0),
        (-1.0, 3.0),
        (-1.2, 1.0),
        0.001,
        bend=1500,
        minima=((1.0, 1.0),),
    ),
    "himmelblau": Landscape(
        "Himmelblau's four valleys",
        "(x² + y − 11)² + (x + y² − 7)². Four minima, all of height 0: the start decides which one is found.",
        himmelblau,
        _himmelblau_gradient,
        (-5.0, 5.0),
        (-5.0, 5.0),
        (-0.5, -0.9),
        0.01,
        bend=60,
        minima=((3.0, 2.0), (-2.805118, 3.131313), (-3.77931, -3.283186), (3.584428, -1.848127)),
    ),
    "rastrigin": Landscape(
        "Rastrigin's dents",
        "20 + x² + y² − 10 (cos 2πx + cos 2πy). Many local minima, and only one of them is global.",
        rastrigin,
        _rastrigin_gradient,
        SQUARE,
        SQUARE,
        (-1.7, 1.6),
        0.001,
        minima=((0.0, 0.0),),
    ),
    "beale": Landscape(
        "Beale's plain",
        "Almost flat in the middle, very steep in the corners: steps are tiny here and huge there.",
        beale,
        _beale_gradient,
        (-4.5, 4.5),
        (-4.5, 4.5),
        (-1.0, 2.0),
        0.003,
        bend=3000,
        minima=((3.0, 0.5),),
    ),
    "plateau": Landscape(
        "Plateau",
        "1 − e^(−(x² + y²) / 1.5). A hole in a plain: far from it the ground is so flat that the gradient is almost 0.",
        _plateau,
        _plateau_gradient,
        SQUARE,
        SQUARE,
        (-2.8, 2.6),
        0.5,
        minima=((0.0, 0.0),),
    ),
    "network": Landscape(
        "A tiny network",
        "The true loss of a network with one tanh unit, over its two weights: two valleys and a saddle between.",
        network_loss,
        network_slopes,
        (-4.0, 4.0),
        (-4.0, 4.0),
        (-3.2, 1.4),
        0.3,
        bend=10,
    ),
}
