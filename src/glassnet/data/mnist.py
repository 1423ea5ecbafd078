"""MNIST: 70,000 handwritten digits, 28×28, from IDX files or from OpenML."""

import warnings
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.hinted import hinted
from glassnet.base.random import stream
from glassnet.data.dataset import Dataset
from glassnet.data.idx import read_idx
from glassnet.data.split import split

TRAIN_SAMPLES = 60_000


@hinted
def mnist(directory: str | Path | None = None, *, seed: int = 0, validation: float = 0.2) -> Dataset:
    """Return the handwritten digits of MNIST as 784 grey values between 0 (paper) and 1 (ink).

    The last 10,000 are the test part, as LeCun et al. (1998) split them; `validation` is taken from the rest.

    Arguments:
        directory: folder with the four IDX files (`train-images-idx3-ubyte`, …, plain or `.gz`); without it, the
            data come from OpenML through scikit-learn (15 MB, checksummed, kept in scikit-learn's data folder).
        seed: decides which samples are held out for validation.
        validation: fraction of the 60,000 training samples that is held out.

    Raises:
        DataError: a file is missing or damaged, or OpenML can't be reached.
    """
    x, y = _from_openml() if directory is None else _from_files(Path(directory))
    parts = split(y[:TRAIN_SAMPLES], stream(seed).child("mnist"), validation=validation)
    parts["test"] = np.arange(TRAIN_SAMPLES, len(y))
    names = tuple(f"row {row}, column {column}" for row in range(28) for column in range(28))
    source = {"generator": "mnist", "directory": directory and str(directory), "seed": seed, "validation": validation}
    return Dataset(
        "mnist", x.reshape(len(x), -1).astype(np.float32) / 255, y, parts, names, tuple("0123456789"), source
    )


def _from_files(directory: Path) -> tuple[Array, Array]:
    images, labels = [], []
    for prefix in ("train", "t10k"):
        images.append(read_idx(_find(directory, f"{prefix}-images-idx3-ubyte")))
        labels.append(read_idx(_find(directory, f"{prefix}-labels-idx1-ubyte")))
        if images[-1].shape != (len(labels[-1]), 28, 28):
            raise DataError(
                f"{directory}: {prefix} images have shape {images[-1].shape}, with {len(labels[-1])} labels; "
                f"MNIST has (n, 28, 28) and n labels. Do the files belong together?"
            )
    if len(labels[0]) != TRAIN_SAMPLES:
        raise DataError(
            f"{directory}: MNIST has {TRAIN_SAMPLES:,} training digits; these files contain {len(labels[0]):,}."
        )
    return np.concatenate(images), np.concatenate(labels).astype(np.int64)


def _find(directory: Path, name: str) -> Path:
    for path in (directory / name, directory / f"{name}.gz"):
        if path.is_file():
            return path
    raise DataError(
        f"{directory} has no file {name} (or {name}.gz). MNIST consists of four such files; check the folder."
    )


def _from_openml() -> tuple[Array, Array]:
    from http.client import HTTPException  # only downloads need these, and sklearn takes a second

    from sklearn.datasets import fetch_openml

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about retries and the emptied cache; the error below says what matters
            x, y = fetch_openml("mnist_784", version=1, return_X_y=True, as_frame=False, parser="pandas")
    except (
        OSError,
        EOFError,
        ValueError,
        HTTPException,
    ) as error:  # no network, an incomplete download, a wrong checksum
        raise DataError(
            f"MNIST couldn't be downloaded from OpenML ({getattr(error, 'reason', error)}). "
            "Connect to the internet once (the files are kept), or pass a folder with its four IDX files: "
            "--data-dir DIR on the command line, mnist(directory) in Python."
        ) from None
    return x.astype(np.uint8), y.astype(np.int64)
