"""A symbol of a formula, its number in a picture and its line of code, marked so that the page lights them up together.

A mark is an element with `data-symbol`; `static/symbols.js` finds all of one name between two headings. In a formula it is
written `\\symbol{rate}{\\eta}`. The page's typesetting lets no attribute through, but it keeps a colour's name: so the mark
becomes an invisible dot of the colour "symbolrate", from which the page takes the name. Where nothing lights up (in a
notebook), the formula looks as if it had no marks.
"""

import re
from collections.abc import Callable, Mapping
from html import escape

from glassnet.base.errors import SettingError
from glassnet.base.symbols import symbol_name

MARK = re.compile(r"\\symbol\{([^{}]*)\}\{")


def linked(text: str) -> str:
    r"""Return a text in which the marks of its formulas are written so that the page finds them.

    Arguments:
        text: Markdown whose formulas hold `\symbol{name}{formula}`; a name is made of lower-case letters.

    Raises:
        SettingError: a mark isn't closed, its name has other characters, or it stands in a formula of several columns.

    >>> linked(r"$x - \symbol{rate}{\eta}$")
    '$x - \\mathord{\\textcolor{symbolrate}{\\rule{0em}{0em}}\\eta}$'
    """
    for formula in text.split("$$")[1::2]:
        # columns are typeset one after another, but named row by row: the names would go to wrong places
        if MARK.search(formula) and re.search(r"(?<!\\)&", formula):
            raise SettingError(
                f"Marks don't find their places in a formula with columns (&): {formula.strip()[:60]!r}. "
                r"Give it one column: \begin{array}{l}."
            )
    return _replace(
        text, lambda name, inside: rf"\mathord{{\textcolor{{symbol{name}}}{{\rule{{0em}}{{0em}}}}{inside}}}"
    )


def unlinked(text: str) -> str:
    r"""Return a text without the marks of its formulas.

    >>> unlinked(r"$x - \symbol{rate}{\eta}$")
    '$x - \\eta$'
    """
    return _replace(text, lambda _, inside: inside)


def number(name: str, text: str) -> str:
    """Return a number of a table or a sentence, marked.

    >>> number("z", "0.9")
    '<span data-symbol="z">0.9</span>'
    """
    return f'<span data-symbol="{symbol_name(name)}">{escape(text)}</span>'


def symbol_key(meanings: Mapping[str, tuple[str, str]]) -> str:
    """Return a row of buttons, one for each symbol, that light it up wherever it stands: with keyboard and finger, too.

    Arguments:
        meanings: from the name of a symbol to how it is written and what it is.

    >>> "learning rate" in symbol_key({"rate": ("η", "learning rate")})
    True
    """
    buttons = "".join(
        f'<button type="button" data-symbol="{symbol_name(name)}" aria-pressed="false"><b>{escape(sign)}</b> '
        f"{escape(meaning)}</button>"
        for name, (sign, meaning) in meanings.items()
    )
    return f'<div class="glassnet-symbols" role="group" aria-label="Light up a symbol">{buttons}</div>'


def _replace(text: str, write: Callable[[str, str], str]) -> str:
    while mark := MARK.search(text):
        end = _closing(text, mark.end())
        text = text[: mark.start()] + write(symbol_name(mark[1]), text[mark.end() : end]) + text[end + 1 :]
    return text


def _closing(text: str, begin: int) -> int:
    depth = 1
    for brace in re.finditer(r"(?<!\\)[{}]", text[begin:]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return begin + brace.start()
    raise SettingError(f"A mark isn't closed: {text[begin - 20 : begin + 20]!r}.")
