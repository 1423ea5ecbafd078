"""A plan: network, recipe and data made ready for the loop."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError
from glassnet.base.random import RandomStream, stream
from glassnet.base.warn import warn
from glassnet.data import Dataset, Samples
from glassnet.nn.network import Network
from glassnet.train.class_weights import class_weights
from glassnet.train.penalty import check_layer_names
from glassnet.train.recipe import Recipe
from glassnet.train.target import encode_target

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
        _check_kinds(self.network, self.recipe, self.dataset)
        if not len(self.dataset.parts["train"]):
            raise DataError(f"{self.dataset.name}: the training part is empty; hold out less.")
        self._check_layer_names()
        _ = self.samples, self.weights  # checks shapes now rather than in the middle of the first step
        _warn_of_mismatch(self.network, self.recipe)

    def _check_layer_names(self) -> None:
        if isinstance(self.recipe.regularizer, Mapping):
            params, _ = self.network.build(self.rng, self.dataset.input_shape, self.recipe.dtype)
            check_layer_names("regularizer", self.recipe.regularizer, params)

    @cached_property
    def samples(self) -> dict[str, Samples]:
        """The parts "train", "validation" and "test", features and targets ready for network and loss."""
        data, recipe = self.dataset, self.recipe
        output_shape = self.network.output_shape(data.input_shape)
        target = encode_target(data.y, recipe.loss, output_shape, len(data.class_names), recipe.dtype)
        x: Array = data.x.astype(recipe.dtype, copy=False)
        return {part: Samples(x[indices], target[indices]) for part, indices in data.parts.items()}

    @cached_property
    def weights(self) -> Array | None:
        """How much each training sample counts, shape (samples,); None when all count the same."""
        indices = self.dataset.parts["train"]
        weights = class_weights(self.dataset, self.recipe.class_weights)
        of_samples = self.dataset.sample_weights
        if of_samples is not None:
            weights = of_samples[indices] if weights is None else weights * of_samples[indices]
        return None if weights is None else weights.astype(self.recipe.dtype)

    @cached_property
    def steps_per_epoch(self) -> int:
        """Updates in one pass over the training data."""
        return ceil(len(self.dataset.parts["train"]) / self.recipe.samples_per_step)

    @cached_property
    def rng(self) -> RandomStream:
        """The stream that the recipe's seed names."""
        return stream(self.recipe.seed)


def _check_kinds(network: Any, recipe: Any, dataset: Any) -> None:
    if not isinstance(network, Network):
        raise SettingError(f"network must be a Network, such as Network([Dense(4), Dense(1)]); got {network!r}.")
    if not isinstance(recipe, Recipe):
        raise SettingError(f'recipe must be a Recipe, such as Recipe("mean_squared_error"); got {recipe!r}.')
    if not isinstance(dataset, Dataset):
        raise DataError(f'The data must be a Dataset, such as Dataset("mine", x, y); got {type(dataset).__name__}.')


def _warn_of_mismatch(network: Network, recipe: Recipe) -> None:
    activation = getattr(network.layers[-1], "activation", None)
    loss = type(recipe.loss).__name__
    bounds = getattr(activation, "bounds", (0.0, 1.0))
    if loss in FROM_PROBABILITIES and (bounds[0] < 0 or bounds[1] > 1):
        better = "sigmoid" if loss == "BinaryCrossEntropy" else "softmax"
        warn(
            f"{loss} takes probabilities, but the network ends in {type(activation).__name__}; "
            f'end with activation="{better}", or keep the end linear and use the fused loss of that pair.'
        )
    if recipe.loss.link != "linear" and activation is not None and type(activation).__name__ != "Linear":
        warn(
            f"{loss} applies {recipe.loss.link} itself, but the network already ends in {type(activation).__name__}; "
            'end with activation="linear".'
        )
