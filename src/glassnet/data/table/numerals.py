"""Numbers as people write them, and advice on cells that could be numbers in another format."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array

MINUS = re.compile("^[\u2212\ufe63\uff0d\u2013](?=[\\d.,])")
AFFIX = r"[$€£¥₹₽₩₺%‰]|EUR|USD|GBP|CHF|JPY|INR"
WITH_AFFIX = re.compile(rf"^([+-]?)\s*({AFFIX})?\s*(.*?)\s*({AFFIX})?$")
BLANKS = str.maketrans("", "", "\u00a0\u202f\u2009 ")
DIGIT = re.compile(r"\d")
REMARK = re.compile(r"^(#|//)")


@dataclass(frozen=True)
class Numerals:
    """The format of numbers.

    Arguments:
        decimal: "." or ",".
        thousands: the separator between groups of digits, or None.
    """

    decimal: str = "."
    thousands: str | None = None

    def read(self, text: Any) -> Any:
        """Return a pandas series of text as numbers; NaN where a cell isn't one.

        >>> import pandas as pd
        >>> Numerals(",", ".").read(pd.Series(["1.234,5", "−3", "1.5", "x"])).tolist()
        [1234.5, -3.0, nan, nan]
        """
        import pandas as pd  # half a second to import, and only tables need it

        if self == Numerals() and (plainly := _floats(text)) is not None:
            return pd.Series(plainly, index=text.index)
        fits = re.compile(self._pattern()).fullmatch
        plain = text.map(lambda cell: cell if cell.isascii() else MINUS.sub("-", cell))
        ok = np.array([fits(cell) is not None for cell in plain], dtype=bool)
        known = plain[ok]
        if self.thousands == " ":
            known = known.str.translate(BLANKS)
        elif self.thousands:
            known = known.str.replace(self.thousands, "", regex=False)
        numbers = pd.Series(float("nan"), index=text.index, dtype=float)
        numbers[ok] = (known if self.decimal == "." else known.str.replace(self.decimal, ".", regex=False)).astype(
            float
        )
        return numbers

    def _pattern(self) -> str:
        mark, groups = re.escape(self.decimal), ""
        if self.thousands:
            gap = "[\u00a0\u202f\u2009 ]" if self.thousands == " " else re.escape(self.thousands)
            groups = rf"|\d{{1,3}}(?:{gap}\d{{2,3}})*{gap}\d{{3}}"
        return rf"[+-]?(?:(?:\d+{groups})(?:{mark}\d*)?|{mark}\d+)(?:[eE][+-]?\d+)?|[+-]?(?i:inf|infinity)"


def _floats(text: Any) -> Array | None:
    """Return cells as numbers if all are in a program's format, or None; the fast path."""
    try:
        return None if "_" in "".join(text) else np.array(list(map(float, text)))
    except ValueError:
        return None


def without_affix(text: Any) -> tuple[Any, str]:
    """Return cells without the unit that all of them have (%, a currency), and that unit, or "" if there is none.

    >>> import pandas as pd
    >>> cells, unit = without_affix(pd.Series(["-$5", "$ 7.50"]))
    >>> cells.tolist(), unit
    (['-5', '7.50'], '$')
    >>> without_affix(pd.Series(["5 %", "7"]))[1]
    ''
    """
    if not len(text) or not has_affix(text.iloc[0]):
        return text, ""
    taken = text.str.replace(MINUS, "-", regex=True).str.extract(WITH_AFFIX).fillna("")
    units = set(zip(taken[1], taken[3], strict=True))
    before, after = next(iter(units))
    if len(units) > 1 or bool(before) == bool(after):
        return text, ""
    return taken[0] + taken[2], before or after


def has_affix(cell: str) -> bool:
    """Return whether a cell is a number with a sign such as % or € before or after it.

    >>> has_affix("5 %"), has_affix("5")
    (True, False)
    """
    parts = WITH_AFFIX.match(MINUS.sub("-", cell))
    return bool(parts and (parts[2] or parts[4]) and parts[3][:1].isdigit())


def advice_on(cell: str) -> str | None:
    """Return the option that reads this cell as a number, or None.

    >>> advice_on("0,5"), advice_on("1,234")
    ('use decimal=","', 'use thousands="," (1234) or decimal="," (1.234)')
    >>> advice_on("about 5")
    """
    if not DIGIT.search(cell):
        return None
    cell = re.sub(AFFIX, "", MINUS.sub("-", cell)).strip().lstrip("+-")
    if re.fullmatch(r"\d{1,3},\d{3}", cell):
        return f'use thousands="," ({cell.replace(",", "")}) or decimal="," ({cell.replace(",", ".")})'
    if re.fullmatch(r"\d*,\d+(?:[eE][+-]?\d+)?", cell):
        return 'use decimal=","'
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})*,\d+", cell):
        return 'use decimal="," and thousands="."'
    if re.fullmatch(r"\d{1,3}\.\d{3}", cell):
        return f'use thousands="." ({cell.replace(".", "")}) or decimal="." ({cell})'
    if re.fullmatch(r"\d*\.\d+(?:[eE][+-]?\d+)?", cell):
        return 'use decimal="."'
    for mark in (",", ".", " ", "'", "’", "_"):
        if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{2,3}})*{re.escape(mark)}\d{{3}}(?:\.\d*)?", cell):
            return f'use thousands="{mark}"' + (' (and decimal=",")' if mark == "." else "")
    if re.fullmatch("\\d{1,3}(?:[\u00a0\u202f\u2009]\\d{3})+(?:\\.\\d*)?", cell):
        return 'use thousands=" "'
    return None
