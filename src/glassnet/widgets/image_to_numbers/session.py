"""Image → numbers, the Python side: one request in, one reply out."""

from pathlib import Path
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DataError, SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.asking import Fields, Reply, floats, respond
from glassnet.widgets.image_to_numbers.builtin import BUILT_IN, built_in
from glassnet.widgets.image_to_numbers.paint import Place, blank, in_bytes, stroke
from glassnet.widgets.image_to_numbers.reading import FORMATS, read_picture, read_picture_file
from glassnet.widgets.image_to_numbers.source import GREY_WEIGHTS, MODES, Source
from glassnet.widgets.uploads import MOST_BYTES, Upload

SIZES = (4, 28)
SCALES = {"raw": "0 to 255", "normalised": "0 to 1"}
PENS = {
    "black": (0, 0, 0),
    "red": (220, 30, 30),
    "green": (0, 150, 60),
    "blue": (30, 80, 220),
    "white": (255, 255, 255),
}
PEN_WIDTH = 0.09
MOST_POINTS = 400
OWN, DRAWING = "own", "drawing"


class ImageSession:
    """One reader's pictures: the built-in ones, one drawing, and the file that was last read without a fault.

    >>> session = ImageSession()
    >>> request = {"id": 1, "kind": "show", "picture": "ramp", "size": 4, "colour": "grey", "scale": "raw"}
    >>> head, (levels, values) = session.handle(request)
    >>> head["shape"], list(memoryview(levels).cast("f")[:4])
    ([4, 4, 1], [32.0, 96.0, 159.0, 223.0])
    """

    def __init__(self, picture: str = "smile", size: int = 12, colour: str = "grey", scale: str = "raw") -> None:
        self._upload = Upload()
        self._own: Source | None = None
        self._drawing = blank()
        if picture not in BUILT_IN and picture != DRAWING:
            self._own, picture = _from_file(picture), OWN
        self.settings = self._checked({"picture": picture, "size": size, "colour": colour, "scale": scale})

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        kinds = {"pictures": self._pictures, "show": self._show, "upload": self._take, "draw": self._draw}
        return respond(request, kinds)

    @property
    def numbers(self) -> Array:
        """What is shown, (size, size, channels): 0 to 255, or 0 to 1 where the scale is "normalised"."""
        levels = self._levels()
        return levels if self.settings["scale"] == "raw" else levels / 255

    def _pictures(self, _: Fields) -> Reply:
        head = {
            "pictures": [{"name": name, "label": words} for name, (words, _) in BUILT_IN.items()],
            "pens": list(PENS),
            "sizes": list(SIZES),
            "scales": [{"name": name, "label": label} for name, label in SCALES.items()],
            "most_bytes": MOST_BYTES,
            "formats": [name.lower() for name in FORMATS],
            "own": self._own.words if self._own else None,
            "settings": self.settings,
        }
        return head, []

    def _show(self, fields: Fields) -> Reply:
        self.settings = self._checked(fields)
        source, levels = self._source(self.settings["picture"]), self._levels()
        head = {
            **self.settings,
            "words": source.words,
            "shape": list(levels.shape),
            "count": levels.size,
            "grey_weights": list(GREY_WEIGHTS),
        }
        if fields.get("full"):
            head["full"] = source.address()
        return head, [floats(levels), floats(levels / 255)]

    def _take(self, fields: Fields) -> Reply:
        whole = self._upload.take(fields)
        if whole is None:
            return {"received": self._upload.received, "done": False}, []
        name, data = whole
        self._own = read_picture(data, name)
        return {"received": len(data), "done": True, "words": self._own.words}, []

    def _draw(self, fields: Fields) -> Reply:
        """Draw a line, or begin anew where no points are given, and show the drawing."""
        wished = self._checked({**fields, "picture": DRAWING})
        pen = look_up("pen", str(fields.get("pen", "black")), PENS)
        points = _points(fields.get("points"))
        self._drawing = stroke(self._drawing, points, PEN_WIDTH, pen) if points else blank()
        return self._show({**wished, "full": True})

    def _checked(self, fields: Fields) -> dict[str, Any]:
        """Return the settings in a request, all known and possible."""
        picture = str(fields.get("picture"))
        known = {**BUILT_IN, DRAWING: 1} | ({OWN: 1} if self._own else {})
        look_up("picture", picture, known)
        size = whole_number("size", fields.get("size"), minimum=SIZES[0], maximum=SIZES[1])
        colour, scale = str(fields.get("colour")), str(fields.get("scale"))
        look_up("colour", colour, MODES)
        look_up("scale", scale, SCALES)
        return {"picture": picture, "size": size, "colour": colour, "scale": scale}

    def _source(self, name: str) -> Source:
        if name == DRAWING:
            return Source(in_bytes(self._drawing), "your drawing")
        return self._own if name == OWN and self._own else built_in(name)

    def _levels(self) -> Array:
        return self._source(self.settings["picture"]).levels(self.settings["size"], self.settings["colour"])


def _from_file(path: str) -> Source:
    if not isinstance(path, str | Path):
        raise SettingError(f"picture must be a built-in picture's name or a file's path; got {path!r}.")
    if isinstance(path, str) and not Path(path).suffix:
        look_up("picture", path, {**BUILT_IN, DRAWING: 1})
    return read_picture_file(path)


def _points(value: object) -> list[Place]:
    if not isinstance(value, list) or len(value) > MOST_POINTS:
        raise SettingError(f"points must be a list of at most {MOST_POINTS} places; got {type(value).__name__}.")
    if any(not isinstance(place, list) or len(place) != 2 for place in value):
        raise DataError("A place on the drawing is two numbers, x and y, from 0 to 1.")
    x_and_y = [[number("A place", part, minimum=-1, maximum=2) for part in place] for place in value]
    return [(x, y) for x, y in x_and_y]
