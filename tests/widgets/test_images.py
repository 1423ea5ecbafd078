"""Image → numbers without a browser: the numbers, the drawing, and files that nobody vouches for."""

import base64
import io
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFile

import glassnet as gn
from glassnet.base.errors import GlassnetError
from glassnet.data.image_file import MAX_PIXELS
from glassnet.widgets.image_to_numbers import ImageSession
from glassnet.widgets.image_to_numbers.builtin import BUILT_IN, built_in
from glassnet.widgets.image_to_numbers.reading import FORMATS, read_image
from glassnet.widgets.uploads import MAX_BYTES

SHOWN = {"size": 8, "colour": "rgb", "scale": "raw"}


def ask(session: ImageSession, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = session.handle({"id": 7, "kind": kind, **fields})
    assert (head["id"], head["kind"]) == (7, kind), head
    json.dumps(head, allow_nan=False)
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def refusal(session: ImageSession, kind: str, **fields: Any) -> str:
    head, buffers = session.handle({"id": 7, "kind": kind, **fields})
    assert (head["kind"], buffers) == ("error", [])
    assert "\n" not in head["message"]
    return str(head["message"])


def upload(session: ImageSession, data: bytes, name: str = "a.png", piece: int = 300) -> dict[str, Any]:
    """Send a file as the page does, and return the last reply."""
    head: dict[str, Any] = {}
    for begin in range(0, len(data), piece):
        text = base64.b64encode(data[begin : begin + piece]).decode()
        fields = {"name": name, "size": len(data), "begin": begin, "data": text}
        head, _ = session.handle({"id": 1, "kind": "upload", **fields})
        if head["kind"] == "error":
            break
    return head


def picture_file(format_: str = "PNG", size: tuple[int, int] = (40, 30), **settings: Any) -> bytes:
    file = io.BytesIO()
    pixels = np.random.default_rng(0).integers(0, 256, (size[1], size[0], 3), np.uint8)
    Image.fromarray(pixels).save(file, format_, **settings)
    return file.getvalue()


def png(width: int, height: int) -> bytes:
    """Return a PNG whose header promises a size, with hardly any data behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def webp(width: int, height: int) -> bytes:
    """Return a small WEBP of one colour, which needs a gigabyte to be decoded if it is large enough."""
    file = io.BytesIO()
    Image.new("RGB", (width, height)).save(file, "WEBP", lossless=True, quality=0, method=0)
    assert len(file.getvalue()) < 100_000
    return file.getvalue()


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("size", [4, 13, 28])
def test_every_built_in_picture_is_shown_in_every_way(name: str, size: int) -> None:
    session = ImageSession()
    for colour, channels in (("grey", 1), ("rgb", 3)):
        head, (levels, values) = ask(session, "show", picture=name, size=size, colour=colour, scale="raw")
        assert head["shape"] == [size, size, channels]
        assert head["count"] == len(levels) == size * size * channels
        assert (levels % 1 == 0).all()
        assert 0 <= levels.min() <= levels.max() <= 255
        np.testing.assert_allclose(values, levels / 255, rtol=1e-6)
        assert np.ptp(levels) > 50  # there is something to see


def test_a_number_is_the_mean_of_what_its_pixel_covers() -> None:
    source = built_in("sunset")
    side = len(source.rgb) // 4
    corner = source.rgb[:side, :side].reshape(-1, 3).mean(axis=0)
    np.testing.assert_allclose(source.levels(4, "rgb")[0, 0], corner, atol=0.51)
    red, green, blue = source.levels(4, "rgb")[2, 1].astype(float)
    assert abs(source.levels(4, "grey")[2, 1, 0] - (0.299 * red + 0.587 * green + 0.114 * blue)) < 1


def test_what_is_drawn_is_in_the_numbers_and_can_be_begun_anew() -> None:
    session = ImageSession()
    settings = {"size": 4, "colour": "rgb", "scale": "normalised"}
    head, (_, white) = ask(session, "draw", points=[], **settings)
    assert head["picture"] == "drawing"
    assert white.min() == 1
    across = [[0.0, 0.125], [1.0, 0.125]]
    head, (_, drawn) = ask(session, "draw", points=across, pen="red", **settings)
    assert head["full"].startswith("data:image/png;base64,")
    rows = drawn.reshape(4, 4, 3)
    assert rows[0, 1, 0] > rows[0, 1, 1] + 0.1
    assert rows[1:].min() == 1
    ask(session, "draw", points=across, pen="white", **settings)
    assert session.numbers.min() > 0.99
    assert ask(session, "draw", points=[[0.5, 0.5]], pen="black", **settings)[1][0].min() < 255
    assert ask(session, "draw", points=[], **settings)[1][0].min() == 255


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_of_every_format_is_read(format_: str) -> None:
    session = ImageSession()
    assert upload(session, picture_file(format_), f"a.{format_.lower()}")["done"] is True
    head, _ = ask(session, "show", picture="own", **SHOWN)
    assert head["words"] == f"a.{format_.lower()}, 40 × 30 pixels, cropped to a square"
    assert ask(session, "pictures")[0]["own"] == head["words"]


def saved(picture: Image.Image, format_: str = "PNG", **settings: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, format_, **settings)
    return file.getvalue()


def test_every_kind_of_pixel_is_read_as_it_looks() -> None:
    deep = Image.fromarray(np.full((8, 8), 0x8000, np.uint16))
    assert read_image(saved(deep), "16 bits").rgb[0, 0].tolist() == [128, 128, 128]
    clear = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    assert read_image(saved(clear), "transparent").rgb[0, 0].tolist() == [255, 255, 255]
    palette = Image.new("RGB", (8, 8), (10, 200, 30)).quantize(2)
    assert read_image(saved(palette), "palette").rgb[0, 0].tolist() == [10, 200, 30]
    assert read_image(saved(Image.new("1", (8, 8), 1)), "bits").rgb[0, 0].tolist() == [255, 255, 255]
    ink = Image.new("CMYK", (8, 8), (0, 0, 0, 255))
    assert read_image(saved(ink, "JPEG"), "ink").rgb[0, 0].max() < 5
    exif = Image.Exif()
    exif[0x0112] = 3
    half = Image.new("L", (20, 20))
    half.paste(255, (0, 0, 20, 10))
    turned = read_image(saved(half, "JPEG", exif=exif, quality=95), "turned").rgb
    assert turned[0].mean() < 10 < 240 < turned[-1].mean()


NOT_AN_IMAGE = r"can't be read as an image; choose a PNG, JPEG, GIF, BMP, WEBP or TIFF file\.$"
DAMAGED = r"is damaged or incomplete \([\w ()]+\); choose another file\.$"
BAD_FILES = {
    "text": (b"not a picture at all", NOT_AN_IMAGE),
    "vector": (
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "is an SVG drawing, which can't be read here; save it as PNG",
    ),
    "postscript": (
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        "is a PostScript drawing, which can't be read here",
    ),
    "cut off": (picture_file()[:1000], DAMAGED),
    "cut off in its header": (picture_file()[:20], DAMAGED),
    "only a beginning": (b"\x89PNG\r\n\x1a\n", NOT_AN_IMAGE),
    "20,000 × 20,000": (png(20_000, 20_000), "has far too many pixels; the limit is 16 million"),
    "9,000 × 9,000": (png(9000, 9000), r"is 9,000 × 9,000 pixels; the limit is 16 million \(JPEG: 64 million\)"),
    "a small file of 8,000 × 8,000": (webp(8000, 8000), "is 8,000 × 8,000 pixels; the limit is 16 million"),
    "a bomb": (png(2**31 - 1, 2**31 - 1), "has far too many pixels"),
    "no pixels": (png(0, 10), NOT_AN_IMAGE),
    "promises more than it holds": (png(3000, 3000), DAMAGED),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_gets_one_line_and_what_is_shown_stays(case: str) -> None:
    data, message = BAD_FILES[case]
    session = ImageSession()
    assert upload(session, picture_file())["done"]
    _, (before, _) = ask(session, "show", picture="own", **SHOWN)
    head = upload(session, data, "bad.png")
    assert head["kind"] == "error"
    assert "\n" not in head["message"]
    assert re.match(f"bad.png ({message})", head["message"]), head
    _, (after, _) = ask(session, "show", picture="own", **SHOWN)
    np.testing.assert_array_equal(before, after)


def test_the_pixels_are_counted_before_anything_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[tuple[int, int]] = []
    load = ImageFile.ImageFile.load

    def noting(picture: ImageFile.ImageFile) -> Any:
        decoded.append(picture.size)
        return load(picture)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noting)
    with pytest.raises(gn.DataError, match="the limit is 16 million"):
        read_image(png(MAX_PIXELS // 1000 + 1, 1000), "large.png")
    assert decoded == []
    read_image(picture_file(), "small.png")
    assert decoded
    read_image(picture_file("JPEG", (MAX_PIXELS // 4000 + 1, 4000)), "photograph.jpg")  # made smaller while decoded


PIECE = base64.b64encode(b"glas").decode()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": "a.png", "size": 0, "begin": 0, "data": ""}, "0 bytes"),
        ({"name": "a.png", "size": 200_000_000, "begin": 0, "data": PIECE}, "200.0 MB; the limit is 20 MB"),
        ({"name": "a.png", "size": MAX_BYTES + 1, "begin": 0, "data": PIECE}, "the limit is 20 MB"),
        ({"name": "a.png", "size": 9, "begin": 4, "data": PIECE}, "out of order"),
        ({"name": "a.png", "size": 3, "begin": 0, "data": PIECE}, "out of order"),
        ({"name": "a.png", "size": 9, "begin": 0, "data": "%%%"}, "not base64"),
        ({"name": "a.png", "size": 9, "begin": 0, "data": None}, "data must be text"),
        ({"name": "a.png", "size": 9, "begin": 0, "data": "ä"}, "not base64"),
        ({"name": "a.png", "size": -1, "begin": 0, "data": PIECE}, "size"),
        ({"name": "a.png", "size": "9", "begin": 0, "data": PIECE}, "size"),
        ({"name": ["x"], "size": 9, "begin": 0, "data": PIECE}, "name must be text"),
        ({"name": "x", "size": 9, "begin": -4, "data": PIECE}, "begin"),
        ({"name": "../" * 50 + "\x1b[2J" + "x" * 500, "size": 0, "begin": 0, "data": ""}, r"^\[2Jx{57} is empty"),
    ],
)
def test_a_piece_that_cannot_be_is_refused(fields: dict[str, Any], message: str) -> None:
    assert re.search(message, refusal(ImageSession(), "upload", **fields))


def test_a_new_file_may_begin_where_another_was_given_up() -> None:
    session = ImageSession()
    ask(session, "upload", name="a.png", size=100, begin=0, data=PIECE)
    assert "out of order" in refusal(session, "upload", name="b.png", size=100, begin=4, data=PIECE)
    assert "out of order" in refusal(session, "upload", name="a.png", size=100, begin=4, data=PIECE)
    assert upload(session, picture_file())["done"]


@pytest.mark.parametrize(
    "fields",
    [
        {"picture": "smiles"},
        {"picture": "own"},
        {"picture": ["smile"]},
        {"size": 3},
        {"size": 29},
        {"size": 8.5},
        {"size": True},
        {"colour": "cmyk"},
        {"scale": "unit"},
        {"kind": "draw", "points": "here"},
        {"kind": "draw", "points": [[1]]},
        {"kind": "draw", "points": [[0.5, float("nan")]]},
        {"kind": "draw", "points": [[0.5, 1e9]]},
        {"kind": "draw", "points": [["a", 1]]},
        {"kind": "draw", "points": [[0, 0]] * 500},
        {"kind": "draw", "points": [], "pen": "gold"},
        {"kind": "paint"},
    ],
)
def test_what_makes_no_sense_gets_one_line_and_changes_nothing(fields: dict[str, Any]) -> None:
    session = ImageSession()
    before = session.settings
    head, buffers = session.handle({"id": 7, "kind": "show", "picture": "seven", **SHOWN, **fields})
    assert (head["id"], head["kind"], buffers) == (7, "error", [])
    assert "\n" not in head["message"]
    assert session.settings == before


def test_the_widget_takes_a_path_and_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture_file())
    widget = gn.widgets.ImageToNumbers(str(tmp_path / "a.png"), size=5, colour="rgb")
    assert widget.numbers.shape == (5, 5, 3)
    assert widget.settings["picture"] == "own"
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("hello")
    for path, message in (
        (tmp_path / "nowhere.png", "Can't open the image .*nowhere.png"),
        (tmp_path / "empty.png", "0 bytes"),
        (tmp_path / "text.png", "can't be read as an image"),
        ("smil", "Did you mean 'smile'"),
        (3, "picture must be a path"),
    ):
        with pytest.raises(GlassnetError, match=message):
            gn.widgets.ImageToNumbers(path if isinstance(path, int) else str(path))  # type: ignore[arg-type]
