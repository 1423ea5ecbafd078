"""Folders of images."""

import warnings
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import DataError
from glassnet.base.registry import look_up
from glassnet.data.dataset import Dataset
from glassnet.data.folders import read_folders

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff")
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")  # whatever the ending says, nothing else is opened
MODES = {"grey": "L", "rgb": "RGB"}


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

    Each is rotated according to its EXIF orientation, cropped to the central square and resized. Files that are damaged
    (or absurdly large) are skipped, with a warning that counts them; `source["skipped"]` lists them.

    Arguments:
        folder: where the subfolders are.
        size: pixels per side.
        colour: "grey" (one channel) or "rgb" (three).
        seed, validation, test: what is held out.

    Returns:
        x (samples, size, size, channels).

    Raises:
        DataError: there is no folder, or it has fewer than two classes, or no readable files.
    """
    whole_number("size", size, minimum=1, maximum=1024)
    mode = look_up("colour", colour, MODES)
    return read_folders(
        folder,
        lambda path: read_image(path, size, mode),
        ENDINGS,
        what="images",
        sample_bytes=size * size * len(mode) * 4,
        seed=seed,
        validation=validation,
        test=test,
    )


def read_image(path: Path, size: int, mode: str) -> Array:
    """Return one image (size, size, channels), float32 from 0 to 1.

    Raises:
        DataError: Pillow can't read it, or it is too large.
    """
    from PIL import Image, ImageOps  # only images need it

    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path, formats=FORMATS) as image,
        ):
            upright = ImageOps.exif_transpose(image).convert(mode)
            square = ImageOps.fit(upright, (size, size), Image.Resampling.LANCZOS)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise DataError(f"can't be read as an image ({error})") from None
    return np.asarray(square, dtype=np.float32).reshape(size, size, -1) / 255
