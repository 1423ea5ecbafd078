"""The rows of the table as cases of one form: a function of named arrays, with the gradient that it claims to have."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from glassnet.base.arrays import Array, Shape, Tree
from glassnet.base.random import stream
from glassnet.base.trees import SEPARATOR, flatten, map_tree

from .row import Given
from .table import TABLE, Row

BATCH = 3


@dataclass(frozen=True)
class Case:
    """One thing under one setting.

    Arguments:
        draw: from a seed: the inputs to differentiate by (float64), and the other arrays (targets, states, ids).
        forward: from inputs and others, everything that was computed, the result under "output".
        backward: from inputs, others and d_output, gradients in the form of the inputs.
        twin: from the name of another library, the library, inputs and others as its arrays: its output.
    """

    name: str
    thing: Any
    row: Row
    draw: Callable[[int], tuple[Tree, Tree]]
    forward: Callable[[Tree, Tree], Tree]
    backward: Callable[[Tree, Tree, Array], Tree]
    twin: Callable[[str, Any, Tree, Tree], Any]

    def output(self, inputs: Tree, others: Tree) -> Array:
        """Return the result alone."""
        return self.forward(inputs, others)["output"]

    def d_output(self, seed: int) -> Array:
        """Return a random gradient to send backward, in the shape of the output."""
        return stream(seed).child("d_output").normal(np.shape(self.output(*self.draw(seed))), dtype="float64")


def layer_case(name: str, row: Row, layer: Any, shape: Shape, train: bool) -> Case:
    """Differentiate a layer by its parameters, and by x unless x are whole numbers."""

    def draw(seed: int) -> tuple[Tree, Tree]:
        rng = stream(seed)
        params, state, _ = layer.build(rng, shape, "float64")
        params = map_tree(lambda value: value + rng.child("away").normal(np.shape(value), 0.0, 0.3, "float64"), params)
        state = map_tree(lambda value: value + rng.child("away").uniform(np.shape(value), 0.1, 0.5, "float64"), state)
        x = row.draw(rng.child("x"), (BATCH, *shape))
        return (
            ({"params": params, "x": x}, {"state": state})
            if x.dtype.kind == "f"
            else (
                {"params": params},
                {"state": state, "x": x},
            )
        )

    def walk(inputs: Tree, others: Tree) -> tuple[Array, Tree, Tree]:
        x = inputs["x"] if "x" in inputs else others["x"]
        return layer.forward(inputs["params"], others["state"], x, train=train, rng=stream(7))

    def forward(inputs: Tree, others: Tree) -> Tree:
        output, parts, state = walk(inputs, others)
        return {"output": output, "parts": parts, "state": state}

    def backward(inputs: Tree, others: Tree, d_output: Array) -> Tree:
        parts = walk(inputs, others)[1]
        d_x, grads, _ = layer.backward(inputs["params"], parts, d_output, need_d_x="x" in inputs)
        return {"params": grads, "x": d_x} if "x" in inputs else {"params": grads}

    def twin(library: str, module: Any, inputs: Tree, others: Tree) -> Any:
        x = inputs["x"] if "x" in inputs else others["x"]
        return twin_of(row, library)(module, layer, Given(inputs["params"], others["state"], x, train))

    return Case(f"{name}, {'training' if train else 'inference'}", layer, row, draw, forward, backward, twin)


def activation_case(name: str, row: Row, activation: Any, shape: Shape) -> Case:
    """Differentiate an activation by z."""

    def backward(inputs: Tree, others: Tree, d_output: Array) -> Tree:
        return {"z": activation.backward(d_output, inputs["z"], activation.forward(inputs["z"]))}

    return Case(
        name,
        activation,
        row,
        lambda seed: ({"z": row.draw(stream(seed), (BATCH, *shape))}, {}),
        lambda inputs, others: {"output": activation.forward(inputs["z"])},
        backward,
        lambda library, module, inputs, others: twin_of(row, library)(module, activation, inputs["z"]),
    )


def loss_case(name: str, row: Row, loss: Any, shape: Shape) -> Case:
    """Differentiate a loss by the prediction: every example's loss depends on its own prediction alone."""

    def draw(seed: int) -> tuple[Tree, Tree]:
        rng, full = stream(seed), (BATCH, *shape)
        return {"prediction": row.draw(rng.child("p"), full)}, {"target": row.target(rng.child("t"), full)}

    def backward(inputs: Tree, others: Tree, d_output: Array) -> Tree:
        gradient = loss.gradient(inputs["prediction"], others["target"])
        return {"prediction": gradient * d_output.reshape(d_output.shape + (1,) * len(shape))}

    return Case(
        name,
        loss,
        row,
        draw,
        lambda inputs, others: {"output": loss.value(inputs["prediction"], others["target"])},
        backward,
        lambda library, module, inputs, others: twin_of(row, library)(
            module, loss, inputs["prediction"], others["target"]
        ),
    )


def regularizer_case(name: str, row: Row, regularizer: Any, shape: Shape) -> Case:
    """Differentiate a penalty by the weight."""
    return Case(
        name,
        regularizer,
        row,
        lambda seed: ({"weight": row.draw(stream(seed), shape)}, {}),
        lambda inputs, others: {"output": regularizer.value(inputs["weight"])},
        lambda inputs, others, d_output: {"weight": regularizer.gradient(inputs["weight"]) * d_output},
        lambda library, module, inputs, others: twin_of(row, library)(module, regularizer, inputs["weight"]),
    )


def make_cases(kind: str, name: str, row: Row, thing: Any, shape: Shape) -> list[Case]:
    """Return the cases of one setting in one shape: two for a layer, which may behave differently in training."""
    if kind == "layer":
        training, inference = (layer_case(name, row, thing, shape, train) for train in (True, False))
        return [training, inference] if behave_differently(training, inference) else [training]
    make = {"activation": activation_case, "loss": loss_case, "regularizer": regularizer_case}[kind]
    return [make(name, row, thing, shape)]


def behave_differently(one: Case, other: Case) -> bool:
    """Return whether two cases compute anything that is not the same, bit for bit."""
    inputs, others = one.draw(0)
    first, second = (flatten(case.forward(inputs, others)) for case in (one, other))
    return first.keys() != second.keys() or any(not np.array_equal(first[name], second[name]) for name in first)


def all_cases() -> Iterator[Case]:
    """Yield every differentiable thing of the table, under every setting and in every shape."""
    for kind in ("layer", "activation", "loss", "regularizer"):
        for row in TABLE[kind][1]:
            for number, thing in enumerate(row.settings, start=1):
                for shape in row.shapes:
                    yield from make_cases(kind, f"{row.kind.__name__} {number} on {shape}", row, thing, shape)


def for_every_case(battery: str) -> pytest.MarkDecorator:
    """Run a test over all cases but those whose row names this battery as an exception."""
    cases = [case for case in all_cases() if battery not in case.row.exceptions]
    if battery == "keras":
        cases = [case for case in cases if case.row.keras is not None]
    assert len(cases) >= 2, "a battery must not pass on nothing"
    return pytest.mark.parametrize("case", cases, ids=[case.name for case in cases])


def with_leaf(tree: Tree, full_name: str, value: Array) -> dict[str, Any]:
    """Return the tree with one leaf replaced; empty branches stay."""
    first, _, rest = full_name.partition(SEPARATOR)
    return dict(tree) | {first: with_leaf(tree[first], rest, value) if rest else value}


def twin_of(row: Row, library: str) -> Callable[..., Any]:
    """Return what stands for the row's thing in another library."""
    twin = getattr(row, library)
    assert twin is not None, f"{row.kind.__name__} has no twin in {library}"
    return twin
