"""Keep counts in documents up to date, such as "26 layers", "9 update rules" and "Lessons 05 to 09"."""

import re
import textwrap
from pathlib import Path

from glassnet.lessons.catalogue import LESSONS
from glassnet.train.catalogue import CATALOGUE

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "lessons.md")
WIDTH = 130


def written() -> dict[Path, str]:
    """Return the documents with up-to-date counts."""
    return {document: counted(document.read_text(encoding="utf-8")) for document in DOCUMENTS}


def counted(text: str) -> str:
    """Return a text with up-to-date numbers of layers, losses, lessons and so on."""
    for kind in CATALOGUE.values():
        plural = kind.folder.replace("-", " ")
        text = re.sub(rf"\b\d+ {plural}\b", f"{len(kind.things)} {plural}", text)
    text = re.sub(r"\bLessons \d\d[a-z]? to \d\d[a-z]?\b", f"Lessons {LESSONS[0].number} to {LESSONS[-1].number}", text)
    return re.sub(r"^The lessons so far are [^.]*\.", lessons_so_far(), text, flags=re.MULTILINE)


def lessons_so_far() -> str:
    """Return the sentence that lists the lessons."""
    *others, last = [f"{lesson.number} *{lesson.title}*" for lesson in LESSONS]
    return textwrap.fill(f"The lessons so far are {', '.join(others)} and {last}.", WIDTH)
