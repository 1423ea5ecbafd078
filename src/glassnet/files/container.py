"""The container of a run file: named arrays in a safetensors file, with a JSON header in its metadata.

Any safetensors reader can open the arrays; nothing in the file is ever executed.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import RunFileError
from glassnet.base.files import write_atomically
from glassnet.base.version import __version__
from glassnet.files.formats import FORMAT, Content, to_newest

KEY = "glassnet"
"""The header's name in the metadata."""


def pack(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """Return the content of a file; the header also gets format and version."""
    from safetensors.numpy import save  # only files need it

    whole = {"format": FORMAT, "version": __version__, **header}
    rows = {name: np.asarray(value, order="C") for name, value in arrays.items()}
    try:
        text = json.dumps(whole, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise RunFileError(
            f"A run file holds what JSON can hold; something in results or in the data's source is not that ({error})."
        ) from None
    return save(rows, metadata={KEY: text})


def unpack(path: str, content: bytes) -> Content:
    """Return header and arrays of a file inside another one, which is at `path`."""
    from safetensors import SafetensorError  # only files need it
    from safetensors.numpy import load

    try:
        arrays = {name: values.copy() for name, values in load(content).items()}
        metadata = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])["__metadata__"]
    except (SafetensorError, ValueError, KeyError) as error:
        raise RunFileError(f"{path} is a run file, but a run inside it is damaged ({error}).") from None
    return _newest(path, metadata, arrays)


def read(path: Path) -> Content:
    """Return header and arrays of a file.

    Raises:
        RunFileError: the file is missing, damaged, not a run file, or from a newer Glassnet.
    """
    from safetensors import SafetensorError, safe_open  # only files need it

    try:
        if not path.is_file():
            raise RunFileError(f"There is no file {path}.")
        with safe_open(path, framework="numpy") as file:
            metadata = file.metadata() or {}
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a mapping)
    except (SafetensorError, OSError) as error:
        raise RunFileError(f"{path} is not a run file, or it is damaged ({error}).") from None
    return _newest(str(path), metadata, arrays)


def write_run_file(path: Path, content: bytes) -> None:
    """Write a run file completely or not at all.

    Raises:
        RunFileError: the folder doesn't exist and can't be created, or isn't writable.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        raise RunFileError(
            f"Cannot write {path}: {error.strerror or error}. Choose a folder that you can write to."
        ) from None


def _newest(path: str, metadata: Mapping[str, str], arrays: dict[str, Array]) -> Content:
    if KEY not in metadata:
        raise RunFileError(f"{path} contains arrays, but no Glassnet run.")
    try:
        header = json.loads(metadata[KEY])
    except ValueError as error:
        raise RunFileError(f"{path} is a run file, but its settings are damaged ({error}).") from None
    return to_newest(path, header, arrays)
