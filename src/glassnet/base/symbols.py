"""The names of symbols, which link a formula, its figure and its code on a lesson's page."""

import re

from glassnet.base.errors import SettingError

SYMBOL = re.compile(r"[a-z]+")


def symbol_name(name: str) -> str:
    """Return a symbol's name if it is valid in formulas; otherwise raise an error.

    >>> symbol_name("Rate")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: A symbol's name must consist of lower-case letters; got 'Rate'.
    """
    if not SYMBOL.fullmatch(name):
        raise SettingError(f"A symbol's name must consist of lower-case letters; got {name!r}.")
    return name
