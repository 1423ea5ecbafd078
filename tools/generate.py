"""Write all generated files, so that nobody has to keep them up to date by hand.

These are the registries' imports, the names that `import glassnet` offers, the pages of the reference, the counts in
documents, and the TypeScript types of the widgets' messages.

Use: python tools/generate.py           writes what is out of date
     python tools/generate.py --check   lists what is out of date, and fails if anything is
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST = "registries"
"""Until these are complete, nothing else can be imported."""
TOOLS = (FIRST, "stub", "reference", "counts", "widget_list", "wire", "palette")
"""Modules beside this one; each has `written()`, {path: text}, and may have `unwanted()`, paths to delete."""


def out_of_date(tool: str) -> dict[Path, str | None]:
    """Return the out-of-date files of a tool with their new text; None for a file to delete."""
    module = import_module(tool)
    wanted: dict[Path, str | None] = {**module.written()}
    gone = dict.fromkeys(getattr(module, "unwanted", list)())
    return gone | {path: text for path, text in wanted.items() if text != text_of(path)}


def text_of(path: Path) -> str | None:
    """Return a file's text, or None if it doesn't exist."""
    return path.read_text(encoding="utf-8") if path.exists() else None


def write(path: Path, text: str | None) -> None:
    """Write a file, or delete it."""
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if anything is out of date")
    check = parser.parse_args().check
    found = False
    for tool in TOOLS:
        stale = out_of_date(tool)
        for path, text in stale.items():
            name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
            print(f"out of date: {name} (update it with: make generate)" if check else f"written: {name}")
            if not check:
                write(path, text)
        found = found or bool(stale)
        if check and tool == FIRST and stale:
            break
    return int(check and found)


if __name__ == "__main__":
    sys.exit(main())
