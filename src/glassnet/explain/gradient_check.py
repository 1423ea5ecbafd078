"""Gradient check: backpropagation against finite differences, for one parameter at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.trees import SEPARATOR, flatten, map_tree
from glassnet.explain.places import make_index
from glassnet.figures.faces.face import face
from glassnet.figures.line_graph import Line, line_graph
from glassnet.train.batch import batch_loss, run_batch
from glassnet.train.record import BatchRecord, StepRecord

RIGHT, WRONG = 1e-4, 1e-2
"""Relative errors, at the best step size, below which a gradient is right and above which it is wrong."""

STEP_SIZES = tuple(10.0 ** (-exponent / 2) for exponent in range(2, 25))
"""From 10⁻¹, which is too large, to 10⁻¹², which is too small."""


@dataclass(frozen=True)
class GradientCheck:
    """One derivative, computed in two ways.

    Arguments:
        name: the parameter, such as "dense_1.weight[0, 2]".
        recorded: its gradient in training, in training's number type.
        analytic: the same by backpropagation in double precision.
        step_sizes: h.
        numeric: (L(w + h) − L(w − h)) / 2h for each h.
        errors: |numeric − analytic| / max(|numeric|, |analytic|), 0 where both are 0. They fall with h² while
            truncation dominates (the curve bends), and rise with 1/h once round-off does (L's last digits).
    """

    name: str
    recorded: float
    analytic: float
    step_sizes: tuple[float, ...]
    numeric: tuple[float, ...]
    errors: tuple[float, ...]

    @property
    def best_error(self) -> float:
        """The smallest relative error over all step sizes: it tells a correct gradient from a wrong one."""
        return min(self.errors)

    @property
    def best_step_size(self) -> float:
        """The step size at which the two agree best."""
        return self.step_sizes[self.errors.index(self.best_error)]

    @property
    def verdict(self) -> str:
        """Whether backpropagation and finite differences agree, in a sentence."""
        numeric = self.numeric[self.errors.index(self.best_error)]
        values = f"{self.analytic:.6g} by backpropagation, {numeric:.6g} by finite differences"
        if self.best_error < RIGHT:
            return f"Right: the gradient of {self.name} is {values} (relative error {self.best_error:.1g})."
        word = "Wrong" if self.best_error > WRONG else "Doubtful"
        return f"{word}: the gradient of {self.name} is {values} (relative error {self.best_error:.2g} at best)."

    def __str__(self) -> str:
        return self.verdict

    def __repr__(self) -> str:
        return f"<GradientCheck: {self.verdict}>"

    def _repr_html_(self) -> str:
        x = np.log10(self.step_sizes)
        errors = np.log10(np.maximum(self.errors, 1e-16))
        line = Line("relative error", x, errors)
        picture = line_graph(
            [line],
            label=f"The relative error is smallest, {self.best_error:.1g}, for steps of {self.best_step_size:.1g}.",
            across="step size h, power of ten",
            up="relative error, power of ten",
            x=(float(x.min()), float(x.max())),
            y=(-16.0, max(1.0, float(errors.max()))),
        )
        return face(self.verdict, {}, picture)

    def to_dict(self) -> dict[str, Any]:
        """Return everything a page needs, ready for JSON."""
        return {
            "name": self.name,
            "recorded": self.recorded,
            "analytic": self.analytic,
            "step_sizes": list(self.step_sizes),
            "numeric": list(self.numeric),
            "errors": list(self.errors),
            "best_error": self.best_error,
            "best_step_size": self.best_step_size,
        }


def gradient_check(
    record: StepRecord, layer: str, parameter: str, index: Sequence[int], step_sizes: Sequence[float] = STEP_SIZES
) -> GradientCheck:
    """Compare one parameter's gradient with finite differences of the batch's mean loss, masks and batch held fixed.

    Arguments:
        record: the step; where it has several batches, the first is used.
        layer, parameter, index: which parameter, such as "dense_1", "weight", (0, 2).
        step_sizes: the values of h.

    Raises:
        UnknownNameError: no such layer or parameter.
        SettingError: the index does not fit, or the batch has no samples.
    """
    params = map_tree(lambda values: values.astype(float), record.before.params)
    look_up("layer", layer, params)
    of_layer = flatten(params[layer])
    values = look_up(f"parameter of {layer}", parameter, of_layer)
    place = make_index(parameter, values.shape, index)
    batch = _in_double(record.batches[0])
    numeric = []
    for h in step_sizes:
        ahead, behind = (_loss(record, batch, moved_parameter(params, layer, parameter, place, by)) for by in (h, -h))
        numeric.append((ahead - behind) / (2 * h))
    with np.errstate(all="ignore"):
        again = run_batch(record.plan, params, batch.state, batch.batch, batch.count, batch.rng, train=True)
    analytic = float(flatten(again.grads[layer])[parameter][place])
    recorded = float(flatten(record.batches[0].grads[layer])[parameter][place])
    errors = tuple(_relative(value, analytic) for value in numeric)
    name = f"{layer}.{parameter}[{', '.join(map(str, place))}]"
    return GradientCheck(name, recorded, analytic, tuple(step_sizes), tuple(numeric), errors)


def _in_double(batch: BatchRecord) -> BatchRecord:
    """Return a batch with its inputs in double precision; targets that are classes stay whole numbers."""
    if batch.indices.size == 0:
        raise SettingError("This batch has no samples, so it has no gradient to check.")
    target = batch.target.astype(float) if batch.target.dtype.kind == "f" else batch.target
    state = map_tree(lambda values: values.astype(float), batch.state)
    return replace(batch, batch=batch.batch._replace(x=batch.x.astype(float), target=target), state=state)


def _loss(record: StepRecord, batch: BatchRecord, params: Tree) -> float:
    """Return the batch's part of the mean loss, with the same random draws."""
    with np.errstate(all="ignore"):
        found = batch_loss(record.plan, params, batch.state, batch.batch, batch.count, batch.rng, train=True)
    return float(found.mean)


def moved_parameter(params: Tree, layer: str, parameter: str, place: tuple[int, ...], by: float) -> dict[str, Any]:
    """Return the parameters with one number moved."""
    shift = np.zeros_like(flatten(params[layer])[parameter])
    shift[place] = by
    return dict(params) | {layer: moved_tree(params[layer], parameter, shift)}


def moved_tree(tree: Tree, path: str, by: Array) -> dict[str, Any]:
    """Return a tree with the array at a path moved.

    >>> moved_tree({"body": {"bias": np.array([1.0, 2.0])}}, "body/bias", np.array([0.5, 0.0]))
    {'body': {'bias': array([1.5, 2. ])}}
    """
    first, _, rest = path.partition(SEPARATOR)
    return dict(tree) | {first: moved_tree(tree[first], rest, by) if rest else tree[first] + by}


def _relative(one: float, other: float) -> float:
    size = max(abs(one), abs(other))
    return abs(one - other) / size if size else 0.0
