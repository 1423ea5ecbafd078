"""From a wrong answer to its reasons: mistakes, importance, slopes and the explanation down to the inputs."""

import csv as csv_module
from pathlib import Path

import numpy as np
import pytest
from sklearn.datasets import load_wine

import glassnet as gn
from glassnet.base.errors import DataError, SettingError, ShapeError, UnknownNameError
from glassnet.run import Run


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CSV file with numbers and one column of text."""
    known, file = load_wine(), tmp_path_factory.mktemp("data") / "wine.csv"
    with file.open("w", newline="") as out:
        writer = csv_module.writer(out)
        writer.writerow([*known.feature_names, "colour", "kind"])
        for row, kind in zip(known.data, known.target, strict=True):
            writer.writerow([*row, "red" if kind == 0 else "white", "abc"[kind]])
    return file


@pytest.fixture(scope="module")
def run(wine: Path) -> Run:
    network = [gn.Dense(8, "tanh"), gn.Dense(3)]
    data = gn.data.csv(wine, "kind")
    return gn.fit(network, data, loss="sparse_softmax_cross_entropy", optimizer=gn.SGD(0.02), epochs=6, progress=False)


def row_of(wine: Path, number: int) -> dict[str, str]:
    with wine.open(newline="") as file:
        return list(csv_module.DictReader(file))[number]


def test_mistakes_are_the_wrong_ones_with_the_worst_first_in_own_units(run: Run, wine: Path) -> None:
    found = run.mistakes("train", 4)
    truth = np.asarray(run.dataset.y)[run.dataset.parts["train"]]
    said = run.predict(run.dataset.train.x).argmax(axis=1)
    assert found.title.startswith(f"{(said != truth).sum()} of {len(truth)} train samples are predicted wrongly")
    losses = [one.loss for one in found]
    assert losses == sorted(losses, reverse=True)
    for one in found:
        assert said[one.place] != truth[one.place]
        file = row_of(wine, one.sample)
        assert one.answer.true == file["kind"]
        assert one.row["alcohol"] == pytest.approx(float(file["alcohol"]), rel=1e-5)
        assert one.row[f"colour = {file['colour']}"] == 1
        assert one.answer.probability == pytest.approx(run.predict(run.dataset.train.x)[one.place].max(), abs=1e-6)
    assert "<th" in found._repr_html_()


def test_pictures_that_are_wrong_are_shown_as_pictures() -> None:
    run = gn.fit([gn.Dense(10)], gn.data.digits(), loss="sparse_softmax_cross_entropy", epochs=2, progress=False)
    assert run.mistakes("test", 3)._repr_html_().count("<img") == 3


def test_mistakes_of_values_are_in_their_own_units(wine: Path) -> None:
    data = gn.data.csv(wine, "alcohol", target_kind="values")
    run = gn.fit([gn.Dense(1)], data, loss="mean_squared_error", epochs=5, progress=False)
    worst = run.mistakes("train", 1)[0]
    assert worst.answer.true == pytest.approx(float(row_of(wine, worst.sample)["alcohol"]), rel=1e-5)
    assert worst.answer.probability is None
    raw = run.predict([row_of(wine, worst.sample)])
    assert raw[0, 0] == pytest.approx(float(str(worst.answer.predicted)), rel=1e-4)  # in own units, too


def test_importance_shuffles_the_categories_of_a_column_together(run: Run) -> None:
    found = run.importance("train", repeats=5)
    names = [column.name for column in found.columns]
    assert "colour" in names
    assert not any("=" in name for name in names)
    assert len(names) == 14
    assert all(one.low <= one.middle <= one.high for one in found.columns)
    middles = [one.middle for one in found.columns]
    assert middles == sorted(middles, reverse=True)
    assert found.loss == pytest.approx(run.evaluate("train").loss)
    assert f"{names[0]} matters most" in found._repr_html_()


def test_a_column_that_the_network_ignores_has_no_importance_and_no_slope() -> None:
    x = np.random.default_rng(0).normal(size=(200, 2)) * [1.0, 50.0]
    data = gn.data.scaled(gn.data.from_arrays(x, (x[:, 0] > 0).astype(int), feature_names=["used", "ignored"]))
    run = gn.fit([gn.Dense(2)], data, loss="sparse_softmax_cross_entropy", epochs=30, progress=False)
    found = run.importance()
    assert found.columns[0].name == "used"
    assert found.columns[0].low > 10 * abs(found.columns[1].high)
    slopes = run.saliency("validation", 0)
    number = run.dataset.parts["validation"][0]
    moved = run.dataset.x[number].copy()
    moved[0] += 1e-3
    best = run.predict(run.dataset.x[number][None]).argmax()
    logits = [float((row @ run.parameters()["dense_1"]["weight"])[best]) for row in (run.dataset.x[number], moved)]
    own = 1e-3 * float(np.ravel(run.dataset.scaler.scale)[0])  # type: ignore[union-attr]
    assert slopes["used"] == pytest.approx((logits[1] - logits[0]) / own, rel=1e-2)


def test_why_reaches_every_input_by_name_in_own_units_and_adds_up(run: Run, wine: Path) -> None:
    found = run.why("validation", 3, terms=100)
    number = int(run.dataset.parts["validation"][3])
    assert found.title.startswith(f"validation 3 (sample {number} of wine): predicted ")
    hidden = found.reason.below
    assert len(hidden) == 8
    unit = hidden[0].below[0]  # tanh(z), then z
    names = {reason.text.partition(" = ")[0] for reason in unit.below}
    assert {"alcohol", "proline", "colour"} <= names
    alcohol = next(reason for reason in unit.below if reason.text.startswith("alcohol"))
    assert f"alcohol = {float(row_of(wine, number)['alcohol']):.6g} (scaled" in alcohol.text
    assert ": adds " in alcohol.text
    for reason in (found.reason, hidden[0]):
        assert run.at(run.step).follow(reason.reference).value == reason.value
    alone = run.why("train", 0)
    assert "<details>" in alone._repr_html_()
    assert alone.answer.true == row_of(wine, int(run.dataset.parts["train"][0]))["kind"]


def test_an_address_outside_the_batch_says_which_name_to_use(run: Run) -> None:
    with pytest.raises(SettingError, match=r"for a held-out sample, use validation\.dense_1/a\[35, …\]"):
        run.at(run.step).explain("dense_1.a[35, 1]")
    assert run.at(run.step).explain("validation.dense_1/a[35, 1]").value
    with pytest.raises(SettingError, match="one row for each of the 32 samples"):
        run.at(0).explain("dense_1.d_z[40, 1]")


def test_rows_as_they_stand_in_the_file_are_predicted(run: Run, wine: Path, tmp_path: Path) -> None:
    expected = run.predict(run.dataset.x)
    frame = pytest.importorskip("pandas").read_csv(wine)
    assert np.allclose(run.predict(frame), expected, atol=1e-5)
    assert np.allclose(run.predict(str(wine)), expected, atol=1e-5)
    assert np.allclose(run.predict([row_of(wine, 7)]), expected[7:8], atol=1e-5)
    cells = [value for name, value in row_of(wine, 7).items() if name != "kind"]
    assert np.allclose(run.predict([cells]), expected[7:8], atol=1e-5)
    assert run.predict_classes(row_of(wine, 7)).tolist() == run.predict_classes(run.dataset.x[7:8]).tolist()
    run.save(tmp_path / "wine.glass")
    assert np.array_equal(gn.load(tmp_path / "wine.glass").predict(frame), run.predict(frame))


def test_rows_that_do_not_fit_say_what_is_missing(run: Run, wine: Path) -> None:
    row = row_of(wine, 0)
    with pytest.raises(UnknownNameError, match="Unknown colour in row 0 'blue'"):
        run.predict([row | {"colour": "blue"}])
    with pytest.raises(UnknownNameError, match="Unknown column of row 0 'alcohol'"):
        run.predict([{"colour": "red"}])
    with pytest.raises(DataError, match="'lots' in alcohol, where it needs a number"):
        run.predict([row | {"alcohol": "lots"}])
    with pytest.raises(DataError, match="Row 0 has 2 cells; a row needs 14"):
        run.predict([["1", "2"]])


def test_raw_numbers_given_to_a_scaled_network_are_noticed() -> None:
    known = load_wine()
    data = gn.data.scaled(gn.data.from_arrays(known.data, known.target))
    run = gn.fit([gn.Dense(3)], data, loss="sparse_softmax_cross_entropy", epochs=3, progress=False)
    with pytest.warns(UserWarning, match="use raw=True"):
        run.predict(known.data[:4])
    assert np.allclose(run.predict(known.data[:4], raw=True), run.predict(data.x[:4]), atol=1e-6)


def test_what_is_no_table_says_so() -> None:
    pictures = gn.data.patterns(30, size=8)
    run = gn.fit([gn.Flatten(), gn.Dense(3)], pictures, loss="sparse_softmax_cross_entropy", epochs=1, progress=False)
    with pytest.raises(ShapeError, match="importance needs a table"):
        run.importance()
    with pytest.raises(ShapeError, match="saliency by name needs a table"):
        run.saliency("train", 0)
    assert "input [" in str(run.why("train", 0))
