"""Run the fast tests on every installed Python that pyproject.toml allows; `make test-pythons`.

`python tools/pythons.py 3.12 3.13 -- -k dense` tests those two, with arguments for pytest after the dashes. A version
that is not installed is listed and skipped, unless it was asked for. Each has its own environment in .tools/pythons.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from fast_tests import ROOT, run_tests
from get_uv import SetupError, get_uv
from indexes import uv_environment
from programs import program

ENVIRONMENTS = ROOT / ".tools" / "pythons"


def allowed(pyproject: str) -> List[str]:
    """Return the versions in the classifiers, such as "3.11"."""
    return re.findall(r'"Programming Language :: Python :: (3\.\d+)"', pyproject)


def split_words(words: List[str]) -> Tuple[List[str], List[str]]:
    """Return the arguments before and after the dashes."""
    place = words.index("--") if "--" in words else len(words)
    return words[:place], words[place + 1 :]


def find(uv: str, version: str, environment: Dict[str, str]) -> Optional[str]:
    """Return the path of an installed Python of that version, or None."""
    command = [uv, "python", "find", "--no-project", "--no-python-downloads", version]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip() or None if done.returncode == 0 else None


def prepare(uv: str, python: str, folder: Path, environment: Dict[str, str]) -> Path:
    """Create or update an environment with the tests' libraries and this project; return its Python."""
    own = program(folder, "python")
    pip = [uv, "pip", "install", "--quiet", "--python", str(own)]
    requirements = str(ROOT / "requirements" / "test.txt")
    for command in (
        [uv, "venv", "--quiet", "--allow-existing", "--python", python, str(folder)],
        [*pip, "-r", requirements],
        [*pip, "--no-deps", "--build-constraints", requirements, "-e", str(ROOT)],
    ):
        if subprocess.run(command, cwd=str(ROOT), env=environment, check=False).returncode:
            raise SetupError(f"could not create an environment for {python}; the lines above say why")
    return own


def main(words: List[str]) -> int:
    """Test each Python in turn, and print a summary at the end."""
    asked, for_pytest = split_words(words)
    known = allowed((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    unknown = [version for version in asked if version not in known]
    if unknown:
        print(f"pythons: {', '.join(unknown)} is not among {', '.join(known)}", file=sys.stderr)
        return 2
    environment, uv = uv_environment(os.environ), str(get_uv(ROOT / ".tools"))
    results: Dict[str, str] = {}
    for version in asked or known:
        python = find(uv, version, environment)
        if python is None:
            results[version] = "not installed here"
            continue
        print(f"pythons: {version} ({python})", flush=True)
        status = run_tests(prepare(uv, python, ENVIRONMENTS / version, environment), for_pytest)
        results[version] = "passed" if status == 0 else f"failed (pytest ended with {status})"
    for version, result in results.items():
        print(f"pythons: {version} {result}")
    tested = [result for version, result in results.items() if version in asked or result != "not installed here"]
    return 0 if tested and all(result == "passed" for result in tested) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as problem:
        print(f"pythons: {problem}", file=sys.stderr)
        sys.exit(1)
