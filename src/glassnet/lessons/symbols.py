"""A symbol of a formula, its number in a picture and its line of code, marked so that the page lights them up together.

A mark is an element with `data-symbol`; `static/symbols.js` finds all of one name between two headings. In a formula it is
written `\\symbol{rate}{\\eta}`. The page's typesetting lets no attribute through, but it keeps a colour's name: so the mark
becomes an invisible dot of the colour "symbolrate", from which the page takes the name. Where nothing lights up (in a
notebook), the formula looks as if it had no marks.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import pairwise

from pygments.lexers import PythonLexer
from pygments.token import STANDARD_TYPES, Whitespace

from glassnet.base.errors import SettingError

NAME = re.compile(r"[a-z]+")
MARK = re.compile(r"\\symbol\{([^{}]*)\}\{")


def linked(text: str) -> str:
    r"""Return a text in which the marks of its formulas are written so that the page finds them.

    Arguments:
        text: Markdown whose formulas hold `\symbol{name}{formula}`; a name is made of lower-case letters.

    Raises:
        SettingError: a mark isn't closed, or its name has other characters.

    >>> linked(r"$x - \symbol{rate}{\eta}$")
    '$x - \\mathord{\\textcolor{symbolrate}{\\rule{0em}{0em}}\\eta}$'
    """
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
    return f'<span data-symbol="{_checked(name)}">{escape(text)}</span>'


def symbol_key(meanings: Mapping[str, tuple[str, str]]) -> str:
    """Return a row of buttons, one for each symbol, that light it up wherever it stands: with keyboard and finger, too.

    Arguments:
        meanings: from the name of a symbol to how it is written and what it is.

    >>> "learning rate" in symbol_key({"rate": ("η", "learning rate")})
    True
    """
    buttons = "".join(
        f'<button type="button" data-symbol="{_checked(name)}" aria-pressed="false"><b>{escape(sign)}</b> '
        f"{escape(meaning)}</button>"
        for name, (sign, meaning) in meanings.items()
    )
    return f'<div class="glassnet-symbols" role="group" aria-label="Light up a symbol">{buttons}</div>'


def marked_code(source: str, symbols: Mapping[str, str | tuple[str, ...]]) -> str:
    """Return Python code as coloured HTML in which pieces are marked.

    Arguments:
        source: the code.
        symbols: from the name of a symbol to the piece, or pieces, of code that stand for it; all places are marked.

    Raises:
        SettingError: a piece isn't in the code, or two pieces overlap without one holding the other.

    >>> marked_code("w = 2", {"weight": "w"}).count('<span data-symbol="weight"><span class="n">w</span></span>')
    1
    """
    ranges = sorted(_ranges(source, symbols), key=lambda found: (found[0], -found[1]))
    for (_, end, _), (begin, other, _) in pairwise(ranges):
        if begin < end < other:
            raise SettingError(f"Two marked pieces of code overlap at {source[begin:end]!r}. Mark one of them only.")
    cuts = sorted({place for begin, end, _ in ranges for place in (begin, end)})
    parts = []
    for at, end, style in _tokens(source, cuts):
        parts += ["</span>"] * sum(stop == at for _, stop, _ in ranges)
        parts += [f'<span data-symbol="{name}">' for begin, _, name in ranges if begin == at]
        word = escape(source[at:end], quote=False)
        parts.append(f'<span class="{style}">{word}</span>' if style else word)
    parts += ["</span>"] * sum(stop == len(source) for _, stop, _ in ranges)
    return f'<div class="language-python codehilite"><pre><span></span><code>{"".join(parts)}\n</code></pre></div>'


def _ranges(source: str, symbols: Mapping[str, str | tuple[str, ...]]) -> Iterator[tuple[int, int, str]]:
    for name, pieces in symbols.items():
        for piece in (pieces,) if isinstance(pieces, str) else pieces:
            found = list(re.finditer(rf"(?<![\w.]){re.escape(piece)}(?!\w)", source))
            if not found:
                raise SettingError(f"The code to show has no {piece!r}, which was to be marked as {name!r}.")
            yield from ((match.start(), match.end(), _checked(name)) for match in found)


def _tokens(source: str, cuts: list[int]) -> Iterator[tuple[int, int, str]]:
    """Return begin, end and style of each token, cut where a mark begins or ends."""
    for begin, kind, word in PythonLexer(stripnl=False, ensurenl=False).get_tokens_unprocessed(source):
        edges = [begin, *(cut for cut in cuts if begin < cut < begin + len(word)), begin + len(word)]
        style = "" if kind in Whitespace else STANDARD_TYPES.get(kind, "")
        yield from ((at, end, style) for at, end in pairwise(edges))


def _replace(text: str, write: Callable[[str, str], str]) -> str:
    while mark := MARK.search(text):
        end = _closing(text, mark.end())
        text = text[: mark.start()] + write(_checked(mark[1]), text[mark.end() : end]) + text[end + 1 :]
    return text


def _closing(text: str, begin: int) -> int:
    depth = 1
    for brace in re.finditer(r"(?<!\\)[{}]", text[begin:]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return begin + brace.start()
    raise SettingError(f"A mark isn't closed: {text[begin - 20 : begin + 20]!r}.")


def _checked(name: str) -> str:
    if not NAME.fullmatch(name):
        raise SettingError(
            f"A symbol's name is made of lower-case letters, so that formulas can carry it; got {name!r}."
        )
    return name
