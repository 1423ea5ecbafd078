"""CSV files: types, missing values, categories, scales, and every way in which a file can be wrong."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.data.scaler import Scaler

HOUSES = """area,rooms,town,garden,price
50,2,Ulm,True,200000.5
80,3,Bonn,False,310000
120,4,Ulm,True,405000
65,2,Kiel,False,250000
90,3,Bonn,True,330000
140,5,Ulm,True,480000
45,1,Kiel,False,180000
75,3,Bonn,False,290000
110,4,Kiel,True,395000
100,4,Ulm,False,360000
"""


def write(folder: Path, text: str, name: str = "houses.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_numbers_are_scaled_by_the_training_part_and_text_becomes_features(tmp_path: Path) -> None:
    data = gn.data.csv(write(tmp_path, HOUSES), "price", validation=0.3)
    assert data.feature_names == (
        "area",
        "rooms",
        "town = Bonn",
        "town = Kiel",
        "town = Ulm",
        "garden = False",
        "garden = True",
    )
    train = data.train.x
    np.testing.assert_allclose(train[:, :2].mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(train[:, :2].std(axis=0), 1, rtol=1e-12)
    assert set(np.unique(data.x[:, 2:])) == {0.0, 1.0}
    np.testing.assert_allclose(data.in_own_units(data.x)[:, 0], [50, 80, 120, 65, 90, 140, 45, 75, 110, 100])
    assert data.target_scaler is not None
    np.testing.assert_allclose(data.target_scaler.undo(data.y)[:2, 0], [200000.5, 310000])
    assert data.class_names == ()


@pytest.mark.parametrize(("target", "names"), [("town", ("Bonn", "Kiel", "Ulm")), ("rooms", (1, 2, 3, 4, 5))])
def test_text_and_few_whole_numbers_are_classes(tmp_path: Path, target: str, names: tuple[str | int, ...]) -> None:
    data = gn.data.csv(write(tmp_path, HOUSES), target)
    assert data.class_names == names
    assert data.y.dtype == np.int64


def test_whole_numbers_can_be_values(tmp_path: Path) -> None:
    data = gn.data.csv(write(tmp_path, HOUSES), "rooms", target_kind="values", scale=None, features=["area"])
    assert data.y[:3].tolist() == [[2.0], [3.0], [4.0]]
    assert data.x[:3].tolist() == [[50.0], [80.0], [120.0]]
    assert data.scaler is None


def test_it_trains_and_its_run_file_remembers_the_units(tmp_path: Path) -> None:
    data = gn.data.csv(write(tmp_path, HOUSES), "price")
    run = gn.fit(
        gn.Network([gn.Dense(1)]), data, loss="mean_squared_error", epochs=200, optimizer=gn.SGD(0.1), progress=False
    )
    assert run.evaluate("train").loss < 0.01
    run.save(tmp_path / "houses.glass")
    again = gn.load(tmp_path / "houses.glass").dataset
    np.testing.assert_array_equal(again.in_own_units(again.x), data.in_own_units(data.x))
    assert again.target_scaler is not None


WITH_MISSING = HOUSES.replace("120,4,Ulm", "120,,Ulm").replace("65,2,Kiel", "65,2,").replace("False,180000", "False,")


def test_missing_values_are_an_error_dropped_or_filled(tmp_path: Path) -> None:
    path = write(tmp_path, WITH_MISSING)
    with pytest.raises(gn.DataError, match=r"1 in rooms, 1 in town, 1 in price.*drop"):
        gn.data.csv(path, "price")
    assert len(gn.data.csv(path, "price", missing="drop").x) == 7
    filled = gn.data.csv(path, "price", missing="fill", scale=None)
    assert len(filled.x) == 9
    known = np.delete(filled.x[:, 1], 2)
    train = [place for place in filled.parts["train"] if place != 2]
    assert filled.x[2, 1] == np.median(filled.x[train, 1])
    assert np.isfinite(known).all()
    assert "town = missing" in filled.feature_names


@pytest.mark.parametrize(
    ("text", "settings", "message"),
    [
        ("", {}, "can't be read as a table"),
        ("a,b\n", {"target": "b"}, "no rows"),
        ("a,a.1,b\n1,2,3\n", {"target": "prise"}, "prise"),
        (HOUSES, {"target": "prise"}, "Did you mean 'price'"),
        (HOUSES, {"features": ["areas"]}, "Did you mean 'area'"),
        (HOUSES, {"features": ["price"]}, "other than the target"),
        (HOUSES, {"features": []}, "other than the target"),
        (HOUSES, {"missing": "ignore"}, "drop, fill"),
        (HOUSES, {"scale": "big"}, "min_max"),
        (HOUSES, {"target": "town", "target_kind": "values"}, "is text"),
        ("a,b\n1,2\n3,4\n3,4,5,6\n", {"target": "b"}, "line 4 has 4 cells where most lines have 2"),
        ("a,b\n1,x\n2,x\n", {"target": "b"}, "always x"),
        ("name,b\n" + "\n".join(f"n{i},{i % 2}" for i in range(120)), {"target": "b"}, "too many for categories"),
        ("a,b\n1,\n2,\n", {"target": "b", "missing": "drop"}, "no rows are left"),
        ("a,b\n1,2\ninf,3\n4,5\n", {"target": "b", "scale": None}, "infinite"),
        ("a,b\n1,2\ninf,3\n4,5\n", {"target": "b"}, "Column a contains infinite"),
        ("a;b\n1;2\n3;4\n", {"target": "b", "separator": ","}, "separator=';'"),
    ],
)
def test_a_wrong_table_says_what_is_wrong(tmp_path: Path, text: str, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        gn.data.csv(write(tmp_path, text), **{"target": "price", **settings})


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01" + bytes(range(256))


@pytest.mark.parametrize(
    ("data", "settings", "message"),
    [
        (b"", {}, "can't be read as a table"),
        (b"\n\n", {}, "can't be read as a table"),
        (PNG, {}, "is a PNG image"),
        (PNG[1:], {"encoding": "latin-1"}, "NUL bytes"),
        (bytes(4000), {}, "NUL bytes"),
        (HOUSES.encode("utf-16"), {}, 'not text in utf-8; try encoding="latin-1" or "utf-16"'),
        (HOUSES.encode(), {"encoding": "utf-99"}, "not text in utf-99"),
        (HOUSES.encode(), {"encoding": "ascii", "target": "prise"}, "prise"),
        (HOUSES.encode()[: HOUSES.index("Ulm") - 1], {}, "line 2 has 2 cells where most lines have 5"),
        (b'area,price\n1,2\n"3,4\n5,6', {}, "can't be read as a table"),
        (b"area,price\n1,nan\n2,4\n3,NaN\n", {}, r"missing values \(2 in price; first: line 2, column price, 'nan'\)"),
        (b"area,price\nnan,1\nnan,2\nnan,3\n", {"missing": "drop"}, "no rows are left"),
        (b"area,price\nnan,1\nnan,2\nnan,3\n", {"missing": "fill"}, "Column area is empty in the training part"),
        (b"area,price\n1,1\n2,-inf\n3,4\n", {}, "The target price contains infinite"),
        (b"area,price\n1,1e999\n2,3\n3,4\n", {"scale": None}, "The target price contains infinite"),
    ],
)
def test_a_bad_file_gets_one_line(tmp_path: Path, data: bytes, settings: dict[str, Any], message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(data)
    with pytest.raises(gn.GlassnetError, match=message) as caught:
        gn.data.csv(path, **{"target": "price", **settings})
    assert "\n" not in str(caught.value)


def test_encodings_and_missing_files(tmp_path: Path) -> None:
    latin = write(tmp_path, HOUSES.replace("Kiel", "Köln"), encoding="latin-1")
    with pytest.raises(gn.DataError, match="latin-1"):
        gn.data.csv(latin, "price")
    assert "town = Köln" in gn.data.csv(latin, "price", encoding="latin-1").feature_names
    with pytest.raises(gn.DataError, match="Cannot read"):
        gn.data.csv(tmp_path / "nowhere.csv", "price")


def test_a_scaler_uses_only_the_training_part() -> None:
    data = gn.Dataset("three", np.array([[0.0], [2.0], [100.0]]), np.array([0, 1, 1]), {"train": [0, 1], "test": [2]})
    assert gn.data.scaled(data).x.tolist() == [[-1.0], [1.0], [99.0]]
    assert gn.data.scaled(data, "min_max").x.tolist() == [[0.0], [1.0], [50.0]]
    with pytest.raises(gn.DataError, match="already"):
        gn.data.scaled(gn.data.scaled(data))
    with pytest.raises(gn.DataError, match="classes"):
        gn.data.scaled(data, target=True)


def test_a_constant_feature_is_only_shifted() -> None:
    for kind in ("standard", "min_max"):
        scaler = Scaler.fitted(kind, np.array([[5.0], [5.0]]))
        assert scaler.apply(np.array([[5.0], [7.0]])).tolist() == [[0.0], [2.0]]


def test_windows_never_mix_the_future_into_training() -> None:
    series = np.arange(40.0)
    data = gn.data.windows(series, 4, horizon=3, validation=0.25, test=0.25, scale=None)
    for part in ("train", "validation", "test"):
        samples = data.part(part)
        np.testing.assert_array_equal(samples.y[:, 0], samples.x[:, -1, 0] + 3)
    assert data.train.y.max() == 19
    assert data.validation.y.min() == 20
    assert data.test.y.tolist() == [[float(value)] for value in range(30, 40)]


def test_windows_of_several_features_are_scaled_by_their_past() -> None:
    series = np.stack([np.arange(30.0), 100 * np.ones(30)], axis=1)
    data = gn.data.windows(series, 5, validation=0.5)
    assert data.x.shape == (25, 5, 2)
    assert data.scaler is not None
    assert data.scaler.offset.tolist() == [7.0, 100.0]


@pytest.mark.parametrize(
    ("series", "settings", "message"),
    [
        (np.ones((2, 2, 2)), {"length": 1}, "shape"),
        (np.ones(4), {"length": 4}, "it needs 5"),
        (np.ones(9), {"length": 0}, "length"),
        (np.ones(9), {"length": 2, "validation": 0.6, "test": 0.5}, "below 1"),
        (np.ones(9), {"length": 6, "validation": 0.5}, "no whole window"),
        (np.array([1.0, np.nan] * 9), {"length": 2, "scale": None}, "NaN"),
    ],
)
def test_invalid_windows_are_errors(series: Any, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        gn.data.windows(series, **settings)
