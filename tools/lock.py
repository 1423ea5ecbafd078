"""Write requirements/*.txt: every library that pyproject.toml needs, pinned, for every platform."""

import os
import subprocess
import sys
from pathlib import Path

from get_uv import SetupError, get_uv
from indexes import uv_environment

ROOT = Path(__file__).resolve().parents[1]
COMPILE = ["pip", "compile", "--quiet", "--no-header", "--upgrade", "--python-version", "3.11"]
UNIVERSAL = [*COMPILE, "--universal", "pyproject.toml"]
# PyTorch's Linux wheel pulls in gigabytes of CUDA; the reference needs only its CPU build and what that depends on.
REFERENCE = [*COMPILE, "--python-platform", "x86_64-manylinux_2_28", "--group", "reference"]
FILES = {
    "app.txt": UNIVERSAL,
    "test.txt": [*UNIVERSAL, "--group", "test"],
    "reference.txt": [*REFERENCE, "--constraints", "requirements/test.txt"],
}


def main() -> int:
    """Resolve each file in turn and write it."""
    environment = uv_environment(os.environ)
    uv = str(get_uv(ROOT / ".tools"))
    for name, words in FILES.items():
        done = subprocess.run(
            [uv, *words], cwd=str(ROOT), env=environment, stdout=subprocess.PIPE, text=True, check=False
        )
        if done.returncode:
            print(f"lock: requirements/{name} could not be resolved; the lines above say why", file=sys.stderr)
            return 1
        kept = [line for line in done.stdout.splitlines() if not line.startswith("-")]  # no address of an index
        (ROOT / "requirements" / name).write_text("\n".join(kept).replace("+cpu", "") + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetupError as problem:
        print(f"lock: {problem}", file=sys.stderr)
        sys.exit(1)
