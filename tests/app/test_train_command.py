"""`glassnet train`: it learns, says how well, keeps the run, and loses nothing to a mistake or to Ctrl-C."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

import glassnet as gn
from glassnet.app.cli import main
from glassnet.app.report import notes_on_undefined, print_results
from glassnet.app.results import measure
from glassnet.files import read_run_file

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def glassnet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Run the command line in an empty folder and return its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["glassnet", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        assert code is None or isinstance(code, int)
        return code or 0, *capsys.readouterr()

    return run


def test_digits_learn_well_and_fast_and_everything_is_said(glassnet: Command) -> None:
    began = time.process_time()
    code, output, errors = glassnet("train", "digits")
    assert (code, errors) == (0, "")
    assert time.process_time() - began < 20
    found = re.search(r"Test accuracy (\d\d\.\d\d)%: (\d+) of 360 right", output)
    assert found
    assert float(found[1]) >= 96
    for word in ("Network 64-32-10", "precision", "recall", "F1", "Confusion matrix", "40 epochs, 1,600 updates"):
        assert word in output
    assert max(len(line) for line in output.splitlines()) <= 80
    run, file = gn.load("digits.glass"), read_run_file("digits.glass")
    matrix = np.array(file.results["confusion_matrix"])
    assert matrix.sum() == 360
    assert np.trace(matrix) == int(found[2])
    assert file.results["accuracy"] == run.evaluate("test").accuracy == np.trace(matrix) / 360
    assert file.results["recall"] == pytest.approx((np.diag(matrix) / matrix.sum(axis=1)).tolist())
    assert file.results["precision"] == pytest.approx((np.diag(matrix) / matrix.sum(axis=0)).tolist())


def test_the_same_seed_gives_the_same_file_and_no_file_is_overwritten(glassnet: Command) -> None:
    for _ in range(2):
        assert glassnet("train", "digits", "--epochs", "2", "--seed", "7")[0] == 0
    assert Path("digits.glass").read_bytes() == Path("digits-2.glass").read_bytes()
    glassnet("train", "digits", "--epochs", "2", "--seed", "8", "--quiet")
    assert Path("digits-3.glass").read_bytes() != Path("digits.glass").read_bytes()


def test_an_output_that_exists_needs_force(glassnet: Command) -> None:
    Path("mine.glass").write_text("precious")
    code, output, errors = glassnet("train", "digits", "--epochs", "1", "-o", "mine.glass")
    assert (code, output) == (1, "")
    assert errors == "glassnet: mine.glass exists already; choose another --output, or use --force to overwrite it.\n"
    assert Path("mine.glass").read_text() == "precious"
    assert glassnet("train", "digits", "--epochs", "1", "-o", "mine.glass", "--force")[0] == 0
    assert gn.load("mine.glass").state.epoch == 1


def test_options_reach_the_run(glassnet: Command) -> None:
    options = [
        "--epochs",
        "2",
        "--batch-size",
        "50",
        "--learning-rate",
        "0.05",
        "--momentum",
        "0.5",
        "--hidden",
        "20,10",
        "--seed",
        "3",
        "--quiet",
    ]
    code, output, errors = glassnet("train", "digits", *options, "--output", "a.glass")
    assert (code, errors) == (0, "")
    assert re.fullmatch(r"test accuracy \d+\.\d\d%, saved as a\.glass\n", output)
    run = gn.load("a.glass")
    assert run.recipe == gn.Recipe("sparse_softmax_cross_entropy", gn.SGD(0.05, 0.5), batch_size=50, epochs=2, seed=3)
    assert [layer.units for layer in run.network.layers] == [20, 10, 10]  # type: ignore[attr-defined]
    assert run.dataset.source["seed"] == 3
    glassnet("train", "digits", "--hidden", "", "--epochs", "1", "-q", "-o", "b.glass")
    assert len(gn.load("b.glass").network.layers) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--epochs", "0"], ["epochs", "at least 1", "got 0"]),
        (["--learning-rate", "-1"], ["learning_rate", "above 0"]),
        (["--momentum", "1"], ["momentum", "below 1"]),
        (["--batch-size", "0"], ["batch_size"]),
        (["--hidden", "32;16"], ["--hidden", "128,64", "'32;16'"]),
        (["--hidden", "0"], ["--hidden", "at least 1"]),
        (["--seed", "-1"], ["seed", "at least 0"]),
        (["--output", "nowhere/a.glass"], ["nowhere", "not a folder"]),
        (["--output", "."], ["is a folder"]),
    ],
)
def test_a_mistake_is_one_line_before_anything_is_trained(
    glassnet: Command, options: list[str], words: list[str]
) -> None:
    code, output, errors = glassnet("train", "digits", *options)
    assert (code, output) == (1, "")
    assert errors.startswith("glassnet: ")
    assert errors.count("\n") == 1
    assert [word for word in words if word not in errors] == []
    assert list(Path().iterdir()) == []


def test_a_run_that_diverges_says_where_and_is_kept(glassnet: Command) -> None:
    code, output, errors = glassnet("train", "digits", "--learning-rate", "1e30", "--epochs", "3")
    assert code == 1
    assert errors.count("\n") == 1
    assert "Training stopped before update" in errors
    assert "is saved in digits.glass" in output
    assert gn.load("digits.glass").step >= 1


@pytest.mark.parametrize("seconds", [1.0, 1.37])
def test_ctrl_c_keeps_what_was_learnt(tmp_path: Path, seconds: float) -> None:
    listening = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # as in a terminal
    program = f"{listening}; from glassnet.app.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "train", "digits", "--epochs", "99999"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout is not None
            assert "Ctrl-C stops early" in process.stdout.readline() + process.stdout.readline()
            time.sleep(seconds)
            process.send_signal(signal.SIGINT)
            output, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, errors) == (0, "")
    assert "Stopped early, in epoch" in output
    assert "Test accuracy" in output
    run = gn.load(tmp_path / "digits.glass")
    assert run.step > 1
    assert run.recipe.epochs == 99999
    straight = gn.Run(run.network, run.recipe, run.dataset)
    straight.advance(run.step)
    assert straight.parameters()["dense_2"]["weight"].tobytes() == run.parameters()["dense_2"]["weight"].tobytes()


def test_the_bar_shows_on_a_terminal(glassnet: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, _, errors = glassnet("train", "digits", "--epochs", "2")
    assert "steps" in errors
    assert glassnet("train", "digits", "--epochs", "2", "--quiet")[2] == ""


def test_a_class_that_is_never_predicted_has_no_precision() -> None:
    data = gn.Dataset(
        "three",
        np.array([[1.0], [1.0], [1.0], [1.0], [2.0]]),
        np.array([0, 1, 0, 1, 1]),
        {"train": [0, 1], "test": [2, 3, 4]},
    )
    data = gn.Dataset("three", data.x, data.y, data.parts, class_names=("yes", "no", "never"))
    run = gn.Run(gn.Network([gn.Dense(3)]), gn.Recipe("sparse_softmax_cross_entropy"), data)
    params = {"dense_1": {"weight": np.zeros((1, 3), "float32"), "bias": np.array([0, 1, 0], "float32")}}
    results = measure(gn.Run(run.network, run.recipe, data, state=run.state._replace(params=params)))
    assert results["confusion_matrix"] == [[0, 1, 0], [0, 2, 0], [0, 0, 0]]
    assert results["precision"] == [None, 2 / 3, None]
    assert results["recall"] == [0.0, 1.0, None]
    assert notes_on_undefined(results, data.class_names) == [
        "— class yes was never predicted, so its precision is undefined (0 / 0).",
        "— class never was never predicted, so its precision is undefined (0 / 0).",
        "— class never has no samples here, so its recall is undefined (0 / 0).",
    ]
    console = Console(width=80, record=True, quiet=False)
    print_results(console, results, data.class_names)
    assert "nan" not in console.export_text().lower()


def test_mnist_offline_is_one_line(glassnet: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("Name or service not known")

    monkeypatch.setattr("sklearn.datasets.fetch_openml", fail)
    code, output, errors = glassnet("train", "mnist")
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert "--data-dir DIR" in errors
    code, output, errors = glassnet("train", "mnist", "--data-dir", "nowhere")
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert "nowhere has no file train-images-idx3-ubyte" in errors


def test_mnist_from_openml_trains(glassnet: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    classes = np.arange(60_200) % 10
    x = np.zeros((60_200, 784))
    x[np.arange(60_200), 40 * classes + rng.integers(0, 10, 60_200)] = 255  # a bright pixel in the class's own band
    monkeypatch.setattr("sklearn.datasets.fetch_openml", lambda *_, **__: (x, classes.astype(str).astype(object)))
    code, output, errors = glassnet("train", "mnist", "--epochs", "1", "--batch-size", "200", "--learning-rate", "0.1")
    assert (code, errors) == (0, "")
    assert "48,000 train, 12,000 validation, 200 test samples.\nNetwork 784-128-64-10" in output
    assert float(re.findall(r"Test accuracy (\d+\.\d\d)%", output)[0]) > 90
    assert read_run_file("mnist.glass").results["accuracy"] > 0.9


def test_help_is_good_to_read_and_quick_to_come(glassnet: Command) -> None:
    _, output, _ = glassnet("--help")
    for word in ("train", "show", "serve", "edit"):
        assert word in output
    _, output, _ = glassnet("train", "--help")
    assert "digits" in output
    assert "mnist" in output
    _, output, _ = glassnet("train", "mnist", "--help")
    for option in ("--data-dir", "--epochs", "--hidden", "--output", "--force", "--quiet", "--seed"):
        assert option in output
    heavy = (
        "import sys, glassnet.app.cli; print([m for m in ('sklearn', 'pandas', 'marimo', 'jax') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout == "[]\n"
