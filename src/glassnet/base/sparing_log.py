"""Logging each thing once: what is repeated, on purpose or not, can't fill a log."""

import logging
from time import monotonic

SILENT_SECONDS = 3600.0
"""How long the same thing isn't logged again."""
MAX_KINDS = 200
"""How many different things are logged in that time."""


class OncePerHour(logging.Filter):
    """Lets each kind of record pass once an hour; records of a kind come from the same line, about the same error."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[tuple[object, ...], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to log a record."""
        now = monotonic()
        kind = (record.name, record.pathname, record.lineno, _origin(record))
        last = self._seen.get(kind)
        if last is not None and now - last < SILENT_SECONDS:
            return False
        self._seen = {one: then for one, then in self._seen.items() if now - then < SILENT_SECONDS}
        if len(self._seen) >= MAX_KINDS:
            return False
        self._seen[kind] = now
        return True


def _origin(record: logging.LogRecord) -> tuple[object, ...]:
    """Return where an error comes from: its class, and the line that raised it."""
    if not isinstance(record.exc_info, tuple) or record.exc_info[0] is None:
        return ()
    trace = record.exc_info[2]
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = () if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
    return (record.exc_info[0], *place)
