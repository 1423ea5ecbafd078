"""Finding where a text first uses a term of the glossary, and linking it there."""

import re
from collections.abc import Iterable, Iterator

from glassnet.lessons.glossary import GLOSSARY, PREFIX, Term

NOT_TEXT = re.compile(
    r"^[ ]*/// details .*?^[ ]*///$|```.*?```|\$\$.*?\$\$"
    r"|^[ ]*#+ [^\n]*$|^[ ]*\|[^\n]*\|$|\$[^$\n]*\$|`[^`\n]*`|\[[^\]]*\]\([^)]*\)|<[^<>\n]*>|\{[^{}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
"""Deep dives, headings, tables, code, formulas, links, tags and computed values: where no term is linked."""
BOLD = re.compile(r"\*\*[^*\n]+\*\*")
TERM_LINK = re.compile(r"\[[^\]]+\]\(#term-([a-z0-9-]+)\)")


def first_use(term: Term, texts: Iterable[str]) -> Iterator[tuple[str, int, bool]]:
    """Yield where texts first use a term, if they do: the text, the place in it, and whether it is linked or bold there.

    >>> from glassnet.lessons.glossary import find_term
    >>> rate = find_term("learning rate")
    >>> [(start, marked) for _, start, marked in first_use(rate, ["Eta", "The learning rate and **learning rate**."])]
    [(4, False)]
    >>> [marked for *_, marked in first_use(rate, ["The [learning rate](#term-learning-rate) and learning rate."])]
    [True]
    """
    longer = [other.pattern for other in GLOSSARY if other != term and term.pattern.search(other.name)]
    for text in texts:
        links = (link.start() for link in TERM_LINK.finditer(text) if link[1] == term.slug)
        bolds = (bold.start() for bold in BOLD.finditer(text) if term.pattern.search(bold[0]))
        plain = (found.start() for found in term.pattern.finditer(_blanked(text, longer)))
        marked, bare = min((*links, *bolds), default=None), next(plain, None)
        if marked is not None and (bare is None or marked < bare):
            yield text, marked, True
            return
        if bare is not None:
            yield text, bare, False
            return


def with_link(text: str, term: Term, start: int) -> str:
    """Return a text with the term at a place linked to the glossary.

    >>> from glassnet.lessons.glossary import find_term
    >>> with_link("Two losses", find_term("loss"), 4)
    'Two [losses](#term-loss)'
    """
    found = term.pattern.match(text, start)
    assert found is not None
    return f"{text[:start]}[{found[0]}]({PREFIX}{term.slug}){text[found.end() :]}"


def _blanked(text: str, longer: Iterable[re.Pattern[str]]) -> str:
    """Return a text of the same length in which what is no plain text, what is bold, and longer terms are blank."""
    for pattern in (NOT_TEXT, BOLD, *longer):
        text = pattern.sub(lambda found: re.sub(r"\S", " ", found[0]), text)
    return text
