"""Run files by others: nothing is built that is larger than what the file stores, and no other file is opened."""

import contextlib
import json
import os
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

import glassnet as gn
from glassnet.app.cli import main
from glassnet.app.showing import show_file
from glassnet.base.trees import leaves
from glassnet.files import read_run_file
from glassnet.files.container import KEY
from glassnet.nn.layers.chain import declared_arrays

NET = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    run = gn.Run(NET, gn.Recipe("binary_cross_entropy", gn.Adam(0.01)), gn.data.moons(40, seed=1))
    run.advance(3)
    run.save(tmp_path / "a.glass")
    return tmp_path / "a.glass"


def header_of(path: Path) -> dict[str, Any]:
    whole = path.read_bytes()
    header = json.loads(json.loads(whole[8 : 8 + int.from_bytes(whole[:8], "little")])["__metadata__"][KEY])
    return {name: value for name, value in header.items() if "checksum" not in name}


def rewritten(path: Path, **changes: Any) -> Path:
    """Write a file's header anew, with some fields at these paths ("setup.network.layers") changed."""
    header, arrays = header_of(path), load_file(path)
    for where, value in changes.items():
        *parents, last = where.split("__")
        part = header
        for name in parents:
            part = part[int(name) if isinstance(part, list) else name]
        part[last] = value
    save_file(arrays, path, {KEY: json.dumps(header)})
    return path


def refusal(path: Path) -> str:
    with pytest.raises(gn.RunFileError) as caught:
        gn.load(path)
    message = str(caught.value)
    assert "\n" not in message
    assert path.name in message
    return message


def test_huge_layers_are_compared_with_what_is_stored_before_anything_is_built(path: Path) -> None:
    layers = header_of(path)["setup"]["network"]["layers"]
    for units in (10**5, 10**9, 10**18):
        rewritten(path, setup__network__layers=[layers[0] | {"units": units}, layers[1]])
        tracemalloc.start()
        message = refusal(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert "dense_1" in message or "too big" in message or "maximum" in message
        assert peak < 2_000_000


def test_a_state_drawn_from_the_seed_has_a_limit_too(path: Path) -> None:
    inner = rewritten(path, is_start=True, setup__network__layers=[{"type": "Dense", "units": 10**8}]).read_bytes()
    assert "asks for" in refusal(path)
    assert len(inner) < 10_000


def test_no_layer_takes_memory_where_only_its_shapes_are_asked_for() -> None:
    size = 10**6
    layers: list[Any] = [
        *(gn.Embedding(10**9, size), gn.LSTM(size, return_sequences=True), gn.GRU(size, return_sequences=True)),
        *(gn.LayerNorm(), gn.GroupNorm(2), gn.BatchNorm(), gn.PReLU(), gn.MultiHeadSelfAttention(2)),
        *(gn.PositionalEmbedding(), gn.SimpleRNN(size, recurrent_initializer="orthogonal")),
        *(gn.Dense(size, weight_initializer="truncated_normal", bias_initializer="ones"), gn.Reshape((1000, 1000, 1))),
        *(gn.Conv2D(size, 3), gn.Conv2DTranspose(size, 3), gn.Flatten(), gn.Dense(1, weight_initializer="he_normal")),
    ]
    network = gn.Network(layers)
    tracemalloc.start()
    params, _, _ = declared_arrays(network.named_layers, (12,), "float32")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sum(values.nbytes for _, values in leaves(params)) > 10**15
    assert peak < 2_000_000


def test_what_is_declared_is_what_is_built() -> None:
    network = gn.Network([gn.Reshape((4, 1)), gn.LSTM(3), gn.Dense(2, bias_initializer="ones"), gn.PReLU()])
    declared, states, shapes = declared_arrays(network.named_layers, (4,), "float64")
    built, _ = network.build(gn.Plan(network, gn.Recipe("mean_squared_error"), data()).rng, (4,), "float64")
    assert [(name, v.shape, v.dtype) for name, v in leaves(declared)] == [
        (n, v.shape, v.dtype) for n, v in leaves(built)
    ]
    assert shapes[-1] == (2,)
    assert list(states) == list(network.names)


def data() -> gn.Dataset:
    return gn.Dataset("own", np.zeros((6, 4)), np.zeros((6, 2)))


@pytest.mark.parametrize(
    "source",
    [
        {"generator": "moons", "samples": 10**6},
        {"generator": "patterns", "samples": 100_000, "size": 256},
        {"generator": "tones", "samples": 100_000, "seconds": 5},
    ],
)
def test_data_are_not_made_if_they_are_not_what_the_file_describes(path: Path, source: dict[str, Any]) -> None:
    tracemalloc.start()
    assert "makes data of shape" in refusal(rewritten(path, setup__dataset__source=source))
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_data_larger_than_any_lesson_s_need_to_be_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gn.Run(NET, gn.Recipe("binary_cross_entropy"), gn.data.moons(5_000, seed=1)).save(tmp_path / "large.glass")
    assert len(gn.load(tmp_path / "large.glass").dataset.x) == 5_000
    monkeypatch.setattr("glassnet.files.allowance.FREE", 10_000)
    assert "asks for 0 MB for its data" in refusal(tmp_path / "large.glass")
    assert len(gn.load(tmp_path / "large.glass", trust=True).dataset.x) == 5_000


@pytest.mark.parametrize("directory", [None, "/somewhere/else"])
def test_no_other_file_and_no_network_without_being_told(
    path: Path, directory: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def mnist(where: Any = None, **_: Any) -> gn.Dataset:
        asked.append(where)
        raise gn.DataError("not here")

    monkeypatch.setitem(gn.data.GENERATORS, "mnist", mnist)
    rewritten(path, setup__dataset__source={"generator": "mnist", "directory": directory})
    message = refusal(path)
    assert "trust=True" in message
    assert (directory or "the network") in message
    assert not asked
    with pytest.raises(gn.GlassnetError):
        gn.load(path, trust=True)
    assert gn.load(path, gn.data.moons(40, seed=1)).step == 3


def test_files_that_its_source_names_are_not_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = path.with_name("secret.csv")
    secret.write_text("a,b\n1,2\n")
    opened: list[str] = []
    real = os.open

    def noted(name: Any, *rest: Any, **named: Any) -> int:
        opened.append(str(name))
        return real(name, *rest, **named)

    for source in ({"file": str(secret), "report": []}, {"folder": str(secret.parent)}, {"generator": "csv"}):
        rewritten(path, setup__dataset__source=source)
        monkeypatch.setattr(os, "open", noted)
        with pytest.raises(gn.GlassnetError, match="arrays are needed"):
            gn.load(path)
        monkeypatch.undo()
    assert str(secret) not in opened


@pytest.mark.parametrize("depth", [150, 400, 5_000, 100_000])
def test_deep_json_is_one_line(path: Path, depth: int) -> None:
    arrays, text = load_file(path), json.dumps(header_of(path))
    for value in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        save_file(arrays, path, {KEY: text.replace('"results": {}', f'"results": {{"a": {value}}}')})
        if depth > 900:  # more than Python's own limit: less may still be read
            assert "damaged" in refusal(path)
        else:
            with contextlib.suppress(gn.RunFileError):
                gn.load(path)


@pytest.mark.parametrize(
    "changes",
    [
        {"place": {"step": -1, "epoch": 0, "offset": 0}},
        {"place": {"step": True, "epoch": 0, "offset": 0}},
        {"place": {"step": 1.5, "epoch": 0, "offset": 0}},
        {"place": {"step": 10**30, "epoch": 0, "offset": 0}},
        {"place": {"step": 3, "epoch": 1, "offset": 0, "more": 1}},
        {"place": []},
        {"epochs": {"epoch": 1}},
        {"epochs": [{"epoch": "one", "step": 1, "loss": 0.5}]},
        {"epochs": [{"epoch": 1, "step": 1, "loss": "much"}]},
        {"epochs": [{"epoch": 1, "step": 1, "loss": 0.5, "validation_metrics": [1]}]},
        {"epoch_so_far": {"loss_sum": "0", "samples": 0}},
        {"epoch_so_far": {"loss_sum": 0.0, "samples": -1}},
        {"results": []},
        {"results": None},
        {"inner": "past/0"},
        {"inner": [3]},
        {"inner": ["nowhere"]},
        {"branched_at": "here"},
        {"shares_data": 1},
        {"is_start": "yes"},
        {"setup__dataset__name": 3},
        {"setup__dataset__input_shape": [2.0]},
        {"setup__dataset__input_shape": "22"},
        {"setup__dataset__samples": {"train": "many"}},
        {"setup__dataset__class_names": "ab"},
        {"setup__network": {"type": "Dense", "units": 2}},
        {"setup__recipe": {"type": "SGD"}},
    ],
    ids=str,
)
def test_fields_of_the_wrong_type_are_one_line(path: Path, changes: dict[str, Any]) -> None:
    assert "damaged" in refusal(rewritten(path, **changes))


def test_an_array_of_another_number_type_is_refused(path: Path) -> None:
    header, arrays = header_of(path), load_file(path)
    save_file(
        arrays | {"params/dense_1/weight": arrays["params/dense_1/weight"].astype("int8")},
        path,
        {KEY: json.dumps(header)},
    )
    assert "int8" in refusal(path)


def test_a_bit_that_flips_anywhere_is_noticed(path: Path) -> None:
    whole, found = path.read_bytes(), 0
    for place in range(0, len(whole), 11):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises(gn.RunFileError):
            read_run_file(path)
        found += 1
    assert found > 500


def test_show_prints_no_control_characters_and_believes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\u202e\r"
    own = gn.Dataset(evil, np.zeros((6, 2)), np.arange(6) % 2, class_names=(evil, "[bold]b"))
    run = gn.Run(NET, gn.Recipe("binary_cross_entropy"), own)
    run.advance_epoch()
    keys = ("part", "loss", "accuracy", "confusion_matrix", "samples", "precision", "recall", "f1")
    for results in (dict.fromkeys(keys, evil), {name: [[1]] for name in keys}, dict.fromkeys(keys)):
        run.save(path, results=results)
        show_file(path)
        said = capsys.readouterr().out
        assert "not measured by glassnet train" in said
        assert "owned" in said
        assert not [character for character in said if ord(character) < 32 and character != "\n"]
        assert "\u202e" not in said


def test_errors_print_no_control_characters(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rewritten(path, setup__dataset__source={}, setup__dataset__name="\x1b[2Jgone")
    monkeypatch.setattr("sys.argv", ["glassnet", "diagnose", str(path)])
    with pytest.raises(SystemExit):
        main()
    said = capsys.readouterr().err
    assert "\\x1b[2Jgone" in said
    assert "\x1b" not in said


def test_a_file_cut_short_while_it_is_read_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def cut(file: Path) -> bytes:
        os.truncate(file, 500)
        return real(file)

    monkeypatch.setattr(Path, "read_bytes", cut)
    assert "damaged" in refusal(path)


def test_data_cut_short_while_they_are_mapped_are_an_error(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.random.default_rng(0).normal(size=(20_000, 4)).astype("float32"))
    x = np.load(tmp_path / "x.npy", mmap_mode="r")
    run = gn.Run(NET, gn.Recipe("binary_cross_entropy"), gn.Dataset("mapped", x, np.arange(20_000) % 2))
    run.advance(2)
    os.truncate(tmp_path / "x.npy", 3_000)
    for use in (lambda: run.advance(1), lambda: run.save(tmp_path / "a.glass"), lambda: run.dataset.train):
        with pytest.raises(gn.DataError, match="shorter while it was being read"):
            use()
