"""A file's bytes as text, or an error that says what the file is instead."""

import codecs
import gzip
import lzma
import zlib
from bz2 import BZ2File
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from glassnet.base.errors import DataError

OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", "save it as CSV"),
    (b"PAR1", "a Parquet file", "read it with pandas.read_parquet and write it with to_csv"),
    (b"ARROW1", "an Arrow file", "read it with pandas.read_feather and write it with to_csv"),
    (b"SQLite format 3\0", "an SQLite database", "export the table as CSV"),
    (b"\x89HDF", "an HDF5 file", "read it with pandas.read_hdf and write it with to_csv"),
    (b"%PDF", "a PDF document", "export the table as CSV"),
    (b"\x89PNG", "a PNG image", "choose a table"),
    (b"\xff\xd8\xff", "a JPEG image", "choose a table"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
)
WORKBOOKS = {"xl/": "an Excel workbook (.xlsx)", "word/": "a Word document", "content.xml": "an OpenDocument file"}
PAGES = ("<!doctype html", "<html", "<?xml", "<table")


def read_text(path: Path, encoding: str) -> str:
    """Return the text of a file, decompressed if necessary (gzip, bzip2, xz, a zip archive of one file).

    Raises:
        DataError: the file can't be read, is another kind of file, or isn't text in that encoding.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror or error}.") from None
    try:
        data = _unpacked(data, path)
    except (OSError, EOFError, BadZipFile, lzma.LZMAError, zlib.error) as error:
        raise DataError(f"{path} is a damaged archive ({error}); unpack it, or copy it again.") from None
    for start, kind, advice in OTHER_KINDS:
        if data.startswith(start):
            raise DataError(f"{path} is {kind}, not a CSV table, nor text in {encoding}; {advice}.")
    text = _decoded(data, path, encoding)
    if text.lstrip().startswith(("{", "[{", "[[")):
        raise DataError(f"{path} is JSON, not a CSV table; read it with pandas.read_json and write it with to_csv.")
    if text.lstrip()[:20].lower().startswith(PAGES):
        raise DataError(f"{path} is a web page or XML, not a CSV table; download the data themselves.")
    return text


def _unpacked(data: bytes, path: Path) -> bytes:
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"BZh"):
        return BZ2File(BytesIO(data)).read()
    if data.startswith(b"\xfd7zXZ\0"):
        return lzma.decompress(data)
    if not data.startswith(b"PK\x03\x04"):
        return data
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        for inside, kind in WORKBOOKS.items():
            if any(name.startswith(inside) for name in names):
                raise DataError(
                    f"{path} is {kind}, not a CSV table, whatever its name; save its sheet as CSV, or write it with "
                    "pandas.read_excel(…).to_csv(…, index=False)."
                )
        files = [name for name in names if not name.endswith("/") and not name.startswith("__MACOSX")]
        if len(files) != 1:
            raise DataError(
                f"{path} is an archive of {len(files)} files; unpack it and choose one: {', '.join(files[:3])}."
            )
        return archive.read(files[0])


def _decoded(data: bytes, path: Path, encoding: str) -> str:
    """Return bytes as text, without the byte-order mark."""
    try:
        known = codecs.lookup(encoding).name
    except (LookupError, TypeError):
        raise DataError(
            f'{path} is not text in {encoding}: there is no such encoding; use one such as "utf-8".'
        ) from None
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and "16" not in known and "32" not in known
    try:
        text = "" if wide else data.decode("utf-8-sig" if known == "utf-8" else known)
    except UnicodeDecodeError:
        wide, text = True, ""
    if wide:
        raise DataError(f'{path} is not text in {encoding}; try encoding="latin-1" or "utf-16".')
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise DataError(
            f"{path} can't be read as a table: line {line} contains NUL bytes, unlike text; if it is UTF-16, use "
            'encoding="utf-16".'
        )
    return text.removeprefix("\ufeff")
