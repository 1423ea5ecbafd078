"""Folders of images."""

from pathlib import Path

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.registry import look_up
from glassnet.data.dataset import Dataset
from glassnet.data.folders import read_folders
from glassnet.data.image_file import KEPT_SIDE, MODES, levels, read_square

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff")


@checked
def pictures(
    folder: str | Path,
    *,
    size: int = 32,
    colour: str = "rgb",
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return the images in a folder, one subfolder per class, as numbers from 0 (black) to 1 (white).

    Each is rotated as its EXIF note says, cropped to a square around its middle and resized, white where transparent.
    Files that can't be read are left out, with a warning that counts them and a `report` that says why, class by class.
    Subfolders called train, validation and test, with the classes inside, mean parts.

    Arguments:
        folder: where the subfolders are.
        size: pixels per side.
        colour: "grey" (one channel) or "rgb" (three).
        seed, validation, test: what is held out.

    Returns:
        x (samples, size, size, channels).

    Raises:
        DataError: no folder, fewer than two classes, or a class of which nothing can be read.
    """
    whole_number("size", size, minimum=1, maximum=1024)
    look_up("colour", colour, MODES)
    return read_folders(
        folder,
        lambda path: (read_picture(path, size, colour), ""),
        ENDINGS,
        medium="image",
        sample_bytes=size * size * len(MODES[colour]) * 4,
        seed=seed,
        validation=validation,
        test=test,
    )


def read_picture(path: Path, size: int, colour: str) -> Array:
    """Return one image (size, size, channels), float32 from 0 to 1.

    Raises:
        DataError: it can't be read, or is too large.
    """
    square = read_square(path.read_bytes(), path.name, max(size, KEPT_SIDE))
    return levels(square.rgb, size, colour).astype(np.float32) / 255
