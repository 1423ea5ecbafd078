"""The Lab's settings: checked, JSON both ways, and made into network, recipe and data."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.data import Dataset
from glassnet.nn.constraints import MaxNorm
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.train import Recipe, Setup
from glassnet.widgets.lab import choices, data_sets
from glassnet.widgets.wire import Length, Limits, MaxLength, OneOf
from glassnet.widgets.wire.reading import check_fields
from glassnet.widgets.wire.setting import Setting
from glassnet.widgets.wire.writing import to_json

MAX_SEED = 2**32 - 1
MAX_SAMPLES = 1000
MAX_LAYERS = 8
MAX_UNITS = 16
DATA_FIELDS = ("data", "samples", "noise", "test", "data_seed", "classes", "points", "features")
PENALTIES = (0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1)
DROPOUTS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
NORMS = (0, 0.5, 1, 2, 3, 4, 6, 8)

Seed = Annotated[int, Limits(0, MAX_SEED)]

LAYER_DEFAULTS: Mapping[str, Any] = {
    "activations": choices.AS_NETWORK,
    "normalisations": choices.NO_NORMALISATION,
    "dropouts": 0.0,
    "initializers": choices.UNIT_INITIALIZERS[0],
}
"""Settings with one value for each hidden layer, and what a layer has unless it is set."""


@dataclass(frozen=True)
class LabSpec:
    """The settings that a reader chooses in the Lab.

    Arguments:
        data: a data set in the plane: two classes, blobs of several, values (plane, bumps, curve), or "own".
        samples: how many points, 20-1000.
        noise: standard deviation of the noise on coordinates or values, 0-0.5.
        test: fraction of the points held out for testing, 0.1-0.9.
        data_seed: which points are drawn.
        classes: of blobs, 2-6.
        points: for the data set "own", x₁, x₂ and class of each point as text.
        features: what the network sees of a point: some of x1, x2, x1x1, x2x2, x1x2, sin1, sin2, cos1, cos2.
        hidden: units of each hidden layer: up to 8 numbers from 1 to 16.
        activation: of the hidden layers: tanh, relu, sigmoid, linear, ….
        activations: of single hidden layers; "network" follows `activation`. Missing ones at the end do too.
        normalisations: of single hidden layers: none, batch or layer.
        dropouts: the fraction of a hidden layer's units that are switched off at random in training, 0-0.8.
        initializers: of single hidden layers' weights, such as "he_normal".
        loss: what is minimised; "auto", or one that doesn't suit the task, gives the usual one.
        output: activation of the output; "auto" gives what the loss needs.
        rule: how gradients change the weights: sgd, adam, ….
        momentum: of SGD, 0-0.99.
        learning_rate: 0.0001-10.
        schedule: how the learning rate changes.
        schedule_steps: over how many steps, 10-10000.
        l1: rate of the L1 penalty, 0-1.
        l2: rate of the L2 penalty, 0-1.
        clipping: which gradients are limited: none, global_norm, norm or value.
        clip_limit: to how much, 0.01-10.
        max_norm: limit on the norm of the weights into each unit; 0 for none.
        batch_size: examples in one update, 1-100.
        seed: of the initial weights and the batches.

    Raises:
        SettingError, UnknownNameError, DataError: a setting is invalid.

    >>> LabSpec(hidden=(8, 8)).make_network().names
    ('dense_1', 'dense_2', 'dense_3')
    >>> LabSpec(data="blobs", hidden=(4,), normalisations=("batch",)).make_network().names
    ('dense_1', 'batch_norm_1', 'activate_1', 'dense_2')
    """

    data: Annotated[
        str, OneOf("data set", data_sets.TITLES), Setting("Data", "Which data set to learn", choices=data_sets.TITLES)
    ] = "moons"
    samples: Annotated[
        int,
        Limits(20, MAX_SAMPLES),
        Setting("Points", "Number of points, training and test together", "data", step=10, shown="whole"),
    ] = 500
    noise: Annotated[
        float,
        Limits(0, 0.5),
        Setting(
            "Noise",
            "Standard deviation of the normal noise added to both coordinates, or to the values",
            "data",
            0.01,
            shown="decimal",
        ),
    ] = 0.1
    test: Annotated[
        float,
        Limits(0.1, 0.9),
        Setting("Test fraction", "Fraction of the points that are held out for testing", "data", 0.05, shown="percent"),
    ] = 0.3
    data_seed: Annotated[Seed, Setting("New points", "Which random sample of points is drawn", counter=True)] = 0
    classes: Annotated[
        int,
        Limits(2, data_sets.MAX_CLASSES),
        Setting("Classes", "Number of blobs, each a class", "points", shown="whole"),
    ] = 3
    points: Annotated[
        str,
        MaxLength(data_sets.MAX_POINTS_TEXT),
        Setting("Your own points", "x₁, x₂ and class of each point, drawn, typed or pasted", counter=True),
    ] = data_sets.EXAMPLE
    features: Annotated[
        tuple[Annotated[str, OneOf("feature", data_sets.FEATURES)], ...],
        Length(1, len(data_sets.FEATURES)),
        Setting(
            "Features",
            "What the network sees of a point",
            choices={name: label for name, (label, _) in data_sets.FEATURES.items()},
        ),
    ] = data_sets.PLAIN_FEATURES
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
        OneOf("activation", choices.UNIT_ACTIVATIONS),
        Setting(
            "Activation",
            "Function that each hidden unit applies to its sum; linear changes nothing",
            "network",
        ),
    ] = "tanh"
    activations: Annotated[
        tuple[Annotated[str, OneOf("activation", (choices.AS_NETWORK, *choices.UNIT_ACTIVATIONS))], ...],
        Length(0, MAX_LAYERS),
        Setting("Activations", "Activation of each hidden layer", choices={choices.AS_NETWORK: "as the network"}),
    ] = ()
    normalisations: Annotated[
        tuple[Annotated[str, OneOf("normalisation", (choices.NO_NORMALISATION, *choices.NORMALISATIONS))], ...],
        Length(0, MAX_LAYERS),
        Setting("Normalisation", "What brings each hidden layer's sums to mean 0 and variance 1 before the activation"),
    ] = ()
    dropouts: Annotated[
        tuple[Annotated[float, Limits(0, 0.8)], ...],
        Length(0, MAX_LAYERS),
        Setting(
            "Dropout",
            "Fraction of each hidden layer's units that are switched off at random in training",
            stops=DROPOUTS,
            shown="percent",
        ),
    ] = ()
    initializers: Annotated[
        tuple[Annotated[str, OneOf("initialiser", choices.UNIT_INITIALIZERS)], ...],
        Length(0, MAX_LAYERS),
        Setting(
            "Initialiser",
            "How the first weights of each hidden layer are drawn; takes effect with Restart",
            choices={name: name.replace("_", " ") for name in choices.UNIT_INITIALIZERS},
        ),
    ] = ()
    loss: Annotated[
        str,
        OneOf("loss", choices.LOSS_LABELS),
        Setting("Loss", "What training makes small", "recipe", choices=choices.LOSS_LABELS),
    ] = choices.AUTO
    output: Annotated[
        str,
        OneOf("output", (choices.AUTO, *choices.OUTPUTS)),
        Setting("Output", "Activation of the output", "recipe", choices={choices.AUTO: "as the loss needs"}),
    ] = choices.AUTO
    rule: Annotated[
        str,
        OneOf("update rule", choices.RULE_LABELS),
        Setting("Update rule", "How gradients change the weights", "recipe", choices=choices.RULE_LABELS),
    ] = "sgd"
    momentum: Annotated[
        float,
        Limits(0, 0.99),
        Setting("Momentum", "How much of its last step SGD repeats", "recipe", 0.01, shown="decimal"),
    ] = 0.0
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
    schedule: Annotated[
        str,
        OneOf("schedule", choices.SCHEDULE_LABELS),
        Setting("Schedule", "How the learning rate changes", "recipe", choices=choices.SCHEDULE_LABELS),
    ] = choices.NO_SCHEDULE
    schedule_steps: Annotated[
        int,
        Limits(10, 10_000),
        Setting("Steps of the schedule", "Over how many steps the schedule runs", "recipe", scale="log", shown="whole"),
    ] = 1000
    l1: Annotated[
        float,
        Limits(0, 1),
        Setting("L1 penalty", "How strongly weights are pulled to 0, large or small", "recipe", stops=PENALTIES),
    ] = 0.0
    l2: Annotated[
        float,
        Limits(0, 1),
        Setting("L2 penalty", "How strongly large weights are penalised", "network", stops=PENALTIES),
    ] = 0.0
    clipping: Annotated[
        str,
        OneOf("clipping", choices.CLIPPING_LABELS),
        Setting("Clipping", "Which gradients are limited", "recipe", choices=choices.CLIPPING_LABELS),
    ] = choices.NO_CLIPPING
    clip_limit: Annotated[
        float,
        Limits(0.01, 10),
        Setting("Limit of clipping", "To how much gradients are limited", "recipe", scale="log"),
    ] = 1.0
    max_norm: Annotated[
        float,
        Limits(0, 8),
        Setting(
            "Limit of weights", "Largest norm of the weights into each unit; 0 for no limit", "recipe", stops=NORMS
        ),
    ] = 0.0
    batch_size: Annotated[
        int,
        Limits(1, 100),
        Setting("Batch size", "Number of points whose mean gradient makes one step", "data", shown="whole"),
    ] = 10
    seed: Annotated[Seed, Setting("Seed", "Seed of the initial weights and the batches")] = 0

    def __post_init__(self) -> None:
        check_fields(self)
        data_sets.read_points(self.points)
        features = tuple(name for name in data_sets.FEATURES if name in self.features)
        object.__setattr__(self, "features", features)
        for name, usual in LAYER_DEFAULTS.items():
            given = list(getattr(self, name)[: len(self.hidden)])
            while given and given[-1] == usual:
                given.pop()
            object.__setattr__(self, name, tuple(given))

    def merge(self, partial: object) -> "LabSpec":
        """Return these settings with some of them replaced.

        >>> LabSpec().merge({"l2": 0.01}).l2
        0.01
        >>> LabSpec().merge({"speed": 3})  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        glassnet.base.errors.UnknownNameError: Unknown setting 'speed'. Did you mean 'seed'? Known: data, ...
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

    @property
    def class_count(self) -> int:
        """The number of classes; 0 if values are predicted."""
        return data_sets.class_count(self.data, self.classes, self.points)

    @property
    def task(self) -> str:
        """Whether two classes are told apart, or many, or values are predicted: "two", "many" or "values"."""
        classes = self.class_count
        return choices.TWO if classes == 2 else choices.MANY if classes else choices.VALUES

    @property
    def loss_in_use(self) -> str:
        """The name of the loss: the one chosen if it suits the task."""
        return choices.loss_name(self.loss, self.task)

    @property
    def output_in_use(self) -> str:
        """The output's activation."""
        return choices.output_name(self.output, self.loss_in_use, self.task)

    def of_layer(self, name: str, layer: int) -> Any:
        """Return a setting of one hidden layer.

        >>> LabSpec(dropouts=(0.5,)).of_layer("dropouts", 0), LabSpec().of_layer("activations", 1)
        (0.5, 'network')
        """
        given = getattr(self, name)
        return given[layer] if layer < len(given) else LAYER_DEFAULTS[name]

    def make_network(self) -> Network:
        """Return the hidden layers and the output."""
        blocks = [self._block(layer, units) for layer, units in enumerate(self.hidden)]
        outputs = self.class_count if self.task == choices.MANY else 1
        return Network([*(layer for block in blocks for layer in block), Dense(outputs, self.output_in_use)])

    def _block(self, layer: int, units: int) -> list[Any]:
        activation = self.of_layer("activations", layer)
        if activation == choices.AS_NETWORK:
            activation = self.activation
        rest = (self.of_layer(name, layer) for name in ("normalisations", "dropouts", "initializers"))
        return choices.make_block(units, activation, *rest)

    def make_recipe(self) -> Recipe:
        """Return the recipe."""
        return Recipe(**self.recipe_settings())

    def recipe_settings(self) -> dict[str, Any]:
        """Return the settings of the recipe, all of which can change during training."""
        return {
            "loss": choices.make_loss(self.loss_in_use),
            "optimizer": choices.make_rule(self.rule, self.learning_rate, self.momentum),
            "schedule": choices.make_schedule(self.schedule, self.schedule_steps),
            "regularizer": choices.make_regularizer(self.l1, self.l2),
            "clipping": choices.make_clipping(self.clipping, self.clip_limit),
            "constraint": MaxNorm(self.max_norm) if self.max_norm else None,
            "batch_size": self.batch_size,
            "seed": self.seed,
        }

    def make_points(self) -> Dataset:
        """Sample the points, with their coordinates as features."""
        return data_sets.sample_points(
            self.data,
            samples=self.samples,
            noise=self.noise,
            test=self.test,
            seed=self.data_seed,
            classes=self.classes,
            points=self.points,
        )

    def make_dataset(self) -> Dataset:
        """Sample the points, as the network sees them."""
        return data_sets.with_features(self.make_points(), self.data, self.features)

    def make_setup(self, dataset: Dataset | None = None) -> Setup:
        """Return network, recipe and points: those given, or a new sample."""
        return Setup(self.make_network(), self.make_recipe(), dataset or self.make_dataset())

    def same_data(self, other: "LabSpec") -> bool:
        """Return whether both settings give the same points in the same parts."""
        return all(getattr(self, name) == getattr(other, name) for name in DATA_FIELDS)
