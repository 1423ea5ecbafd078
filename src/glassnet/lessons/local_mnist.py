"""Finds MNIST on this machine: a lesson never downloads it unasked."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from glassnet.base.folders import expanded

IDX_FILE = "train-images-idx3-ubyte"
OPENML_NAMES = ("mnist_784.arff.gz", "52667.arff.gz")
"""scikit-learn's names for the cached data; they have changed between versions."""


class LocalMnist(NamedTuple):
    """Where MNIST is on this machine.

    Arguments:
        directory: a folder with the four IDX files, for `gn.data.mnist`; None for scikit-learn's cached copy.
        description: the same in words, for the reader.
    """

    directory: Path | None
    description: str


def find_local_mnist(environment: Mapping[str, str] = os.environ) -> LocalMnist | None:
    """Return where MNIST is: in the folder named by GLASSNET_DATA, or in scikit-learn's cache; None if it is not here.

    >>> find_local_mnist({"SCIKIT_LEARN_DATA": "nowhere"}) is None
    True
    """
    folder = environment.get("GLASSNET_DATA")
    if folder and any((Path(folder) / name).is_file() for name in (IDX_FILE, f"{IDX_FILE}.gz")):
        return LocalMnist(Path(folder), "in the folder named by GLASSNET_DATA")
    cache = expanded(Path(environment.get("SCIKIT_LEARN_DATA", "~/scikit_learn_data")))
    if cache is not None and any(path.name in OPENML_NAMES for path in cache.glob("openml/openml.org/data/**/*.gz")):
        return LocalMnist(None, "in scikit-learn's cache, from an earlier download")
    return None
