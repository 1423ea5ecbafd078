"""Image and sound files as people have them: the same numbers in a folder and on the page, and nothing vanishes."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PIL import Image

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.widgets.image_to_numbers.reading import read_image
from glassnet.widgets.sound_to_waveform.reading import read_sound

RAMP = np.arange(24 * 20).reshape(24, 20)


def turned() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


def file_of(image: Image.Image, format_: str = "PNG", **settings: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, format_, **settings)
    return file.getvalue()


def grey() -> Image.Image:
    return Image.fromarray((RAMP % 256).astype(np.uint8))


def clear() -> Image.Image:
    image = grey().convert("RGBA")
    image.putalpha(grey())
    return image


def palette() -> Image.Image:
    return grey().convert("RGB").quantize(16)


IMAGES: dict[str, bytes] = {
    "grey": file_of(grey()),
    "16 bits": file_of(Image.fromarray((RAMP * 130).astype(np.uint16))),
    "12 of 16 bits": file_of(Image.fromarray((RAMP * 8).astype(np.uint16))),
    "16 bits, TIFF": file_of(Image.fromarray((RAMP * 130).astype(np.uint16)), "TIFF"),
    "32 bits, TIFF": file_of(Image.fromarray((RAMP * 130).astype(np.int32)), "TIFF"),
    "fractions, TIFF": file_of(Image.fromarray((RAMP / 480).astype(np.float32)), "TIFF"),
    "one bit": file_of(grey().convert("1")),
    "alpha": file_of(clear()),
    "grey and alpha": file_of(clear().convert("LA")),
    "palette": file_of(palette()),
    "palette with a transparent colour": file_of(palette(), transparency=3),
    "grey with a transparent colour": file_of(grey(), transparency=7),
    "GIF with a transparent colour": file_of(palette(), "GIF", transparency=3),
    "ink": file_of(grey().convert("CMYK"), "JPEG"),
    "turned": file_of(grey(), "JPEG", exif=turned()),
    "turned PNG": file_of(grey(), exif=turned()),
    "WebP with alpha": file_of(clear(), "WEBP", lossless=True),
    "large": file_of(grey().resize((1500, 1700)), "JPEG"),
    "several pages": file_of(grey(), "TIFF", save_all=True, append_images=[palette().convert("L")]),
}


def two_classes(root: Path, data: bytes, ending: str, other: bytes | None = None) -> Path:
    """Write one file into each of two class folders; return the folder above."""
    for name, content in (("one", data), ("other", other or data)):
        (root / name).mkdir(parents=True)
        (root / name / f"a{ending}").write_bytes(content)
    return root


@pytest.mark.parametrize("kind", IMAGES)
@pytest.mark.parametrize(("size", "colour"), [(8, "rgb"), (28, "grey")])
def test_a_folder_gives_the_numbers_that_the_page_shows(tmp_path: Path, kind: str, size: int, colour: str) -> None:
    data = gn.data.pictures(two_classes(tmp_path, IMAGES[kind], ".png"), size=size, colour=colour, validation=0.0)
    shown = read_image(IMAGES[kind], "a.png").levels(size, colour)
    assert np.ptp(shown) > (2 if "12 of" in kind else 40)
    np.testing.assert_array_equal(data.x[0], shown.astype(np.float32) / 255)


def test_pixels_keep_their_meaning(tmp_path: Path) -> None:
    def middle(image: Image.Image, format_: str = "PNG") -> list[float]:
        folder = two_classes(tmp_path / str(len(list(tmp_path.iterdir()))), file_of(image, format_), ".png")
        return [round(value * 255) for value in gn.data.pictures(folder, size=1, validation=0.0).x[0, 0, 0]]

    assert middle(Image.fromarray(np.full((8, 8), 0x8000, np.uint16))) == [128, 128, 128]
    assert middle(Image.new("RGBA", (8, 8), (0, 0, 0, 0))) == [255, 255, 255]
    assert middle(Image.new("LA", (8, 8), (0, 0))) == [255, 255, 255]
    assert middle(Image.fromarray(np.full((8, 8), 0.25, np.float32)), "TIFF") == [64, 64, 64]
    assert middle(Image.new("RGB", (8, 8), (10, 200, 30)).quantize(2)) == [10, 200, 30]


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)
AVIF = b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + bytes(40)
UNREADABLE: dict[str, tuple[str, bytes, str]] = {
    "HEIC": ("pictures", HEIC, "is a HEIC image, which can't be read here; save it as PNG or JPEG"),
    "AVIF": ("pictures", AVIF, "is an AVIF image"),
    "SVG": ("pictures", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "is an SVG drawing"),
    "JPEG XL": ("pictures", b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(9), "is a JPEG XL image"),
    "JPEG 2000": ("pictures", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(9), "is a JPEG 2000 image"),
    "PDF": ("pictures", b"%PDF-1.7", "is a PDF document"),
    "Photoshop": ("pictures", b"8BPS" + bytes(20), "is a Photoshop file"),
    "text": ("pictures", b"hello", "can't be read as an image"),
    "beyond 16 bits": ("pictures", file_of(Image.fromarray((RAMP * 2**17).astype(np.int32)), "TIFF"), "to 65,535"),
    "fractions to 255": ("pictures", file_of(Image.fromarray(RAMP.astype(np.float32)), "TIFF"), "from 0 to 1 is"),
    "cut off": ("pictures", IMAGES["turned"][:-200], "is damaged or incomplete"),
    "M4A": ("sounds", b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(40), "is an M4A .AAC. sound.*convert it to WAV"),
    "WebM": ("sounds", b"\x1aE\xdf\xa3" + bytes(40), "is a WebM"),
    "WMA": ("sounds", b"0&\xb2u\x8ef\xcf\x11" + bytes(40), "is a WMA"),
    "AAC": ("sounds", b"\xff\xf1" + bytes(40), "is an AAC"),
    "MP4": ("sounds", b"\0\0\0\x20ftypisom\0\0\0\0" + bytes(40), "is an MP4"),
}


def good_file(medium: str) -> bytes:
    """Return a file that can be read."""
    file = io.BytesIO()
    soundfile.write(file, np.sin(np.arange(4000) / 5), 8000, format="WAV")
    return IMAGES["grey"] if medium == "pictures" else file.getvalue()


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_called_by_its_kind(tmp_path: Path, kind: str) -> None:
    medium, data, message = UNREADABLE[kind]
    ending = ".png" if medium == "pictures" else ".wav"
    two_classes(tmp_path, data, ending, good_file(medium))
    with pytest.raises(gn.DataError, match=f"of the class one no file could be read .*{message}"):
        getattr(gn.data, medium)(tmp_path)
    (tmp_path / "one" / f"good{ending}").write_bytes(good_file(medium))
    with pytest.warns(UserWarning, match=f"1 of 3 {medium[:-1].replace('picture', 'image')}s left out.*{message}"):
        data_set = getattr(gn.data, medium)(tmp_path)
    lines = data_set.report.split("\n")
    padded = "" if medium == "pictures" else " (1 padded)"
    assert lines[0].startswith(
        f"one: 1 {'image' if medium == 'pictures' else 'sound'} read{padded}; 1 left out: one/a{ending}"
    )
    assert lines[1] == f"other: 1 {'image' if medium == 'pictures' else 'sound'} read{padded}"


def test_a_class_of_other_endings_does_not_vanish(tmp_path: Path) -> None:
    two_classes(tmp_path, IMAGES["grey"], ".png")
    (tmp_path / "third").mkdir()
    (tmp_path / "third" / "photo.heic").write_bytes(HEIC)
    with pytest.raises(gn.DataError, match=r"of the class third no file could be read \(1 left out; .*HEIC"):
        gn.data.pictures(tmp_path)


def test_whatever_its_ending_an_image_is_read_and_the_rest_is_named(tmp_path: Path) -> None:
    two_classes(tmp_path, IMAGES["grey"], ".png")
    (tmp_path / "one" / "no_ending").write_bytes(IMAGES["alpha"])
    (tmp_path / "one" / "notes.txt").write_text("hello", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "stray.png").write_bytes(IMAGES["grey"])
    with pytest.warns(UserWarning, match=r"not read; first: empty/ \(no images in it\)"):
        data = gn.data.pictures(tmp_path)
    assert data.report.split("\n") == [
        "one: 2 images read",
        "other: 1 image read",
        "not read: empty/ (no images in it), stray.png (outside any class)",
        "not images, left out: one/notes.txt",
    ]


def test_hidden_and_system_files_are_passed_over(tmp_path: Path) -> None:
    two_classes(tmp_path, IMAGES["grey"], ".png")
    for name in ("__MACOSX", ".ipynb_checkpoints", "@eaDir", "one/.hidden", "one/__MACOSX"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.png").write_bytes(b"broken")
    for name in ("one/._a.png", "one/Thumbs.db", "other/.DS_Store", "desktop.ini"):
        (tmp_path / name).write_bytes(b"broken")
    data = gn.data.pictures(tmp_path)
    assert data.class_names == ("one", "other")
    assert data.report == "one: 1 image read\nother: 1 image read"


def test_folders_called_train_and_test_are_parts(tmp_path: Path) -> None:
    for part, count in (("Train", 5), ("test", 2), ("val", 1)):
        for label, name in enumerate(("cat", "dog")):
            (tmp_path / part / name).mkdir(parents=True)
            for number in range(count):
                level = 100 * label + 10 * count + number
                Image.new("L", (8, 8), level).save(tmp_path / part / name / f"{number}.png")
    data = gn.data.pictures(tmp_path, size=2, colour="grey")
    assert data.class_names == ("cat", "dog")
    levels = {part: sorted(np.rint(data.part(part).x[:, 0, 0, 0] * 255).tolist()) for part in data.parts}
    assert levels["train"] == [50, 51, 52, 53, 54, 150, 151, 152, 153, 154]
    assert levels["validation"] == [10, 110]
    assert levels["test"] == [20, 21, 120, 121]
    with pytest.raises(gn.DataError, match="folder for testing already; use test=0"):
        gn.data.pictures(tmp_path, test=0.5)
    (tmp_path / "test" / "cow").mkdir()
    Image.new("L", (8, 8)).save(tmp_path / "test" / "cow" / "0.png")
    with pytest.raises(gn.DataError, match="class cow has no images in the training folder"):
        gn.data.pictures(tmp_path)


def test_without_a_validation_folder_training_images_are_held_out(tmp_path: Path) -> None:
    for part in ("train", "test"):
        for name in ("cat", "dog"):
            (tmp_path / part / name).mkdir(parents=True)
            for number in range(10):
                Image.new("L", (8, 8), number).save(tmp_path / part / name / f"{number}.png")
    data = gn.data.pictures(tmp_path, size=2, validation=0.2)
    assert [len(data.parts[part]) for part in ("train", "validation", "test")] == [16, 4, 20]


def test_images_right_inside_train_and_test_are_refused(tmp_path: Path) -> None:
    two_classes(tmp_path, IMAGES["grey"], ".png")
    (tmp_path / "one").rename(tmp_path / "train")
    (tmp_path / "other").rename(tmp_path / "test")
    with pytest.raises(gn.DataError, match=r"test holds 1 images outside any class \(first: a.png\)"):
        gn.data.pictures(tmp_path)


def wave(format_: str, subtype: str | None = None, scale: float = 0.5) -> bytes:
    time = np.arange(8000) / 8000
    samples = scale * np.stack([np.sin(2 * np.pi * 440 * time), np.sin(2 * np.pi * 330 * time)], axis=1)
    file = io.BytesIO()
    soundfile.write(file, samples, 8000, format=format_, subtype=subtype)
    return file.getvalue()


WAVES: dict[str, tuple[str, bytes]] = {
    "16 bits": (".wav", wave("WAV")),
    "8 bits": (".wav", wave("WAV", "PCM_U8")),
    "24 bits": (".wav", wave("WAV", "PCM_24")),
    "fractions": (".wav", wave("WAV", "FLOAT")),
    "µ-law": (".wav", wave("WAV", "ULAW")),
    "WAVE extensible": (".wav", wave("WAVEX")),
    "FLAC": (".flac", wave("FLAC")),
    "Ogg": (".ogg", wave("OGG")),
    "MP3": (".mp3", wave("MP3")),
    "AIFF": (".aiff", wave("AIFF")),
}


@pytest.mark.parametrize("kind", WAVES)
def test_a_folder_gives_the_samples_that_the_page_shows(tmp_path: Path, kind: str) -> None:
    ending, content = WAVES[kind]
    data = gn.data.sounds(two_classes(tmp_path, content, ending), rate=8000, seconds=0.9, validation=0.0)
    shown: Array = read_sound(content, "a").samples[:7200]
    assert np.ptp(shown) > 0.8
    np.testing.assert_array_equal(data.x[0, :, 0], shown.astype(np.float32))


@pytest.mark.parametrize("kind", WAVES)
def test_a_sound_that_was_cut_off_is_named(tmp_path: Path, kind: str) -> None:
    ending, content = WAVES[kind]
    two_classes(tmp_path, content, ending)
    (tmp_path / "one" / f"cut{ending}").write_bytes(content[: len(content) * 3 // 5])
    with pytest.warns(
        UserWarning, match=rf"1 of 3 sounds left out; first: one/cut\{ending}.*(incomplete|can't be read as a sound)"
    ):
        gn.data.sounds(tmp_path, seconds=0.1)


def test_samples_in_another_unit_are_refused(tmp_path: Path) -> None:
    two_classes(tmp_path, wave("WAV", "FLOAT", 30000.0), ".wav")
    with pytest.raises(gn.DataError, match="where -1 to 1 is expected; divide them by"):
        gn.data.sounds(tmp_path)
