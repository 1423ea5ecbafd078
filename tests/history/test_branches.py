"""Branches and comparisons: the same past, another future, and where two runs part."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError
from glassnet.base.trees import flatten
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.study.fair import fair
from glassnet.train import Recipe

NET = gn.Network([gn.Dense(6, "tanh"), gn.Dropout(0.2), gn.Dense(1, "sigmoid")])
DATA = gn.data.moons(80, seed=3)


def made(epochs: int = 4, memory: int = 2**26) -> Run:
    run = Run(NET, Recipe("binary_cross_entropy", Adam(0.03), batch_size=8, seed=1), DATA, memory=memory)
    run.continue_(epochs)
    return run


def same(one: Run, other: Run, step: int) -> None:
    mine, theirs = flatten(one.parameters(step)), flatten(other.parameters(step))
    assert mine.keys() == theirs.keys()
    for name, values in mine.items():
        np.testing.assert_array_equal(values, theirs[name], err_msg=name)


@pytest.mark.parametrize("memory", [0, 2**26])
def test_a_branch_that_changes_nothing_makes_the_same_steps(memory: int) -> None:
    run = made(memory=memory)
    twin = run.branch(11)
    twin.advance(run.step - 11)
    for step in (0, 5, 11, 12, run.step):
        same(run, twin, step)
    assert twin.history.column("loss") == run.history.column("loss")
    assert twin.history.step_loss.items == run.history.step_loss.items
    assert run.compare(twin).first_difference is None
    assert "the same" in str(run.compare(twin))


def test_a_branch_shares_its_past_and_goes_its_own_way() -> None:
    run = made()
    before = run.step
    other = run.branch(11, optimizer=gn.SGD(0.5))
    other.advance(10)
    assert run.step == before
    assert [change.what for change in other.at(11).changes] == ["optimizer"]
    assert other.branched_at == 11
    assert run.branches == [other]
    same(run, other, 11)
    comparison = run.compare(other)
    assert comparison.first_difference == 11
    assert [change.what for change in comparison.changes] == ["optimizer"]
    assert comparison.distances["all"][0] == 0.0
    assert comparison.distances["all"][-1] > 0.0
    assert comparison.losses[0][:11] == comparison.losses[1][:11]
    np.testing.assert_array_equal(run.at(14).samples, other.at(14).samples)
    whole = sum(comparison.distances[name][-1] ** 2 for name in ("dense_1", "dense_2"))
    assert comparison.distances["all"][-1] ** 2 == pytest.approx(whole)


def test_a_branch_in_the_middle_of_an_epoch_ends_it_with_the_same_mean() -> None:
    run = made()
    assert run.at(11).before.offset > 0
    twin = run.branch(11)
    twin.advance_epoch()
    assert twin.history.column("loss") == run.history.column("loss")[: len(twin.history.epochs)]


def test_a_branch_may_have_more_units() -> None:
    run = made()
    wider = run.branch(9, network=gn.Network([gn.Dense(8, "tanh"), *NET.layers[1:]]))
    weight = wider.parameters(9)["dense_1"]["weight"]
    np.testing.assert_array_equal(weight[:, :6], run.parameters(9)["dense_1"]["weight"])
    wider.advance(5)
    comparison = run.compare(wider)
    assert comparison.first_difference == 9
    assert [change.what for change in comparison.changes] == ["network"]
    assert "all" not in comparison.distances


def test_branches_of_branches() -> None:
    run = made()
    one = run.branch(10, optimizer=gn.SGD(0.1))
    one.advance(10)
    two = one.branch(15, batch_size=4)
    two.advance(3)
    same(one, two, 15)
    assert one.branches == [two]
    assert run.compare(two).first_difference == 10
    assert one.compare(two).first_difference == 15
    assert [str(change) for change in two.changes][-1] == "step 15: batch_size 8 → 4"


def test_a_branch_cannot_begin_in_the_future() -> None:
    run = made(1)
    with pytest.raises(SettingError, match="step must be between"):
        run.branch(run.step + 1)


def test_a_fair_race_starts_equal_and_sees_the_same_batches() -> None:
    recipes = {
        "sgd": Recipe("binary_cross_entropy", gn.SGD(0.1), batch_size=8),
        "adam": Recipe("binary_cross_entropy", Adam(0.05), batch_size=8, seed=9),
        "wild": Recipe("mean_squared_error", gn.SGD(1e30), batch_size=8),
    }
    linear = gn.Network([gn.Dense(4), gn.Dense(1)])
    race = fair(linear, DATA, {"wild": recipes["wild"]}, seeds=(3,), epochs=2)
    assert race.diverged == {"wild": 1}
    race = fair(NET, DATA, {name: recipes[name] for name in ("sgd", "adam")}, seeds=(3, 4), epochs=2)
    for number in (0, 1):
        one, other = race.runs["sgd"][number], race.runs["adam"][number]
        same(one, other, 0)
        np.testing.assert_array_equal(one.at(7).samples, other.at(7).samples)
    band = race.band("adam")
    assert band.epochs == (1, 2)
    columns = [run.history.column("loss") for run in race.runs["adam"]]
    assert band.low[1] == min(column[1] for column in columns)  # type: ignore[type-var]
    assert len(race.summary().splitlines()) == 3
    with pytest.raises(SettingError, match="the same batch size"):
        fair(NET, DATA, [recipes["sgd"], Recipe("binary_cross_entropy", batch_size=4)])
