"""Python code for a lesson's page: highlighted, with marked pieces that light up together with a symbol."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise

from pygments.lexers import PythonLexer
from pygments.token import STANDARD_TYPES, Whitespace

from glassnet.base.errors import SettingError
from glassnet.base.symbols import symbol_name


def marked_code(source: str, symbols: Mapping[str, str | tuple[str, ...]]) -> str:
    """Return Python code as highlighted HTML with some pieces marked.

    Arguments:
        source: the code.
        symbols: from a symbol's name to the piece or pieces of code that represent it; every occurrence is marked.

    Raises:
        SettingError: a piece isn't in the code, or two pieces overlap and neither contains the other.

    >>> marked_code("w = 2", {"weight": "w"}).count('<span data-symbol="weight"><span class="n">w</span></span>')
    1
    """
    ranges = sorted(_ranges(source, symbols), key=lambda found: (found[0], -found[1]))
    for (_, end, _), (begin, other, _) in pairwise(ranges):
        if begin < end < other:
            raise SettingError(f"Two marked pieces of code overlap at {source[begin:end]!r}. Mark only one of them.")
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
                raise SettingError(
                    f"{piece!r}, to be marked as symbol {name!r}, is not in the code shown. Use a piece of that code."
                )
            yield from ((match.start(), match.end(), symbol_name(name)) for match in found)


def _tokens(source: str, cuts: list[int]) -> Iterator[tuple[int, int, str]]:
    """Return start, end and style of each token, split where a mark begins or ends."""
    for begin, kind, word in PythonLexer(stripnl=False, ensurenl=False).get_tokens_unprocessed(source):
        edges = [begin, *(cut for cut in cuts if begin < cut < begin + len(word)), begin + len(word)]
        style = "" if kind in Whitespace else STANDARD_TYPES.get(kind, "")
        yield from ((at, end, style) for at, end in pairwise(edges))
