"""Forensics: the first number of a step that became NaN or infinite, and the operation that caused it."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.trees import leaves
from glassnet.explain.explainer import Explainer
from glassnet.explain.explanation import Explanation, Leaf, number_to_json
from glassnet.explain.expression import Expression, walk
from glassnet.explain.parts import named_losses
from glassnet.explain.style import format_number
from glassnet.train.record import StepRecord


@dataclass(frozen=True, eq=False)
class Forensics:
    """Where a number first became NaN or infinite in a step.

    Arguments:
        step: number of updates made before it.
        explanation: of the first NaN or infinite number, in order of computation.
        operation: the operation inside it that first gave a NaN or infinite result from finite operands, by NumPy's
            name; "given" where the number was NaN or infinite to begin with.
        operands: the operands of that operation.
        largest: the largest recorded numbers that it was computed from.
    """

    step: int
    explanation: Explanation
    operation: str
    operands: tuple[float, ...]
    largest: tuple[Leaf, ...]

    def __str__(self) -> str:
        text = f"Step {self.step}: the first NaN or infinite number is {self.explanation.reference}"
        text += f" = {format_number(self.explanation.value)}"
        if self.operation == "given":
            return f"{text}; it was already so before this step."
        operands = ", ".join(format_number(value) for value in self.operands)
        text += f", from {self.operation}({operands})."
        if self.largest:
            listed = ", ".join(f"{leaf.reference} = {format_number(leaf.value)}" for leaf in self.largest)
            text += f" It was computed from {listed}."
        return text

    def to_dict(self) -> dict[str, Any]:
        """Return everything a page needs, ready for JSON: NaN and infinity are strings."""
        return {
            "step": self.step,
            "reference": str(self.explanation.reference),
            "value": str(float(self.explanation.value)),
            "formula": self.explanation.formula,
            "operation": self.operation,
            "operands": [number_to_json(value) for value in self.operands],
            "largest": [
                {"reference": str(leaf.reference), "value": number_to_json(leaf.value)} for leaf in self.largest
            ],
            "text": str(self),
        }


def find_first_bad(record: StepRecord) -> Forensics | None:
    """Return where a number first became NaN or infinite in a step, or None if all are finite.

    Searched in this order: parameters, the forward pass layer by layer, the loss, the backward pass, the update.
    """
    explainer = Explainer(record)
    for layer, part, index in _bad_places(record, explainer):
        explanation = explainer.explain(layer, part, index)
        operation, operands = _first_bad_operation(explanation.expression)
        ranked = sorted(explanation.leaves, key=lambda leaf: -_size(leaf.value))
        return Forensics(record.before.step, explanation, operation, operands, tuple(ranked[:3]))
    return None


def _bad_places(record: StepRecord, explainer: Explainer) -> Any:
    names, batch = record.plan.network.names, record.batches[0]
    known = [(layer, part, values) for layer in names for part, values in leaves(record.before.params[layer])]
    known += [(layer, part, values) for layer in names for part, values in leaves(batch.forward[layer])]
    losses = named_losses(batch.run.objective, weighted=batch.weights is not None)
    known += [("loss", part, values) for part, values in losses.items() if part != "mean"]
    known += [(layer, part, values) for layer in reversed(names) for part, values in leaves(batch.backward[layer])]
    for layer, part, values in known:
        bad = np.argwhere(~np.isfinite(values))
        if len(bad):
            yield layer, part, tuple(int(place) for place in bad[0])
    for layer in names:  # the update is traced last: most steps go wrong earlier
        for part, values in explainer.parts(layer).items():
            if part.endswith("_after") and not np.isfinite(values).all():
                yield layer, part, tuple(int(place) for place in np.argwhere(~np.isfinite(values))[0])


def _first_bad_operation(expression: Expression) -> tuple[str, tuple[float, ...]]:
    for part in walk(expression):
        if part.operands and not math.isfinite(part.value) and all(math.isfinite(o.value) for o in part.operands):
            if part.op == "sum":  # a long sum: its largest terms
                ranked = sorted((float(term.value) for term in part.operands), key=abs, reverse=True)
                return part.op, tuple(ranked[:6])
            return part.op, tuple(float(operand.value) for operand in part.operands)
    return "given", ()


def _size(value: Any) -> float:
    return math.inf if math.isnan(value) else abs(float(value))
