"""`glassnet show-data`: what became of each column of a table, or each class of a folder."""

import sys
from pathlib import Path

import pytest
from PIL import Image

from glassnet.app.cli import main


def show_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["glassnet", "show-data", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0), *capsys.readouterr()


def test_a_table_is_described_with_its_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;size;town\n" + "\n".join(f"{n};{n * n},5;[b]{'uv'[n % 2]}" for n in range(9)), encoding="utf-8")
    code, output, errors = show_data(monkeypatch, capsys, path, "--target", "town")
    assert (code, errors) == (0, "")
    assert "PROBLEM: line 2, column 'size': '0,5' looks like a number" in output
    assert "town  target: text, 2 distinct ([b]u, [b]v)" in output
    code, output, errors = show_data(monkeypatch, capsys, path, "--decimal", ",", "--drop", "id", "--drop", 3)
    assert "8 rows, 2 columns\nsize  numbers from 0.5 to 64.5" in output
    assert "dropped as requested: line 3" in output
    code, output, errors = show_data(monkeypatch, capsys, path, "--header", "x")
    assert code == 1
    assert errors.startswith("glassnet: --header takes")


def test_a_folder_is_described_class_by_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
        Image.new("L", (8, 8)).save(tmp_path / name / "a.png")
    (tmp_path / "dog" / "b.png").write_bytes(b"\0\0\0\x18ftypheic")
    code, output, _ = show_data(monkeypatch, capsys, tmp_path)
    assert code == 0
    assert output.startswith("cat: 1 image read\ndog: 1 image read; 1 left out: dog/b.png: b.png is a HEIC image")
