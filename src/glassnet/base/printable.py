"""Text from others, made harmless for a terminal."""

import unicodedata

INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
"""Unicode's categories of characters that command rather than show: controls, changes of direction, half pairs …."""
JOINERS = "\u200c\u200d\ufe0e\ufe0f"
"""Characters of format that writing systems and emoji need."""


def printable(text: str, keep: str = "") -> str:
    """Return a text in which every character that a terminal would obey is written as Python writes it.

    Arguments:
        text: anything.
        keep: characters that stay all the same, such as a line break.

    >>> printable("moons" + chr(27) + "[2J")
    'moons\\\\x1b[2J'
    """
    if text.isprintable():
        return text
    return "".join(
        character
        if unicodedata.category(character) not in INVISIBLE or character in JOINERS or character in keep
        else ascii(character)[1:-1]
        for character in text
    )
