"""IDX files: read back what was written, and one clear line for every damaged file."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.data.idx import read_idx


def idx(values: Array) -> bytes:
    return bytes([0, 0, 8, values.ndim]) + struct.pack(f">{values.ndim}I", *values.shape) + values.tobytes()


IMAGES = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)


@given(arrays.arrays(np.uint8, arrays.array_shapes(min_dims=1, max_dims=4, max_side=5)), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_written_is_read_back(tmp_path: Path, values: Array, compressed: bool) -> None:
    path = tmp_path / "values"
    path.write_bytes(gzip.compress(idx(values)) if compressed else idx(values))
    back = read_idx(path)
    assert back.shape == values.shape
    assert back.tobytes() == values.tobytes()


@pytest.mark.parametrize("compressed", [False, True])
def test_a_file_truncated_at_any_byte_is_rejected_in_one_line(tmp_path: Path, compressed: bool) -> None:
    whole = gzip.compress(idx(IMAGES)) if compressed else idx(IMAGES)
    path = tmp_path / "images"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        refused(path, str(path))
    path.write_bytes(whole)
    assert read_idx(path).tolist() == IMAGES.tolist()


def test_extra_bytes_are_rejected(tmp_path: Path) -> None:
    path = tmp_path / "images"
    path.write_bytes(idx(IMAGES) + b"\0")
    refused(path, "promises 40 bytes, it has 41")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\x89PNG", "not an IDX file"),
        (b"\0\0\x0d\1\0\0\0\1\0\0\0\0", "not 000008"),
        (b"\x1f\x8bgarbage", "Cannot read"),
        (gzip.compress(idx(IMAGES))[:-6] + b"\0\0\0\0\0\0", "Cannot read"),
    ],
    ids=["an image", "floats", "no gzip", "wrong checksum"],
)
def test_other_files_are_rejected(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "images"
    path.write_bytes(content)
    refused(path, word)


def test_a_missing_file_is_rejected(tmp_path: Path) -> None:
    refused(tmp_path / "missing", "missing")


def refused(path: Path, word: str) -> None:
    with pytest.raises(gn.DataError) as caught:
        read_idx(path)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
