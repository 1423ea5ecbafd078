"""`glassnet show`: a run in words, without its data."""

import sys
from pathlib import Path

import numpy as np
import pytest

import glassnet as gn
from glassnet.app.cli import main
from glassnet.app.report import curve


def show(path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["glassnet", "show", str(path)])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0), *capsys.readouterr()


def test_a_run_is_summarised_without_its_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    net = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1)])
    run = gn.fit(net, gn.data.moons(60), loss="sigmoid_cross_entropy", optimizer=gn.SGD(0.3), epochs=9, progress=False)
    run.save(tmp_path / "a.glass")
    monkeypatch.setattr("glassnet.data.dataset_json.GENERATORS", {})  # no data can be made
    code, output, errors = show(tmp_path / "a.glass", monkeypatch, capsys)
    assert (code, errors) == (0, "")
    first, last = run.history.epochs.items[0], run.history.epochs.items[-1]
    for word in [
        "a.glass: 9 epochs, 18 updates",
        "dense_1 Dense (8,) 24",
        "total 33",
        "dense_1 Tanh, dense_2 Linear (sigmoid is part of the loss)",
        "SGD(learning_rate=0.3, momentum=0.0, nesterov=False)",
        "moons: 48 train, 12 validation, 0 test samples, 2 features each, 2 classes",
        f"{first.loss:.4f}",
        f"{last.validation_loss:.4f}",
        f"{last.validation_accuracy:.2%}",
    ]:
        assert word in " ".join(output.split()) or word in output, word
    assert max(len(line) for line in output.splitlines()) <= 80
    assert "Results" not in output


def test_losses_that_were_not_finite_are_said_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = gn.Dataset("steep", np.array([[0.0], [3e38]]), np.array([[0.0], [0.0]]), {"train": [0], "validation": [1]})
    run = gn.Run(gn.Network([gn.Dense(1)]), gn.Recipe("mean_squared_error"), data)
    run.advance_epoch()
    run.save(tmp_path / "a.glass")
    assert gn.load(tmp_path / "a.glass").history.column("validation_loss") == [np.inf]
    code, output, errors = show(tmp_path / "a.glass", monkeypatch, capsys)
    assert (code, errors) == (0, "")
    assert "inf" in output


@pytest.mark.parametrize("content", [None, b"", b"no run file at all"])
def test_a_file_that_is_no_run_is_one_line(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.glass"
    if content is not None:
        path.write_bytes(content)
    code, output, errors = show(path, monkeypatch, capsys)
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert "a.glass" in errors


def test_a_curve_is_as_long_as_it_may_be_and_shows_its_shape() -> None:
    assert curve([1.0, 1.0, 1.0]) == "▁▁▁"
    assert curve([float(number) for number in range(8)]) == "▁▂▃▄▅▆▇█"
    falling = curve([100.0 / (number + 1) for number in range(1000)], width=20)
    assert len(falling) == 20
    assert falling[0] == "█"
    assert falling[-1] == "▁"
