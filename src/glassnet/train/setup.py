"""A setup: what to train, how, and on what, as one plain value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.checks import is_mapping
from glassnet.base.errors import DataError, SettingError
from glassnet.base.settings import from_json
from glassnet.data import Dataset
from glassnet.data.dataset_json import dataset_arrays, dataset_from_json, dataset_to_json
from glassnet.nn.network import Network
from glassnet.train.catalogue import CLASSES
from glassnet.train.recipe import Recipe

FIELDS = ("network", "recipe", "dataset")


@dataclass(frozen=True)
class Setup:
    """A network, a recipe and a data set: everything that training starts from, immutable, and JSON both ways.

    Whether the three fit together is checked when training starts (`Run.of`, `Plan.of`).

    Arguments:
        network: what to train.
        recipe: how.
        dataset: on what.

    Raises:
        SettingError, DataError: one of them is something else.

    >>> from glassnet.data import moons
    >>> from glassnet.nn.layers import Dense
    >>> setup = Setup(Network([Dense(1, "sigmoid")]), Recipe("binary_cross_entropy"), moons(100, seed=1))
    >>> again = Setup.from_json(setup.to_json())
    >>> again.network == setup.network, again.recipe == setup.recipe, again.dataset.x[0] == setup.dataset.x[0]
    (True, True, array([ True,  True]))
    """

    network: Network
    recipe: Recipe
    dataset: Dataset

    def __post_init__(self) -> None:
        # type annotations don't stop a caller from passing anything else
        network, recipe, dataset = (getattr(self, name) for name in FIELDS)
        if not isinstance(network, Network):
            raise SettingError(f"network must be a Network, such as Network([Dense(4), Dense(1)]); got {network!r}.")
        if not isinstance(recipe, Recipe):
            raise SettingError(f'recipe must be a Recipe, such as Recipe("mean_squared_error"); got {recipe!r}.')
        if not isinstance(dataset, Dataset):
            raise DataError(f'The data must be a Dataset, such as Dataset("mine", x, y); got {type(dataset).__name__}.')

    def changed(self, *, network: Network | None = None, dataset: Dataset | None = None, **recipe: Any) -> "Setup":
        """Return another setup, with another network, other data, or other settings of the recipe.

        Raises:
            UnknownNameError: the recipe has no such setting.
            SettingError: a setting is invalid.

        >>> from glassnet.data import moons
        >>> from glassnet.nn.layers import Dense
        >>> setup = Setup(Network([Dense(1, "sigmoid")]), Recipe("binary_cross_entropy"), moons(100, seed=1))
        >>> setup.changed(epochs=3).recipe.epochs, setup.recipe.epochs
        (3, 10)
        """
        Recipe.check_names(recipe)
        return Setup(
            self.network if network is None else network,
            replace(self.recipe, **recipe),
            self.dataset if dataset is None else dataset,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the setup ready for JSON: data as their generator's settings, or else as a description.

        Data that no generator can reproduce also need their arrays, which are stored separately: `arrays`.

        Raises:
            SettingError: the recipe contains a Python function (a metric, say).
        """
        return {
            "type": type(self).__name__,
            "network": self.network.to_json(),
            "recipe": self.recipe.to_json(),
            "dataset": dataset_to_json(self.dataset),
        }

    @property
    def arrays(self) -> dict[str, Array]:
        """The data's arrays by name, to be stored with the JSON; empty if a generator can reproduce the data."""
        return dataset_arrays(self.dataset)

    @classmethod
    def from_json(cls, value: Mapping[str, Any], arrays: Mapping[str, Array] | None = None) -> "Setup":
        """Rebuild a setup from `to_json`, and from `arrays` if no generator can reproduce its data.

        Raises:
            SettingError: the JSON is not that of a setup.
            UnknownNameError: it names an unknown layer, loss, rule ….
            DataError: the data's arrays are missing, or don't match.

        >>> Setup.from_json({"network": {}})
        Traceback (most recent call last):
        glassnet.base.errors.SettingError: A setup as JSON has network, recipe and dataset, as Setup.to_json() \
writes them; got {'network': {}}.
        """
        if not isinstance(value, Mapping) or not all(isinstance(value.get(name), Mapping) for name in FIELDS):
            raise SettingError(
                f"A setup as JSON has network, recipe and dataset, as Setup.to_json() writes them; got {value!r}."
            )
        if arrays is not None:
            is_mapping("arrays", arrays, "Setup.arrays")
        dataset = dataset_from_json(value["dataset"], arrays)
        return cls(network_from_json(value["network"]), Recipe.from_json(value["recipe"]), dataset)


def network_from_json(value: Any) -> Network:
    """Rebuild a network from the JSON of its settings."""
    return from_json(value, CLASSES | {Network.__name__: Network})
