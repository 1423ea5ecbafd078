"""The explainer of one step: explains any number, given its reference."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.trees import leaves
from glassnet.explain.afterwards import AFTERWARDS, afterwards_trace
from glassnet.explain.bars import HISTOGRAM, bar_parts, explain_bar
from glassnet.explain.explanation import Explanation
from glassnet.explain.expression import Expression, fold
from glassnet.explain.flow_parts import flow_trace
from glassnet.explain.given import describe_data, describe_given, earlier_number
from glassnet.explain.held_out import describe_held_out, held_out, validation_trace
from glassnet.explain.metrics import metric_trace
from glassnet.explain.parts import (
    backward_trace,
    batch_of,
    forward_trace,
    inside,
    loss_trace,
    of_batch,
    update_trace,
)
from glassnet.explain.places import make_index
from glassnet.explain.reference import Reference, parse_reference
from glassnet.explain.slopes import SLOPE, slope_trace
from glassnet.explain.trace import Trace
from glassnet.train.record import BatchRecord, StepRecord

OTHER_OWNERS = ("data", "loss", "optimizer", "metric", "flow", "validation", HISTOGRAM, AFTERWARDS, SLOPE)
"""What numbers can belong to besides the network's layers."""

WHOLE_STEP = ("flow", "validation")
"""What describes a step as a whole, even where the step has several batches."""


class Explainer:
    """Explains the numbers of one recorded step; traces are cached.

    Arguments:
        record: the step.
        batch: which batch to look at, where a step has several (`accumulate`).
        changed: whether the parameters or state before the step were changed by hand, so that no earlier step
            explains them.

    Raises:
        SettingError: there is no such batch.
    """

    def __init__(self, record: StepRecord, batch: int = 0, *, changed: bool = False) -> None:
        if not 0 <= batch < len(record.batches):
            raise SettingError(f"This step has batches 0 to {len(record.batches) - 1}; got batch {batch}.")
        self.record = record
        self.number = batch
        self.changed = changed
        self.batch: BatchRecord = record.batches[batch]
        self._traces: dict[tuple[str, str], Trace] = {}
        self._siblings: dict[int, Explainer] = {}

    def explain(
        self, layer: str, part: str, index: Sequence[int] = (), *, sample: int | None = None, unit: int | None = None
    ) -> Explanation:
        """Return the explanation of one number.

        Arguments:
            layer: the layer's name, or "data", "loss", "optimizer", "metric", "flow", "validation",
                "histogram", "afterwards", "slope".
            part: the part's name.
            index: where in the part.
            sample, unit: places along the first and the last axis, as an alternative to putting them in the index.

        Raises:
            UnknownNameError: no such layer or part.
            SettingError: the index does not fit the part, or the layer's code cannot be traced.
        """
        look_up("layer", layer, dict.fromkeys((*self.record.plan.network.names, *OTHER_OWNERS)))
        if len(self.record.batches) > 1 and (of_another := batch_of(part)):
            number, inner = of_another
            return self._sibling(number).explain(layer, inner, index, sample=sample, unit=unit)
        name = Reference(layer, part)
        for trace in self._of_layer(layer):
            if name in trace.parts:
                shape = np.shape(trace.value(name))
                self._check_sample(name, shape, sample if sample is not None else next(iter(index), 0))
                return self._made(trace, name, make_index(part, shape, index, sample=sample, unit=unit))
        given = self._given(layer)
        values = np.asarray(look_up(f"part of {layer}", part, given | dict.fromkeys(self._names(layer))))
        self._check_sample(name, values.shape, sample if sample is not None else next(iter(index), 0))
        place = make_index(part, values.shape, index, sample=sample, unit=unit)
        return self._leaf(name._replace(index=place), values[place].item())

    def _check_sample(self, name: Reference, shape: Shape, sample: int) -> None:
        """Say where another sample is found, if one is asked for that isn't in the batch.

        Raises:
            SettingError: there is no such sample in the batch.
        """
        held_out = {"data": name.part}.get(name.layer, f"{name.layer}/{name.part}")
        batch, others = len(self.batch.x), len(self.record.plan.samples["validation"].x)
        if shape[:1] != (batch,) or sample < batch or name.layer not in (*self.record.plan.network.names, "data"):
            return
        known = "/" in held_out or name.layer == "data"
        known = (
            known and not name.part.startswith("d_") and name.part not in self.record.before.params.get(name.layer, {})
        )
        hint = f"; for a held-out sample, use validation.{held_out}[{sample}, …] (0 to {others - 1})" if known else ""
        raise SettingError(
            f"{name} has one row for each of the {batch} samples of the batch; got sample {sample}{hint}."
        )

    def follow(self, reference: Reference | str) -> Explanation:
        """Return the explanation of a reference, such as a leaf of another explanation or "dense_1.z[0, 3]"."""
        wanted = parse_reference(reference) if isinstance(reference, str) else reference
        return self.explain(wanted.layer, wanted.part, wanted.index)

    def parts(self, layer: str) -> dict[str, Array]:
        """Return all numbers of a layer (or of "data", "loss", "optimizer", "metric", "flow" …) by name."""
        look_up("layer", layer, dict.fromkeys((*self.record.plan.network.names, *OTHER_OWNERS)))
        found: dict[str, Array] = {}
        for trace in self._of_layer(layer):
            for name in trace.parts:
                if name.layer == layer:
                    found.setdefault(name.part, trace.value(name))
        found |= {part: value for part, value in self._given(layer).items() if part not in found}
        return {part: _read_only(value) for part, value in found.items()}

    def _made(self, trace: Trace, name: Reference, index: tuple[int, ...]) -> Explanation:
        expression = trace.expression(name, index)
        if expression.op == "constant":
            return self._leaf(name._replace(index=index), expression.value)
        own = name._replace(index=index)
        if len(self.record.batches) > 1 and name.layer not in WHOLE_STEP:
            own, expression = self._among_batches(own, expression)
        return Explanation(own, expression)

    def _sibling(self, number: int) -> "Explainer":
        if number not in self._siblings:
            self._siblings[number] = (
                self if number == self.number else Explainer(self.record, number, changed=self.changed)
            )
        return self._siblings[number]

    def _among_batches(self, own: Reference, expression: Expression) -> tuple[Reference, Expression]:
        """Put the batch's number into the name of every number that belongs to one batch of several."""

        def name(reference: Reference) -> Reference:
            layer, part = reference.layer, reference.part
            shared = layer == "optimizer" or batch_of(part) is not None or part in self._shared(layer)
            return reference if shared else reference._replace(part=of_batch(self.number, part))

        def rename(current: Expression, operands: list[Expression]) -> Expression:
            reference = None if current.reference is None else name(current.reference)
            return current._replace(operands=tuple(operands), reference=reference)

        return name(own), fold(expression, rename)

    def _shared(self, layer: str) -> set[str]:
        """Return the numbers of a layer that all batches of a step share."""
        if layer not in self.record.before.params:
            return set()
        trace = self._update()
        shared = {name.part for name in trace.parts if name.layer == layer}
        return shared | (self._given(layer).keys() - dict(leaves(self.batch.state[layer])).keys())

    def _leaf(self, reference: Reference, value: Any) -> Explanation:
        if reference.layer == HISTOGRAM:
            return explain_bar(self.record, self.batch, self.number, reference)
        if reference.layer == "validation":
            return Explanation(
                reference, Expression("leaf", (), value, reference), describe_held_out(self.record, reference)
            )
        note = describe_data(self.record, self.batch, reference) or describe_given(self.record, reference)
        earlier = None if self.changed else earlier_number(self.record, reference)
        return Explanation(reference, Expression("leaf", (), value, reference), note, earlier)

    def _names(self, layer: str) -> Iterator[str]:
        return (name.part for trace in self._of_layer(layer) for name in trace.parts if name.layer == layer)

    def _of_layer(self, layer: str) -> Iterator[Trace]:
        """Yield the traces in which numbers of a layer are computed, the forward pass first."""
        if layer == "loss":
            yield self._trace(layer, "loss", lambda: loss_trace(self.record, self.batch))
        elif layer == "metric":
            yield self._trace(layer, "metric", lambda: metric_trace(self.record, self.batch))
        elif layer == "flow":
            yield self._trace(layer, "flow", lambda: flow_trace(self.record, self.batch, self.number))
        elif layer == "validation":
            yield self._trace(layer, "validation", lambda: validation_trace(self.record))
        elif layer == AFTERWARDS:
            yield self._trace(layer, "forward", lambda: afterwards_trace(self.record, self.batch))
        elif layer == SLOPE:
            yield self._trace(layer, "forward", lambda: slope_trace(self.record, self.batch))
        elif layer not in ("data", HISTOGRAM):
            if layer != "optimizer":
                yield self._trace(layer, "forward", lambda: forward_trace(self.record, self.batch, layer))
                yield self._trace(layer, "backward", lambda: backward_trace(self.record, self.batch, layer))
            yield self._update()

    def _update(self) -> Trace:
        return self._trace("", "update", lambda: update_trace(self.record))

    def _trace(self, layer: str, piece: str, make: Callable[[], Trace]) -> Trace:
        if (layer, piece) not in self._traces:
            with np.errstate(all="ignore"):
                self._traces[layer, piece] = make()
        return self._traces[layer, piece]

    def _given(self, layer: str) -> dict[str, Any]:
        """Return the numbers that a step starts from."""
        record, batch = self.record, self.batch
        if layer == "data":
            data = {"x": batch.x, "y": batch.target}
            classes = record.plan.classes_of("train")
            data |= {} if classes is None or classes.ndim > 1 else {"class": classes[batch.indices]}
            return data | ({} if batch.weights is None else {"sample_weight": batch.weights})
        rule = record.before.optimizer
        if layer == "optimizer":
            counts = {name: value for name, value in rule.items() if not isinstance(value, dict)}
            return {"learning_rate": record.learning_rate} | counts
        if layer == "validation":
            return held_out(record)
        if layer == HISTOGRAM:
            return bar_parts(record, batch)
        if layer in OTHER_OWNERS:
            return {}
        given = dict(leaves(record.before.params[layer])) | dict(leaves(batch.state[layer]))
        for name, value in rule.items():
            if isinstance(value, dict):
                given |= {inside(path, name + "_{}"): kept for path, kept in leaves(value[layer])}
        return given


def _read_only(values: Any) -> Array:
    view = np.asarray(values).view()
    view.setflags(write=False)
    return view
