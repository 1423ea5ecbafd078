"""Keeps files in the working folder from being taken for libraries: a random.py there is nobody's random numbers.

Only modules are imported here that Python has loaded before, or that are part of it.
"""

import os
import sys
from itertools import pairwise


def started_as_module(command: list[str]) -> bool:
    """Return whether a command line starts `python -m glassnet`, or one of its modules.

    >>> started_as_module(["python", "-W", "error", "-m", "glassnet", "serve"])
    True
    >>> started_as_module(["python", "-m", "pytest", "glassnet"]), started_as_module(["python", "glassnet"])
    (False, False)
    """
    for option, value in pairwise(command):
        if option.startswith("-") and not option.startswith("--") and option.endswith("m"):
            return value.partition(".")[0] == "glassnet"
    return False


def leave_out_working_folder() -> None:
    """Import nothing more from the working folder, which `python -m` puts before all libraries.

    Glassnet's own folder stays, if it is that. Other programs that import Glassnet are left as they are.
    """
    ours = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    if sys.flags.safe_path or not started_as_module(sys.orig_argv):
        return
    if sys.path and sys.path[0] in ("", os.getcwd()) and os.getcwd() != ours:  # noqa: PTH109
        del sys.path[0]
