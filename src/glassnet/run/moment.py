"""A moment: one step of a run, with every number in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.hinted import NamedAttributes, hinted_class
from glassnet.base.registry import look_up
from glassnet.base.trees import leaves, map_tree
from glassnet.data import Dataset
from glassnet.explain import Explainer, Explanation, Reference
from glassnet.explain.flow import LayerFlow, gradient_flow
from glassnet.explain.forensics import Forensics, find_first_bad
from glassnet.explain.gradient_check import GradientCheck, gradient_check
from glassnet.explain.histogram import Histogram, histogram
from glassnet.explain.saliency import grad_cam, occlusion, saliency
from glassnet.figures.faces.face import face, listing
from glassnet.figures.faces.table import table
from glassnet.history.changes import Change
from glassnet.history.timeline import Timeline
from glassnet.nn.network import Network
from glassnet.train import Plan, Recipe, TrainingState
from glassnet.train.record import BatchRecord, StepRecord, next_batch, record_step


@hinted_class
@dataclass(frozen=True, eq=False)
class Moment(NamedAttributes):
    """One step of a run, the one after `step` updates: the state before it, all it computes, and the state after it.

    Everything is recomputed, to the same bits, when it is first asked for. At the end of a run it is the step that
    would come next. Arrays are read-only.

    Arguments:
        plan: network, recipe and data of this step.
        before: the state of training before the step.
        changes: what was changed by hand just before the step.

    >>> import glassnet as gn
    >>> net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    >>> run = gn.fit(net, gn.data.moons(100, seed=1), loss="binary_cross_entropy", epochs=10, seed=0, progress=False)
    >>> moment = run.at(7)
    >>> moment.epoch, moment.x.shape, moment.parts("dense_1")["z"].shape
    (2, (32, 2), (32, 4))
    >>> print(moment.explain("dense_1", "z", sample=0, unit=2))
    dense_1: z[0, 2] = data.x[0, 0] · weight[0, 2] + data.x[0, 1] · weight[1, 2] + bias[2]
                     = 1.558 · 0.8402 + (−0.05688) · (−0.2755) − 0.0004954
                     = 1.32408
    """

    plan: Plan
    before: TrainingState
    changes: tuple[Change, ...] = ()
    _explainers: dict[int, Explainer] = field(default_factory=dict, init=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        """Return what copies start from: everything but the explanations made so far, which are made again."""
        return self.__dict__ | {"_explainers": {}}

    def __post_init__(self) -> None:
        for tree in (self.before.params, self.before.layers, self.before.optimizer):
            _freeze(tree)

    @cached_property
    def record(self) -> StepRecord:
        """The step, recomputed."""
        record = record_step(self.plan, self.before)
        for tree in (record.after.params, record.after.optimizer):
            _freeze(tree)
        for batch in record.batches:
            for part in (batch.forward, batch.backward, batch.grads, batch.state, batch.next_state):
                _freeze(part)
        return record

    def __repr__(self) -> str:
        return f"<Moment: step {self.step} on {self.dataset.name}, {len(self.network.names)} layers>"

    def _repr_html_(self) -> str:
        facts = {
            "step": f"{self.step} (epoch {self.epoch + 1})",
            "loss": f"{self.loss:.4g}",
            "learning rate": f"{self.learning_rate:.4g}",
            "batch": f"{len(self.samples)} samples",
            "changed here": "; ".join(map(str, self.changes)) or None,
        }
        names = ["layer", "gradient", "weights", "update / weights", "dead", "saturated", "output mean ± deviation"]
        rows = [
            [
                flow.layer,
                *(f"{one:.3g}" for one in (flow.gradient_norm, flow.weight_norm)),
                *("–" if one is None else f"{one:.2g}" for one in (flow.update_ratio, flow.dead, flow.saturated)),
                f"{flow.activation_mean:.2g} ± {flow.activation_deviation:.2g}",
            ]
            for flow in self.flow()
        ]
        parts = "\n".join(f"{name}: {', '.join(self.parts(name))}" for name in self.network.names)
        return face("One step, with every number in it", facts, table(names, rows), listing("Parts to explain", parts))

    @property
    def step(self) -> int:
        """Number of updates made before this step."""
        return self.before.step

    @property
    def epoch(self) -> int:
        """Passes over the training data completed before this step's batch."""
        return next_batch(self.plan, self.before)[0].epoch

    @property
    def network(self) -> Network:
        """The network of this step."""
        return self.plan.network

    @property
    def recipe(self) -> Recipe:
        """The recipe of this step."""
        return self.plan.recipe

    @property
    def dataset(self) -> Dataset:
        """The data of this step."""
        return self.plan.dataset

    @property
    def learning_rate(self) -> float:
        """The learning rate of this step."""
        return self.record.learning_rate

    @property
    def samples(self) -> Array:
        """Which samples of the data set are in the batch, by number, shape (batch,)."""
        return self.dataset.parts["train"][self.record.indices]

    @property
    def x(self) -> Array:
        """The batch's features as the network received them (after augmentation), shape (batch, …)."""
        return self._joined([batch.x for batch in self.record.batches])

    @property
    def y(self) -> Array:
        """The batch's targets as the loss received them."""
        return self._joined([batch.target for batch in self.record.batches])

    @property
    def loss(self) -> float:
        """Mean loss of the batch, weighted where samples have weights, without penalty."""
        return self.record.loss

    @property
    def losses(self) -> Array:
        """The loss of each sample, unweighted, shape (batch,)."""
        return self._joined([batch.values for batch in self.record.batches])

    @property
    def params(self) -> dict[str, Any]:
        """The parameters before the update, by layer."""
        return self.before.params

    @property
    def params_after(self) -> dict[str, Any]:
        """The parameters after the update."""
        return self.record.after.params

    @property
    def update(self) -> dict[str, Any]:
        """The change of every parameter in this step."""
        return map_tree(lambda after, before: after - before, self.params_after, self.params)

    @property
    def grads(self) -> dict[str, Any]:
        """The gradients of the batch's mean loss, without penalty and before clipping, by layer."""
        return dict(self.record.grads)

    @property
    def optimizer(self) -> dict[str, Any]:
        """The update rule's state before the step."""
        return self.before.optimizer

    @property
    def optimizer_after(self) -> dict[str, Any]:
        """The update rule's state after the step."""
        return self.record.after.optimizer

    @checked
    def parts(self, layer: str, *, batch: int = 0) -> dict[str, Array]:
        """Return all arrays of a layer by name: forward, d_… backward, the rule's state, parameters before and …_after.

        Besides layers there are "data", "loss", "optimizer", "metric", "flow", "histogram", "validation", "afterwards"
        and "slope".

        Arguments:
            layer: the layer's name.
            batch: which batch, where the step has several (`accumulate`).

        Raises:
            UnknownNameError: no such layer.
        """
        return self._explainer(batch).parts(layer)

    @checked
    def explain(
        self,
        layer: str,
        part: str = "",
        *places: int,
        unit: int | None = None,
        sample: int | None = None,
        index: Sequence[int] = (),
        batch: int = 0,
    ) -> Explanation:
        """Return the arithmetic that made one number of this step.

        Arguments:
            layer: the layer's name, "data", "loss", "optimizer", "metric", "flow" (norms, spreads and dead units of
                every layer), "histogram" (how values are distributed), "validation" (the held-out samples),
                "afterwards" (the same batch after the update) or "slope" (∂a/∂z of a layer); or the whole reference:
                "dense_1.z[0, 3]".
            part: the part's name, as in `parts`.
            places: the index within the part.
            unit: the index along the part's last axis.
            sample: the index within the batch, along the part's first axis.
            index: the whole index as one sequence.
            batch: which batch, where the step has several.

        Raises:
            UnknownNameError: no such layer or part.
            SettingError: the index does not fit the part, or the layer's code does not run on traced arrays.
        """
        if not part:
            return self._explainer(batch).follow(layer)
        return self._explainer(batch).explain(layer, part, [*index, *places], sample=sample, unit=unit)

    @checked
    def follow(self, reference: Reference | str, *, batch: int = 0) -> Explanation:
        """Return the explanation of a reference, such as a leaf of another explanation."""
        return self._explainer(batch).follow(reference)

    def gradient_check(self, layer: str, parameter: str, *index: int) -> GradientCheck:
        """Compare one parameter's gradient with finite differences, for step sizes from too large to too small."""
        return gradient_check(self.record, layer, parameter, index)

    def flow(self) -> tuple[LayerFlow, ...]:
        """Return the flow of signals and gradients by layer: norms, update ratios, dead and saturated units."""
        return gradient_flow(self.record)

    def histogram(self, layer: str, part: str, bins: int = 30) -> Histogram:
        """Count the values of any part of a layer in bins."""
        parts = self.parts(layer)
        return histogram(look_up(f"part of {layer}", part, parts), bins)

    def forensics(self) -> Forensics | None:
        """Return where a number first became NaN or infinite in this step, and why; None if all are finite."""
        return find_first_bad(self.record)

    def saliency(self, x: Array, output: int = 0) -> Array:
        """Return how sensitive one output is to each number of x (d output / d x), in the shape of x."""
        return saliency(self.plan, self.before, x, output)

    @checked
    def occlusion(self, picture: Array, output: int = 0, *, size: int = 3, fill: float = 0.0) -> Array:
        """Return how much one output falls when a square around each pixel of an image is covered up."""
        return occlusion(self.plan, self.before, picture, output, size=size, fill=fill)

    def grad_cam(self, x: Array, output: int, layer: str) -> Array:
        """Return which places in a layer's maps one output depends on, shape (samples, height, width)."""
        return grad_cam(self.plan, self.before, x, output, layer)

    @checked
    def batch(self, number: int = 0) -> BatchRecord:
        """Return the whole record of one batch of the step."""
        return self._explainer(number).batch

    def _explainer(self, batch: int) -> Explainer:
        if batch not in self._explainers:
            self._explainers[batch] = Explainer(self.record, batch, changed=bool(self.changes))
        return self._explainers[batch]

    def _joined(self, arrays: list[Array]) -> Array:
        if len(arrays) == 1:
            return arrays[0]
        return arrays[0].__array_namespace__().concat(arrays)


def moment_at(timeline: Timeline, step: int) -> Moment:
    """Return a step of a timeline, with what was changed by hand just before it.

    Raises:
        SettingError: the timeline does not reach that step.
    """
    before = timeline.state(step)
    changes = tuple(change for change in timeline.changes() if change.step == step)
    return Moment(timeline.segment(step).plan, before, changes)


def _freeze(tree: Any) -> None:
    for _, values in leaves(tree):
        if hasattr(values, "flags"):
            values.setflags(write=False)
