"""Set up .venv with pinned libraries and this project; if that is already done, return immediately.

`python tools/setup.py app` is for using Glassnet, `test` adds its tests, `reference` adds the comparison with PyTorch.
This needs only Python ≥ 3.8 and its standard library, because it runs before anything is installed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

from get_uv import SetupError, get_uv
from indexes import uv_environment
from programs import program

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = program(VENV, "python")
STAMP = VENV / "glassnet-setup.json"
VERSION = ROOT / "src" / "glassnet" / "base" / "version.py"
# Each set holds the ones before it.
SETS: Dict[str, List[str]] = {"app": ["app"], "test": ["test"], "reference": ["test", "reference"]}


def requirement_files(name: str) -> List[Path]:
    """Return the pinned requirements of a set."""
    return [ROOT / "requirements" / f"{file}.txt" for file in SETS[name]]


def fingerprint(name: str) -> str:
    """Return a digest of what determines the installation, and of this folder, whose path scripts in .venv contain."""
    digest = hashlib.sha256(str(ROOT).encode())
    for file in [*requirement_files(name), ROOT / "pyproject.toml", VERSION]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def read_stamp() -> Dict[str, str]:
    """Return the stamp of the last set-up; empty if there is none."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def python_works() -> bool:
    """Whether .venv has a Python that runs and is new enough."""
    command = [str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def call(command: List[str], environment: Dict[str, str], failure: str) -> None:
    """Run one step of the set-up; raise a SetupError with the message `failure` if it fails."""
    if subprocess.run(command, cwd=str(ROOT), env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
        raise SetupError(failure)


def make_environment(uv: str, environment: Dict[str, str]) -> None:
    """Create .venv with this Python, or with one that uv finds or installs if this one is too old."""
    shutil.rmtree(str(VENV), ignore_errors=True)
    new_enough = sys.version_info >= (3, 11)
    wanted = sys.executable if new_enough else ">=3.11"
    failure = "could not create an environment in .venv; the lines above say why"
    if not new_enough:
        failure = "Glassnet needs Python 3.11 or newer, and uv could not install one; install it and try again"
    call([uv, "venv", "--quiet", "--python", wanted, str(VENV)], environment, failure)


def install(name: str) -> None:
    """Install a set of libraries and the project itself."""
    environment = uv_environment(os.environ)
    uv = str(get_uv(ROOT / ".tools"))
    if not python_works() or read_stamp().get("root", str(ROOT)) != str(ROOT):
        make_environment(uv, environment)
    if STAMP.exists():
        STAMP.unlink()
    pip = [uv, "pip", "install", "--python", str(PYTHON)]
    libraries = [word for file in requirement_files(name) for word in ("-r", str(file))]
    failure = (
        "the libraries could not be installed; the lines above say why (no network? then set PIP_INDEX_URL or UV_*)"
    )
    print(f"setup: installing the libraries of requirements/{' and '.join(SETS[name])}.txt into .venv", flush=True)
    call([*pip, *libraries], environment, failure)
    # The build backend of the editable install is pinned as well, by the same file as for the test of the wheel.
    pinned = ["--build-constraints", str(ROOT / "requirements" / "test.txt")]
    call(
        [*pip, "--quiet", "--no-deps", *pinned, "-e", str(ROOT)],
        environment,
        "Glassnet itself could not be installed; the lines above say why",
    )
    STAMP.write_text(json.dumps({"set": name, "root": str(ROOT), "fingerprint": fingerprint(name)}))


def main(arguments: List[str]) -> int:
    """Set up the named set, unless it or a larger one is installed."""
    names = list(SETS)
    if len(arguments) != 1 or arguments[0] not in names:
        print(f"setup: name one set of libraries: {', '.join(names)}", file=sys.stderr)
        return 2
    stamp = read_stamp()
    before = stamp.get("set", "")
    # Nothing is uninstalled: `make run` after `make test` keeps the tests' libraries.
    name = before if before in names and names.index(before) > names.index(arguments[0]) else arguments[0]
    if before == name and stamp.get("fingerprint") == fingerprint(name) and python_works():
        return 0
    try:
        install(name)
    except SetupError as problem:
        print(f"setup: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
