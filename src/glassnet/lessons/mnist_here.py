"""Whether this machine has MNIST: a lesson never downloads it unasked."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

IDX_FILE = "train-images-idx3-ubyte"
OPENML_NAMES = ("mnist_784.arff.gz", "52667.arff.gz")
"""What scikit-learn calls the kept data; the name has changed with its versions."""


class MnistHere(NamedTuple):
    """Where MNIST lies on this machine.

    Arguments:
        directory: a folder with the four IDX files, as `gn.data.mnist` takes it; None for what scikit-learn has kept.
        words: the same, to be told.
    """

    directory: Path | None
    words: str


def find_mnist(environment: Mapping[str, str] = os.environ) -> MnistHere | None:
    """Return where MNIST lies: in the folder that GLASSNET_DATA names, or kept by scikit-learn; None if nowhere.

    >>> find_mnist({"SCIKIT_LEARN_DATA": "nowhere"}) is None
    True
    """
    folder = environment.get("GLASSNET_DATA")
    if folder and any((Path(folder) / name).is_file() for name in (IDX_FILE, f"{IDX_FILE}.gz")):
        return MnistHere(Path(folder), "in the folder that GLASSNET_DATA names")
    try:
        kept = Path(environment.get("SCIKIT_LEARN_DATA", "~/scikit_learn_data")).expanduser()
    except RuntimeError:  # nobody knows where this user is at home
        return None
    if any(path.name in OPENML_NAMES for path in kept.glob("openml/openml.org/data/**/*.gz")):
        return MnistHere(None, "kept by scikit-learn from an earlier download")
    return None
