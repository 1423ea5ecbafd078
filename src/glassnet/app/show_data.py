"""What `glassnet show-data` prints."""

import warnings
from pathlib import Path
from typing import Unpack

from glassnet.app.console import console
from glassnet.data import pictures, sounds
from glassnet.data.csv_file import csv_report
from glassnet.data.pictures import ENDINGS as IMAGE_ENDINGS
from glassnet.data.sounds import ENDINGS as SOUND_ENDINGS
from glassnet.data.table.layout import Layout, LayoutSettings


def show_data_file(file: Path, target: str | None, **layout: Unpack[LayoutSettings]) -> None:
    """Print what became of each column of a table, or of each class of a folder.

    Raises:
        DataError: the table can't be read, or the folder has no classes.
    """
    report = _folder_report(file) if file.is_dir() else csv_report(file, target, Layout(**layout))
    console().print(report, markup=False, soft_wrap=True)


def _folder_report(folder: Path) -> str:
    endings = {path.suffix.lower() for path in folder.rglob("*") if path.is_file()}
    sound = bool(endings & {*SOUND_ENDINGS}) and not endings & {*IMAGE_ENDINGS}
    with warnings.catch_warnings(action="ignore"):  # the report says the same at length
        data = sounds(folder, validation=0.0) if sound else pictures(folder, validation=0.0)
    return data.report
