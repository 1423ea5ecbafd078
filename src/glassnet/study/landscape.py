"""The loss landscape: the loss on a plane through parameter space, with the path that training took."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.checks import is_a, number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.random import stream
from glassnet.base.trees import flatten, leaves, map_tree
from glassnet.explain import parse_reference
from glassnet.explain.gradient_check import moved_parameter
from glassnet.figures.faces.face import face
from glassnet.figures.number_grid import number_grid
from glassnet.run.run import Run
from glassnet.train import Plan
from glassnet.train.batch import Batch, batch_loss
from glassnet.train.penalty import is_weight, unit_axis

Trip: TypeAlias = tuple[tuple[int, ...], Array]
"""Steps along a run's path, and the parameters at each."""


@dataclass(frozen=True, eq=False)
class Landscape:
    """Mean training loss over a plane.

    Arguments:
        directions: descriptions of the two axes.
        x, y: coordinates along them; (0, 0) is where the (first) run stands.
        loss: at each point, shape (len(y), len(x)), without penalty; infinity where it is NaN or infinite.
        paths: for each run, its path projected onto the plane, shape (steps, 2).
        path_steps: for each run, the steps at these points.
    """

    directions: tuple[str, str]
    x: Array
    y: Array
    loss: Array
    paths: tuple[Array, ...]
    path_steps: tuple[tuple[int, ...], ...]

    def __repr__(self) -> str:
        low, high = np.nanmin(self.loss), np.nanmax(self.loss)
        return (
            f"<Landscape: {len(self.y)} × {len(self.x)} losses from {low:.4g} to {high:.4g}, {len(self.paths)} paths>"
        )

    def _repr_html_(self) -> str:
        finite = self.loss[np.isfinite(self.loss)]
        facts = {
            "across": self.directions[0],
            "up": self.directions[1],
            "losses": f"{finite.min():.4g} to {finite.max():.4g}",
            "paths": len(self.paths),
        }
        shown = np.where(np.isfinite(self.loss), self.loss, finite.max())[::-1]
        label = f"The loss over the plane, from {finite.min():.3g} to {finite.max():.3g}."
        return face("Loss landscape", facts, number_grid(shown, label=label, title="loss (rows from top to bottom)"))

    def to_dict(self) -> dict[str, Any]:
        """Return everything a page needs, ready for JSON; a NaN or infinite loss is null."""
        loss = [[value if np.isfinite(value) else None for value in row] for row in self.loss.tolist()]
        return {
            "directions": list(self.directions),
            "x": self.x.tolist(),
            "y": self.y.tolist(),
            "loss": loss,
            "paths": [path.tolist() for path in self.paths],
            "path_steps": [list(steps) for steps in self.path_steps],
        }


def landscape(
    run: Run,
    directions: str | Sequence[str] = "pca",
    *,
    others: Sequence[Run] = (),
    size: int = 21,
    radius: float | None = None,
    points: int = 40,
    samples: int = 1024,
    seed: int = 0,
) -> Landscape:
    """Return the loss on a plane through a run's current parameters.

    Arguments:
        run: provides the centre of the plane, the network and the data.
        directions: "pca" for the two directions in which the path varies most (Lorch, 2016; Li et al., 2018),
            "random" for two random directions, each filter scaled to the norm of the run's own (Li et al., 2018,
            "filter-wise normalization"), or two weights by name, such as ("dense_1.weight[0, 0]", "dense_2.bias[0]").
        others: more runs of the same network, whose paths are drawn on the same plane.
        size: points along each axis.
        radius: distance from the centre to the edge; by default that of the paths plus a quarter (1 for "random").
        points: number of points on each path.
        samples: number of training samples, from the first on, that the loss is measured on.
        seed: determines random directions.

    Raises:
        SettingError: unknown directions, or runs of another network.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1)])
    >>> run = gn.fit(net, gn.data.moons(60, seed=1), loss="mean_squared_error", epochs=5, progress=False)
    >>> plane = landscape(run, size=5)
    >>> plane.loss.shape, plane.paths[0].shape, plane.paths[0][-1].round(6).tolist()
    ((5, 5), (11, 2), [0.0, 0.0])
    """
    is_a("run", run, Run, "gn.fit(…)")
    if not isinstance(others, list | tuple) or not all(isinstance(other, Run) for other in others):
        raise SettingError(f"others must be a list of runs; got {others!r}.")
    whole_number("size", size, minimum=2)
    whole_number("points", points, minimum=2)
    whole_number("samples", samples, minimum=1)
    if any(other.network != run.network for other in others):
        raise SettingError("All runs on one landscape need the same network.")
    middle = _vector(run.state.params)
    trips = [_trip(each, points, middle.size) for each in (run, *others)]
    axes, names = _directions(run, directions, trips, middle, seed)
    coordinates, *_ = np.linalg.lstsq(
        axes.T, np.concatenate([path for _, path in trips]).T - middle[:, None], rcond=None
    )
    reach = number("radius", radius, above=0) if radius is not None else _reach(directions, coordinates)
    x = np.linspace(-reach, reach, size)
    y = np.linspace(-reach, reach, size)
    loss = np.array([[_loss(run, middle + a * axes[0] + b * axes[1], samples) for a in x] for b in y])
    ends = np.cumsum([len(steps) for steps, _ in trips])[:-1]
    return Landscape(names, x, y, loss, tuple(np.split(coordinates.T, ends)), tuple(steps for steps, _ in trips))


def _trip(run: Run, points: int, size: int) -> Trip:
    """Return steps and parameters along a run's path, since the network last changed shape."""
    first = run.timeline.segments[0].first
    steps = sorted({round(place) for place in np.linspace(first, run.step, points)})
    known = [(step, _vector(run.parameters(step))) for step in steps]
    fitting = [(step, vector) for step, vector in known if vector.size == size]
    return tuple(step for step, _ in fitting), np.array([vector for _, vector in fitting])


def _directions(
    run: Run, directions: str | Sequence[str], trips: Sequence[Trip], middle: Array, seed: int
) -> tuple[Array, tuple[str, str]]:
    if isinstance(directions, str) and directions == "pca":
        return _widest(np.concatenate([path for _, path in trips]) - middle)
    if isinstance(directions, str) and directions == "random":
        draws = [_vector(filter_normalised(run.state.params, run.network.unit_axes, seed, name)) for name in ("x", "y")]
        return np.array(draws), ("random direction 1", "random direction 2")
    named = isinstance(directions, list | tuple) and all(isinstance(name, str) for name in directions)
    if not named or len(directions) != 2 or directions[0] == directions[1]:
        raise SettingError(
            f'directions must be "pca", "random" or the names of two different parameters; got {directions!r}.'
        )
    zero = map_tree(lambda values: values.astype(float) * 0.0, run.state.params)
    axes = []
    for name in directions:
        reference = parse_reference(name)
        values = flatten(run.state.params).get(f"{reference.layer}/{reference.part}")
        if values is None or len(reference.index) != values.ndim:
            raise SettingError(f"There is no parameter {name}; use a name such as dense_1.weight[0, 0].")
        axes.append(_vector(moved_parameter(zero, reference.layer, reference.part, reference.index, 1.0)))
    return np.array(axes), (directions[0], directions[1])


def _widest(moves: Array) -> tuple[Array, tuple[str, str]]:
    """Return the two directions in which the path varies most, labelled with their fractions of its variance."""
    _, sizes, directions = np.linalg.svd(moves, full_matrices=False)
    if len(sizes) < 2 or sizes[1] <= 1e-12 * max(sizes[0], 1e-300):
        raise SettingError('The path is too short for "pca": train longer, or use directions="random".')
    fractions = sizes**2 / (sizes**2).sum()
    signs = np.where(directions[:2, 0] < 0, -1.0, 1.0)[:, None]  # SVD doesn't determine the sign
    return directions[:2] * signs, (f"main direction 1 ({fractions[0]:.0%})", f"main direction 2 ({fractions[1]:.0%})")


def filter_normalised(params: Tree, unit_axes: Mapping[str, int], seed: int, name: str) -> dict[str, Any]:
    """Return a random direction in which every unit's weights are as long as they are in `params`.

    Li et al. (2018), "Visualizing the Loss Landscape of Neural Nets"; biases and gains stay.

    Arguments:
        params: the parameters that the direction starts from.
        unit_axes: the network's.
        seed, name: name the random stream.
    """
    rng = stream(seed).child("landscape", name)

    def draw(full_name: str, values: Array) -> Array:
        values = values.astype(float)
        if not is_weight(full_name.rpartition("/")[2]):
            return values * 0.0  # biases and gains stay, as in the paper
        direction = rng.child(full_name).normal(values.shape, dtype="float64")
        unit = unit_axis(unit_axes, full_name, values.ndim)
        axes = tuple(axis for axis in range(values.ndim) if axis != unit)
        length = np.sqrt((direction**2).sum(axis=axes, keepdims=True))
        return direction * np.sqrt((values**2).sum(axis=axes, keepdims=True)) / np.maximum(length, 1e-12)

    drawn = {full_name: draw(full_name, values) for full_name, values in leaves(params)}
    return _fill(params, iter(drawn.values()))


def _reach(directions: str | Sequence[str], coordinates: Array) -> float:
    farthest = float(np.abs(coordinates).max()) if coordinates.size else 0.0
    return 1.0 if directions == "random" or farthest == 0 else 1.25 * farthest


def _loss(run: Run, vector: Array, samples: int) -> float:
    plan: Plan = run.plan
    first = Batch(
        plan.samples["train"].x[:samples],
        plan.samples["train"].y[:samples],
        None if plan.weights is None else plan.weights[:samples],
    )
    sizes = iter(np.split(vector, np.cumsum([values.size for _, values in leaves(run.state.params)])[:-1]))
    params = _fill(run.state.params, sizes)
    with np.errstate(all="ignore"):
        found = batch_loss(plan, params, run.state.layers, first, len(first.x), plan.rng, train=False)
    loss = float(found.mean)
    return loss if np.isfinite(loss) else float("inf")


def _vector(params: Tree) -> Array:
    return np.concatenate([np.ravel(values).astype(float) for _, values in leaves(params)])


def _fill(form: Tree, values: Iterator[Array]) -> dict[str, Any]:
    return {
        name: _fill(part, values) if isinstance(part, dict) else next(values).reshape(part.shape).astype(part.dtype)
        for name, part in form.items()
    }
