"""What goes wrong while the content of a run file is used becomes one line that names the file."""

from collections.abc import Iterator
from contextlib import contextmanager

from glassnet.base.errors import GlassnetError, RunFileError

WRONG_CONTENT = (AttributeError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError, MemoryError)
"""What foreign or damaged content can raise where it is used."""


@contextmanager
def reported_for(path: str, *, ours_too: bool) -> Iterator[None]:
    """Turn whatever wrong content raises inside the `with` block into a RunFileError for that file.

    Arguments:
        path: the file.
        ours_too: whether to do so with errors that are one line already, such as one about data that can't be read.

    >>> with reported_for("a.glass", ours_too=True):
    ...     {}["step"]
    Traceback (most recent call last):
    glassnet.base.errors.RunFileError: a.glass is a run file, but its content is damaged (KeyError: 'step').
    """
    try:
        yield
    except RunFileError:
        raise
    except WRONG_CONTENT as error:
        if isinstance(error, GlassnetError) and not ours_too:
            raise
        what = str(error) if isinstance(error, GlassnetError) else f"{type(error).__name__}: {error}".removesuffix(": ")
        raise RunFileError(f"{path} is a run file, but its content is damaged ({what.removesuffix('.')}).") from None
