"""Kinds of image and sound files that can't be read here, by their first bytes, and how to convert them."""

IMAGE_ADVICE = "save it as PNG or JPEG"
SOUND_ADVICE = "convert it to WAV (for example with ffmpeg -i FILE FILE.wav)"
BRANDS = {
    **dict.fromkeys(
        (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), ("image", "a HEIC image")
    ),
    **dict.fromkeys((b"avif", b"avis"), ("image", "an AVIF image")),
    **dict.fromkeys((b"M4A ", b"M4B "), ("sound", "an M4A (AAC) sound")),
    b"qt  ": ("sound", "a QuickTime film"),
    b"crx ": ("image", "a CR3 raw photograph"),
}
STARTS = (
    (b"\x1aE\xdf\xa3", "sound", "a WebM or Matroska file"),
    (b"0&\xb2u\x8ef\xcf\x11", "sound", "a WMA sound"),
    (b"#!AMR", "sound", "an AMR sound"),
    (b"MThd", "sound", "a MIDI file: notes, no sound"),
    (b"\xff\xf1", "sound", "an AAC sound"),
    (b"\xff\xf9", "sound", "an AAC sound"),
    (b"FLV", "sound", "a Flash film"),
    (b"\xff\x0a", "image", "a JPEG XL image"),
    (b"\0\0\0\x0cJXL ", "image", "a JPEG XL image"),
    (b"\0\0\0\x0cjP  ", "image", "a JPEG 2000 image"),
    (b"\xff\x4f\xff\x51", "image", "a JPEG 2000 image"),
    (b"8BPS", "image", "a Photoshop file"),
    (b"%PDF", "image", "a PDF document"),
    (b"%!PS", "image", "a PostScript drawing"),
    (b"\0\0\1\0", "image", "an icon file"),
    (b"DICM", "image", "a DICOM image"),
    (b"v/1\1", "image", "an OpenEXR image"),
    (b"#?RADIANCE", "image", "a Radiance image"),
    (b"P4", "image", "a PNM image"),
    (b"P5", "image", "a PNM image"),
    (b"P6", "image", "a PNM image"),
)
READABLE = {
    "image": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"II+\0"),
    "sound": (b"fLaC", b"OggS", b"FORM", b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
}


def unreadable_kind(data: bytes) -> tuple[str, str, str] | None:
    """Return "image" or "sound", the kind of a file that can't be read here, and how to convert it; or None.

    Arguments:
        data: at least its first bytes.

    >>> unreadable_kind(b"\\0\\0\\0\\x18ftypheic")
    ('image', 'a HEIC image', 'save it as PNG or JPEG')
    >>> unreadable_kind(b"RIFF") is None
    True
    """
    if data[4:8] == b"ftyp":
        medium, kind = BRANDS.get(data[8:12], ("sound", "an MP4 film or sound"))
    elif b"<svg" in data[:1000].lower():
        medium, kind = "image", "an SVG drawing"
    elif data[128:132] == b"DICM":
        medium, kind = "image", "a DICOM image"
    else:
        found = next(((medium, kind) for start, medium, kind in STARTS if data.startswith(start)), None)
        if found is None:
            return None
        medium, kind = found
    return medium, kind, IMAGE_ADVICE if medium == "image" else SOUND_ADVICE


def medium_of(data: bytes) -> str | None:
    """Return "image" or "sound" for a file that begins in this way, readable or not, or None.

    >>> medium_of(b"\\x89PNG"), medium_of(b"RIFF....WAVE"), medium_of(b"Hello")
    ('image', 'sound', None)
    """
    if data[:4] == b"RIFF":
        return {b"WEBP": "image", b"WAVE": "sound"}.get(data[8:12])
    for medium, starts in READABLE.items():
        if data.startswith(starts):
            return medium
    unreadable = unreadable_kind(data)
    return unreadable[0] if unreadable else None
