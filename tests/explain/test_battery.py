"""Every part of every layer, loss and rule: its explanation is what was recorded, and evaluates to it."""

from collections.abc import Iterator

import numpy as np
import pytest

from glassnet.base.arrays import Array
from glassnet.base.trees import leaves
from glassnet.explain import Explainer, Expression
from glassnet.explain.expression import OPERATIONS, walk
from glassnet.explain.simplify import simplify
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.layers import LAYERS
from glassnet.nn.losses import LOSSES
from glassnet.optim import UPDATE_RULES
from glassnet.train.record import record_step

from .cases import Case, all_cases, kinds_in

CASES = all_cases()
TOLERANCE = {"float64": 1e-12, "float32": 1e-6}
PLACES = 6
"""How many numbers of each array are explained, chosen at random."""


def numbers_of(explainer: Explainer) -> Iterator[tuple[str, str, Array]]:
    """Yield everything that has a name in a step."""
    for layer in (*explainer.record.plan.network.names, "data", "loss", "optimizer", "metric", "flow", "validation"):
        for part, values in explainer.parts(layer).items():
            yield layer, part, values


def places(values: Array, seed: int) -> list[tuple[int, ...]]:
    """Return a few indices of an array."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(values.size, min(PLACES, values.size), replace=False)
    return [tuple(int(at) for at in np.unravel_index(place, values.shape)) for place in chosen]


def size_of(expression: Expression) -> float:
    """Return what rounding errors are relative to: the largest number on the way, a sum's being that of all sizes."""
    sums = [part for part in walk(simplify(expression)) if part.op in ("sum", "mean")]
    terms = [
        sum(abs(float(term.value)) for term in part.operands) / (1 if part.op == "sum" else len(part.operands))
        for part in sums
    ]
    return max([abs(float(expression.value)), *terms])


@pytest.mark.parametrize("dtype", list(TOLERANCE))
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_part_evaluates_to_what_was_recorded(case: Case, dtype: str) -> None:
    explainer = Explainer(record_step(case.plan(dtype), case.state(dtype)))
    explained = 0
    for layer, part, values in numbers_of(explainer):
        for index in places(values, explained):
            explanation = explainer.explain(layer, part, index)
            explained += 1
            if np.isnan(values[index]):  # undefined, such as the precision of a class that was never predicted: 0 / 0
                assert np.isnan(explanation.value)
                assert np.isnan(float(explanation.evaluate()))
                continue
            assert explanation.value == values[index] or np.isnan(explanation.value)
            error = abs(float(explanation.evaluate()) - float(values[index]))
            limit = TOLERANCE[dtype] * size_of(explanation.expression)
            assert error <= limit, f"{explanation}\nis worked out as {explanation.evaluate()!r}"
    assert explained > 20, "a battery must not pass on nothing"


FIXED = ("mask", "count", "encoding", "allowed")
"""Parts that a layer draws or fixes: they are made of no other number."""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_only_given_numbers_stand_for_themselves(case: Case) -> None:
    explainer = Explainer(record_step(case.plan("float64"), case.state("float64")))
    state = explainer.record.before
    given = {"data", "optimizer"}
    for layer, part, values in numbers_of(explainer):
        explanation = explainer.explain(layer, part, places(values, 1)[0])
        if explanation.leaves or explanation.expression.operands:
            continue
        assert explanation.note
        in_tree = layer in state.params and part in dict(leaves(state.params[layer])) | dict(
            leaves(state.layers[layer])
        )
        of_rule = any(part.startswith((f"{name}_", f"body/{name}_")) for name in state.optimizer)
        fixed = part.rpartition("/")[2] in FIXED or part.rpartition("/")[2].startswith(("count", "d_"))
        assert layer in given or in_tree or of_rule or fixed, f"{layer}.{part} has no reason"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_leaf_can_be_followed_to_the_same_number(case: Case) -> None:
    explainer = Explainer(record_step(case.plan("float32"), case.state("float32")))
    for layer, part, values in numbers_of(explainer):
        for leaf in explainer.explain(layer, part, places(values, 2)[0]).leaves[:3]:
            assert explainer.follow(leaf.reference).value == leaf.value, str(leaf.reference)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_traced_numbers_are_the_recorded_bits(case: Case) -> None:
    record = record_step(case.plan("float32"), case.state("float32"))
    explainer = Explainer(record)
    for recorded in (record.batches[0].forward, record.batches[0].backward):
        for name, values in leaves(recorded):
            layer, _, part = name.partition("/")
            np.testing.assert_array_equal(explainer.parts(layer)[part], values, err_msg=name)
    for name, values in leaves(record.after.params):
        layer, _, path = name.partition("/")
        before, slash, parameter = path.rpartition("/")
        np.testing.assert_array_equal(explainer.parts(layer)[f"{before}{slash}{parameter}_after"], values)
    np.testing.assert_array_equal(explainer.parts("loss")["value"], record.batches[0].values)
    if len(record.batches) == 1:
        assert float(explainer.parts("loss")["mean"]) == record.loss


def test_the_battery_covers_all_that_is_registered() -> None:
    layers = set[type]().union(*(kinds_in(case.network.layers) for case in CASES))
    assert set(LAYERS.values()) <= layers
    assert {type(case.plan("float64").recipe.loss) for case in CASES} >= set(LOSSES.values())
    assert {type(case.plan("float64").recipe.optimizer) for case in CASES} >= set(UPDATE_RULES.values())
    used = {type(getattr(layer, "activation", None)) for case in CASES for layer in case.network.layers}
    assert used >= set(ACTIVATIONS.values())


def test_a_wrong_operation_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(case for case in CASES if case.name == "activation tanh")
    explainer = Explainer(record_step(case.plan("float64"), case.state("float64")))
    explanation = explainer.explain("dense_1", "a", (0, 0))
    monkeypatch.setitem(OPERATIONS, "tanh", np.arctan)
    assert explanation.evaluate() != pytest.approx(explanation.value, rel=1e-6)
