"""Measurements at several steps of a run: gradient flow, and the history of every sample."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import is_a, whole_number
from glassnet.explain.flow import LayerFlow
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.metrics import predicted_classes
from glassnet.run.run import Run
from glassnet.train.evaluate import network_output
from glassnet.train.objective import objective


def places_of(run: Run, points: int) -> list[int]:
    """Return that many steps, or all if there are fewer, spread evenly over a run's recorded steps."""
    is_a("run", run, Run, "gn.fit(…)")
    whole_number("points", points, minimum=1)
    first = run.timeline.segments[0].first
    return sorted({round(place) for place in np.linspace(first, run.step, points)})


def flow_over_time(run: Run, points: int = 25) -> dict[int, tuple[LayerFlow, ...]]:
    """Return the gradient flow of steps spread evenly over a run, by step.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1)])
    >>> run = gn.fit(net, gn.data.moons(60, seed=1), loss="mean_squared_error", epochs=5, progress=False)
    >>> flows = flow_over_time(run, points=3)
    >>> list(flows), flows[0][0].layer
    ([0, 5, 10], 'dense_1')
    """
    return {step: run.at(step).flow() for step in places_of(run, points)}


@dataclass(frozen=True, eq=False)
class SampleHistory:
    """How well each training sample was predicted over time.

    Arguments:
        steps: the steps at which the samples were measured.
        samples: their numbers in the data set.
        losses: shape (steps, samples).
        slopes: √Σ (d loss / d prediction)², shape (steps, samples): how strongly each sample pulls on the output.
        right: whether the predicted class was right, shape (steps, samples); None where the targets are values.
    """

    steps: tuple[int, ...]
    samples: Array
    losses: Array
    slopes: Array
    right: Array | None

    @property
    def learnt(self) -> Array | None:
        """For each sample, the first step from which it was always right; −1 if it was wrong at the end."""
        if self.right is None:
            return None
        stays = np.logical_and.accumulate(self.right[::-1])[::-1]
        return np.where(stays.any(axis=0), np.array(self.steps)[stays.argmax(axis=0)], -1)

    @property
    def forgotten(self) -> Array | None:
        """How often each sample was right at one step and wrong at the next (Toneva et al., 2019)."""
        return None if self.right is None else (self.right[:-1] & ~self.right[1:]).sum(axis=0)

    def hardest(self, count: int = 10) -> Array:
        """Return the numbers of the samples with the largest mean loss over time, the hardest first."""
        return self.samples[np.argsort(-self.losses.mean(axis=0), kind="stable")[:count]]

    def to_dict(self) -> dict[str, Any]:
        """Return everything a page needs, ready for JSON."""
        arrays = {"losses": self.losses, "slopes": self.slopes, "right": self.right}
        arrays |= {"samples": self.samples, "learnt": self.learnt, "forgotten": self.forgotten}
        lists = {name: None if values is None else values.tolist() for name, values in arrays.items()}
        return {"steps": list(self.steps)} | lists


def sample_history(run: Run, points: int = 25) -> SampleHistory:
    """Return how well each training sample was predicted, at steps spread evenly over a run.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
    >>> run = gn.fit(net, gn.data.moons(60, seed=1), loss="binary_cross_entropy", epochs=20, progress=False)
    >>> history = sample_history(run, points=5)
    >>> history.losses.shape == (5, len(run.dataset.parts["train"]))
    True
    """
    steps = places_of(run, points)
    losses, slopes, right = [], [], []
    for step in steps:
        plan, state = run.timeline.segment(step).plan, run.timeline.state(step)
        x, target = plan.samples["train"]
        output, loss = network_output(plan, state, x), plan.recipe.loss
        of_each = objective(loss, output, target, None, 1)
        losses.append(of_each.values.astype(float))
        slope = of_each.d_prediction.astype(float).reshape(len(x), -1)
        slopes.append(np.sqrt((slope * slope).sum(axis=1)))
        classes = plan.classes_of("train")
        if classes is not None and classes.ndim == 1:
            right.append(predicted_classes(ACTIVATIONS[loss.link]().forward(output)) == classes)
    marks = np.array(right) if len(right) == len(steps) else None
    return SampleHistory(tuple(steps), run.dataset.parts["train"], np.array(losses), np.array(slopes), marks)
