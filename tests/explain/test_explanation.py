"""What an explanation says: by hand for a tiny network, and followed from the loss back to the data."""

import json
import re
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError, UnknownNameError
from glassnet.data import Dataset
from glassnet.explain import Explainer, Explanation, Reference
from glassnet.explain.expression import evaluate
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.run.moment import Moment
from glassnet.train import Plan, Recipe, TrainingState
from glassnet.train.record import record_step

DATA = Dataset("two", np.array([[1.0, 2.0], [3.0, -1.0]]), np.array([[1.0], [0.0]]), feature_names=("height", "width"))
NET = gn.Network([gn.Dense(2, "relu"), gn.Dense(1)])


def golden() -> Moment:
    """Two samples, weights 1 … by hand: z = x · w + b, a = max(0, z), one output, squared error."""
    plan = Plan(NET, Recipe("mean_squared_error", gn.SGD(0.5), batch_size=2, dtype="float64"), DATA)
    params = {
        "dense_1": {"weight": np.array([[1.0, -1.0], [0.5, 2.0]]), "bias": np.array([0.5, 0.0])},
        "dense_2": {"weight": np.array([[2.0], [-1.0]]), "bias": np.array([0.25])},
    }
    return Moment(plan, TrainingState(0, 0, 0, params, {"dense_1": {}, "dense_2": {}}, {}))


def place_of(moment: Moment, sample: int) -> int:
    """Return where a sample stands in the shuffled batch."""
    return moment.samples.tolist().index(sample)


def test_a_neuron_by_hand() -> None:
    moment = golden()
    first = place_of(moment, 0)
    z = moment.explain("dense_1", "z", sample=first, unit=0)
    assert z.value == 1.0 * 1.0 + 2.0 * 0.5 + 0.5 == 2.5
    assert (
        z.formula == f"z[{first}, 0] = data.x[{first}, 0] · weight[0, 0] + data.x[{first}, 1] · weight[1, 0] + bias[0]"
    )
    assert z.in_numbers() == "1 · 1 + 2 · 0.5 + 0.5"
    assert [leaf.value for leaf in z.leaves] == [1.0, 1.0, 2.0, 0.5, 0.5]
    a = moment.explain("dense_1", "a", sample=first, unit=1)
    assert (a.value, a.formula, a.in_numbers()) == (3.0, f"a[{first}, 1] = max(z[{first}, 1], 0)", "max(3, 0)")
    assert moment.explain("data", "x", first, 0).note == "height of sample 0 of two"


def test_a_gradient_by_hand() -> None:
    moment = golden()
    # p₀ = 2·2.5 − 3 + ¼ = 2.25, p₁ = 2·3 − 0 + ¼ = 6.25; d_p = 2 (p − t) / 2 = (1.25, 6.25); z₀ of sample 1 is 3
    weight = moment.explain("dense_2", "d_weight", index=(0, 0))
    assert weight.value == 2.5 * 1.25 + 3.0 * 6.25 == 21.875
    assert weight.evaluate() == weight.value
    d_z = moment.explain("dense_1", "d_z", sample=place_of(moment, 1), unit=1)
    assert d_z.value == 0.0  # ReLU is off: z = −3 − 2 = −5
    assert "z" in {leaf.reference.part for leaf in d_z.leaves if leaf.reference}
    step = moment.explain("dense_2.weight_after[0, 0]")
    assert step.value == 2.0 - 0.5 * 21.875
    assert step.formula == "weight_after[0, 0] = weight[0, 0] − optimizer.learning_rate · d_weight[0, 0]"


def test_loss_and_its_mean_by_hand() -> None:
    moment = golden()
    first, second = place_of(moment, 0), place_of(moment, 1)
    assert moment.explain("loss", "value", first).value == 1.25**2
    assert moment.explain("loss", "mean").value == (1.25**2 + 6.25**2) / 2 == moment.loss
    assert moment.explain("loss", "d_prediction", second, 0).value == 6.25
    assert moment.explain("metric", "mean_absolute_error").value == (1.25 + 6.25) / 2


def test_leaves_lead_from_the_loss_to_the_data() -> None:
    run = gn.fit(NET, DATA, loss="mean_squared_error", epochs=3, batch_size=2, progress=False)
    moment = run.at(2)
    waiting, reached = [moment.explain("loss", "mean")], set()
    while waiting:
        explanation = waiting.pop()
        reached.add((explanation.reference.layer, explanation.reference.part))
        for leaf in explanation.leaves:
            if (leaf.reference.layer, leaf.reference.part) not in reached:
                waiting.append(moment.follow(leaf.reference))
    assert {("data", "x"), ("data", "y"), ("dense_1", "z"), ("dense_2", "a"), ("loss", "value")} <= reached


def test_gradients_lead_on_to_the_loss() -> None:
    run = gn.fit(NET, DATA, loss="mean_squared_error", epochs=3, batch_size=2, progress=False)
    moment = run.at(2)
    waiting, reached = [moment.explain("dense_1", "weight_after", 0, 1)], set()
    while waiting:
        explanation = waiting.pop()
        reached.add((explanation.reference.layer, explanation.reference.part))
        waiting.extend(
            moment.follow(leaf.reference)
            for leaf in explanation.leaves
            if (leaf.reference.layer, leaf.reference.part) not in reached
        )
    assert {("loss", "d_prediction"), ("dense_2", "d_x"), ("dense_1", "d_weight"), ("data", "x")} <= reached


def test_the_result_of_an_earlier_step_is_found_there() -> None:
    run = gn.fit(NET, DATA, loss="mean_squared_error", optimizer=Adam(0.1), epochs=4, batch_size=1, progress=False)
    for layer, part, place in [("dense_1", "weight", (1, 0)), ("dense_2", "m_bias", (0,)), ("optimizer", "count", ())]:
        explanation = run.at(5).explain(layer, part, *place)
        assert explanation.note == "the result of step 4"
        assert explanation.earlier is not None
        step, reference = explanation.earlier
        assert run.at(step).follow(reference).value == explanation.value
    assert run.at(0).explain("dense_1", "weight", 0, 0).earlier is None
    run.change(network=gn.Network([gn.Dense(3, "relu"), gn.Dense(1)]))
    assert run.at(run.step).explain("dense_1", "weight", 0, 0).earlier is None


def long_sum() -> Explanation:
    rng = np.random.default_rng(0)
    data = Dataset("wide", rng.normal(size=(6, 50)), rng.normal(size=(6, 1)))
    run = Run(gn.Network([gn.Dense(3, "tanh"), gn.Dense(1)]), Recipe("mean_squared_error", batch_size=6), data)
    return run.at(0).explain("dense_1", "z", sample=2, unit=1)


def test_long_sums_show_their_largest_terms_and_fold_the_rest() -> None:
    explanation = long_sum()
    assert explanation.formula == "z[2, 1] = Σ[i=0…49] data.x[2, i] · weight[i, 1] + bias[1]"
    view = explanation.view
    sizes = [abs(term.value) for term in view.operands]
    assert len(sizes) == 6
    assert sizes == sorted(sizes, reverse=True)
    assert view.folded is not None
    assert view.folded.terms == 45
    assert sum(term.value for term in view.operands) + view.folded.value == pytest.approx(explanation.value, abs=1e-15)
    everything = [
        x.value * w.value for x, w in zip(explanation.leaves[0:100:2], explanation.leaves[1:100:2], strict=True)
    ]
    assert sizes[0] == pytest.approx(max(abs(term) for term in everything))
    assert f"({view.folded.terms} more: " in explanation.numbers


def test_the_tree_has_a_line_for_every_shown_part() -> None:
    lines = golden().explain("dense_1", "z", sample=0, unit=0).tree().splitlines()
    assert lines[0].startswith("sum = ")
    assert sum(line.startswith("├ ") or line.startswith("└ ") for line in lines) == 3
    assert len(long_sum().tree().splitlines()) == 1 + 6 * 3 + 1


def test_the_view_model_is_json_and_complete() -> None:
    told = json.loads(json.dumps(golden().explain("dense_1", "z", sample=0, unit=0).to_dict(), allow_nan=False))
    assert told["reference"]["text"] == "dense_1.z[0, 0]"
    assert told["leaves"] == 5
    product = told["expression"]["operands"][0]
    assert product["op"] == "product"
    assert product["operands"][0]["reference"]["layer"] == "data"


def test_latex_has_its_brackets_in_pairs_and_no_double_superscripts() -> None:
    run = gn.fit(
        NET, DATA, loss="mean_squared_error", optimizer=Adam(1e-5), epochs=2, regularizer=gn.L2(0.1), progress=False
    )
    moment = run.at(1)
    seen = 0
    for layer in (*NET.names, "loss", "optimizer", "metric"):
        for part, values in moment.parts(layer).items():
            latex = moment.explain(layer, part, *(0,) * values.ndim).latex
            assert latex.count("{") == latex.count("}")
            assert latex.count("\\left") == latex.count("\\right")
            assert latex.count("\\begin") == latex.count("\\end")
            assert not re.search(r"\^\{[^{}]*\}(_\{[^{}]*\})?\^", latex), latex
            assert not re.search(r"\de[+-]\d", latex), latex
            assert "−" not in latex
            seen += 1
    assert seen > 30


def test_mistakes_are_named() -> None:
    moment = golden()
    with pytest.raises(UnknownNameError, match=r"Unknown layer 'dense_3'\. Did you mean 'dense_2'"):
        moment.explain("dense_3", "z", 0, 0)
    with pytest.raises(UnknownNameError, match="Unknown part of dense_1 'zz'"):
        moment.explain("dense_1", "zz", 0, 0)
    with pytest.raises(
        SettingError, match=r"z has shape \(2, 2\), so an index needs one number per axis \(2\); got \(0,\)"
    ):
        moment.explain("dense_1", "z", 0)
    with pytest.raises(SettingError, match="axis 1 is indexed from 0 to 1; got 2"):
        moment.explain("dense_1", "z", sample=0, unit=2)
    with pytest.raises(SettingError, match=r"A number is named layer.part\[index\]"):
        moment.explain("dense_1")
    with pytest.raises(SettingError, match="This step has batches 0 to 0; got batch 1"):
        moment.explain("dense_1", "z", 0, 0, batch=1)


@pytest.mark.parametrize("kind", ["mlp", "cnn"])
def test_every_part_of_a_large_network_is_explained(kind: str) -> None:
    rng = np.random.default_rng(0)
    classes = rng.integers(0, 10, 64)
    if kind == "mlp":
        data = Dataset("numbers", rng.random((64, 784)), classes)
        layers: list[Any] = [gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)]
    else:
        data = Dataset("pictures", rng.random((64, 28, 28, 1)), classes)
        layers = [gn.Conv2D(8, 3, activation="relu"), gn.MaxPool2D(2), gn.Conv2D(16, 3), gn.BatchNorm()]
        layers += [gn.Flatten(), gn.Dense(10)]
    plan = Plan(gn.Network(layers), Recipe("sparse_softmax_cross_entropy", Adam()), data)
    record = record_step(plan, Run(plan.network, plan.recipe, data).state)
    for layer in (*plan.network.names, "loss", "metric"):
        for part, values in Explainer(record).parts(layer).items():
            place = tuple(int(at) for at in np.unravel_index(rng.integers(values.size), values.shape))
            explanation = Explainer(record).explain(layer, part, place)
            assert explanation.text
            assert explanation.value == pytest.approx(float(values[place]), rel=1e-6, nan_ok=True)


def test_a_very_deep_expression_is_no_problem() -> None:
    class Steps:
        def build(self, rng, input_shape, dtype):
            return {}, {}, input_shape

        def forward(self, params, state, x, *, train, rng):
            a = x
            for _ in range(3000):
                a = a * 0.999 + 0.001 * x
            return a, {"x": x, "a": a}, state

        def backward(self, params, parts, d_output, *, need_d_x):
            return d_output, {}, {"d_a": d_output}

    plan = Plan(gn.Network([Steps(), gn.Dense(1)]), Recipe("mean_squared_error", dtype="float64"), DATA)
    explanation = Moment(plan, Run(plan.network, plan.recipe, DATA).state).explain("steps_1", "a", 0, 0)
    assert evaluate(explanation.expression) == pytest.approx(explanation.value, rel=1e-12)
    assert explanation.formula
    assert explanation.leaves[0].reference == Reference("data", "x", (0, 0))


def test_long_formulas_are_told_by_rules_and_repeated_pieces_once() -> None:
    rng = np.random.default_rng(0)
    data = Dataset("many", rng.normal(size=(24, 3)), np.arange(24) % 12)
    run = Run(gn.Network([gn.Dense(12)]), Recipe("sparse_softmax_cross_entropy", batch_size=24), data)
    told = run.at(0).explain("loss", "value", 0)
    assert told.formula == (
        "value[0] = log(Σ[i=0…11] exp(dense_1.a[0, i] − u)) − Σ[i=0…11] [data.y[0] = i] · (dense_1.a[0, i] − u), "
        "where u = max(dense_1.a[0, i] for i=0…11)"
    )
    slope = run.at(0).explain("loss", "d_prediction", 0, 3)
    assert slope.formula == (
        "d_prediction[0, 3] = (exp(dense_1.a[0, 3] − u) / (Σ[i=0…11] exp(dense_1.a[0, i] − u)) "
        "− [data.y[0] = 3]) / 24, "
        "where u = max(dense_1.a[0, i] for i=0…11)"
    )
    assert "\\max\\left(a_{0,i}^{(\\mathrm{dense\\_1})}:\\,0\\le i\\le 11\\right)" in slope.latex


def test_a_thousand_classes_are_no_problem() -> None:
    names = tuple(f"class {number}" for number in range(1000))
    data = Dataset("thousand", np.random.default_rng(0).normal(size=(4, 3)), np.arange(4), class_names=names)
    moment = Run(gn.Network([gn.Dense(1000)]), Recipe("sparse_softmax_cross_entropy"), data).at(0)
    told = moment.explain("loss", "value", 0)
    assert len(told.text) < 2000
