"""The history: thinned when long, never wrong; one row an epoch, whatever is asked in between."""

import math

from hypothesis import given
from hypothesis import strategies as st

import glassnet as gn
from glassnet.history.history import Thinned


@given(st.integers(2, 50), st.integers(0, 400), st.integers(0, 3))
def test_thinned_items_stay_few_evenly_spaced_and_in_their_places(capacity: int, count: int, first: int) -> None:
    thinned: Thinned[int] = Thinned(capacity)
    for number in range(first, first + count):
        thinned.append(number, number * 10)
    assert len(thinned) <= capacity
    assert list(thinned) == [number * 10 for number in thinned.numbers]
    gaps = {after - before for before, after in zip(thinned.numbers, thinned.numbers[1:], strict=False)}
    assert len(gaps) <= 1
    assert all(math.log2(gap).is_integer() for gap in gaps)
    if count <= capacity:
        assert len(thinned) == count
    else:
        assert len(thinned) >= capacity // 2 - 1


def test_an_epoch_row_is_the_mean_over_its_samples() -> None:
    data = gn.data.moons(50, seed=1)  # 40 to train on: batches of 16, 16 and 8
    run = gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy", batch_size=16), data)
    losses = [run.advance().loss for _ in range(3)]
    row = run.history.epochs.items[0]
    assert (row.epoch, row.step, len(run.history.epochs)) == (1, 3, 1)
    assert row.loss == (16 * losses[0] + 16 * losses[1] + 8 * losses[2]) / 40
    assert (row.validation_loss, row.validation_accuracy) == run.evaluate("validation")[:2]
    assert run.history.step_loss.items == losses
    assert run.history.step_loss.numbers == [1, 2, 3]


def test_without_held_out_samples_there_is_nothing_to_watch() -> None:
    run = gn.Run(
        gn.Network([gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy"), gn.data.moons(20, validation=0)
    )
    assert run.advance_epoch().validation_loss is None
