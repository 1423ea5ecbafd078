"""The container of a run file: named arrays in a safetensors file, with a JSON header in its metadata.

Any safetensors reader can open the arrays; nothing in the file is ever executed. A checksum over header and arrays
notices accidental damage; files from before there was one have none.
"""

import json
import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import RunFileError
from glassnet.base.files import check_writable, write_atomically
from glassnet.base.version import __version__
from glassnet.files.formats import FORMAT, Content, to_newest

KEY = "glassnet"
"""The header's name in the metadata."""
SEALED = re.compile(r'\{"checksum": "([0-9a-f]{32})", ')
"""How a header begins that has a checksum: the metadata are one entry, as safetensors writes several in any order."""


def pack(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """Return the content of a file; the header also gets format and version."""
    from safetensors.numpy import save  # only files need it

    whole = {"format": FORMAT, "version": __version__, "has_checksum": True, **header}
    rows = {name: np.asarray(value, order="C") for name, value in arrays.items()}
    try:
        text = json.dumps(whole, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise RunFileError(
            f"A run file holds what JSON can hold; something in results or in the data's source is not that ({error})."
        ) from None
    return save(rows, metadata={KEY: f'{{"checksum": "{checksum(text, rows)}", {text[1:]}'})


def checksum(text: str, arrays: Mapping[str, Array]) -> str:
    """Return a number, in hexadecimal, that depends on every byte of the header and the arrays.

    >>> checksum("{}", {"x": np.zeros(2)}) == checksum("{}", {"x": np.array([0.0, 5e-324])})
    False
    """
    total = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)
    for name in sorted(arrays):
        values = np.asarray(arrays[name], order="C")
        total.update(f"\n{name} {values.dtype.str} {values.shape}\n".encode("utf-8", "surrogatepass"))
        total.update(values.data if values.size else b"")
    return total.hexdigest()


def unpack(path: str, content: bytes) -> Content:
    """Return header and arrays of a file.

    Arguments:
        path: where it is, or the file that contains it, for messages.
        content: its bytes, all of them.

    Raises:
        RunFileError: it is damaged, not a run file, or from a newer Glassnet.
    """
    from safetensors import SafetensorError  # only files need it
    from safetensors.numpy import load

    try:
        arrays = load(content)
        metadata = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")]).get("__metadata__", {})
    except (SafetensorError, ValueError, LookupError, OverflowError, RecursionError, MemoryError) as error:
        raise RunFileError(f"{path} is not a run file, or it is damaged ({error}).") from None
    if KEY not in metadata:
        raise RunFileError(f"{path} contains arrays, but no Glassnet run.")
    text = metadata[KEY]
    seal = SEALED.match(text)
    if seal and seal[1] != checksum("{" + text[seal.end() :], arrays):
        raise RunFileError(f"{path} is damaged: its content has changed since it was written. Is there a copy?")
    try:
        header = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise RunFileError(f"{path} is a run file, but its settings are damaged ({error}).") from None
    if not seal and isinstance(header, dict) and (header.get("has_checksum") or "checksum" in header):
        raise RunFileError(f"{path} is damaged: its checksum is not readable. Is there a copy?")
    return to_newest(path, header, {name: values.copy() for name, values in arrays.items()})


def read(path: Path) -> bytes:
    """Return a file's bytes, read at once, so that nothing that happens to the file later matters.

    Raises:
        RunFileError: there is no such file, or it can't be read.
    """
    try:
        if not path.is_file():
            raise RunFileError(f"There is no file {path}.")
        return path.read_bytes()
    except (OSError, ValueError, MemoryError) as error:
        raise RunFileError(f"Cannot read {path}: {getattr(error, 'strerror', None) or error}.") from None


def write_run_file(path: Path, content: bytes) -> None:
    """Write a run file completely or not at all.

    Raises:
        RunFileError: the folder doesn't exist and can't be created, or isn't writable.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        raise _cannot_write(path, error) from None


def check_target(path: Path) -> None:
    """Make sure that a run file could be written, before a training whose result it is to hold.

    Raises:
        RunFileError: it couldn't.
    """
    try:
        check_writable(path)
    except OSError as error:
        raise _cannot_write(path, error) from None


def _cannot_write(path: Path, error: OSError) -> RunFileError:
    return RunFileError(f"Cannot write {path}: {error.strerror or error}. Choose a folder that you can write to.")


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
