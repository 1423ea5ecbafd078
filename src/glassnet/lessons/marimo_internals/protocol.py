"""What marimo's page and its server say to each other, as far as it concerns us."""

import json

SESSION_PARAMETER = "session_id"
"""The query parameter of a socket that names the reader's session."""
SESSION_HEADER = "marimo-session-id"
"""The header of requests that belong to a session."""
SCRIPTS = "/@file/"
"""Part of the address of every widget's script; such requests name no session."""
HAS_RUN = '{"op": "completed-run"'


def has_run(message: str | bytes) -> bool:
    """Return whether a message says that all cells have run.

    >>> has_run('{"op": "completed-run", "data": {}}')
    True
    """
    return isinstance(message, str) and message.startswith(HAS_RUN)


def notice(title: str, text: str) -> str:
    """Return a message that makes the page show a notice in its corner.

    Arguments:
        title, text: plain text.
    """
    return json.dumps({"op": "alert", "data": {"op": "alert", "title": title, "description": text, "variant": None}})
