"""Histograms of a step: every bar's count is explained by the numbers that lie in it."""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import glassnet as gn
from glassnet.explain.bars import BAR_COUNT, count_bars, read_bar
from glassnet.explain.trace import leaf
from glassnet.run.moment import Moment

DATA = gn.data.moons(60, seed=3)
KINDS = ("weight", "activation", "gradient")


def moment(*layers: Any, step: int = 4, **settings: Any) -> Moment:
    recipe = gn.Recipe("sigmoid_cross_entropy", batch_size=8, **settings)
    run = gn.Run(gn.Network(layers), recipe, DATA)
    if step:
        run.advance(step)
    return run.at(step)


CASES = {
    "tanh": lambda: moment(gn.Dense(4, "tanh"), gn.Dense(1)),
    "relu and dropout": lambda: moment(gn.Dense(5, "relu"), gn.Dropout(0.3), gn.Dense(1)),
    "several batches": lambda: moment(gn.Dense(3, "tanh"), gn.Dense(1), accumulate=3),
    "in double precision": lambda: moment(gn.Dense(3, "tanh"), gn.Dense(1), dtype="float64", optimizer=gn.Adam(0.01)),
    "all the same": lambda: moment(
        gn.Dense(2, weight_initializer="zeros"), gn.Dense(1, weight_initializer="zeros"), step=0
    ),
}


def values(of: Moment, layer: str, kind: str) -> np.ndarray[Any, Any]:
    """Return what a histogram counts, taken from the step without the engine's help."""
    if kind == "activation":
        return np.ravel(of.batch().outputs[layer]).astype(float)
    tree = of.params[layer] if kind == "weight" else of.grads[layer]
    names = ["weight"] if kind == "weight" else ["weight", "bias"]
    return np.concatenate([np.ravel(tree[name]) for name in names]).astype(float)


@pytest.mark.parametrize("name", CASES)
def test_every_bar_is_the_count_of_the_numbers_that_its_explanation_lists(name: str) -> None:
    of = CASES[name]()
    parts = of.parts("histogram")
    for layer, kind in itertools.product(of.network.names, KINDS):
        if f"{layer}/{kind}" not in parts:
            assert layer.startswith("dropout")
            continue
        counted, edges = parts[f"{layer}/{kind}"], parts[f"{layer}/{kind}_edge"]
        numbers = values(of, layer, kind)
        assert counted.tolist() == np.histogram(numbers, BAR_COUNT)[0].tolist()
        for bar, count in enumerate(counted.tolist()):
            explanation = of.explain(f"histogram.{layer}/{kind}[{bar}]")
            assert explanation.value == count == explanation.evaluate()
            listed = [one for one in explanation.leaves if one.reference.layer != "histogram"]
            assert len(listed) == numbers.size
            low, high = edges[bar], edges[bar + 1]
            inside = [one for one in listed if low <= one.value < high or (bar == BAR_COUNT - 1 and one.value == high)]
            assert len(inside) == count
            for one in inside[:2]:
                assert of.follow(one.reference).value == one.value
            shown = explanation.view
            if 0 < count <= 24 and shown.op == "sum":
                assert all(term.value for term in shown.operands), "those that lie in the bar are listed, and no other"
                assert len(shown.operands) == count


def test_edges_and_ends_are_explained_in_turn() -> None:
    of = CASES["tanh"]()
    parts = of.parts("histogram")
    weights = values(of, "dense_1", "weight")
    for place, edge in enumerate(parts["dense_1/weight_edge"].tolist()):
        explanation = of.explain(f"histogram.dense_1/weight_edge[{place}]")
        assert explanation.value == edge == pytest.approx(explanation.evaluate())
    assert of.explain("histogram.dense_1/weight_edge[6]").formula == (
        "dense_1/weight_edge[6] = 6 · (dense_1/weight_largest − dense_1/weight_smallest) / 24 + dense_1/weight_smallest"
    )
    assert of.explain("histogram.dense_1/weight_smallest").value == weights.min()
    assert of.explain("histogram.dense_1/weight_largest").value == weights.max()


def test_a_bar_is_written_as_a_person_would() -> None:
    told = CASES["tanh"]().explain("histogram.dense_1/weight[0]")
    assert told.formula == (
        "dense_1/weight[0] = Σ[i=0…1, j=0…3] [dense_1/weight_edge[0] ≤ dense_1.weight[i, j] < dense_1/weight_edge[1]]"
    )
    assert "\\le" in told.latex


def test_what_is_not_finite_is_in_no_bar_and_counted_by_itself() -> None:
    run = gn.Run(gn.Network([gn.Dense(4, "relu"), gn.Dense(1)]), gn.Recipe("mean_squared_error"), DATA)
    run.state.params["dense_1"]["weight"] = np.array([[1, 2, np.nan, 4], [5, -np.inf, np.inf, 8]], "float32")
    with np.errstate(all="ignore"):
        of = run.at(0)
        parts = of.parts("histogram")
    assert parts["dense_1/weight_not_finite"] == 3
    assert of.explain("histogram.dense_1/weight_not_finite").value == 3
    assert of.explain("histogram.dense_1/weight_not_finite").evaluate() == 3
    assert parts["dense_1/weight"].sum() == 5
    for bar, count in enumerate(parts["dense_1/weight"].tolist()):
        assert of.explain(f"histogram.dense_1/weight[{bar}]").value == count
    assert "dense_1/gradient" not in parts, "where nothing is finite there are no bars"


def test_a_bar_that_is_not_there_is_refused() -> None:
    of = CASES["tanh"]()
    for wrong, word in [
        ("dense_1/weight[24]", "24"),
        ("dense_1/weight", "one number per axis"),
        ("dense_1/wait[0]", "dense_1/w"),
    ]:
        with pytest.raises(gn.GlassnetError, match=word):
            of.explain(f"histogram.{wrong}")


@given(arrays(np.float64, st.integers(1, 40), elements=st.floats(-1e300, 1e300, allow_subnormal=True)))
@example(np.array([0.5, np.nextafter(0.5, 1)]))
@example(np.array([0.0, 5e-324]))
@example(np.array([1e17, 1e17]))
def test_any_numbers_lie_in_one_bar_each(numbers: Any) -> None:
    counted = count_bars(numbers)
    edges = counted["_edge"]
    assert (np.diff(edges) >= 0).all()
    traced = leaf(numbers, "dense_1", "weight")
    assert counted[""].sum() == numbers.size
    assert [read_bar(traced, bar)[""].value for bar in range(BAR_COUNT)] == counted[""].tolist()
