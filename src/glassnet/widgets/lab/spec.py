"""The Lab's settings: checked, JSON both ways, and made into network, recipe and data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.data import PLANAR, Dataset
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.nn.regularizers import L2
from glassnet.optim import SGD
from glassnet.train import Recipe, Setup
from glassnet.widgets.wire import Length, Limits, OneOf
from glassnet.widgets.wire.reading import check_fields
from glassnet.widgets.wire.setting import Setting
from glassnet.widgets.wire.writing import to_json

UNIT_ACTIVATIONS = ("tanh", "relu", "sigmoid", "linear")
MAX_SEED = 2**32 - 1
MAX_SAMPLES = 1000
MAX_LAYERS = 4
MAX_UNITS = 8
DATA_FIELDS = ("data", "samples", "noise", "test", "data_seed")
TITLES = {"moons": "Moons", "circle": "Circle", "xor": "XOR", "gaussians": "Gaussians", "spiral": "Spiral"}
PENALTIES = (0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1)

Seed = Annotated[int, Limits(0, MAX_SEED)]


@dataclass(frozen=True)
class LabSpec:
    """The settings that a reader chooses in the Lab.

    Arguments:
        data: one of the five data sets in the plane.
        samples: how many points, 20-1000.
        noise: standard deviation of the noise on both coordinates, 0-0.5.
        test: fraction of the points held out for testing, 0.1-0.9.
        data_seed: which points are drawn.
        hidden: units of each hidden layer: up to 4 numbers from 1 to 8.
        activation: of the hidden layers: tanh, relu, sigmoid or linear.
        learning_rate: 0.0001-10.
        l2: rate of the L2 penalty, 0-1.
        batch_size: examples in one update, 1-100.
        seed: of the initial weights and the batches.

    Raises:
        SettingError, UnknownNameError: a setting is invalid.

    >>> LabSpec(hidden=(8, 8)).make_network().names
    ('dense_1', 'dense_2', 'dense_3')
    """

    data: Annotated[str, OneOf("data set", PLANAR), Setting("Data", "Which data set to learn", choices=TITLES)] = (
        "moons"
    )
    samples: Annotated[
        int,
        Limits(20, MAX_SAMPLES),
        Setting("Points", "Number of points, training and test together", "data", step=10, shown="whole"),
    ] = 500
    noise: Annotated[
        float,
        Limits(0, 0.5),
        Setting(
            "Noise", "Standard deviation of the normal noise added to both coordinates", "data", 0.01, shown="decimal"
        ),
    ] = 0.1
    test: Annotated[
        float,
        Limits(0.1, 0.9),
        Setting("Test fraction", "Fraction of the points that are held out for testing", "data", 0.05, shown="percent"),
    ] = 0.3
    data_seed: Annotated[Seed, Setting("New points", "Which random sample of points is drawn", counter=True)] = 0
    hidden: Annotated[
        tuple[Annotated[int, Limits(1, MAX_UNITS)], ...],
        Length(0, MAX_LAYERS),
        Setting(
            "Hidden layers",
            "Units in each hidden layer: add or remove with + and −; weights that still fit are kept",
        ),
    ] = (4, 4)
    activation: Annotated[
        str,
        OneOf("activation", UNIT_ACTIVATIONS),
        Setting(
            "Activation",
            "Function that each hidden unit applies to its sum; linear changes nothing",
            "network",
        ),
    ] = "tanh"
    learning_rate: Annotated[
        float,
        Limits(0.0001, 10),
        Setting(
            "Learning rate",
            "Step size against the gradient; if it is too large, training diverges",
            "network",
            scale="log",
        ),
    ] = 0.1
    l2: Annotated[
        float,
        Limits(0, 1),
        Setting("L2 penalty", "How strongly large weights are penalised", "network", stops=PENALTIES),
    ] = 0.0
    batch_size: Annotated[
        int,
        Limits(1, 100),
        Setting("Batch size", "Number of points whose mean gradient makes one step", "data", shown="whole"),
    ] = 10
    seed: Annotated[Seed, Setting("Seed", "Seed of the initial weights and the batches")] = 0

    def __post_init__(self) -> None:
        check_fields(self)

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
        """Return all settings as JSON values; `LabSpec().merge` restores them."""
        return to_json(self)

    def make_network(self) -> Network:
        """Return the hidden layers and one sigmoid unit for the class."""
        return Network([*(Dense(units, self.activation) for units in self.hidden), Dense(1, "sigmoid")])

    def make_recipe(self) -> Recipe:
        """Return the recipe: binary cross-entropy, and `recipe_settings`."""
        return Recipe("binary_cross_entropy", **self.recipe_settings())

    def recipe_settings(self) -> dict[str, Any]:
        """Return the recipe settings that can change during training: plain SGD, and an L2 penalty if one is set."""
        return {
            "optimizer": SGD(self.learning_rate),
            "regularizer": L2(self.l2) if self.l2 else None,
            "batch_size": self.batch_size,
            "seed": self.seed,
        }

    def make_dataset(self) -> Dataset:
        """Sample the points."""
        return PLANAR[self.data](self.samples, noise=self.noise, seed=self.data_seed, validation=0.0, test=self.test)

    def make_setup(self, dataset: Dataset | None = None) -> Setup:
        """Return network, recipe and points: those given, or a new sample."""
        return Setup(self.make_network(), self.make_recipe(), dataset or self.make_dataset())

    def same_data(self, other: "LabSpec") -> bool:
        """Return whether both settings give the same points in the same parts."""
        return all(getattr(self, name) == getattr(other, name) for name in DATA_FIELDS)
