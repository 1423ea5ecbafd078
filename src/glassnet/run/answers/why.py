"""Why a run predicts what it does for one sample: the arithmetic, down to the inputs in their own units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import numpy as np

from glassnet.data import Dataset
from glassnet.explain import Explanation, Reference
from glassnet.explain.style import format_number
from glassnet.run.answers.one_sample import Answer, answers, number_of
from glassnet.run.moment import Moment
from glassnet.train import Plan, TrainingState
from glassnet.train.evaluate import predict

OWNER = "validation"
DEEPEST = 30
"""No network that a person reads has more steps from its output to its inputs."""


@dataclass(frozen=True, eq=False)
class Reason:
    """One number on the way from a prediction to its inputs.

    Arguments:
        reference: its address; `run.at(run.step).follow(reference)` explains it alone, where it is a validation sample.
        text: the number and its arithmetic, with features by name and in their own units.
        value: the number.
        below: the numbers that it depends on most, in the order of their influence.
    """

    reference: Reference
    text: str
    value: float
    below: tuple["Reason", ...]

    def lines(self, indent: str = "") -> Iterator[str]:
        """Yield the reason and those below it, indented."""
        yield indent + self.text
        for reason in self.below:
            yield from reason.lines(indent + "  ")

    def html(self) -> str:
        """Return the reason as HTML; those below it unfold."""
        if not self.below:
            return f"<li>{escape(self.text)}</li>"
        inner = "".join(reason.html() for reason in self.below)
        return f"<li><details><summary>{escape(self.text)}</summary><ul>{inner}</ul></details></li>"


@dataclass(frozen=True, eq=False)
class Why:
    """Why one sample got its prediction.

    Arguments:
        title: the sample, the answer and what is true.
        answer: what was predicted, and what is true.
        reason: the output of the predicted class, with what it was computed from.
    """

    title: str
    answer: Answer
    reason: Reason

    def __str__(self) -> str:
        return "\n".join([self.title, *self.reason.lines()])

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.title)}</p><ul>{self.reason.html()}</ul>"


def why(plan: Plan, state: TrainingState, part: str, place: int, terms: int) -> Why:
    """Return the prediction for one sample of a part, explained down to its inputs.

    Arguments:
        plan, state: the run.
        part, place: which sample.
        terms: how many terms of each sum are followed further down, the largest.
    """
    number = number_of(plan, part, place)
    prediction = predict(plan, state, plan.samples[part].x[place : place + 1])
    answer = answers(_alone(plan, number), OWNER, prediction)[0]
    at = place if part == OWNER else 0
    moment = Moment(plan if part == OWNER else _alone(plan, number), state)
    names = [name for name in moment.parts(OWNER) if name.startswith(f"{plan.network.names[-1]}/")]
    output = np.shape(moment.parts(OWNER)[names[-1]])
    unit = 0 if output[-1] == 1 else int(prediction[0].argmax())
    followed = _follow(moment, Reference(OWNER, names[-1], (at, unit)), number, terms, 0)
    title = f"{part} {place} (sample {number} of {plan.dataset.name}): {answer}."
    return Why(title, answer, followed)


def _alone(plan: Plan, number: int) -> Plan:
    """Return the plan with one sample as its validation part, so that its forward pass is traced without any other."""
    others = np.setdiff1d(plan.dataset.parts["train"], [number])
    kept = others if len(others) else np.setdiff1d(np.arange(len(plan.dataset.x)), [number])[:1]
    return Plan(plan.network, plan.recipe, replace(plan.dataset, parts={"train": kept, OWNER: [number]}))


def _follow(moment: Moment, reference: Reference, number: int, terms: int, depth: int) -> Reason:
    explanation = moment.follow(reference)
    explanation = replace(explanation, terms=max(terms, explanation.terms))
    data = moment.dataset
    if reference.part == "x":
        return Reason(reference, _feature(data, reference, number), float(explanation.value), ())
    inputs = _ranked(explanation, terms) if depth < DEEPEST else {}
    if len(inputs) == 1 and _is_copy(explanation):  # a linear activation, a dropout that lets everything through
        return _follow(moment, next(iter(inputs)), number, terms, depth + 1)
    adds = explanation.view.op == "sum"
    below = tuple(
        _with_share(_follow(moment, one, number, terms, depth + 1), share if adds else None)
        for one, share in inputs.items()
    )
    return Reason(reference, _arithmetic(explanation), float(explanation.value), below)


def _is_copy(explanation: Explanation) -> bool:
    return len(explanation.leaves) == 1 and explanation.value == explanation.leaves[0].value


def _arithmetic(explanation: Explanation) -> str:
    name = explanation.reference.part + explanation.reference.place
    return f"{name} = {explanation.in_numbers()} = {format_number(explanation.value, 4)}"


def _with_share(reason: Reason, share: float | None) -> Reason:
    """Return a reason that also says what it adds to the sum above it."""
    return reason if share is None else replace(reason, text=f"{reason.text}: adds {format_number(share, 4)}")


def _ranked(explanation: Explanation, terms: int) -> dict[Reference, float]:
    """Return the computed numbers and features that an explanation depends on most, with their terms in its sum."""
    found: dict[Reference, float] = {}
    operands: Sequence[Any] = explanation.view.operands if explanation.view.op == "sum" else (explanation.view,)
    for operand in operands:
        for leaf in _leaves(operand):
            if leaf.layer == OWNER and leaf != explanation.reference:
                found[leaf] = max(found.get(leaf, 0.0), float(operand.value), key=abs)
    return {one: found[one] for one in sorted(found, key=lambda one: -abs(found[one]))[:terms]}


def _leaves(view: Any) -> Iterator[Reference]:
    if view.reference is not None:
        yield view.reference
    for operand in view.operands:
        yield from _leaves(operand)


def _feature(data: Dataset, reference: Reference, number: int) -> str:
    """Return an input with its name, in its own units."""
    place = reference.index[1:]
    value = float(data.x[number][place])
    name = data.feature_names[place[0]] if len(data.input_shape) == 1 else f"input {list(place)}"
    if data.scaler is None:
        return f"{name} = {value:.4g}"
    own = float(data.in_own_units(data.x[number : number + 1])[0][place])
    return f"{name} = {own:.6g}" + ("" if own == value else f" (scaled: {format_number(value, 4)})")
