"""Text that a reader brings: a file's bytes as text, a text as sentences of words."""

import codecs
import re
from collections.abc import Sequence

from glassnet.base.errors import DataError, SettingError
from glassnet.data.tokens import tokens

LARGEST = 200_000
"""Bytes of a file, and characters of a text."""

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s|[。！？｡।॥؟۔։።]+[”’」』）]*|[\r\n\u2029]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def text_of_file(name: str, raw: bytes) -> str:
    """Return a file's text; its encoding must be UTF-8, or UTF-16 with its mark.

    Raises:
        DataError: the file is too large, no text, or in another encoding.

    >>> text_of_file("a.txt", b"Hello")
    'Hello'
    >>> text_of_file("a.txt", "café".encode("latin-1"))
    Traceback (most recent call last):
    glassnet.base.errors.DataError: a.txt is not text in UTF-8. Save it as UTF-8 and choose it again.
    """
    if len(raw) > LARGEST:
        raise DataError(
            f"{name} is too large: {len(raw) / 1e6:.1f} MB; at most {LARGEST / 1e6:.1f} MB can be read here."
        )
    encoding = next((known for mark, known in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        if b"\x00" in raw:
            raise DataError(f"{name} is no text, but a picture, a program or a document. Choose a text file.") from None
        raise DataError(f"{name} is not text in UTF-8. Save it as UTF-8 and choose it again.") from None
    if CONTROL.search(text):
        raise DataError(f"{name} is no text: it holds signs that no text has. Choose a text file.")
    return text


def sentences_of(text: object) -> Sequence[Sequence[str]]:
    """Return a text's sentences, each as its words in lower case, without marks; words of scripts that set no blanks
    between them (Chinese, Japanese, Thai, …) are single characters.

    Raises:
        DataError: there are no words, or too many characters.

    >>> sentences_of("The cat sat. Where? On the mat!")
    [['the', 'cat', 'sat'], ['where'], ['on', 'the', 'mat']]
    >>> sentences_of("猫在。狗跑！")
    [['猫', '在'], ['狗', '跑']]
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
