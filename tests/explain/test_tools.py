"""Tools on a moment and on a run: each says what can be worked out in another way."""

import json
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import DivergedError, SettingError, ShapeError
from glassnet.data import Dataset
from glassnet.explain.gradient_check import gradient_check
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.study.landscape import landscape
from glassnet.study.over_time import flow_over_time, sample_history
from glassnet.train import Recipe

DATA = gn.data.moons(80, seed=3)
NET = gn.Network([gn.Dense(6, "tanh"), gn.Dropout(0.2), gn.Dense(1, "sigmoid")])
PICTURES = Dataset("pictures", np.random.default_rng(0).normal(size=(20, 8, 8, 1)), np.arange(20) % 2)
CNN = gn.Network([gn.Conv2D(3, 3, activation="relu"), gn.MaxPool2D(2), gn.Flatten(), gn.Dense(2)])


def made(epochs: int = 5, **settings: Any) -> Run:
    merged: dict[str, Any] = {"loss": "binary_cross_entropy", "optimizer": Adam(0.03), "batch_size": 8} | settings
    run = Run(NET, Recipe(**merged), DATA)
    run.continue_(epochs)
    return run


def test_the_gradient_check_agrees_and_its_curve_has_a_valley() -> None:
    moment = made().at(13)
    check = moment.gradient_check("dense_1", "weight", 1, 2)
    assert check.best_error < 1e-8
    assert check.analytic == pytest.approx(check.recorded, rel=1e-4)
    assert check.errors[0] > 1e3 * check.best_error  # truncation
    assert check.errors[-1] > 1e3 * check.best_error  # round-off
    assert 1e-8 < check.best_step_size < 1e-3
    # truncation falls with h²: ten times smaller steps, a hundred times smaller errors
    assert check.errors[2] / check.errors[4] == pytest.approx(100, rel=0.2)
    assert json.dumps(check.to_dict(), allow_nan=False)


def test_the_gradient_check_notices_a_wrong_gradient(monkeypatch: pytest.MonkeyPatch) -> None:
    real = gn.Tanh.backward
    monkeypatch.setattr(gn.Tanh, "backward", lambda self, d_a, z, a: 1.05 * real(self, d_a, z, a))
    check = gradient_check(made(1).at(3).record, "dense_1", "weight", (0, 0))
    assert check.best_error > 0.01


def test_flow_is_what_the_numbers_say() -> None:
    run = made()
    moment = run.at(9)
    flow = {row.layer: row for row in moment.flow()}
    weight = moment.params["dense_1"]["weight"].astype(float)
    change = moment.params_after["dense_1"]["weight"].astype(float) - weight
    assert flow["dense_1"].update_ratio == pytest.approx(np.linalg.norm(change) / np.linalg.norm(weight))
    assert flow["dense_1"].weight_norm == pytest.approx(np.linalg.norm(weight))
    assert flow["dropout_1"].update_ratio is None
    assert flow["dense_1"].dead is None
    assert flow["dense_1"].saturated == 0.0
    assert list(flow_over_time(run, points=4)) == [0, 13, 27, 40]


def test_dead_and_saturated_units_are_counted() -> None:
    run = Run(gn.Network([gn.Dense(4, "relu"), gn.Dense(1, "sigmoid")]), Recipe("binary_cross_entropy"), DATA)
    params = run.state.params
    params["dense_1"] = {"weight": params["dense_1"]["weight"] * 0, "bias": np.array([-1, -1, 1, 1], "float32")}
    params["dense_2"] = {"weight": np.full((4, 1), 50.0, "float32"), "bias": params["dense_2"]["bias"]}
    hidden, output = run.at(0).flow()
    assert hidden.dead == 0.5
    assert output.saturated == 1.0


def test_histograms_count_everything() -> None:
    moment = made().at(9)
    counted = moment.histogram("dense_1", "z", bins=7)
    assert sum(counted.counts) == moment.parts("dense_1")["z"].size
    assert counted.mean == pytest.approx(float(moment.parts("dense_1")["z"].astype(float).mean()))
    assert len(counted.edges) == 8


def test_saliency_is_the_slope_and_occlusion_the_fall() -> None:
    run = Run(CNN, Recipe("sparse_softmax_cross_entropy", Adam(0.01), batch_size=5, dtype="float64"), PICTURES)
    run.continue_(4)
    moment, x = run.at(run.step), PICTURES.x[:2]
    slopes = moment.saliency(x, 1)
    moved = x.copy()
    moved[0, 3, 4, 0] += 1e-6
    outputs = [_outputs(run, pictures)[0, 1] for pictures in (moved, x)]
    assert slopes[0, 3, 4, 0] == pytest.approx((outputs[0] - outputs[1]) / 1e-6, rel=1e-4)
    falls = moment.occlusion(x[0], 1, size=3)
    covered = x[:1].copy()
    covered[0, 1:4, 4:7] = 0.0
    assert falls[2, 5] == pytest.approx(_outputs(run, x[:1])[0, 1] - _outputs(run, covered)[0, 1])


def _outputs(run: Run, x: np.ndarray) -> np.ndarray:
    from glassnet.train.evaluate import network_output

    return network_output(run.plan, run.state, x)


def test_grad_cam_by_hand() -> None:
    run = Run(CNN, Recipe("sparse_softmax_cross_entropy", batch_size=5, dtype="float64"), PICTURES)
    moment, x = run.at(0), PICTURES.x[:3]
    seen = moment.grad_cam(x, 0, "max_pool2d_1")
    assert seen.shape == (3, 3, 3)
    weight = run.parameters()["dense_1"]["weight"][:, 0].reshape(3, 3, 3)
    _, tape, _ = gn_forward(run, x)
    maps = tape["max_pool2d_1"]["a"]
    np.testing.assert_allclose(seen, np.maximum((maps * weight.mean(axis=(0, 1))).sum(-1), 0), atol=1e-12)
    with pytest.raises(ShapeError, match="Grad-CAM needs a layer whose output has maps"):
        moment.grad_cam(x, 0, "flatten_1")


def gn_forward(run: Run, x: np.ndarray) -> Any:
    from glassnet.nn.forward import forward

    return forward(run.network, run.state.params, run.state.layers, x, train=False, rng=run.plan.rng)


def test_forensics_find_where_the_numbers_ended() -> None:
    net = gn.Network([gn.Dense(4, "linear"), gn.Dense(4, "linear"), gn.Dense(1)])
    run = Run(net, Recipe("mean_squared_error", gn.SGD(1e6), batch_size=8), DATA)
    with pytest.raises(DivergedError):
        run.continue_(50)
    assert run.at(run.step - 1).forensics() is not None or run.at(run.step).forensics() is not None
    found = run.at(run.step).forensics()
    assert found is not None
    assert found.operation in ("sum", "multiply", "product")
    assert all(np.isfinite(found.operands))
    assert not np.isfinite(found.explanation.value)
    assert "the first NaN or infinite number is" in str(found)
    assert json.dumps(found.to_dict(), allow_nan=False)
    for layer in net.names:  # numbers that are not finite are explained like any other
        for part, values in run.at(run.step).parts(layer).items():
            explanation = run.at(run.step).explain(layer, part, *(0,) * values.ndim)
            assert json.dumps(explanation.to_dict(), allow_nan=False)
            assert explanation.text
            assert explanation.tree()
            explanation.evaluate()
    assert made(1).at(2).forensics() is None


def test_forensics_name_a_logarithm_of_zero() -> None:
    loss = gn.CustomLoss(lambda p, t: np.log(p * 0 * t).sum(axis=-1), lambda p, t: p * 0)
    run = Run(gn.Network([gn.Dense(1, "sigmoid")]), Recipe(loss, batch_size=8), DATA)
    found = run.at(0).forensics()
    assert found is not None
    assert (str(found.explanation.reference), found.operation, found.operands) == ("loss.value[0]", "log", (0.0,))


@pytest.mark.parametrize("directions", ["pca", "random", ("dense_1.weight[0, 1]", "dense_3.bias[0]")])
def test_a_landscape_is_the_loss_on_a_plane(directions: Any) -> None:
    if not isinstance(directions, str):
        directions = ("dense_1.weight[0, 1]", "dense_2.bias[0]")
    run, other = made(4), made(3, optimizer=gn.SGD(0.3))
    plane = landscape(run, directions, others=[other], size=7, points=9)
    train_loss = run.evaluate("train").loss
    assert plane.loss[3, 3] == pytest.approx(train_loss, rel=1e-5)
    assert len(plane.paths) == 2
    np.testing.assert_allclose(plane.paths[0][-1], 0.0, atol=1e-6)
    assert plane.path_steps[0][-1] == run.step
    if not isinstance(directions, str):
        weights = [run.parameters(step)["dense_1"]["weight"][0, 1] for step in plane.path_steps[0]]
        np.testing.assert_allclose(plane.paths[0][:, 0], np.array(weights) - weights[-1], atol=1e-6)
    assert json.dumps(plane.to_dict(), allow_nan=False)


def test_a_landscape_says_what_it_cannot_draw() -> None:
    run = made(1)
    with pytest.raises(SettingError, match="There is no parameter dense_9"):
        landscape(run, ("dense_9.weight[0, 0]", "dense_1.bias[0]"))
    with pytest.raises(
        SettingError, match='directions must be "pca", "random" or the names of two different parameters'
    ):
        landscape(run, "up")
    with pytest.raises(SettingError, match="too short"):
        landscape(Run(NET, Recipe("binary_cross_entropy"), DATA))


def test_the_fate_of_samples() -> None:
    run = made(20)
    history = sample_history(run, points=9)
    assert history.right is not None
    learnt, forgotten = history.learnt, history.forgotten
    assert learnt is not None
    assert forgotten is not None
    assert history.losses[-1].mean() == pytest.approx(run.evaluate("train").loss, rel=1e-5)
    assert history.right[-1].mean() == pytest.approx(run.evaluate("train").accuracy)
    assert ((learnt == -1) == ~history.right[-1]).all()
    for place in range(len(learnt)):
        if learnt[place] >= 0:
            from_there = history.steps.index(learnt[place])
            assert history.right[from_there:, place].all()
            assert from_there == 0 or not history.right[from_there - 1, place]
    assert (
        history.losses.mean(axis=0)[history.samples.tolist().index(history.hardest(1)[0])]
        == history.losses.mean(0).max()
    )


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_the_numbers_of_gradient_flow_have_their_reasons(activation: str) -> None:
    net = gn.Network([gn.Dense(6, activation), gn.Dropout(0.3), gn.Dense(2, "softmax")])
    data = gn.data.moons(60, seed=1)
    run = gn.fit(net, data, loss="sparse_categorical_cross_entropy", epochs=3, dtype="float64", progress=False)
    moment = run.at(3)
    compared = 0
    for flow in moment.flow():
        units = moment.batch().outputs[flow.layer].shape[-1]
        told = flow._asdict() | {"dead_units": None if flow.dead is None else flow.dead * units}
        for name, part in (("gradient_norm",) * 2, ("weight_norm",) * 2, ("update_ratio",) * 2, ("dead_units",) * 2):
            if not told[name]:
                continue
            assert moment.explain("flow", f"{flow.layer}/{part}").evaluate() == pytest.approx(told[name], abs=1e-12)
            compared += 1
        mean = moment.explain("flow", f"{flow.layer}/activation_mean")
        assert mean.evaluate() == pytest.approx(flow.activation_mean, abs=1e-12)
    assert compared >= 6


def test_what_the_held_out_samples_give_is_explained_back_to_the_data() -> None:
    net = gn.Network([gn.Dense(4, "tanh"), gn.Dropout(0.5), gn.Dense(1, "sigmoid")])
    run = gn.fit(net, gn.data.moons(60, seed=1), loss="binary_cross_entropy", epochs=3, dtype="float64", progress=False)
    moment, row = run.at(run.step), run.history.epochs.last
    assert moment.explain("validation.loss").value == pytest.approx(row.validation_loss, abs=1e-12)
    assert moment.explain("validation.loss").evaluate() == pytest.approx(row.validation_loss, abs=1e-12)
    assert moment.explain("validation.accuracy").value == pytest.approx(row.validation_accuracy)
    seen, waiting = set(), [moment.explain("validation.loss")]
    while waiting:  # leaf by leaf, until nothing is left that is not given
        explanation = waiting.pop()
        assert explanation.evaluate() == pytest.approx(float(explanation.value), abs=1e-12)
        assert explanation.leaves or explanation.note, explanation.reference
        for leaf in explanation.leaves[:3]:
            if leaf.reference not in seen:
                seen.add(leaf.reference)
                waiting.append(moment.follow(leaf.reference))
    assert {reference.part for reference in seen} >= {"x", "weight", "value", "dense_1/a", "dense_2/z"}
