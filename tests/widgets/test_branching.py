"""Runs that a reader changes, takes back and branches."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError, UnknownNameError
from glassnet.base.trees import leaves
from glassnet.explain import parse_reference
from glassnet.optim import RMSprop
from glassnet.widgets.branching import Track, Tracks
from glassnet.widgets.branching.distance import explain_distance


def new_run(rule: Any = None, **recipe: Any) -> gn.Run:
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    settings = gn.Recipe("binary_cross_entropy", rule or gn.SGD(0.3), batch_size=20, **recipe)
    return gn.Run(network, settings, gn.data.moons(100, seed=1))


def same(one: gn.Run, other: gn.Run) -> bool:
    theirs = dict(leaves(other.parameters()))
    return all(np.array_equal(values, theirs[name]) for name, values in leaves(one.parameters()))


def test_a_change_that_is_taken_back_at_once_leaves_no_trace() -> None:
    track, plain = Track("run", new_run()), new_run()
    track.advance(count=10)
    for rate in (0.5, 0.7, 2.0):
        track.change({"learning_rate": rate})
    assert [change.step for change in track.run.changes] == [10]
    track.undo()
    assert track.run.changes == ()
    assert not track.can_undo
    track.advance(count=30)
    plain.advance(40)
    assert same(track.run, plain)


def test_a_slider_that_comes_back_to_where_it_was_is_no_change() -> None:
    track = Track("run", new_run())
    track.advance(count=5)
    track.change({"learning_rate": 2.0})
    track.change({"learning_rate": 0.3})
    assert track.run.changes == ()
    assert not track.can_undo


def test_a_change_that_steps_have_followed_is_undone_by_another() -> None:
    track = Track("run", new_run())
    track.advance(count=5)
    track.change({"rule": "adam", "learning_rate": 0.01})
    track.advance(count=5)
    learnt = {name: values.copy() for name, values in leaves(track.run.parameters())}
    track.undo()
    assert [change.step for change in track.run.changes] == [5, 10]
    assert track.run.recipe.optimizer == gn.SGD(0.3)
    assert all(np.array_equal(values, learnt[name]) for name, values in leaves(track.run.parameters()))
    with pytest.raises(SettingError, match="no change to undo"):
        track.undo()


def test_changes_are_taken_back_one_by_one() -> None:
    track = Track("run", new_run())
    for rate in (0.5, 0.7):
        track.advance(count=3)
        track.change({"learning_rate": rate})
    track.undo()
    assert track.run.recipe.optimizer.learning_rate == 0.5
    track.undo()
    assert track.run.recipe.optimizer.learning_rate == 0.3


def test_the_past_is_the_same_before_and_after_a_change() -> None:
    track, plain = Track("run", new_run()), new_run()
    track.advance(count=20)
    track.change({"learning_rate": 5.0, "l2": 0.1})
    track.advance(count=20)
    plain.advance(20)
    for name, values in leaves(plain.parameters(13)):
        assert np.array_equal(dict(leaves(track.run.parameters(13)))[name], values)
    assert track.run.at(30).learning_rate == 5.0
    assert track.run.at(19).learning_rate == pytest.approx(0.3)


def test_a_number_that_is_not_finite_stops_it_where_all_still_are() -> None:
    network = gn.Network([gn.Dense(4, "relu"), gn.Dense(1)])
    recipe = gn.Recipe("mean_squared_error", gn.SGD(0.1), batch_size=20)
    track = Track("run", gn.Run(network, recipe, gn.data.moons(100, seed=1)))
    track.advance(count=10)
    track.change({"learning_rate": 1000.0})
    with np.errstate(all="ignore"):
        track.advance(count=500)
    assert track.stopped
    assert "before update" in track.stopped
    assert 10 < track.run.step < 500
    assert all(np.isfinite(values).all() for _, values in leaves(track.run.parameters()))
    assert track.run.history.step_loss.numbers[-1] == track.run.step
    assert track.run.at(10).learning_rate == 1000.0
    track.undo()
    assert track.stopped is None
    track.advance(count=1)


def test_a_weight_that_a_sigmoid_hides_the_infinity_of_stops_it_too() -> None:
    x = np.linspace(0.5, 1.5, 20)[:, None]
    data = gn.data.from_arrays(x, np.arange(20) % 2, validation=0.0)
    network = gn.Network([gn.Dense(1, "sigmoid")])
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(1000.0), regularizer=gn.L2(1.0), batch_size=20)
    track = Track("run", gn.Run(network, recipe, data))
    with np.errstate(all="ignore"):
        track.advance(count=100)
    assert track.stopped
    assert "inf" in track.stopped
    assert 0 < track.run.step < 100
    assert all(np.isfinite(values).all() for _, values in leaves(track.run.parameters()))
    assert track.run.history.step_loss.numbers[-1] == track.run.step


def test_a_rule_of_the_runs_own_keeps_its_other_settings() -> None:
    track = Track("run", new_run(RMSprop(0.01, rho=0.5)))
    track.change({"learning_rate": 0.02})
    assert track.run.recipe.optimizer == RMSprop(0.02, rho=0.5)
    track.change({"rule": "sgd"})
    track.change({"rule": "own"})
    assert track.run.recipe.optimizer == RMSprop(0.02, rho=0.5)


def test_another_penalty_is_not_replaced_by_a_number() -> None:
    track = Track("run", new_run(regularizer=gn.L1(0.01)))
    with pytest.raises(SettingError, match="another penalty"):
        track.change({"l2": 0.1})


def test_a_branch_shares_the_past_and_is_the_runs_own() -> None:
    run = new_run()
    tracks = Tracks(run)
    tracks.now.advance(count=30)
    branch = tracks.branch(12, {"learning_rate": 2.0})
    branch.advance(count=18)
    assert run.branches == [branch.run]
    assert (branch.parent, branch.run.branched_at) == ("run", 12)
    compared = tracks.compare("run")
    assert compared.first_difference == 12
    assert compared.distances["all"][0] == 0
    assert (compared.distances["all"][-1] or 0) > 0
    explanation = explain_distance(tracks.all, parse_reference("distance.branch_1/run/all"), 30)
    assert explanation.evaluate() == pytest.approx(compared.distances["all"][-1], rel=1e-6)
    seen = set()
    for layer in explanation.leaves:
        difference = explain_distance(tracks.all, layer.reference, 30).leaves[0].reference
        seen |= {leaf.reference.layer for leaf in explain_distance(tracks.all, difference, 30).leaves}
    assert seen == {"run", "branch_1"}


def test_a_branch_can_be_let_go_unless_others_rest_on_it() -> None:
    run = new_run()
    tracks = Tracks(run)
    tracks.now.advance(count=10)
    tracks.branch(5, {})
    tracks.branch(5, {})
    for name in ("run", "branch_1"):
        with pytest.raises(SettingError, match="can't be deleted"):
            tracks.forget(name)
    tracks.forget("branch_2")
    assert tracks.now.name == "branch_1"
    tracks.forget("branch_1")
    assert (list(tracks.all), run.branches) == (["run"], [])


def test_the_number_of_branches_is_limited() -> None:
    tracks = Tracks(new_run())
    for _ in range(5):
        tracks.branch(0, {})
    with pytest.raises(SettingError, match="Delete a branch"):
        tracks.branch(0, {})
    with pytest.raises(UnknownNameError):
        tracks.choose("branch_9")
