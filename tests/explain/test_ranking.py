"""Metrics of the scores' order: their explanations are the numbers that scikit-learn counts."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.explain.ranking import MAX_COMPARISONS, roc_auc_parts, top_k_parts
from glassnet.explain.traced_array import TracedArray, leaf_array


def traced(numbers: list[list[float]], classes: list[int]) -> tuple[TracedArray, TracedArray]:
    return leaf_array(np.array(numbers), str), leaf_array(np.array(classes), str)


def test_pairs_are_counted_as_by_hand_and_an_equal_score_is_half() -> None:
    prediction, classes = traced([[0.1], [0.4], [0.4], [0.8]], [0, 0, 1, 1])
    parts = roc_auc_parts(prediction, classes, 2)
    assert parts["fraction_below_1"].value.tolist() == [0.75, 1.0]
    assert parts["roc_auc"].value == 0.875 == gn.metrics.roc_auc(prediction.value, classes.value)


def test_among_equals_the_lower_class_goes_first() -> None:
    prediction, classes = traced([[0.3, 0.3, 0.4], [0.3, 0.3, 0.4], [0.2, 0.2, 0.6]], [0, 1, 2])
    parts = top_k_parts(prediction, classes, 2)
    assert parts["stronger_classes"].value.tolist() == [1, 2, 0]
    assert parts["top_2_accuracy"].value == gn.metrics.top_k_accuracy(prediction.value, classes.value, 2) == 2 / 3


@pytest.mark.parametrize("outputs", [1, 2, 3, 7])
def test_they_are_the_metrics(outputs: int) -> None:
    count = max(2, outputs)
    for seed in range(20):
        rng = np.random.default_rng(seed)
        scores = rng.integers(0, 5, (24, outputs)) / 4  # many are equal
        prediction, classes = traced(scores.tolist(), rng.integers(0, count, 24).tolist())
        area, own = roc_auc_parts(prediction, classes, count), gn.metrics.roc_auc(scores, classes.value)
        assert ("roc_auc" in area) == (own is not None)
        assert own is None or area["roc_auc"].value == pytest.approx(own, abs=1e-12)
        for k in range(1, outputs + 1) if outputs > 1 else ():
            share = top_k_parts(prediction, classes, k)[f"top_{k}_accuracy"].value
            assert share == gn.metrics.top_k_accuracy(scores, classes.value, k)


def test_what_is_undefined_or_has_too_many_pairs_is_left_out() -> None:
    prediction, classes = traced([[0.1], [0.4]], [1, 1])
    assert roc_auc_parts(prediction, classes, 2) == {}
    half = int(MAX_COMPARISONS**0.5) + 1
    many = [[number / half] for number in range(2 * half)]
    assert roc_auc_parts(*traced(many, [0] * half + [1] * half), 2) == {}


def test_a_run_explains_those_that_its_recipe_names_back_to_its_scores() -> None:
    net = gn.Network([gn.Dense(6, "tanh"), gn.Dense(10)])
    run = gn.fit(
        net,
        gn.data.digits(),
        loss="sparse_softmax_cross_entropy",
        epochs=2,
        dtype="float64",
        metrics=["roc_auc", "top_5_accuracy"],
        progress=False,
    )
    moment, row = run.at(run.step), run.history.epochs.last
    for name, told in row.validation_metrics.items():
        explanation = moment.explain(f"validation.{name}")
        assert explanation.value == pytest.approx(told, abs=1e-12)
        assert explanation.evaluate() == pytest.approx(told, abs=1e-12)
    assert moment.explain("validation.roc_auc").leaves[0].reference.part == "class_areas"
    fraction = moment.explain("validation.fraction_below_0[0]")
    assert {leaf.reference.part for leaf in fraction.leaves} == {"prediction"}
    stronger = moment.explain("validation.stronger_classes[0]")
    assert {leaf.reference.part for leaf in stronger.leaves} == {"prediction", "class"}
    assert stronger.evaluate() == stronger.value


def test_a_recipe_that_does_not_name_them_has_none_to_explain() -> None:
    run = gn.fit(
        gn.Network([gn.Dense(1, "sigmoid")]), gn.data.moons(40), loss="binary_cross_entropy", epochs=1, progress=False
    )
    assert not {"roc_auc", "fraction_below_1", "top_5_accuracy"} & set(run.at(1).parts("validation"))
