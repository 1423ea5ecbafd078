"""Schedules: PyTorch's rates step by step, never negative, and combined with one another."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassnet.base.errors import SettingError
from glassnet.optim.schedules import (
    CosineDecay,
    CosineRestarts,
    ExponentialDecay,
    OneCycle,
    PolynomialDecay,
    ReduceOnPlateau,
    StepDecay,
    WarmUp,
)

from .cases import twin_of
from .table import SCHEDULE_ROWS, Row
from .training_rows import BASE, STEPS

ALL = [(row, schedule) for row in SCHEDULE_ROWS for schedule in row.settings]
every_schedule = pytest.mark.parametrize(("row", "schedule"), ALL, ids=[repr(schedule) for _, schedule in ALL])
LOSSES = (np.abs(np.sin(np.arange(STEPS) * 0.7)) + 1.0 / (1 + np.arange(STEPS))).tolist()


@pytest.mark.reference
@pytest.mark.filterwarnings("ignore")
@every_schedule
def test_the_rates_are_pytorchs(row: Row, schedule: Any) -> None:
    """One step of a schedule's twin is one update, or one epoch where the schedule watches the loss."""
    torch: Any = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE)
    theirs = twin_of(row, "torch")(torch.optim.lr_scheduler, schedule, optimizer)
    for step in range(STEPS):
        ours = schedule.rate(BASE, step, LOSSES[:step])
        assert ours == pytest.approx(optimizer.param_groups[0]["lr"], rel=1e-9, abs=1e-12)
        optimizer.step()
        if step + 1 < STEPS:
            theirs.step(LOSSES[step]) if schedule.watches else theirs.step()


@every_schedule
@given(
    base=st.floats(1e-9, 1e3),
    step=st.integers(0, 10**9),
    watched=st.lists(st.floats(-1e6, 1e6), max_size=30),
)
def test_a_rate_is_a_number_above_0_or_0_and_depends_on_its_arguments_alone(
    row: Row, schedule: Any, base: float, step: int, watched: list[float]
) -> None:
    rate = schedule.rate(base, step, watched)
    assert 0 <= rate < np.inf
    assert rate == schedule.rate(base, step, watched)
    if schedule.watches:
        assert rate <= base


def test_cosine_decay_ends_and_stays() -> None:
    schedule = CosineDecay(10, end=0.1)
    assert schedule.rate(1.0, 5, ()) == pytest.approx(0.55)
    assert schedule.rate(1.0, 10, ()) == schedule.rate(1.0, 1000, ()) == 0.1


def test_warm_up_hands_over() -> None:
    schedule = WarmUp(10, StepDecay(5, 0.5))
    assert [schedule.rate(1.0, step, ()) for step in (0, 9, 10, 14, 15)] == [0.1, 1.0, 1.0, 1.0, 0.5]
    assert WarmUp(3, ReduceOnPlateau()).watches


def test_a_plateau_of_losses_below_0_is_a_plateau_too() -> None:
    schedule = ReduceOnPlateau(0.5, patience=2)
    assert schedule.rate(1.0, 0, [-1.0] * 3) == 1.0
    assert schedule.rate(1.0, 0, [-1.0] * 4) == 0.5
    assert schedule.rate(1.0, 0, [-1.0, -2.0, -3.0, -4.0]) == 1.0


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
        lambda: WarmUp(3, 0.1),  # type: ignore[arg-type]
        lambda: ReduceOnPlateau(1.5),
    ],
)
def test_invalid_settings_are_errors(make: Callable[[], Any]) -> None:
    with pytest.raises(SettingError, match=r"must"):
        make()
