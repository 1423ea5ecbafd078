"""Run files: the same bits back, going on as if never stopped, and one clear line for every damaged file."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.files import read_run_file
from glassnet.files.container import KEY
from glassnet.files.formats import FORMAT, NEXT

NET = gn.Network([gn.Dense(4, "tanh", "he_normal"), gn.Dense(1, "sigmoid")])
RECIPE = gn.Recipe("binary_cross_entropy", gn.SGD(0.1, 0.9), gn.L2(0.001), batch_size=8, epochs=3, seed=5)


def small_run(steps: int = 13) -> gn.Run:
    run = gn.Run(NET, RECIPE, gn.data.moons(40, seed=3, test=0.1))
    run.advance(steps)
    return run


def bits(run: gn.Run) -> dict[str, tuple[str, bytes]]:
    tree = {"params": run.state.params, "layers": run.state.layers, "optimizer": run.state.optimizer}
    return {name: (str(value.dtype), value.tobytes()) for name, value in flatten(tree).items()}


def test_everything_comes_back(tmp_path: Path) -> None:
    run = small_run()
    run.save(tmp_path / "a.glass", results={"accuracy": 0.5})
    back = gn.load(tmp_path / "a.glass")
    assert (back.network, back.recipe) == (run.network, run.recipe)
    assert bits(back) == bits(run)
    assert back.state[:3] == run.state[:3]
    assert list(back.history.epochs) == list(run.history.epochs)
    assert back.history.step_loss.items == run.history.step_loss.items
    assert back.dataset.x.tobytes() == run.dataset.x.tobytes()
    assert read_run_file(tmp_path / "a.glass").results == {"accuracy": 0.5}


def test_going_on_from_a_file_is_never_having_stopped(tmp_path: Path) -> None:
    straight = small_run(30)
    run = small_run(1)
    while run.step < 30:  # stopped at every step, in the middle of epochs and at their ends
        run.save(tmp_path / "a.glass")
        run = gn.load(tmp_path / "a.glass")
        run.advance()
    assert bits(run) == bits(straight)
    assert list(run.history.epochs) == list(straight.history.epochs)
    assert run.history.step_loss.items == straight.history.step_loss.items
    run.save(tmp_path / "a.glass")
    straight.save(tmp_path / "b.glass")
    assert (tmp_path / "a.glass").read_bytes() == (tmp_path / "b.glass").read_bytes()


def test_data_without_a_generator_travel_in_the_file(tmp_path: Path) -> None:
    x, y = np.arange(12.0).reshape(6, 2), np.array([0, 1, 0, 1, 0, 1])
    data = gn.Dataset("mine", x, y, {"train": np.arange(4), "test": [5, 4]}, ("a", "b"), ("no", "yes"))
    run = gn.fit(NET, data, loss="binary_cross_entropy", epochs=2, progress=False)
    run.save(tmp_path / "a.glass")
    back = gn.load(tmp_path / "a.glass").dataset
    assert (back.name, back.feature_names, back.class_names) == ("mine", ("a", "b"), ("no", "yes"))
    assert (back.x.tobytes(), back.y.tobytes(), back.test.y.tolist()) == (x.tobytes(), y.tobytes(), [1, 0])
    small_run().save(tmp_path / "b.glass")
    assert not [name for name in load_file(tmp_path / "b.glass") if name.startswith("data/")]


def test_other_data_may_take_over_if_they_fit(tmp_path: Path) -> None:
    small_run().save(tmp_path / "a.glass")
    run = gn.load(tmp_path / "a.glass", gn.data.circle(30))
    run.advance(5)
    assert run.step == 18
    with pytest.raises(gn.ShapeError, match=r"features of shape \(2,\).*\(3,\)"):
        gn.load(tmp_path / "a.glass", gn.Dataset("wide", np.zeros((4, 3)), np.array([0, 1, 0, 1])))


def test_a_file_cut_anywhere_is_refused_in_one_line(tmp_path: Path) -> None:
    small_run(2).save(tmp_path / "a.glass")
    whole = (tmp_path / "a.glass").read_bytes()
    cut = tmp_path / "cut.glass"
    for length in range(0, len(whole), 7):
        cut.write_bytes(whole[:length])
        expect_refusal(cut)
    cut.write_bytes(whole[:-1])
    expect_refusal(cut)
    cut.write_bytes(whole + b"\0")
    expect_refusal(cut)


def test_a_file_with_a_piece_missing_or_overwritten_is_refused(tmp_path: Path) -> None:
    small_run(2).save(tmp_path / "a.glass")
    whole = (tmp_path / "a.glass").read_bytes()
    damaged = tmp_path / "damaged.glass"
    for place in range(0, len(whole), 5):
        for piece in (b"", bytes([whole[place] ^ 1]) + whole[place + 1 : place + 3]):
            damaged.write_bytes(whole[:place] + piece + whole[place + 3 :])
            expect_refusal(damaged)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"setup": {"recipe": {"type": "Recipe", "loss": {"type": "Unheard"}}}}, "Unheard"),
        ({"setup": {"network": {"type": "Network", "layers": []}}}, "at least one layer"),
        ({"place": {"step": 1}}, "damaged"),
        ({"epochs": [{"epoch": 1}]}, "damaged"),
        ({"setup": {"network": 3}}, "damaged"),
        ({"setup": 3}, "damaged"),
    ],
)
def test_settings_that_make_no_sense_are_refused(tmp_path: Path, change: dict[str, object], word: str) -> None:
    path = tmp_path / "a.glass"
    small_run(2).save(path)
    arrays, header = load_file(path), header_of(path)
    for name, value in change.items():
        inside = isinstance(value, dict) and name == "setup"
        header[name] = header[name] | value if inside else value  # type: ignore[operator]
    save_file(arrays, path, {KEY: json.dumps(header)})
    assert word in expect_refusal(path)


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (FORMAT + 1, f"Glassnet 7.0 in format {FORMAT + 1}; this is Glassnet {gn.__version__}"),
        (10**9, "Update Glassnet"),
        (1, "damaged"),  # says that it is an older one, and lacks what those have
        (0, "unknown format 0"),
        (-3, "damaged"),
        (None, "unknown format None"),
        ("2", "unknown format '2'"),
        (True, "damaged"),
        (2.0, "damaged"),
    ],
)
def test_only_a_file_from_a_newer_glassnet_asks_for_an_update(tmp_path: Path, number: object, word: str) -> None:
    path = tmp_path / "a.glass"
    small_run(2).save(path)
    arrays, header = load_file(path), header_of(path)
    save_file(arrays, path, {KEY: json.dumps(header | {"format": number, "version": "7.0"})})
    message = expect_refusal(path)
    assert word in message
    assert ("Update Glassnet" in message) == (type(number) is int and number > FORMAT)


def test_a_file_says_which_glassnet_wrote_it(tmp_path: Path) -> None:
    small_run(2).save(tmp_path / "a.glass")
    header = header_of(tmp_path / "a.glass")
    assert (header["format"], header["version"]) == (FORMAT, gn.__version__)


@pytest.mark.parametrize("number", NEXT)
def test_every_older_format_has_a_file_that_is_read(number: int) -> None:
    files = list((Path(__file__).parent / "files").glob(f"format_{number}*.glass"))
    assert files
    for file in files:
        assert header_of(file)["format"] == number
        assert gn.load(file).step > 0


def test_a_file_of_the_first_format_is_read_and_goes_on(tmp_path: Path) -> None:
    """Written by the code that wrote format 1; the numbers are those that it went on to."""
    run = gn.load(Path(__file__).parent / "files" / "format_1.glass")
    assert [str(change) for change in run.changes] == ["step 9: optimizer Adam → SGD", "step 9: batch_size 8 → 5"]
    (branch,) = run.branches
    assert (run.step, branch.step, branch.branched_at, branch.dataset.name) == (14, 13, 10, "mine")
    assert branch.dataset.sample_weights is not None
    run.advance(3)
    branch.advance(2)
    for told, weights, second in [(run, -2.5951147, 0.9132016), (branch, -2.7665720, 0.9133005)]:
        assert float(told.state.params["dense_1"]["weight"].sum()) == pytest.approx(weights, abs=1e-5)
        assert float(told.state.params["dense_2"]["weight"].sum()) == pytest.approx(second, abs=1e-5)
    run.save(tmp_path / "again.glass")
    assert header_of(tmp_path / "again.glass")["format"] == FORMAT
    assert bits(gn.load(tmp_path / "again.glass")) == bits(run)


def test_a_missing_array_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.glass"
    small_run(2).save(path)
    arrays, header = load_file(path), header_of(path)
    for name in arrays:
        kept = {other: value for other, value in arrays.items() if other != name}
        save_file(kept, path, {KEY: json.dumps(header)})
        expect_refusal(path)


def test_foreign_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign"
    save_file({"weight": np.zeros(3)}, path)
    assert "no Glassnet run" in expect_refusal(path)
    path.write_text("import os")
    assert "not a run file" in expect_refusal(path)
    assert "no file" in expect_refusal(tmp_path / "missing.glass")
    assert "no file" in expect_refusal(tmp_path)


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(gn.RunFileError, match=r"Cannot write .*Choose a folder"):
        small_run(1).save(tmp_path / "file" / "a.glass")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.glass"
    small_run(1).save(path)
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(gn.RunFileError, match="No space left on device"):
        small_run(2).save(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.glass"]


def header_of(path: Path) -> dict[str, object]:
    whole = path.read_bytes()
    length = struct.unpack("<Q", whole[:8])[0]
    header = json.loads(json.loads(whole[8 : 8 + length])["__metadata__"][KEY])
    return {name: value for name, value in header.items() if "checksum" not in name}  # the tests change the rest


def expect_refusal(path: Path) -> str:
    with pytest.raises(gn.RunFileError) as caught:
        read_run_file(path)
    message = str(caught.value)
    assert "\n" not in message
    assert path.name in message
    return message
