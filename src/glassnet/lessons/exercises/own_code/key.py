"""The key to running code: made when the server starts, held by the pages that it serves, and by nobody else.

It is in the environment, so that processes started by the server know it too. The learner's code never sees it.
"""

import hmac
import os
import secrets

NAME = "GLASSNET_CODE_KEY"


def allow_code(*, allowed: bool) -> None:
    """Make a new key, or see to it that there is none, whatever the environment said before."""
    os.environ.pop(NAME, None)
    if allowed:
        os.environ[NAME] = secrets.token_urlsafe(32)


def code_key() -> str:
    """Return the key, or "" if no code may be run."""
    return os.environ.get(NAME, "")


def is_code_key(given: str) -> bool:
    """Return whether this is the key.

    >>> allow_code(allowed=True)
    >>> is_code_key(code_key()), is_code_key("guess"), is_code_key("")
    (True, False, False)
    >>> allow_code(allowed=False)
    >>> is_code_key("")
    False
    """
    return bool(code_key()) and hmac.compare_digest(given.encode(), code_key().encode())
