"""Run the tests that need no browser and take no minutes, with .venv's Python; words behind it go to pytest.

`python tools/setup.py test` has to come first. The standard library is enough, and so it is the same on every system.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import List

from programs import program

ROOT = Path(__file__).resolve().parents[1]


def run_tests(python: Path, words: List[str]) -> int:
    """Run them with that Python and return pytest's exit status."""
    command = [str(python), "-m", "pytest", "-rs", "-m", "not slow and not browser", *words]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}  # as many threads as cores would be in each other's way
    return subprocess.run(command, cwd=str(ROOT), env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(run_tests(program(ROOT / ".venv", "python"), sys.argv[1:]))
