"""The messages of the image-to-numbers widget."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.data.image_file import MODES
from glassnet.widgets.wire import Length, Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

SIZES = (4, 28)
SCALES = {"raw": "0 to 255", "normalised": "0 to 1"}
PENS = {
    "black": (0, 0, 0),
    "red": (220, 30, 30),
    "green": (0, 150, 60),
    "blue": (30, 80, 220),
    "white": (255, 255, 255),
}
MAX_POINTS = 400

DRAWING = "drawing"

PenPlace = Annotated[float, Limits(-1, 2)]
Size = Annotated[int, Limits(*SIZES)]
ColourName = Annotated[str, OneOf("colour", MODES)]
ScaleName = Annotated[str, OneOf("scale", SCALES)]


@dataclass(frozen=True)
class ImageSettings:
    """Which image is shown, and how it becomes numbers."""

    picture: str
    size: Size
    colour: ColourName
    scale: ScaleName


@dataclass(frozen=True)
class Pictures(Request):
    """List the choices, and what is chosen."""


@dataclass(frozen=True)
class Show(ImageSettings, Request):
    """Return an image as numbers and, with `full`, the image itself."""

    full: bool = False


@dataclass(frozen=True)
class Draw(Request):
    """Draw a line, or clear the drawing if no points are given, and return the drawing."""

    size: Size
    colour: ColourName
    scale: ScaleName
    points: Annotated[tuple[tuple[PenPlace, PenPlace], ...], Length(0, MAX_POINTS)]
    pen: Annotated[str, OneOf("pen", PENS)] = "black"
    picture: str = DRAWING


@dataclass(frozen=True)
class PicturesView(Reply):
    """All choices, the accepted files, and the settings in force."""

    pictures: tuple[Choice, ...]
    pens: tuple[str, ...]
    sizes: tuple[int, int]
    scales: tuple[Choice, ...]
    max_bytes: int
    formats: tuple[str, ...]
    own: str | None
    settings: ImageSettings


@dataclass(frozen=True)
class Shown(ImageSettings, Reply):
    """Buffers: the numbers from 0 to 255, and from 0 to 1, with the channels of each pixel adjacent.

    `shape` is rows, columns, channels; `full` is the image as a data URL, if requested.
    """

    words: str
    shape: tuple[int, int, int]
    count: int
    grey_weights: tuple[float, float, float]
    full: str | None = None
