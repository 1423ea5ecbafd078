"""Image → numbers, the Python side: one request in, one reply out."""

from pathlib import Path

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.image_to_numbers.builtin import BUILT_IN, built_in
from glassnet.widgets.image_to_numbers.messages import (
    DRAWING,
    PENS,
    SCALES,
    SIZES,
    Draw,
    ImageSettings,
    Pictures,
    PicturesView,
    Show,
    Shown,
)
from glassnet.widgets.image_to_numbers.reading import FORMATS, read_image, read_image_file
from glassnet.widgets.image_to_numbers.source import GREY_WEIGHTS, Source
from glassnet.widgets.paint import blank, in_bytes, stroke
from glassnet.widgets.uploads import MAX_BYTES, FileInPieces, Received, Upload
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats

PEN_WIDTH = 0.09
OWN = "own"


class ImageSession(Session):
    """One reader's images: the built-in ones, one drawing, and the last file that was read successfully.

    >>> session = ImageSession()
    >>> request = {"id": 1, "kind": "show", "picture": "ramp", "size": 4, "colour": "grey", "scale": "raw"}
    >>> head, (levels, values) = session.handle(request)
    >>> head["shape"], list(memoryview(levels).cast("f")[:4])
    ([4, 4, 1], [32.0, 96.0, 159.0, 223.0])
    """

    def __init__(self, picture: str | Path = "smile", size: int = 12, colour: str = "grey", scale: str = "raw") -> None:
        self._upload = FileInPieces()
        self._own: Source | None = None
        self._drawing = blank()
        if picture not in BUILT_IN and picture != DRAWING:
            self._own, picture = _from_file(picture), OWN
        given = {"picture": picture, "size": size, "colour": colour, "scale": scale}
        self.settings = self._known(read(ImageSettings, given, "settings"))

    @property
    def numbers(self) -> Array:
        """The numbers shown, (size, size, channels): 0 to 255, or 0 to 1 where the scale is "normalised"."""
        levels = self._levels()
        return levels if self.settings.scale == "raw" else levels / 255

    @answers
    def _pictures(self, _: Pictures) -> Answer[PicturesView]:
        view = PicturesView(
            pictures=tuple(Choice(name, words) for name, (words, _) in BUILT_IN.items()),
            pens=tuple(PENS),
            sizes=SIZES,
            scales=tuple(Choice(name, label) for name, label in SCALES.items()),
            max_bytes=MAX_BYTES,
            formats=tuple(name.lower() for name in FORMATS),
            own=self._own.words if self._own else None,
            settings=self.settings,
        )
        return Answer(view)

    @answers
    def _show(self, request: Show) -> Answer[Shown]:
        self.settings = self._known(ImageSettings(request.picture, request.size, request.colour, request.scale))
        return self._shown(full=request.full)

    @answers
    def _take(self, request: Upload) -> Answer[Received]:
        whole = self._upload.take(request)
        if whole is None:
            return Answer(Received(self._upload.received, False))
        name, data = whole
        self._own = read_image(data, name)
        return Answer(Received(len(data), True, self._own.words))

    @answers
    def _draw(self, request: Draw) -> Answer[Shown]:
        self._drawing = (
            stroke(self._drawing, request.points, PEN_WIDTH, PENS[request.pen]) if request.points else blank()
        )
        self.settings = ImageSettings(DRAWING, request.size, request.colour, request.scale)
        return self._shown(full=True)

    def _shown(self, *, full: bool) -> Answer[Shown]:
        settings = self.settings
        source, levels = self._source(settings.picture), self._levels()
        rows, columns, channels = levels.shape
        shown = Shown(
            **vars(settings),
            words=source.words,
            shape=(rows, columns, channels),
            count=levels.size,
            grey_weights=GREY_WEIGHTS,
            full=source.address() if full else None,
        )
        return Answer(shown, [floats(levels), floats(levels / 255)])

    def _known(self, settings: ImageSettings) -> ImageSettings:
        """Return the settings if their image exists."""
        look_up("image", settings.picture, {**BUILT_IN, DRAWING: 1} | ({OWN: 1} if self._own else {}))
        return settings

    def _source(self, name: str) -> Source:
        if name == DRAWING:
            return Source(in_bytes(self._drawing), "your drawing")
        return self._own if name == OWN and self._own else built_in(name)

    def _levels(self) -> Array:
        return self._source(self.settings.picture).levels(self.settings.size, self.settings.colour)


def _from_file(path: str | Path) -> Source:
    if not isinstance(path, str | Path):
        raise SettingError(f"picture must be the name of a built-in image or the path of a file; got {path!r}.")
    if isinstance(path, str) and not Path(path).suffix:
        look_up("image", path, {**BUILT_IN, DRAWING: 1})
    return read_image_file(path)
