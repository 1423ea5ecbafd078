"""CSV files as people have them: what is understood, and what is refused with the line and the option that mends it."""

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sklearn.datasets

import glassnet as gn
from glassnet.data.csv_file import csv_report

ROWS = range(1, 21)
PLAIN = "a,b,y\n" + "\n".join(f"{i * i},{i * i % 7}.5,{i * 3}.25" for i in ROWS)
A = [float(i * i) for i in ROWS]
Y = [i * 3 + 0.25 for i in ROWS]


def read(folder: Path, text: str | bytes, target: str | int = "y", **settings: Any) -> gn.Dataset:
    """Return a table of this text, without scaling."""
    path = folder / "table.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return gn.data.csv(path, target, **{"scale": None, **settings})


def swapped(text: str, cell: str) -> str:
    """Return the plain table with another cell in line 8, column a."""
    assert "\n49," in text
    return text.replace("\n49,", f"\n{cell},")


def packed(name: str) -> bytes:
    """Return a zip archive of one file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, PLAIN)
    return file.getvalue()


UNDERSTOOD: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "as it is": (PLAIN, {}),
    "byte-order mark": (b"\xef\xbb\xbf" + PLAIN.encode(), {}),
    "UTF-16": (PLAIN.encode("utf-16"), {"encoding": "utf-16"}),
    "Windows line ends": (PLAIN.replace("\n", "\r\n"), {}),
    "old Mac line ends": (PLAIN.replace("\n", "\r"), {}),
    "semicolons": (PLAIN.replace(",", ";"), {}),
    "semicolons and decimal commas": (PLAIN.replace(",", ";").replace(".", ","), {"decimal": ","}),
    "sep=;": ("sep=;\n" + PLAIN.replace(",", ";"), {}),
    '"sep=|"': ('"sep=|"\n' + PLAIN.replace(",", "|"), {}),
    "tabs": (PLAIN.replace(",", "\t"), {}),
    "runs of blanks": (PLAIN.replace(",", "   ").replace("\n", "\n  "), {}),
    "two colons": (PLAIN.replace(",", "::"), {"separator": "::"}),
    "blanks around": (PLAIN.replace(",", " ,\t"), {}),
    "no-break spaces": (PLAIN.replace(",", ",\u00a0"), {}),
    "a comma at the end": (PLAIN.replace("\n", ",\n") + ",", {}),
    "a comma at the end of rows": (PLAIN.replace("\n", ",\n").replace(",\n", "\n", 1) + ",", {}),
    "empty lines": (PLAIN.replace("\n", "\n\n") + "\n\n,,\n", {}),
    "comments": ("# made by hand\n" + PLAIN + "\n#, the end", {"comment": "#"}),
    "a title": ("Measured in May\n\n" + PLAIN, {"header": 1}),
    "a title left out": ("Measured in May\n" + PLAIN, {"drop": [1]}),
    "units": (PLAIN.replace("\n", "\nm,s,kg\n", 1), {"drop": [2]}),
    "a total": (PLAIN + "\nTotal,,999", {"drop": [22]}),
    "row numbers": ("\n".join(f"{i or ''},{line}" for i, line in enumerate(PLAIN.split("\n"))), {}),
    "no names": (PLAIN.split("\n", 1)[1], {"header": None, "target": -1}),
    "gzip": (gzip.compress(PLAIN.encode()), {}),
    "zip": (packed("table.csv"), {}),
    "dollars": ("a,b,y\n" + "\n".join(f"${i * i}.00,0,{i * 3}.25" for i in ROWS), {}),
    "euros": ("a,b,y\n" + "\n".join(f"{i * i} €,0,{i * 3}.25" for i in ROWS), {}),
    "per cent": ("a,b,y\n" + "\n".join(f"{i * i} %,0,{i * 3}.25" for i in ROWS), {}),
    "exponents": ("a,b,y\n" + "\n".join(f"{i * i}0e-1,0,{i * 3}.25" for i in ROWS), {}),
    "quotation marks": ("a,b,y\n" + "\n".join(f'"{i * i}","0","{i * 3}.25"' for i in ROWS), {}),
    "thousands": ("a,b,y\n" + "\n".join(f'"{i * i:,}.0",0,{i * 3}.25' for i in ROWS), {"thousands": ","}),
}


@pytest.mark.parametrize("kind", UNDERSTOOD)
def test_a_table_written_in_another_way_gives_the_same_numbers(tmp_path: Path, kind: str) -> None:
    text, settings = UNDERSTOOD[kind]
    data = read(tmp_path, text, **settings)
    assert data.x[:, 0].tolist() == A
    assert data.y[:, 0].tolist() == Y
    assert data.x.shape == (20, 2)


def test_numbers_keep_their_meaning(tmp_path: Path) -> None:
    text = "a;y\n−3;1\n1.234,5;2\n(;3\n1.000.000;4\n+7;5"
    data = read(tmp_path, text, decimal=",", thousands=".", missing="drop", missing_marks=["("], target_kind="values")
    assert data.x[:, 0].tolist() == [-3.0, 1234.5, 1_000_000.0, 7.0]


SEMI = PLAIN.replace(",", ";").replace(".", ",")
REFUSED: dict[str, tuple[str | bytes, dict[str, Any], str]] = {
    "?": (swapped(PLAIN, "?"), {}, r"1 in a; first: line 8, column a, '\?'\); use missing=\"drop\""),
    "-": (swapped(PLAIN, "-"), {}, "line 8, column a, '-'.*missing=\"fill\""),
    ".": (swapped(PLAIN, "."), {}, r"line 8, column a, '\.'"),
    "own mark": (swapped(PLAIN, "xx"), {}, r"line 8, column 'a': 'xx' is not a number.*missing_marks=\[\"xx\"\]"),
    "? in the target": (PLAIN.replace(",21.25", ",?"), {}, "1 in y; first: line 8, column y"),
    "? among text": ("a,y\n" + "u,1\nv,2\n?,3\nu,4", {}, r"line 4.*missing_marks=\[.*categories=\[\"a\"\]"),
    "a unit": (swapped(PLAIN, "49 kg"), {}, r"line 8, column 'a': '49 kg' is not a number"),
    "below": (swapped(PLAIN, "<49"), {}, r"line 8.*drop=\[8\]"),
    "decimal commas": (SEMI, {}, "line 2, column 'y': '3,25'.*use decimal=\",\""),
    "decimal points": (PLAIN, {"decimal": ","}, "line 2, column 'y': '3.25'.*use decimal=\"\\.\""),
    "one decimal comma": (swapped(PLAIN, '"49,5"'), {}, 'line 8.*use decimal=","'),
    "thousands": (swapped(PLAIN, '"1,000"'), {}, r'line 8.*thousands="," \(1000\) or decimal="," \(1.000\)'),
    "thousands with '": (swapped(PLAIN, "1'000"), {}, 'line 8.*thousands="\'"'),
    "some with %": (swapped(PLAIN, "49%"), {}, "line 8.*same sign"),
    "thousands mixed up": (swapped(PLAIN, '"1,00"'), {"thousands": ","}, "line 8.*'1,00' is not a number"),
    "a unit row": (PLAIN.replace("\n", "\nm,s,kg\n", 1), {}, r"line 2.*units.*drop=\[2\]"),
    "a comment": (PLAIN.replace("\n", "\n# hello\n", 1), {}, 'line 2 has 1 cell .*comment="#"'),
    "a comment as long as a row": (PLAIN.replace("\n", "\n#1,2,3\n", 1), {}, 'line 2.*comment="#"'),
    "no names": (PLAIN.split("\n", 1)[1], {}, "line 1.*looks like data.*header=None"),
    "no names, all text": ("u,v\nu,w\nx,v\nu,v", {"target": -1}, "line 1.*all its cells occur again.*header=None"),
    "a long row": (swapped(PLAIN, "4,9"), {}, r"line 8 has 4 cells where most lines have 3.*drop=\[8\]"),
    "a short row": (PLAIN.replace("\n49,0.5,", "\n49,"), {}, "line 8 has 2 cells"),
    "all rows longer": (
        PLAIN.replace("\n", "\nq,"),
        {},
        r"line 1 has 3 names, but the lines after it have 4 cells.*drop=\[1\] and header=None",
    ),
    "row names without a name": (
        "\n".join(f'"{i}",{line}' if i else line for i, line in enumerate(PLAIN.split("\n"))),
        {},
        "line 1 has 3 names.*add the missing name",
    ),
    "one name twice": ("x,y,y\n1,2,3\n3,4,5", {}, "two columns of the same name: y"),
    "one name twice but for blanks": ("x,x ,y\n1,2,3\n3,4,5", {}, "two columns of the same name: x"),
    "a title": ("Measured in May\n" + PLAIN, {}, r"line 1 has 1 cell.*drop=\[1\]"),
    "an open quotation mark": ('a,y\n1,2\n"3,4\n5,6', {}, "begins in line 3, a quotation mark is opened"),
    "a quotation mark inside": ('a,y\n1,2\n"3" x,4\n5,6', {}, "line 3.*inside a cell"),
    "an Excel workbook": (packed("xl/workbook.xml"), {}, "Excel workbook.*save its sheet as CSV"),
    "an old Excel workbook": (b"\xd0\xcf\x11\xe0" + bytes(99), {}, "old Excel workbook"),
    "a web page": ("<!DOCTYPE html><html>", {}, "web page"),
    "JSON": ('[{"a": 1, "y": 2}]', {}, "is JSON"),
    "an archive cut off": (gzip.compress(PLAIN.encode())[:-9], {}, "damaged archive"),
    "UTF-16 without its mark": (PLAIN.encode("utf-16-le"), {}, 'encoding="utf-16"'),
    "a wrong separator": (PLAIN, {"separator": ";"}, "has one column, 'a,b,y'; pass its separator"),
    "an empty column": ("a,b,y\n1,,2\n2,,3\n3,,4", {"missing": "drop"}, r"column b is empty: drop=\['b'\]"),
    "no such line": (PLAIN, {"drop": [99]}, r"lines 1 to 21; got drop=\[99\]"),
    "no such column": (PLAIN, {"drop": ["c"]}, "Unknown column of table.csv 'c'"),
    "no such place": (PLAIN, {"target": 3}, "3 columns; got target=3"),
    "a header beyond the end": (PLAIN, {"header": 50}, "header=50"),
    "decimal=;": (PLAIN, {"decimal": ";"}, 'decimal must be "." or ","'),
    "thousands=.": (PLAIN, {"thousands": "."}, "thousands must be one of"),
    "header=True": (PLAIN, {"header": True}, "header must be"),
    "comment=5": (PLAIN, {"comment": 5}, "comment must be text"),
    "drop=1.5": (PLAIN, {"drop": [1.5]}, "drop must be a list"),
    "separator=None": (PLAIN, {"separator": None}, "separator must be"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_could_mean_two_things_is_refused_in_one_line(tmp_path: Path, kind: str) -> None:
    text, settings, message = REFUSED[kind]
    with pytest.raises(gn.GlassnetError, match=message) as caught:
        read(tmp_path, text, **settings)
    assert "\n" not in str(caught.value)


def test_marks_among_numbers_are_missing_values(tmp_path: Path) -> None:
    filled = read(tmp_path, swapped(PLAIN, "?"), missing="fill", validation=0.0)
    assert filled.x[6, 0] == np.median([value for value in A if value != 49.0])
    assert len(read(tmp_path, swapped(PLAIN, "?"), missing="drop").x) == 19
    assert "'?' among numbers read as a missing value (1 times)" in filled.report


def test_numbers_can_be_categories(tmp_path: Path) -> None:
    data = read(tmp_path, "plz,y\n" + "\n".join(f"0{1000 + i % 3},{i}.5" for i in ROWS), categories=["plz"])
    assert data.feature_names == ("plz = 01000", "plz = 01001", "plz = 01002")


REPORTED: dict[str, tuple[str, str, str]] = {
    "an identifier": ("\n".join(["id,a,y", *(f"{i + 100},{i % 4},{i * i}.5" for i in ROWS)]), "id", "identifier"),
    "the target in disguise": (
        "\n".join(["code,a,y", *(f"{i % 3 + 5},{i * i},{'uvw'[i % 3]}" for i in ROWS)]),
        "code",
        "gives the target away",
    ),
    "the target in other units": (
        "\n".join(["a,b,y", *(f"{i * i * 12 + 1},{i % 4},{i * i}.0" for i in ROWS)]),
        "a",
        "gives the target away",
    ),
    "leading zeros": ("\n".join(["a,y", *(f"0{i % 5},{i * i}.5" for i in ROWS)]), "a", "leading zeros"),
    "a constant": ("\n".join(["a,b,y", *(f"7,{i % 5},{i * i}.5" for i in ROWS)]), "a", "constant, so"),
    "a stand-in": (swapped(PLAIN, "-999"), "a", 'missing_marks=["-999"]'),
    "text and numbers": (
        "\n".join(["a,y", *(f"{'uvwxyz'[i % 6] if i % 3 else i % 2},{i * i}.5" for i in ROWS)]),
        "a",
        "text, though 6 of 20 cells are numbers",
    ),
    "upper and lower case": (
        "\n".join(["a,y", *(f"{['Yes', 'yes'][i % 2]},{i}.5" for i in ROWS)]),
        "a",
        "only in case",
    ),
}


@pytest.mark.parametrize("kind", REPORTED)
def test_the_report_says_what_is_odd(tmp_path: Path, kind: str) -> None:
    text, column, message = REPORTED[kind]
    lines = read(tmp_path, text).report.split("\n")
    (line,) = [line for line in lines if line.startswith(f"{column} ")]
    assert message in line
    assert not any(message in line for line in lines if not line.startswith(f"{column} "))


def test_the_report_says_what_was_left_out_and_stays_with_the_data(tmp_path: Path) -> None:
    data = read(tmp_path, swapped("# by hand\n" + PLAIN, "NA"), missing="drop", comment="#", drop=["b", 4])
    assert "comment lines skipped: 1\ndropped as requested: line 4\ncolumn 'b' dropped as requested" in data.report
    assert data.report.endswith("rows dropped for missing values: 1")
    assert "y  target, 18 classes" not in data.report
    assert gn.data.scaled(data).report == data.report
    assert gn.data.moons(10).report == ""


def test_a_report_lists_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(SEMI, encoding="utf-8")
    report = csv_report(path)
    assert report.count("PROBLEM: line 2, column") == 2
    assert "cells are separated by a semicolon" in report


@pytest.mark.parametrize("name", ["iris", "wine", "breast_cancer", "diabetes"])
@pytest.mark.parametrize("written", [{}, {"index": False}, {"index": False, "sep": ";", "decimal": ","}])
def test_scikit_learns_tables_come_back_as_they_are(tmp_path: Path, name: str, written: dict[str, Any]) -> None:
    theirs = getattr(sklearn.datasets, f"load_{name}")(as_frame=True)
    theirs.frame.to_csv(tmp_path / "table.csv", **written)
    data = gn.data.csv(tmp_path / "table.csv", "target", decimal=written.get("decimal", "."), scale=None)
    np.testing.assert_array_equal(data.x, theirs.data.to_numpy(float))
    np.testing.assert_array_equal(data.y.reshape(-1), theirs.target)
    assert data.feature_names == tuple(theirs.data.columns)
    assert len(data.class_names) == (0 if name == "diabetes" else len(theirs.target_names))


@pytest.mark.parametrize(
    ("name", "shape"), [("iris.csv", (150, 4)), ("wine_data.csv", (178, 13)), ("breast_cancer.csv", (569, 30))]
)
def test_scikit_learns_own_files_are_not_misread(name: str, shape: tuple[int, int]) -> None:
    path = Path(sklearn.datasets.__file__).parent / "data" / name
    with pytest.raises(gn.DataError, match=r"line 1 .*drop=\[1\]"):
        gn.data.csv(path, -1)
    assert gn.data.csv(path, -1, header=None, drop=[1]).x.shape == shape
