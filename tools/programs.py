"""Where an environment has its programs: in bin, or on Windows in Scripts, with .exe after the name."""

import sys
from pathlib import PurePath
from typing import TypeVar

Folder = TypeVar("Folder", bound=PurePath)


def program(environment: Folder, name: str, platform: str = sys.platform) -> Folder:
    """Return the path of a program in an environment, such as "python" in .venv, whether it exists or not."""
    if platform == "win32":
        return environment / "Scripts" / (name + ".exe")
    return environment / "bin" / name
