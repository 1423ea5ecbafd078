"""Marks that let a symbol in a formula, its number in a figure and its line of code light up together.

A mark is an element with `data-symbol`; frontend/pages/lesson/symbols.ts finds all marks of one name in a section. In a formula it is
written `\\symbol{rate}{\\eta}`. KaTeX drops attributes but keeps colour names, so the mark becomes an invisible dot of the
colour "symbolrate", from which the page reads the name. Where nothing lights up (in a notebook), the formula looks as
if it had no marks.
"""

import re
from collections.abc import Callable, Mapping
from html import escape

from glassnet.base.errors import SettingError
from glassnet.base.symbols import symbol_name

MARK = re.compile(r"\\symbol\{([^{}]*)\}\{")


def linked(text: str) -> str:
    r"""Return a text with the marks in its formulas written so that the page finds them.

    Arguments:
        text: Markdown whose formulas contain `\symbol{name}{formula}`; names are lower-case letters.

    Raises:
        SettingError: a mark isn't closed, its name has other characters, or the formula has several columns.

    >>> linked(r"$x - \symbol{rate}{\eta}$")
    '$x - \\mathord{\\textcolor{symbolrate}{\\rule{0em}{0em}}\\eta}$'
    """
    for formula in text.split("$$")[1::2]:
        # columns are typeset one by one, but named row by row: names would end up in the wrong places
        if MARK.search(formula) and re.search(r"(?<!\\)&", formula):
            raise SettingError(
                f"Marks don't work in a formula with columns (&): {formula.strip()[:60]!r}. "
                r"Use a single column: \begin{array}{l}."
            )
    return _replace(
        text, lambda name, inside: rf"\mathord{{\textcolor{{symbol{name}}}{{\rule{{0em}}{{0em}}}}{inside}}}"
    )


def unlinked(text: str) -> str:
    r"""Return a text without the marks in its formulas.

    >>> unlinked(r"$x - \symbol{rate}{\eta}$")
    '$x - \\eta$'
    """
    return _replace(text, lambda _, inside: inside)


def number(name: str, text: str) -> str:
    """Return a marked number for a table or a sentence.

    >>> number("z", "0.9")
    '<span data-symbol="z">0.9</span>'
    """
    return f'<span data-symbol="{symbol_name(name)}">{escape(text)}</span>'


def symbol_key(meanings: Mapping[str, tuple[str, str]]) -> str:
    """Return a row of buttons, one per symbol, that light it up everywhere, with the keyboard and by touch too.

    Arguments:
        meanings: from a symbol's name to its notation and its meaning.

    >>> "learning rate" in symbol_key({"rate": ("η", "learning rate")})
    True
    """
    buttons = "".join(
        f'<button type="button" data-symbol="{symbol_name(name)}" aria-pressed="false"><b>{escape(sign)}</b> '
        f"{escape(meaning)}</button>"
        for name, (sign, meaning) in meanings.items()
    )
    return f'<div class="glassnet-symbols" role="group" aria-label="Highlight a symbol">{buttons}</div>'


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
    raise SettingError(f"A mark isn't closed: {text[begin - 20 : begin + 20]!r}. Add the missing '}}'.")
