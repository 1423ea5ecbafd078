"""The Lab's settings: checked, JSON both ways, and made into network, recipe and data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.data import PLANAR, Dataset
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.nn.regularizers import L2
from glassnet.optim import SGD
from glassnet.train import Recipe

UNIT_ACTIVATIONS = ("tanh", "relu", "sigmoid", "linear")
LARGEST_SEED = 2**32 - 1
MOST_SAMPLES = 1000
MOST_LAYERS = 4
MOST_UNITS = 8
DATA_FIELDS = ("data", "samples", "noise", "test", "data_seed")


@dataclass(frozen=True)
class LabSpec:
    """What a reader chooses in the Lab.

    Arguments:
        data: one of the five data sets in the plane.
        samples: how many points, 20-1000.
        noise: deviation of the noise on both coordinates, 0-0.5.
        test: share of the points held out for testing, 0.1-0.9.
        data_seed: which points are drawn.
        hidden: units of each hidden layer: up to 4 numbers from 1 to 8.
        activation: of the hidden layers: tanh, relu, sigmoid or linear.
        learning_rate: 0.0001-10.
        l2: rate of the L2 penalty, 0-1.
        batch_size: examples in one update, 1-100.
        seed: decides first weights and batches.

    Raises:
        SettingError, UnknownNameError: a setting has a value that makes no sense.

    >>> LabSpec(hidden=(8, 8)).make_network().names
    ('dense_1', 'dense_2', 'dense_3')
    """

    data: str = "moons"
    samples: int = 500
    noise: float = 0.1
    test: float = 0.3
    data_seed: int = 0
    hidden: tuple[int, ...] = (4, 4)
    activation: str = "tanh"
    learning_rate: float = 0.1
    l2: float = 0.0
    batch_size: int = 10
    seed: int = 0

    def __post_init__(self) -> None:
        checked = {
            "data": _name("data set", self.data, tuple(PLANAR)),
            "samples": whole_number("samples", self.samples, minimum=20, maximum=MOST_SAMPLES),
            "noise": number("noise", self.noise, minimum=0, maximum=0.5),
            "test": number("test", self.test, minimum=0.1, maximum=0.9),
            "data_seed": whole_number("data_seed", self.data_seed, minimum=0, maximum=LARGEST_SEED),
            "hidden": _hidden(self.hidden),
            "activation": _name("activation", self.activation, UNIT_ACTIVATIONS),
            "learning_rate": number("learning_rate", self.learning_rate, minimum=0.0001, maximum=10),
            "l2": number("l2", self.l2, minimum=0, maximum=1),
            "batch_size": whole_number("batch_size", self.batch_size, minimum=1, maximum=100),
            "seed": whole_number("seed", self.seed, minimum=0, maximum=LARGEST_SEED),
        }
        for name, value in checked.items():
            object.__setattr__(self, name, value)

    def merge(self, partial: object) -> "LabSpec":
        """Return these settings with some of them replaced.

        >>> LabSpec().merge({"l2": 0.01}).l2
        0.01
        >>> LabSpec().merge({"speed": 3})
        Traceback (most recent call last):
        glassnet.base.errors.UnknownNameError: Unknown setting 'speed'. Did you mean 'seed'? Known: data, samples, \
noise, test, data_seed, hidden, activation, learning_rate, l2, batch_size, seed.
        """
        if not isinstance(partial, Mapping):
            raise SettingError(f"spec must be an object of settings such as {{'l2': 0.01}}; got {partial!r}.")
        known = {field.name: field for field in fields(self)}
        for name in partial:
            look_up("setting", name, known)
        return replace(self, **partial)

    def to_json(self) -> dict[str, Any]:
        """Return all settings as what JSON can hold; `LabSpec().merge` of it gives them back."""
        settings = {field.name: getattr(self, field.name) for field in fields(self)}
        return settings | {"hidden": list(self.hidden)}

    def make_network(self) -> Network:
        """Return the hidden layers and one sigmoid unit for the class."""
        return Network([*(Dense(units, self.activation) for units in self.hidden), Dense(1, "sigmoid")])

    def make_recipe(self) -> Recipe:
        """Return how it is trained: binary cross-entropy, and `recipe_settings`."""
        return Recipe("binary_cross_entropy", **self.recipe_settings())

    def recipe_settings(self) -> dict[str, Any]:
        """Return what may change in the recipe while a run goes on: plain SGD, an L2 penalty where one is set."""
        return {
            "optimizer": SGD(self.learning_rate),
            "regularizer": L2(self.l2) if self.l2 else None,
            "batch_size": self.batch_size,
            "seed": self.seed,
        }

    def make_dataset(self) -> Dataset:
        """Draw the points."""
        return PLANAR[self.data](self.samples, noise=self.noise, seed=self.data_seed, validation=0.0, test=self.test)

    def same_data(self, other: "LabSpec") -> bool:
        """Say whether both settings draw the same points into the same parts."""
        return all(getattr(self, name) == getattr(other, name) for name in DATA_FIELDS)


def _name(kind: str, value: object, known: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise SettingError(f"{kind} must be one of {', '.join(known)}; got {value!r}.")
    return look_up(kind, value, dict.fromkeys(known, value))


def _hidden(value: object) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_LAYERS:
        raise SettingError(f"hidden must be a list of up to {MOST_LAYERS} numbers of units; got {value!r}.")
    return tuple(whole_number("units of a hidden layer", units, minimum=1, maximum=MOST_UNITS) for units in value)
