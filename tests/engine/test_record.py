"""What is recorded and explained of a step is what training did: for every row of the table, targets over places."""

from typing import Any

import numpy as np
import pytest

from glassnet.base.trees import flatten
from glassnet.explain import Explainer
from glassnet.explain.gradient_check import gradient_check
from glassnet.run import Run
from glassnet.train import TrainingState, start, steps
from glassnet.train.record import StepRecord, record_step

from .step_cases import STEPS_AHEAD, StepCase, for_a_step_of_every_row, for_every_step, of_recipe, pictures

TOLERANCE = {"float64": 1e-12, "float32": 1e-6}
COMPILED = 3e-5
"""How far compiled float32 training may be from eager: the compiler puts sums in another order."""


def state_before(case: StepCase, dtype: str) -> TrainingState:
    plan = case.plan(dtype)
    walk, state = steps(plan, start(plan)), start(plan)
    for _ in range(STEPS_AHEAD):
        state = next(walk).state
    return state


def assert_same_bits(one: Any, other: Any) -> None:
    mine, theirs = flatten(one), flatten(other)
    assert list(mine) == list(theirs)
    for name, values in mine.items():
        np.testing.assert_array_equal(values, theirs[name], err_msg=name)


@pytest.mark.parametrize("dtype", list(TOLERANCE))
@for_every_step()
def test_what_is_recorded_is_what_was_trained(case: StepCase, dtype: str) -> None:
    plan, state = case.plan(dtype), state_before(case, dtype)
    record = record_step(plan, state)
    walk = steps(plan, state)
    step = next(walk)
    assert record.loss == step.loss
    np.testing.assert_array_equal(record.indices, step.indices)
    for part in ("params", "layers", "optimizer"):
        assert_same_bits(getattr(record.after, part), getattr(step.state, part))
    for batch in record.batches:
        assert batch.values.shape == batch.indices.shape


@pytest.mark.parametrize("dtype", list(TOLERANCE))
@for_every_step()
def test_the_loss_adds_up_to_what_was_recorded(case: StepCase, dtype: str) -> None:
    record = record_step(case.plan(dtype), state_before(case, dtype))
    shares = []
    for number, batch in enumerate(record.batches):
        explainer = Explainer(record, number)
        parts = explainer.parts("loss")
        shares.append(float(explainer.explain("loss", "mean").evaluate()))
        assert float(parts["mean"]) == batch.loss
        np.testing.assert_array_equal(parts["value"], batch.values)
        np.testing.assert_array_equal(parts["d_prediction"], batch.d_prediction)
        assert ("value_at_place" in parts) == (batch.prediction.ndim > 2)
        for part in parts.keys() & {"value_at_place", "value", "weighted", "d_prediction"}:
            index = tuple(size - 1 for size in parts[part].shape)
            found, recorded = explainer.explain("loss", part, index).evaluate(), float(parts[part][index])
            assert float(found) == pytest.approx(recorded, rel=20 * TOLERANCE[dtype], abs=TOLERANCE[dtype]), part
    assert sum(shares) == pytest.approx(record.loss, rel=TOLERANCE[dtype], abs=TOLERANCE[dtype])


@for_a_step_of_every_row()
def test_what_a_compiled_run_recorded_is_what_it_trained(case: StepCase) -> None:
    pytest.importorskip("jax")
    plan = case.plan("float32", "xla")
    run = Run(plan.network, plan.recipe, plan.dataset)
    run.advance(STEPS_AHEAD)
    moment = run.at(STEPS_AHEAD)
    step = run.advance(1)
    assert moment.loss == pytest.approx(step.loss, rel=COMPILED, abs=COMPILED)
    np.testing.assert_array_equal(moment.record.indices, step.indices)
    for part in ("params", "layers", "optimizer"):
        mine, theirs = flatten(getattr(moment.record.after, part)), flatten(getattr(step.state, part))
        assert set(mine) == set(theirs)
        for name, values in mine.items():
            np.testing.assert_allclose(theirs[name], values, rtol=COMPILED, atol=COMPILED, err_msg=name)


def readings(record: StepRecord) -> dict[str, float]:
    """Return the step's loss as everything tells it that tells it."""
    explainer = Explainer(record)
    return {"mean": float(explainer.parts("loss")["mean"]), "flow": record.batches[0].loss, "record": record.loss}


def test_a_target_at_every_step_is_averaged_by_every_reading() -> None:
    case = of_recipe("over time")
    plan = case.plan("float64")
    record = record_step(plan, start(plan))
    error = record.batches[0].prediction - record.batches[0].target
    assert readings(record) == pytest.approx(dict.fromkeys(("mean", "flow", "record"), float((error**2).mean())))
    assert record.batches[0].d_prediction == pytest.approx(2 * error / error.size)
    check = gradient_check(record, "lstm_1", "weight", (0, 0))
    assert check.best_error < 1e-6
    assert check.analytic == pytest.approx(check.recorded)


def test_the_explained_validation_loss_is_the_measured_one() -> None:
    for case in (of_recipe("over time"), pictures("cells")):
        plan = case.plan("float32")
        run = Run(plan.network, plan.recipe, plan.dataset)
        row = run.advance_epoch()
        explained = run.at(run.step).explain("validation", "loss")
        assert explained.value == row.validation_loss
        assert float(explained.evaluate()) == pytest.approx(explained.value, rel=1e-6)
