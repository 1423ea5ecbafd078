"""Run the fast tests, which need no browser, with .venv's Python; further arguments are passed to pytest.

Run `python tools/setup.py test` first. Only the standard library is used, so that it works on every system.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import List

from programs import program

ROOT = Path(__file__).resolve().parents[1]


def run_tests(python: Path, words: List[str]) -> int:
    """Run the tests with that Python and return pytest's exit status."""
    command = [str(python), "-m", "pytest", "-rs", "-m", "not slow and not browser", *words]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}  # more threads would slow each other down
    return subprocess.run(command, cwd=str(ROOT), env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(run_tests(program(ROOT / ".venv", "python"), sys.argv[1:]))
