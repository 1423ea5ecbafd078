"""`glassnet` and `python -m glassnet`: the command line, from its first moment."""

import sys

from glassnet.app.terminal import end_at_once_when_asked_twice, say, write_what_can_be_written

try:
    write_what_can_be_written()
    end_at_once_when_asked_twice()
    from glassnet.app.cli import main as run_command  # takes a while, in which Ctrl-C may be pressed
except KeyboardInterrupt:
    say("stopped.")
    sys.exit(130)


def main() -> None:
    """Run the command line. Ctrl-C is one line, never a traceback."""
    try:
        run_command()
    except KeyboardInterrupt:
        say("stopped.")
        sys.exit(130)


if __name__ == "__main__":
    main()
