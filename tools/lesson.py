"""Create a new lesson: a notebook, exercises and tests, which pass as they are.

Use: python tools/lesson.py NUMBER TITLE, or: make lesson NUMBER=10 TITLE="Optimisers"

The notebook's header says `draft = true`. A draft is tested, but not on the site. When that line is deleted, the lesson
is listed, and the tests require everything that a finished lesson has.
"""

import re
import sys
from importlib.metadata import version
from pathlib import Path
from string import Template
from typing import List

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = Path(__file__).resolve().parent / "lesson_layout"
LESSONS = Path("src/glassnet/lessons")
HELP = 'Use: make lesson NUMBER=10 TITLE="Optimisers"'


def lay_out(number: str, title: str, root: Path = ROOT) -> List[Path]:
    """Write the files of a new lesson and return their paths.

    Arguments:
        number: two digits that no lesson has yet, and a letter for one of several parts: 12, 12a.
        title: its title, which also gives the notebook its name.
        root: the project's folder.

    Raises:
        SystemExit: the number or the title can't be used, or the lesson exists already.
    """
    title = title.strip()
    name = "_".join(re.findall(r"[a-z0-9]+", title.lower()))
    if not re.fullmatch(r"\d\d[a-z]?", number):
        raise SystemExit(
            f"NUMBER must be two digits, as in 10, with a letter for a part, as in 10a; got {number!r}. {HELP}"
        )
    if not name or re.search(r'["\\{}$\n]', title):
        raise SystemExit(f"TITLE must be words without quotes, braces and backslashes; got {title!r}. {HELP}")
    module = f"lesson_{number}_{name}"
    files = {
        LESSONS / f"{module}.py": "notebook.txt",
        LESSONS / "lesson_exercises" / f"lesson_{number}.py": "exercises.txt",
        Path("tests/lessons") / f"test_lesson_{number}.py": "tests.txt",
    }
    there = [*(root / LESSONS).glob(f"lesson_{number}_*.py"), *(root / path for path in files)]
    for path in there:
        if path.exists():
            raise SystemExit(f"Lesson {number} exists already: {path.relative_to(root)}. Use another number.")
    words = {"number": number, "title": title, "module": module, "marimo": version("marimo")}
    for path, layout in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        text = Template((LAYOUT / layout).read_text(encoding="utf-8")).substitute(words)
        (root / path).write_text(text, encoding="utf-8")
    return list(files)


def main(arguments: List[str]) -> None:
    """Create the lesson named on the command line."""
    if len(arguments) != 2:
        raise SystemExit(HELP)
    number, title = arguments
    for path in lay_out(number, title):
        print(f"written: {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
