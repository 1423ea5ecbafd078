"""Link each term of the glossary where a lesson first uses it.

Use: python tools/terms.py [FILE …], by default for all lessons.
"""

import re
import sys
from pathlib import Path

from glassnet.lessons.catalogue import FOLDER, lessons_in
from glassnet.lessons.glossary import GLOSSARY
from glassnet.lessons.lesson import Lesson
from glassnet.lessons.linking_terms import first_use, with_link

PROSE = re.compile(r'mo\.md\(\s*(?:linked\(\s*)?r?f?"""\n?(.*?)"""', re.DOTALL)


def linked(source: str) -> str:
    """Return a notebook's source with the first use of each term in its prose linked."""
    for term in sorted(GLOSSARY, key=lambda term: -len(term.name)):
        texts = {text[1]: text.start(1) for text in PROSE.finditer(source)}
        for text, start, marked in first_use(term, texts):
            if not marked:
                begin = texts[text]
                source = source[:begin] + with_link(text, term, start) + source[begin + len(text) :]
    return source


def main(files: list[str]) -> None:
    """Link the terms of these notebooks, or of all."""
    for path in map(Path, files) if files else (lesson.path for lesson in lessons_in(FOLDER)):
        source = Lesson(path).source
        if (text := linked(source)) != source:
            path.write_text(text, encoding="utf-8")
            print(f"linked: {path.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
