"""`glassnet` and `python -m glassnet`: the command line, from its first moment."""

import sys

from glassnet import app
from glassnet.app.terminal import end_at_once_when_asked_twice, say, write_what_can_be_written


def main() -> None:
    """Run the command line. Ctrl-C is one line, never a traceback, even while modules are still being loaded."""
    write_what_can_be_written()
    try:
        end_at_once_when_asked_twice()
        app.main()
    except KeyboardInterrupt:
        say("stopped.")
        sys.exit(130)


if __name__ == "__main__":
    main()
