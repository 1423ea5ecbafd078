"""Words and marks of a text, in any script."""

import re
import unicodedata
from functools import cache

from glassnet.base.errors import DataError
from glassnet.base.hinted import hinted

WITHOUT_BLANKS = (
    *((0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
    *((0x0E00, 0x0E4F), (0x0E80, 0x0EDF), (0x0F40, 0x0FBC), (0x1000, 0x109F), (0x1780, 0x17D3)),
)
"""Chinese and Japanese; Thai, Lao, Tibetan, Burmese and Khmer: scripts that set no blanks between words."""

INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F))
"""Soft hyphens, blanks of no width and marks of direction, which are no part of any word."""

LAST_SCRIPT = 0x1FFFF
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"


@hinted
def tokens(text: str) -> list[str]:
    """Return the words and marks of a text in lower case.

    Letters written in several ways are one (NFC), and marks on letters belong to them. Scripts without blanks between
    words (Chinese, Japanese, Thai, …) are split into characters.

    >>> tokens("Don't panic, it's 1979!")
    ["don't", 'panic', ',', "it's", '1979', '!']
    >>> tokens("हिन्दी 我爱你。")
    ['हिन्दी', '我', '爱', '你', '。']
    """
    if not isinstance(text, str):
        raise DataError(f"A text is a string; got {type(text).__name__}.")
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    return _pattern().findall(composed.translate(INVISIBLE))


def is_without_blanks(text: str) -> bool:
    """Return whether a text has words of a script that sets no blanks between them.

    >>> is_without_blanks("我爱你"), is_without_blanks("한국어 text")
    (True, False)
    """
    return any(low <= ord(sign) <= high for sign in text if ord(sign) > 0x0DFF for low, high in WITHOUT_BLANKS)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what matches one token: a character of a script without blanks, a word, or a mark."""
    lone = "".join(f"{chr(low)}-{chr(high)}" for low, high in WITHOUT_BLANKS)
    marks = _marks()
    letter = rf"(?:(?![{lone}])\w|[{marks}\u200c\u200d])"
    word = rf"(?:(?![{lone}])\w){letter}*(?:['’]{letter}+)*"
    return re.compile(rf"[{lone}][{marks}]*|{word}|[^\w\s][{marks}{SELECTORS}\u200d]*")


def _marks() -> str:
    """Return the inside of a character class of all marks that are set on letters."""
    ranges: list[list[int]] = []
    for code in range(0x300, LAST_SCRIPT):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges)
