"""Text that a reader brings: a file's bytes as text, a text as sentences of words."""

import base64
import binascii
import codecs
import re
from collections.abc import Sequence

from glassnet.base.errors import DataError, SettingError
from glassnet.data.text import tokens

LARGEST = 200_000
"""Bytes of a file, and characters of a text."""

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SENTENCE_END = re.compile(r"[.!?…]+\s|[\r\n]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def text_of_file(name: object, content: object) -> str:
    r"""Return the text of a file that came as base64; its encoding must be UTF-8, or UTF-16 with its mark.

    Raises:
        DataError: the file is empty, too large, no text, or in another encoding.

    >>> text_of_file("a.txt", "SGVsbG8=")
    'Hello'
    >>> text_of_file("a.txt", base64.b64encode("é".encode("latin-1")).decode())
    Traceback (most recent call last):
    glassnet.base.errors.DataError: a.txt is not text in UTF-8. Save it as UTF-8 and choose it again.
    """
    if not isinstance(name, str) or not isinstance(content, str):
        raise SettingError("A file is a name and its content in base64; got something else.")
    name = CONTROL.sub("", name)[:80] or "The file"
    if len(content) > LARGEST * 4 / 3 + 4:
        raise DataError(f"{name} is too large: at most {LARGEST // 1000} kB.")
    try:
        raw = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise SettingError("A file's content must be base64; got something else.") from None
    if not raw:
        raise DataError(f"{name} is empty: 0 bytes.")
    encoding = next((known for mark, known in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        kind = "no text (a picture, a program, a document?)" if b"\x00" in raw else "not text in UTF-8"
        raise DataError(f"{name} is {kind}. Save it as UTF-8 and choose it again.") from None
    if CONTROL.search(text):
        raise DataError(f"{name} is no text: it holds bytes that no text has. Choose a plain text file (.txt).")
    return text


def sentences_of(text: object) -> Sequence[Sequence[str]]:
    """Return a text's sentences, each as its words in lower case, without marks.

    Raises:
        DataError: there are no words, or too many characters.

    >>> sentences_of("The cat sat. Where? On the mat!")
    [['the', 'cat', 'sat'], ['where'], ['on', 'the', 'mat']]
    """
    if not isinstance(text, str):
        raise SettingError(f"A text is a string; got {type(text).__name__}.")
    if len(text) > LARGEST:
        raise DataError(f"The text is too long: {len(text):,} characters; at most {LARGEST:,}.")
    found = [[word for word in tokens(part) if word[0].isalnum()] for part in SENTENCE_END.split(text)]
    kept = [sentence for sentence in found if sentence]
    if not kept:
        raise DataError("There are no words in this text. Type some sentences.")
    return kept
