"""The server's log on standard error: what visitors send can't fill it."""

import logging
import sys

from glassnet.base.sparing_log import OncePerHour

MAX_LENGTH = 4000


class ShortFormatter(logging.Formatter):
    """Writes a record without control characters, and not too long."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as text."""
        text = super().format(record)
        text = "".join(sign if sign.isprintable() or sign in "\n\t" else "?" for sign in text)
        return text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH // 2]}\n…\n{text[-MAX_LENGTH // 2 :]}"


def keep_the_log_short() -> None:
    """From now on, log warnings and errors sparingly to standard error, libraries with handlers of their own too."""
    sparing, formatter = OncePerHour(), ShortFormatter("%(levelname)s: %(message)s")
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler(sys.stderr))
    known = (logging.getLogger(name) for name in list(logging.root.manager.loggerDict))
    for logger in (root, *known):
        for handler in logger.handlers:
            handler.addFilter(sparing)
            handler.setFormatter(formatter)
