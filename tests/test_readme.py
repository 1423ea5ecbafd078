"""README's example runs as it stands, and prints what README says it prints."""

import re
import subprocess
import sys
from pathlib import Path

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
PROGRAM = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", re.DOTALL | re.MULTILINE)
NUMBER = re.compile(r"-?\d+\.\d+")


def shape(text: str) -> str:
    """A text with its fractions left out."""
    return NUMBER.sub("#", text)


def test_the_example_prints_what_it_says(tmp_path):
    (program, printed) = PROGRAM.findall(README)[0]
    lines = [line for line in program.splitlines() if line.strip()]
    assert len(lines) <= 12
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert len(printed.splitlines()) > 3
    # Another machine's arithmetic may round differently, and 780 steps later that can be seen.
    assert shape(done.stdout) == shape(printed)
    for got, said in zip(NUMBER.findall(done.stdout), NUMBER.findall(printed), strict=True):
        assert abs(float(got) - float(said)) <= 0.05 * max(1.0, abs(float(said)))


def test_every_make_target_that_is_named_exists():
    makefile = (Path(__file__).parents[1] / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    pages = README + (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", pages, re.MULTILINE))
    assert {"run", "test"} <= named <= targets
