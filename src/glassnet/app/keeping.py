"""Saving a finished run so that it isn't lost, whatever has become of the place where it was to go."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from glassnet.base.errors import RunFileError
from glassnet.base.folders import user_folder
from glassnet.run import Run


def keep(run: Run, target: Callable[[], Path], results: Mapping[str, Any] | None = None) -> Path:
    """Save a run and return where; if that is impossible, save it elsewhere, or wait for another path.

    Arguments:
        run: what was trained.
        target: returns where it is to go, or raises a RunFileError.
        results: what was measured.

    Raises:
        RunFileError: it couldn't be saved there; the message says where it is instead.
    """
    try:
        run.save(path := target(), results=results)
    except RunFileError as error:
        trouble = error
    else:
        return path
    for path in spare_places():
        try:
            run.save(path, results=results)
        except RunFileError:
            continue
        raise RunFileError(f"The run is saved in {path} instead: {trouble}") from None
    return _ask_until_saved(run, results, trouble)


def spare_places() -> Iterator[Path]:
    """Yield files that don't exist yet: here, in the user's folder of data, at home, among temporary files."""
    for folder in (Path.cwd(), user_folder("data"), Path.home(), Path(tempfile.gettempdir())):
        number = 1
        while folder is not None and (path := folder / f"kept-run-{number}.glass").exists():
            number += 1
        if folder is not None:
            yield path


def _ask_until_saved(run: Run, results: Mapping[str, Any] | None, trouble: RunFileError) -> Path:
    while sys.stdin.isatty():
        print(f"{trouble}\nNo other folder could be written to either.", file=sys.stderr)
        try:
            path = Path(
                input("Type a path for the run, or make room and press Enter to try again: ") or "kept-run.glass"
            )
            run.save(path, results=results)
        except RunFileError as error:
            trouble = error
        except EOFError:
            break
        else:
            return path
    raise trouble
