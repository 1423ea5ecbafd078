"""Image → numbers in a notebook."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.image_to_numbers.session import ImageSession


class ImageToNumbers(HostedWidget):
    """An image as a computer stores it: a grid of numbers, one per pixel, or three in colour.

    Arguments:
        picture: a built-in one ("smile", "seven", "traffic_light", "sunset", "colour_wheel", "ramp"), "drawing" for an
            empty canvas, or the path of a PNG, JPEG, GIF, BMP or WebP file.
        size: pixels per side, 4 to 28.
        colour: "grey" (one channel) or "rgb" (three).
        scale: "raw" (0 to 255) or "normalised" (0 to 1).

    Raises:
        DataError: there is no such file, or it can't be read as an image.
        GlassnetError: a setting is invalid.

    >>> widget = ImageToNumbers("ramp", size=4, scale="normalised")
    >>> widget.numbers.shape, widget.numbers[0, :, 0].round(2).tolist()
    ((4, 4, 1), [0.13, 0.38, 0.62, 0.87])
    """

    _page = "image_to_numbers"

    @checked
    def __init__(
        self, picture: str | Path = "smile", *, size: int = 12, colour: str = "grey", scale: str = "raw"
    ) -> None:
        self._session = ImageSession(picture, size, colour, scale)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown: picture, size, colour, scale."""
        return asdict(self._session.settings)

    @property
    def numbers(self) -> Array:
        """The numbers shown, (size, size, channels)."""
        return self._session.numbers

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
