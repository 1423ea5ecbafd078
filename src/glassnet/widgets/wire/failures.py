"""Errors in a widget's own code: answered in one line, and logged once."""

import logging
from collections.abc import Callable

from glassnet.base.sparing_log import OncePerHour
from glassnet.widgets.wire.session import Message, identity_of

LOG = logging.getLogger(__name__)
LOG.addFilter(OncePerHour())


def answered(handle: Callable[[object], Message], request: object) -> Message:
    """Return the reply to a request; if answering it fails, a reply that says so.

    Arguments:
        handle: answers a request.
        request: the request.

    >>> LOG.disabled = True
    >>> answered(lambda request: 1 / 0, {"id": 7})[0]["message"]
    "This can't be answered because of an error in Glassnet (ZeroDivisionError); the log where it runs has the details."
    >>> LOG.disabled = False
    """
    try:
        return handle(request)
    except Exception as error:
        LOG.exception("A widget could not answer a request.")
        kind = type(error).__name__
        words = (
            f"This can't be answered because of an error in Glassnet ({kind}); the log where it runs has the details."
        )
        return {"id": identity_of(request), "kind": "error", "message": words}, []
