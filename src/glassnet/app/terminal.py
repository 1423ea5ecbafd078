"""What the command line and its terminal have to agree on: what can be printed, and how a command is stopped."""

import codecs
import os
import signal
import sys
import threading
import unicodedata
from types import FrameType

LOOK_LIKE = {
    "-": "−–—―‐‑─━╌┄═",
    "'": "‘’",
    '"': "“”„«»",
    "...": "…",
    ".": "·",
    "*": "•",
    "x": "×",
    "/": "÷",
    "->": "→",
    "<-": "←",
    "<=": "≤",
    ">=": "≥",
    "~": "≈",
    "!=": "≠",
    "|": "│┃║",
    "ss": "ß",
    **dict(zip("12345678", "▁▂▃▄▅▆▇█", strict=True)),
}
"""What is printed for characters that an encoding lacks; heights of bars become digits."""
SIMILAR = {letter: text for text, letters in LOOK_LIKE.items() for letter in letters}


def similar(text: str) -> str:
    """Return ASCII that looks like a text; what looks like nothing in ASCII is a question mark.

    >>> similar("−1.5 · x₂ ≤ 3 — Größe 数")
    '-1.5 . x2 <= 3 - Grosse ?'
    """
    return "".join(map(_similar, text))


def _similar(letter: str) -> str:
    if letter in SIMILAR:
        return SIMILAR[letter]
    plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    if plain:
        return plain
    return "" if unicodedata.combining(letter) else "?"


def write_what_can_be_written() -> None:
    """From now on, print something similar in place of characters that the terminal's encoding lacks."""
    codecs.register_error("glassnet.similar", _replaced)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="glassnet.similar")


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return similar(error.object[error.start : error.end]), error.end


def say(message: str) -> None:
    """Print one line of the command line's own where errors go."""
    print(f"glassnet: {message}", file=sys.stderr)


def end_at_once_when_asked_twice(*signals: int) -> None:
    """Stop the command in an orderly way when it is first asked to, and the process at once when it is asked again.

    Arguments:
        signals: the signals that ask; by default Ctrl-C.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        if len(asked) > 1:
            end_at_once()
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(0)

    for number in signals or (signal.SIGINT,):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as in the background of a shell
            signal.signal(number, stop)


def end_at_once() -> None:
    """End the process without waiting for anything."""
    os.write(2, b"glassnet: stopped at once.\n")  # print would wait for a lock that may be held
    os._exit(130)
