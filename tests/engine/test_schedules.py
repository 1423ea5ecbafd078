"""Schedules and clippings beside PyTorch's, and by hand."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from glassnet.base.errors import SettingError
from glassnet.optim.clipping import ClipByGlobalNorm, ClipByNorm, ClipByValue
from glassnet.optim.schedules import (
    SCHEDULES,
    CosineDecay,
    CosineRestarts,
    ExponentialDecay,
    OneCycle,
    PolynomialDecay,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
)

BASE, STEPS = 0.4, 60

TWINS: list[tuple[Schedule, Callable[[Any, Any], Any]]] = [
    (StepDecay(7, 0.3), lambda s, o: s.StepLR(o, 7, 0.3)),
    (ExponentialDecay(1, 0.97), lambda s, o: s.ExponentialLR(o, 0.97)),
    (PolynomialDecay(40, power=2.0), lambda s, o: s.PolynomialLR(o, 40, 2.0)),
    (CosineRestarts(10, growth=2, end=0.01), lambda s, o: s.CosineAnnealingWarmRestarts(o, 10, 2, 0.01)),
    (CosineRestarts(8), lambda s, o: s.CosineAnnealingWarmRestarts(o, 8)),
    (OneCycle(STEPS), lambda s, o: s.OneCycleLR(o, BASE, STEPS)),
    (
        OneCycle(STEPS, rise=0.5, start=10, finish=100),
        lambda s, o: s.OneCycleLR(o, BASE, STEPS, pct_start=0.5, div_factor=10, final_div_factor=100),
    ),
    (WarmUp(12), lambda s, o: s.LambdaLR(o, lambda step: min(1.0, (step + 1) / 12))),
]


@pytest.mark.reference
@pytest.mark.parametrize(("schedule", "twin"), TWINS, ids=lambda value: getattr(value, "__class__", value).__name__)
@pytest.mark.filterwarnings("ignore")
def test_the_rates_are_pytorchs(schedule: Schedule, twin: Callable[[Any, Any], Any]) -> None:
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    theirs = twin(torch.optim.lr_scheduler, optimizer)
    for step in range(STEPS):
        assert schedule.rate(BASE, step, ()) == pytest.approx(optimizer.param_groups[0]["lr"], rel=1e-9, abs=1e-12)
        optimizer.step()
        if step + 1 < STEPS:
            theirs.step()


@pytest.mark.reference
def test_a_plateau_is_pytorchs_plateau() -> None:
    torch = pytest.importorskip("torch")
    losses = (np.abs(np.sin(np.arange(50) * 0.7)) + 1.0 / (1 + np.arange(50))).tolist()
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    theirs = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=3, min_lr=0.01, eps=0)
    ours = ReduceOnPlateau(0.5, patience=3, minimum_rate=0.01)
    for epoch in range(len(losses)):
        theirs.step(losses[epoch])
        assert ours.rate(BASE, 0, losses[: epoch + 1]) == pytest.approx(optimizer.param_groups[0]["lr"], rel=1e-12)


def test_cosine_decay_ends_and_stays() -> None:
    schedule = CosineDecay(10, end=0.1)
    assert schedule.rate(1.0, 5, ()) == pytest.approx(0.55)
    assert schedule.rate(1.0, 10, ()) == schedule.rate(1.0, 1000, ()) == 0.1


def test_warm_up_hands_over() -> None:
    schedule = WarmUp(10, StepDecay(5, 0.5))
    assert [schedule.rate(1.0, step, ()) for step in (0, 9, 10, 14, 15)] == [0.1, 1.0, 1.0, 1.0, 0.5]
    assert WarmUp(3, ReduceOnPlateau()).watches


@pytest.mark.parametrize(
    "make",
    [
        lambda: StepDecay(0),
        lambda: StepDecay(5, factor=-1),
        lambda: ExponentialDecay(2.5),  # type: ignore[arg-type]
        lambda: PolynomialDecay(10, end=-1),
        lambda: CosineDecay(-3),
        lambda: CosineRestarts(5, growth=0),
        lambda: OneCycle(3, rise=0.1),
        lambda: WarmUp(0),
        lambda: ReduceOnPlateau(1.5),
        lambda: ClipByNorm(0),
    ],
)
def test_senseless_settings_are_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(SettingError, match=r"must be"):
        make()


def test_every_schedule_is_tested() -> None:
    tested = {type(schedule).__name__ for schedule, _ in TWINS} | {"ConstantRate", "CosineDecay", "ReduceOnPlateau"}
    assert {kind.__name__ for kind in SCHEDULES.values()} == tested


def _grads() -> dict[str, Any]:
    rng = np.random.default_rng(3)
    return {
        "dense_1": {"weight": rng.normal(size=(4, 3)), "bias": rng.normal(size=3)},
        "dense_2": {"weight": rng.normal(size=(3, 2))},
    }


@pytest.mark.reference
def test_clipping_is_pytorchs() -> None:
    torch = pytest.importorskip("torch")
    for rule, theirs in [
        (ClipByGlobalNorm(1.3), lambda parameters: torch.nn.utils.clip_grad_norm_(parameters, 1.3)),
        (ClipByValue(0.4), lambda parameters: torch.nn.utils.clip_grad_value_(parameters, 0.4)),
        (ClipByNorm(0.9), lambda parameters: [torch.nn.utils.clip_grad_norm_([p], 0.9) for p in parameters]),
    ]:
        grads = _grads()
        flat = [grads["dense_1"]["weight"], grads["dense_1"]["bias"], grads["dense_2"]["weight"]]
        parameters = []
        for value in flat:
            parameter = torch.zeros(value.shape, dtype=torch.float64, requires_grad=True)
            parameter.grad = torch.tensor(value)
            parameters.append(parameter)
        theirs(parameters)
        ours = rule.apply(grads)
        for mine, parameter in zip(
            [ours["dense_1"]["weight"], ours["dense_1"]["bias"], ours["dense_2"]["weight"]], parameters, strict=True
        ):
            np.testing.assert_allclose(mine, parameter.grad.numpy(), rtol=2e-6)  # PyTorch adds 1e-6 to the norm


@pytest.mark.parametrize("rule", [ClipByValue(10.0), ClipByNorm(10.0), ClipByGlobalNorm(10.0)])
def test_small_and_zero_gradients_pass_untouched(rule: Any) -> None:
    grads = {"dense_1": {"weight": np.full((2, 2), 0.5, "float32"), "bias": np.zeros(2, "float32")}}
    clipped = rule.apply(grads)
    np.testing.assert_array_equal(clipped["dense_1"]["weight"], grads["dense_1"]["weight"])
    np.testing.assert_array_equal(clipped["dense_1"]["bias"], 0)
    assert clipped["dense_1"]["weight"].dtype == np.float32
