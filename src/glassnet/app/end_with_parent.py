"""Runs a module like `python -m`, in a process that ends as soon as the process that started it is gone.

The parent holds the other end of standard input, a pipe. The system closes it however the parent ends, even by SIGKILL.

Use: python -P -m glassnet.app.end_with_parent MODULE ARGUMENTS, with a pipe as standard input.
"""

import os
import runpy
import signal
import sys
from pathlib import Path
from threading import Thread
from time import sleep

GRACE_SECONDS = 3.0


def end_with_parent() -> None:
    """From now on, end this process once standard input is closed: as SIGTERM does, or by force if that takes long."""

    def wait() -> None:
        while os.read(0, 1024):  # not sys.stdin: its lock would hinder the interpreter's shutdown
            pass
        os.kill(os.getpid(), signal.SIGTERM)
        sleep(GRACE_SECONDS)
        os._exit(1)

    Thread(target=wait, name="end with parent", daemon=True).start()


def main(arguments: list[str]) -> None:
    """Run the module that the first argument names, with the others as its command line."""
    end_with_parent()
    sys.path.append(str(Path.cwd()))  # last: files there are never taken for libraries of the same name
    sys.argv = list(arguments)
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
