"""The names of symbols: what a formula, its picture and its code have in common on a lesson's page."""

import re

from glassnet.base.errors import SettingError

SYMBOL = re.compile(r"[a-z]+")


def symbol_name(name: str) -> str:
    """Return a symbol's name if formulas can carry it, or say why not.

    >>> symbol_name("Rate")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: A symbol's name has only lower-case letters, for formulas; got 'Rate'.
    """
    if not SYMBOL.fullmatch(name):
        raise SettingError(f"A symbol's name has only lower-case letters, for formulas; got {name!r}.")
    return name
