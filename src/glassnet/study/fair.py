"""A fair comparison: several recipes with the same initial weights and batches, for several seeds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.checks import whole_number
from glassnet.base.errors import DivergedError, SettingError
from glassnet.base.settings_class import plain
from glassnet.data import Dataset
from glassnet.nn.layers import Layer
from glassnet.nn.network import Network
from glassnet.run.compare import columns_of
from glassnet.run.run import Run
from glassnet.train import Recipe


class Band(NamedTuple):
    """One column of the epoch table over several seeds.

    Arguments:
        epochs: passes completed.
        low, middle, high: the smallest, the median and the largest value over the seeds, after each epoch.
    """

    epochs: tuple[int, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Fair:
    """The result of a fair comparison.

    Arguments:
        seeds: one per start.
        runs: by the recipe's name, one run for each seed.
        diverged: how many of each recipe's runs stopped because a number became NaN or infinite.
    """

    seeds: tuple[int, ...]
    runs: dict[str, tuple[Run, ...]]
    diverged: dict[str, int]

    def band(self, name: str, column: str = "loss") -> Band:
        """Return the band of one recipe, for "loss", "validation_loss" or "validation_accuracy"."""
        table = np.array(columns_of([run.history for run in self.runs[name]], column), dtype=float)
        low, middle, high = (tuple(row.tolist()) for row in (table.min(0), np.median(table, axis=0), table.max(0)))
        return Band(tuple(range(1, table.shape[1] + 1)), low, middle, high)

    def summary(self, column: str = "loss") -> str:
        """Return a table of each recipe's last value of a column: lowest, median and highest over the seeds."""
        rows = [("recipe", "lowest", "median", "highest", "diverged")]
        for name in self.runs:
            band = self.band(name, column)
            last = [f"{values[-1]:.4g}" if values else "none" for values in (band.low, band.middle, band.high)]
            rows.append((name, last[0], last[1], last[2], f"{self.diverged[name]} of {len(self.seeds)}"))
        widths = [max(len(row[place]) for row in rows) for place in range(5)]
        lines = [
            "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
        ]
        return "\n".join(lines)


@checked
def fair(
    network: Network | Sequence[Layer],
    dataset: Dataset,
    recipes: Mapping[str, Recipe] | Sequence[Recipe],
    *,
    seeds: Sequence[int] = (0, 1, 2),
    epochs: int | None = None,
    on_run: Callable[[str, int], None] | None = None,
) -> Fair:
    """Train a network with several recipes; for each seed all start from the same weights and see the same batches.

    Arguments:
        network, dataset: what all recipes train, a network or its layers, and on what.
        recipes: by name; without names they are called "recipe_1", "recipe_2", …. Their own seeds are ignored.
        seeds: one run of every recipe for each.
        epochs: passes over the data; by default each recipe's own number.
        on_run: called with name and seed before each run.

    Raises:
        SettingError: there is nothing to compare, or the recipes differ in batch size.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    >>> result = fair(net, gn.data.moons(100, seed=1), {
    ...     "slow": Recipe("binary_cross_entropy", gn.SGD(0.01)), "fast": Recipe("binary_cross_entropy", gn.SGD(0.5))
    ... }, seeds=(0, 1), epochs=3)
    >>> result.band("fast").middle[-1] < result.band("slow").middle[-1]
    True
    """
    chain = network if isinstance(network, Network) else Network(network)
    named, seeds = _named(recipes), _checked_seeds(seeds)
    if on_run is not None and not callable(on_run):
        raise SettingError(f"on_run must be a function of name and seed; got {on_run!r}.")
    if epochs is not None:
        whole_number("epochs", epochs, minimum=1)
    _check_batches(named)
    runs: dict[str, tuple[Run, ...]] = {}
    diverged: dict[str, int] = {}
    for name, recipe in named.items():
        of_name = []
        diverged[name] = 0
        for seed in seeds:
            if on_run is not None:
                on_run(name, seed)
            run = Run(chain, replace(recipe, seed=seed), dataset)
            try:
                run.continue_(recipe.epochs if epochs is None else epochs)
            except DivergedError:
                diverged[name] += 1
            of_name.append(run)
        runs[name] = tuple(of_name)
    return Fair(seeds, runs, diverged)


def _named(recipes: Any) -> dict[str, Recipe]:
    named = {f"recipe_{i}": r for i, r in enumerate(recipes, 1)} if isinstance(recipes, list | tuple) else recipes
    if not isinstance(named, Mapping) or not named or not all(isinstance(each, Recipe) for each in named.values()):
        raise SettingError(f"A fair comparison needs recipes, as a list or {{name: recipe}}; got {recipes!r}.")
    return dict(named)


def _checked_seeds(seeds: Any) -> tuple[int, ...]:
    seeds = plain(seeds)
    if not isinstance(seeds, list | tuple | range) or not len(seeds):
        raise SettingError(f"A fair comparison needs at least one seed, such as seeds=(0, 1, 2); got {seeds!r}.")
    return tuple(whole_number("a seed", seed, minimum=0) for seed in seeds)


def _check_batches(recipes: Mapping[str, Recipe]) -> None:
    sizes = {name: recipe.samples_per_step for name, recipe in recipes.items()}
    if len(set(sizes.values())) > 1:
        listed = ", ".join(f"{name} {size}" for name, size in sizes.items())
        raise SettingError(
            f"A fair comparison gives every recipe the same batches, so all need the same batch size; got {listed}. "
            "To compare batch sizes, fit them one by one and use run.compare."
        )
