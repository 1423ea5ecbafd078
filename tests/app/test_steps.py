"""The command line on steps of a run: show one, explain a number, resume, compare."""

from pathlib import Path

import numpy as np
import pytest

import glassnet as gn
from glassnet.app.cli import main
from glassnet.base.trees import flatten
from glassnet.run import Run
from glassnet.train import Recipe


def made(path: Path, epochs: int, **changes: object) -> Run:
    net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    run = Run(net, Recipe("binary_cross_entropy", batch_size=16, epochs=6, **changes), gn.data.moons(100, seed=1))  # type: ignore[arg-type]
    run.continue_(epochs)
    run.save(path)
    return run


def told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: object) -> str:
    monkeypatch.setattr("sys.argv", ["glassnet", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return said.out if ended.value.code == 0 else said.err


def test_a_step_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run = made(tmp_path / "a.glass", 3)
    text = told(capsys, monkeypatch, "show", tmp_path / "a.glass", "--step", 7)
    assert text.startswith(f"Step 7 (epoch {run.at(7).epoch + 1}): 16 samples, loss {run.at(7).loss:.6g}")
    for word in ("dense_2", "d_weight", "weight_after", "d_prediction", "accuracy", "16×4"):
        assert word in text


def test_a_number_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = made(tmp_path / "a.glass", 3)
    text = told(capsys, monkeypatch, "show", tmp_path / "a.glass", "--step", 7, "--explain", "dense_1.z[2, 1]")
    assert text.startswith(run.at(7).explain("dense_1", "z", 2, 1).text)
    assert "├ " in text
    wrong = told(capsys, monkeypatch, "show", tmp_path / "a.glass", "--explain", "dense_9.z[0]")
    assert wrong.startswith("glassnet: Unknown layer 'dense_9'")
    assert wrong.count("\n") == 1
    assert "step must be between 0 and" in told(capsys, monkeypatch, "show", tmp_path / "a.glass", "--step", 999)


def test_resuming_makes_the_same_bits_as_never_having_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = made(tmp_path / "whole.glass", 6)
    made(tmp_path / "half.glass", 2)
    assert "epoch 6" in told(capsys, monkeypatch, "resume", tmp_path / "half.glass", "-q")
    resumed = gn.load(tmp_path / "half.glass")
    for name, values in flatten(whole.state.params).items():
        np.testing.assert_array_equal(values, flatten(resumed.state.params)[name])
    assert resumed.history.column("loss") == whole.history.column("loss")
    assert "has already completed 6 epochs" in told(capsys, monkeypatch, "resume", tmp_path / "half.glass", "-q")


def test_two_files_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "a.glass", 3)
    made(tmp_path / "b.glass", 3, optimizer=gn.SGD(0.3))
    text = told(capsys, monkeypatch, "compare", tmp_path / "a.glass", tmp_path / "b.glass")
    assert text.startswith("They first differ at step 0 (optimizer: SGD(learning_rate=0.01")
    assert "loss after epoch 3:" in text
    assert "the same" in told(capsys, monkeypatch, "compare", tmp_path / "a.glass", tmp_path / "a.glass")
