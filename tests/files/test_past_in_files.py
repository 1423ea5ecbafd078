"""A run file keeps the whole way: every step, every change and every branch can be walked to again."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.data import Dataset
from glassnet.files import read_run_file, write_run_file
from glassnet.files.encode import encode
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.train import Recipe

NET = gn.Network([gn.Dense(6, "tanh"), gn.Dropout(0.2), gn.Dense(1, "sigmoid")])
OWN = Dataset("own", np.random.default_rng(0).normal(size=(40, 2)), np.arange(40) % 2)


def changed_run(data: Dataset) -> Run:
    run = Run(NET, Recipe("binary_cross_entropy", Adam(0.03), batch_size=8, seed=1), data)
    run.advance(9)
    run.change(optimizer=gn.SGD(0.1), batch_size=5)
    run.advance(7)
    run.change(network=gn.Network([gn.Dense(8, "tanh"), *NET.layers[1:]]))
    run.advance(5)
    return run


def same(one: Run, other: Run) -> None:
    assert one.step == other.step
    for step in (0, 4, 9, 10, 16, 20, 21):
        mine, theirs = flatten(one.parameters(step)), flatten(other.parameters(step))
        assert mine.keys() == theirs.keys()
        for name, values in mine.items():
            np.testing.assert_array_equal(values, theirs[name], err_msg=f"{name} after {step}")


@pytest.mark.parametrize("data", [OWN, gn.data.moons(40, seed=1)], ids=["own data", "generated"])
def test_every_step_before_and_after_changes_comes_back(data: Dataset, tmp_path: Path) -> None:
    run = changed_run(data)
    run.save(tmp_path / "run.glass")
    loaded = gn.load(tmp_path / "run.glass")
    same(run, loaded)
    assert [str(change) for change in loaded.changes] == [str(change) for change in run.changes]
    assert len(loaded.changes) == 3
    explanation = loaded.at(4).explain("dense_1", "d_weight", 0, 2)
    assert explanation.value == run.at(4).explain("dense_1", "d_weight", 0, 2).value
    run.advance(4)
    loaded.advance(4)
    same(run, loaded)


def test_branches_are_saved_with_their_run(tmp_path: Path) -> None:
    run = changed_run(OWN)
    one = run.branch(12, optimizer=Adam(0.1))
    one.advance(9)
    two = one.branch(15, dataset=Dataset("other", OWN.x[:30], OWN.y[:30]))
    two.advance(6)
    run.save(tmp_path / "run.glass")
    loaded = gn.load(tmp_path / "run.glass")
    assert [branch.branched_at for branch in loaded.branches] == [12]
    assert loaded.branches[0].dataset is loaded.dataset
    inner = loaded.branches[0].branches[0]
    assert inner.branched_at == 15
    assert inner.dataset.name == "other"
    same(run, loaded)
    same(one, loaded.branches[0])
    same(two, inner)
    assert loaded.compare(loaded.branches[0]).first_difference == 12


def test_data_and_first_weights_are_kept_once(tmp_path: Path) -> None:
    run = Run(NET, Recipe("binary_cross_entropy"), OWN)
    run.advance(3)
    run.save(tmp_path / "plain.glass")
    plain = (tmp_path / "plain.glass").stat().st_size
    run.branch(2).advance(1)
    run.save(tmp_path / "branched.glass")
    assert (tmp_path / "branched.glass").stat().st_size - plain < plain
    file = read_run_file(tmp_path / "branched.glass")
    assert file.inner["branch/0"].shares_data
    assert not file.inner["branch/0"].arrays


def test_a_file_from_before_pasts_were_kept_is_read(tmp_path: Path) -> None:
    run = Run(NET, Recipe("binary_cross_entropy"), OWN)
    run.advance(3)
    content = encode(run.setup, run.state, run.history, {})
    write_run_file(tmp_path / "old.glass", content)
    loaded = gn.load(tmp_path / "old.glass")
    run.advance(3)
    loaded.advance(3)
    for name, values in flatten(run.state.params).items():
        np.testing.assert_array_equal(values, flatten(loaded.state.params)[name])


def test_states_on_the_way_are_kept_so_that_no_step_is_far(tmp_path: Path) -> None:
    run = Run(NET, Recipe("binary_cross_entropy", Adam(0.01), batch_size=8, seed=1), OWN)
    run.advance(700)
    run.change(batch_size=5)
    run.advance(260)
    run.save(tmp_path / "run.glass")
    loaded = gn.load(tmp_path / "run.glass")
    first, second = loaded.timeline.segments
    assert len(first.states) == 1 + 6
    assert len(second.states) == 1 + 2 + 1
    known = sorted([*first.states, *second.states])
    assert max(later - earlier for earlier, later in pairwise(known)) < 150
    for step in (0, 131, 699, 700, 701, 955):
        mine, theirs = flatten(run.parameters(step)), flatten(loaded.parameters(step))
        for name, values in mine.items():
            np.testing.assert_array_equal(values, theirs[name], err_msg=f"{name} after {step}")


def test_a_run_of_few_steps_keeps_none_on_the_way(tmp_path: Path) -> None:
    run = changed_run(OWN)
    run.save(tmp_path / "run.glass")
    assert not [name for name in read_run_file(tmp_path / "run.glass").inner if name.startswith("kept")]
