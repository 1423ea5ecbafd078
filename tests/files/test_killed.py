"""A training process that is killed leaves a readable file, and going on from it ends in the same bits."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.fitting import train
from glassnet.fitting.callbacks import Checkpoint
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.train import Recipe

ENDLESS = 100_000


def begin() -> Run:
    """Return the run that is to be killed, before its first step."""
    net = gn.Network([gn.Dense(16, "relu"), gn.BatchNorm(), gn.Dropout(0.3), gn.Dense(1, "sigmoid")])
    return Run(net, Recipe("binary_cross_entropy", Adam(0.003), epochs=ENDLESS, seed=4), gn.data.moons(400, seed=1))


def go_on_until_killed(path: str) -> None:
    """Train without end, a file after every epoch: what the child process does."""
    train(begin(), ENDLESS, progress=False, callbacks=[Checkpoint(path)])


@pytest.mark.parametrize("seconds", [0.0, 0.07, 0.23])
def test_killed_at_any_moment_and_resumed(seconds: float, tmp_path: Path) -> None:
    path = tmp_path / "run.glass"
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from test_killed import go_on_until_killed"
    child = subprocess.Popen([sys.executable, "-c", f"{code}\ngo_on_until_killed({str(path)!r})"])
    try:
        deadline = time.monotonic() + 60
        while not path.exists():
            assert child.poll() is None, "the child ended by itself"
            assert time.monotonic() < deadline, "no file after a minute"
            time.sleep(0.002)
        time.sleep(seconds)
    finally:
        child.kill()  # SIGKILL: nothing in the process gets a word in
        child.wait()
    resumed, undisturbed = gn.load(path), begin()
    until = resumed.state.epoch + 3
    assert until > 3
    for run in (resumed, undisturbed):
        train(run, until, progress=False)
    for tree in ("params", "layers", "optimizer"):
        mine, theirs = flatten(getattr(resumed.state, tree)), flatten(getattr(undisturbed.state, tree))
        assert mine.keys() == theirs.keys()
        for name, values in mine.items():
            np.testing.assert_array_equal(values, theirs[name], err_msg=name)
    assert resumed.history.column("loss") == undisturbed.history.column("loss")
    assert resumed.at(5).loss == undisturbed.at(5).loss
