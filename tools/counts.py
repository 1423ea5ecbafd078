"""Keep counts in documents up to date, such as "26 layers" and "9 update rules"."""

import re
from pathlib import Path

from glassnet.train.catalogue import CATALOGUE

DOCUMENTS = (Path(__file__).resolve().parent.parent / "README.md",)


def written() -> dict[Path, str]:
    """Return the documents with up-to-date counts."""
    return {document: counted(document.read_text(encoding="utf-8")) for document in DOCUMENTS}


def counted(text: str) -> str:
    """Return a text with up-to-date numbers of layers, losses and so on."""
    for kind in CATALOGUE.values():
        plural = kind.folder.replace("-", " ")
        text = re.sub(rf"\b\d+ {plural}\b", f"{len(kind.things)} {plural}", text)
    return text
