"""MNIST from files and from OpenML, with a full-size set of made-up digits and without a network."""

import gzip
import socket
import urllib.error
import warnings
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest

import glassnet as gn
from glassnet.data import mnist as mnist_loader

from .test_idx import idx

TRAIN, TEST = 60_000, 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four files with nearly blank images: one grey pixel per class, and the label in the corner."""
    path = tmp_path_factory.mktemp("mnist")
    for prefix, count, pack in (("train", TRAIN, False), ("t10k", TEST, True)):
        labels = (np.arange(count) % 10).astype(np.uint8)
        images = np.zeros((count, 28, 28), np.uint8)
        images[:, 0, 0] = labels
        images[:, 27, 27] = 255
        for name, values in (("images-idx3", images), ("labels-idx1", labels)):
            content = idx(values)
            file = path / f"{prefix}-{name}-ubyte{'.gz' if pack else ''}"
            file.write_bytes(gzip.compress(content, 1) if pack else content)
    return path


def test_files_become_a_data_set(folder: Path) -> None:
    data = gn.data.mnist(folder, seed=1)
    assert data.x.shape == (TRAIN + TEST, 784)
    assert (len(data.train.x), len(data.validation.x), len(data.test.x)) == (48_000, 12_000, TEST)
    assert data.x.dtype == np.float32
    assert (data.x.min(), data.x.max()) == (0.0, 1.0)
    for part in ("train", "validation", "test"):
        x, y = data.part(part)
        assert (x[:, 0] * 255).round().astype(int).tolist() == y.tolist()
        assert (x[:, 783] == 1).all()
    assert np.bincount(data.validation.y).tolist() == [1200] * 10
    assert data.source == {"generator": "mnist", "directory": str(folder), "seed": 1, "validation": 0.2}
    assert (
        gn.data.GENERATORS["mnist"](**{k: v for k, v in data.source.items() if k != "generator"}).x.shape
        == data.x.shape
    )


def test_a_missing_file_is_named(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "t10k-labels-idx1-ubyte.gz").unlink()
    with pytest.raises(gn.DataError, match=r"has no file t10k-labels-idx1-ubyte \(or t10k-labels-idx1-ubyte\.gz\)"):
        gn.data.mnist(tmp_path)


def test_mismatched_files_are_rejected(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "t10k-labels-idx1-ubyte.gz").unlink()
    (tmp_path / "t10k-labels-idx1-ubyte").write_bytes(idx(np.zeros(99, np.uint8)))
    with pytest.raises(gn.DataError, match="Do the files belong together"):
        gn.data.mnist(tmp_path)


def test_too_few_digits_are_rejected(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name.replace("t10k", "train")).symlink_to(file) if "t10k" in file.name else None
        (tmp_path / file.name).symlink_to(file) if "t10k" in file.name else None
    with pytest.raises(gn.DataError, match=r"60,000 training digits; these files contain 100"):
        gn.data.mnist(tmp_path)


def test_openml_gives_the_same_form(monkeypatch: pytest.MonkeyPatch) -> None:
    x, y = np.zeros((TRAIN + TEST, 784)), np.array([str(number % 10) for number in range(TRAIN + TEST)], dtype=object)
    x[:, 5] = 255.0
    monkeypatch.setattr("sklearn.datasets.fetch_openml", lambda *_, **__: (x, y))
    data = gn.data.mnist(seed=0)
    assert (len(data.train.x), len(data.validation.x), len(data.test.x)) == (48_000, 12_000, TEST)
    assert (data.x.dtype, data.x[:, 5].min(), data.test.y[:3].tolist()) == (np.float32, 1.0, [0, 1, 2])
    assert data.source["directory"] is None


@pytest.mark.parametrize(
    "trouble",
    [
        urllib.error.URLError(socket.gaierror(-2, "Name or service not known")),
        urllib.error.HTTPError("https://example.org", 503, "Service Unavailable", None, None),  # type: ignore[arg-type]
        TimeoutError("timed out"),
        ValueError("md5 checksum of local file does not match"),
        EOFError("Compressed file ended before the end-of-stream marker was reached"),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
def test_without_the_network_one_line_says_what_to_do(trouble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> NoReturn:
        warnings.warn("A network error occurred. Retrying...", stacklevel=2)  # as scikit-learn does
        raise trouble

    monkeypatch.setattr("sklearn.datasets.fetch_openml", fail)
    with pytest.raises(gn.DataError, match=r"couldn't be downloaded from OpenML .*--data-dir DIR") as caught:
        mnist_loader()
    assert "\n" not in str(caught.value)
    assert str(getattr(trouble, "reason", trouble)) in str(caught.value)
