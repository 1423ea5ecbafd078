"""A plan: network, recipe and data prepared for training."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import DataError
from glassnet.base.names import Label
from glassnet.base.random import RandomStream, stream
from glassnet.base.registry import look_up
from glassnet.base.warn import warn
from glassnet.data import Dataset, Samples
from glassnet.data.labels import listed
from glassnet.data.mapped import MappedRows, is_mapped
from glassnet.nn.layers.chain import chain_shapes
from glassnet.nn.network import Network
from glassnet.train.class_weights import class_weights
from glassnet.train.margin import check_margin
from glassnet.train.numbers import check_range, check_words, in_number_type
from glassnet.train.penalty import check_layer_names
from glassnet.train.recipe import Recipe
from glassnet.train.setup import Setup
from glassnet.train.target import class_labels, encode_target, true_classes
from glassnet.train.xla.keys import key_stream

FROM_PROBABILITIES = ("BinaryCrossEntropy", "CategoricalCrossEntropy", "SparseCategoricalCrossEntropy", "KLDivergence")


@dataclass(frozen=True, eq=False)
class Plan:
    """Network, recipe and data, checked against each other, with arrays in the recipe's number type.

    Raises:
        ShapeError: the network does not fit the data.
        DataError: there is nothing to train on.
    """

    network: Network
    recipe: Recipe
    dataset: Dataset

    def __post_init__(self) -> None:
        _ = self.setup  # checks that they are a network, a recipe and data
        if not len(self.dataset.parts["train"]):
            raise DataError(f"{self.dataset.name}: the training part is empty; hold out fewer samples.")
        self._check_layer_names()
        _ = self.samples, self.weights  # checks shapes now rather than in the middle of the first step
        _check_margin(self.recipe)
        for words in mismatches(self.network, self.recipe, self.dataset):
            warn(words)

    @classmethod
    def of(cls, setup: Setup) -> "Plan":
        """Return the plan for a setup."""
        return cls(setup.network, setup.recipe, setup.dataset)

    @cached_property
    def setup(self) -> Setup:
        """Network, recipe and data as a setup."""
        return Setup(self.network, self.recipe, self.dataset)

    def _check_layer_names(self) -> None:
        if isinstance(self.recipe.regularizer, Mapping):
            params, _ = chain_shapes(self.network.named_layers, self.dataset.input_shape)
            check_layer_names("regularizer", self.recipe.regularizer, params)

    @cached_property
    def target(self) -> Array:
        """The targets of all samples, encoded for the loss."""
        data, recipe = self.dataset, self.recipe
        output_shape = self.network.output_shape(data.input_shape)
        return encode_target(data.y, recipe.loss, output_shape, len(data.class_names), recipe.dtype)

    @cached_property
    def classes(self) -> Array | None:
        """The true class number of every sample, shape (samples, …); None if the targets are values."""
        return true_classes(self.dataset.y, self.target, self.recipe.loss, len(self.dataset.class_names))

    def classes_of(self, part: str) -> Array | None:
        """The true class numbers of "train", "validation" or "test"; None if the targets are values."""
        indices = look_up("part of the data", part, self.dataset.parts)
        return None if self.classes is None else self.classes[indices]

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """What the user calls the classes, in the order of their numbers; none if the targets are values."""
        outputs = self.network.output_shape(self.dataset.input_shape)[-1]
        return class_labels(self.dataset.y, self.classes, outputs, self.dataset.class_names)

    @cached_property
    def samples(self) -> dict[str, Samples]:
        """The parts "train", "validation" and "test", with features and targets prepared for network and loss."""
        data, recipe, target = self.dataset, self.recipe, self.target
        check_words(data.name, self.network, data.x, recipe.dtype)
        if is_mapped(data.x):
            check_range(data.name, "features", data.x, recipe.dtype)
            rows = {part: MappedRows(data.x, indices, recipe.dtype) for part, indices in data.parts.items()}
            return {part: Samples(rows[part], target[indices]) for part, indices in data.parts.items()}
        x = in_number_type(data.name, "features", data.x, recipe.dtype)
        return {part: Samples(x[indices], target[indices]) for part, indices in data.parts.items()}

    @cached_property
    def weights(self) -> Array | None:
        """How much each training sample counts, shape (samples,); None if all count the same."""
        indices = self.dataset.parts["train"]
        weights = None
        if self.recipe.class_weights is not None:
            classes = self.classes_of("train")
            weights = class_weights(self.dataset.name, classes, self.labels, self.recipe.class_weights)
        of_samples = self.dataset.sample_weights
        if of_samples is not None:
            weights = of_samples[indices] if weights is None else weights * of_samples[indices]
        return None if weights is None else weights.astype(self.recipe.dtype)

    @cached_property
    def steps_per_epoch(self) -> int:
        """Number of updates in one pass over the training data."""
        return ceil(len(self.dataset.parts["train"]) / self.recipe.samples_per_step)

    def steps_in_epoch_from(self, offset: int) -> int:
        """Return the number of updates left in an epoch of which `offset` samples have been used."""
        whole_number("offset", offset, minimum=0)
        return ceil(max(len(self.dataset.parts["train"]) - offset, 0) / self.recipe.samples_per_step)

    @cached_property
    def rng(self) -> RandomStream:
        """The random stream of the recipe's seed."""
        return stream(self.recipe.seed)

    @cached_property
    def draws(self) -> Any:
        """The random stream that layers draw from in training: `rng`, or one that compiled steps can use."""
        return self.rng if self.recipe.engine == "eager" else key_stream(self.rng)


def _check_margin(recipe: Recipe) -> None:
    margin, name = getattr(recipe.loss, "margin", None), type(recipe.loss).__name__
    if margin is not None:
        check_margin(name, margin, recipe.dtype, below_one=name == "BinaryCrossEntropy")


def _hides_labels(recipe: Recipe, names: Sequence[Label]) -> bool:
    """Return whether a loss of any values is trained on the numbers of two classes whose labels are other numbers."""
    of_values = recipe.loss.target_encoding == "values" and getattr(recipe.loss, "target_domain", "any") == "any"
    return of_values and len(names) == 2 and names != (0, 1) and not any(isinstance(name, str) for name in names)


def mismatches(network: Network, recipe: Recipe, dataset: Dataset) -> list[str]:
    """Return what is unwise about a loss with these targets and this output, one sentence each."""
    found = []
    activation = getattr(network.layers[-1], "activation", None)
    loss = type(recipe.loss).__name__
    bounds = getattr(activation, "bounds", (0.0, 1.0))
    if loss in FROM_PROBABILITIES and (bounds[0] < 0 or bounds[1] > 1):
        better = "sigmoid" if loss == "BinaryCrossEntropy" else "softmax"
        found.append(
            f"{loss} expects probabilities, but the network ends in {type(activation).__name__}; "
            f'end with activation="{better}", or end with activation="linear" and use the fused loss.'
        )
    if _hides_labels(recipe, dataset.class_names):
        found.append(
            f"{loss} is trained on the class numbers 0 and 1 of the labels {listed(dataset.class_names)}; for the "
            'labels themselves as values, leave out class_names (for a table, use target_kind="values").'
        )
    if recipe.loss.link != "linear" and activation is not None and type(activation).__name__ != "Linear":
        found.append(
            f"{loss} applies {recipe.loss.link} itself, but the network already ends in {type(activation).__name__}; "
            'end with activation="linear".'
        )
    return found
