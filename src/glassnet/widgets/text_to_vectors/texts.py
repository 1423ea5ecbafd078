"""Text from readers: a file's bytes as text, a text as sentences of words."""

import codecs
import re
from collections.abc import Sequence

from glassnet.base.errors import DataError, SettingError
from glassnet.data.tokens import tokens

MAX_SIZE = 200_000
"""In bytes for a file, in characters for a text."""

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s|[。！？｡।॥؟۔։።]+[”’」』）]*|[\r\n\u2029]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def text_of_file(name: str, raw: bytes) -> str:
    """Return a file's text; its encoding must be UTF-8, or UTF-16 with a byte order mark.

    Raises:
        DataError: the file is too large, isn't text, or has another encoding.

    >>> text_of_file("a.txt", b"Hello")
    'Hello'
    >>> text_of_file("a.txt", "café".encode("latin-1"))
    Traceback (most recent call last):
    glassnet.base.errors.DataError: a.txt is not UTF-8 text. Save it as UTF-8 and open it again.
    """
    if len(raw) > MAX_SIZE:
        raise DataError(f"{name} is too large: {len(raw) / 1e6:.1f} MB; the limit is {MAX_SIZE / 1e6:.1f} MB.")
    encoding = next((known for mark, known in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        if b"\x00" in raw:
            raise DataError(f"{name} is not a text file: it contains binary data. Choose a text file.") from None
        raise DataError(f"{name} is not UTF-8 text. Save it as UTF-8 and open it again.") from None
    if CONTROL.search(text):
        raise DataError(f"{name} is not a text file: it contains control characters. Choose a text file.")
    return text


def sentences_of(text: object) -> Sequence[Sequence[str]]:
    """Return a text's sentences, each as a list of words in lower case, without punctuation.

    Scripts without spaces between words (Chinese, Japanese, Thai, …) are split into characters.

    Raises:
        DataError: there are no words, or too many characters.

    >>> sentences_of("The cat sat. Where? On the mat!")
    [['the', 'cat', 'sat'], ['where'], ['on', 'the', 'mat']]
    >>> sentences_of("猫在。狗跑！")
    [['猫', '在'], ['狗', '跑']]
    """
    if not isinstance(text, str):
        raise SettingError(f"text must be a string; got {type(text).__name__}.")
    if len(text) > MAX_SIZE:
        raise DataError(f"The text is too long: {len(text):,} characters; the limit is {MAX_SIZE:,}.")
    found = [[word for word in tokens(part) if word[0].isalnum()] for part in SENTENCE_END.split(text)]
    kept = [sentence for sentence in found if sentence]
    if not kept:
        raise DataError("This text contains no words. Type some sentences.")
    return kept
