"""MNIST is found where it is on this machine, and nothing is downloaded."""

from pathlib import Path

import pytest

from glassnet.lessons.local_mnist import find_local_mnist


@pytest.mark.parametrize("name", ["train-images-idx3-ubyte", "train-images-idx3-ubyte.gz"])
def test_the_readers_own_folder_comes_first(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    found = find_local_mnist({"GLASSNET_DATA": str(tmp_path)})
    assert found is not None
    assert found.directory == tmp_path


@pytest.mark.parametrize("path", ["v1/download/52667.arff.gz", "v1/download/52667/mnist_784.arff.gz"])
def test_what_scikit_learn_has_kept_is_found(tmp_path: Path, path: str) -> None:
    file = tmp_path / "openml" / "openml.org" / "data" / path
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    found = find_local_mnist({"SCIKIT_LEARN_DATA": str(tmp_path), "GLASSNET_DATA": str(tmp_path)})
    assert found is not None
    assert found.directory is None


def test_elsewhere_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "openml" / "openml.org" / "data" / "other.arff.gz").mkdir(parents=True)
    assert find_local_mnist({"SCIKIT_LEARN_DATA": str(tmp_path), "GLASSNET_DATA": str(tmp_path)}) is None
