"""Sound → waveform without a browser: sampling, spectra, and files that nobody vouches for."""

import base64
import io
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

import glassnet as gn
from glassnet.base.errors import GlassnetError
from glassnet.widgets.sound_to_waveform import SoundSession
from glassnet.widgets.sound_to_waveform.builtin import BUILT_IN, built_in
from glassnet.widgets.sound_to_waveform.reading import FORMATS, KEPT_RATE, read_sound
from glassnet.widgets.sound_to_waveform.source import Source, sample
from glassnet.widgets.sound_to_waveform.spectrum import spectrogram
from glassnet.widgets.sound_to_waveform.view import MAX_POINTS, line

SETTINGS = {"sound": "rising", "keep_every": 6, "bits": 8, "filter_first": False}


def ask(session: SoundSession, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = session.handle({"id": 7, "kind": kind, **fields})
    assert (head["id"], head["kind"]) == (7, kind), head
    json.dumps(head, allow_nan=False)
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def upload(session: SoundSession, data: bytes, name: str = "a.wav") -> dict[str, Any]:
    fields = {"name": name, "size": len(data), "begin": 0, "data": base64.b64encode(data).decode()}
    return session.handle({"id": 1, "kind": "upload", **fields})[0]


def sine(hertz: float, rate: int = 8000, seconds: float = 1.0) -> np.ndarray:
    return 0.5 * np.sin(2 * np.pi * hertz * np.arange(round(rate * seconds)) / rate)


def sound_file(samples: np.ndarray | None = None, rate: int = 8000, format_: str = "WAV", **settings: Any) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, sine(440) if samples is None else samples, rate, format=format_, **settings)
    return file.getvalue()


def loudest(samples: np.ndarray, rate: float) -> float:
    """Return the frequency that is strongest in a sound."""
    strength = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(strength.argmax() * rate / len(samples))


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_sound_is_shown_heard_and_taken_apart(name: str) -> None:
    session = SoundSession(name)
    head, (times, values) = ask(session, "wave", sound=name)
    assert (head["begin"], head["end"], head["count"]) == (0, 1.5, 72_000)
    assert (np.diff(times) >= 0).all()
    assert 0.5 < np.abs(values).max() <= 0.8
    assert len(head["listed"]) == 13
    assert not head["few"]
    reply, (decibels,) = ask(session, "spectrogram", sound=name)
    assert len(decibels) == reply["rows"] * reply["columns"]
    assert reply["lowest_db"] == decibels.min() < -60 < -20 < decibels.max() <= 0
    reply, (heard,) = ask(session, "listen", sound=name)
    assert (reply["rate"], len(heard)) == (48_000, 72_000)
    assert abs(heard[0]) < 0.01  # no click
    assert abs(heard[-1]) < 0.01


def test_what_is_too_fast_for_the_rate_is_heard_as_a_slower_tone_unless_it_is_filtered() -> None:
    fast = Source(sine(7000, 48_000), 48_000, "fast")
    folded = sample(fast, 6, 16, False)
    assert folded.rate == 8000
    assert loudest(folded.values, 8000) == pytest.approx(8000 - 7000, abs=2)
    assert loudest(folded.heard, 48_000) == pytest.approx(1000, abs=2)
    assert np.abs(sample(fast, 6, 16, True).heard[2000:-2000]).max() < 0.01


def test_slow_tones_survive_sampling() -> None:
    slow = Source(sine(700, 48_000), 48_000, "slow")
    for filtered in (False, True):
        again = sample(slow, 6, 16, filtered).heard
        assert len(again) == 48_000
        np.testing.assert_allclose(again[2000:-2000], slow.samples[2000:-2000], atol=0.005)


def test_each_bit_halves_the_error_of_rounding() -> None:
    source = Source(np.random.default_rng(0).uniform(-0.99, 0.9, 50_000), 8000, "noise")
    coarse = [sample(source, 1, bits, False) for bits in (4, 5, 10)]
    for one, bits in zip(coarse, (4, 5, 10), strict=True):
        assert set(np.unique(one.stored)) <= set(range(-(2 ** (bits - 1)), 2 ** (bits - 1)))
        assert np.abs(one.values - source.samples).max() <= 0.5 / 2 ** (bits - 1) + 0.1 * (bits == 4)
        np.testing.assert_array_equal(one.values * 2 ** (bits - 1), one.stored)
    noise = [one.noise_db or 0.0 for one in coarse]
    assert noise[2] - noise[1] == pytest.approx(5 * 6.02, abs=0.5)


def test_silence_and_exact_sounds_have_no_noise_to_speak_of() -> None:
    assert sample(Source(np.zeros(100), 8000, "silence"), 1, 4, False).noise_db is None
    assert sample(Source(np.full(100, 0.5), 8000, "exact"), 1, 4, False).noise_db is None


def test_the_spectrogram_finds_a_rising_tone_and_its_fold() -> None:
    session = SoundSession()

    def ridge(keep_every: int) -> tuple[np.ndarray, dict[str, Any]]:
        head, (decibels,) = ask(session, "spectrogram", **{**SETTINGS, "keep_every": keep_every, "bits": 16})
        cells = decibels.reshape(head["rows"], head["columns"])
        return cells.argmax(axis=0) / head["rows"] * head["top"], head

    true, head = ridge(1)
    at = np.linspace(0, 1, head["columns"])[10:-10]
    np.testing.assert_allclose(true[10:-10], 200 + 6800 * at, atol=150)
    folded, head = ridge(8)
    assert (head["half_rate"], head["axis_top"]) == (3000, 8000)
    at = np.linspace(0, 1, head["columns"])[10:-10]
    frequency = 200 + 6800 * at
    np.testing.assert_allclose(folded[10:-10], np.abs((frequency + 3000) % 6000 - 3000), atol=250)


def test_a_sine_of_full_strength_is_at_0_db_whatever_the_window() -> None:
    for rate in (1000, 8000, 48_000):
        picture = spectrogram(2 * sine(rate / 8, rate), rate)
        assert picture.decibels.max() == pytest.approx(0, abs=0.1)
        assert picture.decibels.shape[0] <= 160


def test_zooming_in_ends_at_single_samples_with_their_numbers() -> None:
    session = SoundSession("tone")
    settings = {"sound": "tone", "keep_every": 6, "bits": 4, "filter_first": False}
    head, arrays = ask(session, "wave", **settings, begin=0.5, end=0.504, at=0.502)
    assert head["few"]
    assert [one["place"] for one in head["listed"]] == list(range(4000, 4033))
    kept = built_in("tone").samples[::6]
    for one in head["listed"]:
        assert one["time"] == one["place"] / 8000
        assert one["stored"] == round(kept[one["place"]] * 8)
        assert one["value"] == one["stored"] / 8
    assert head["at"] == head["listed"][16]
    assert ask(session, "wave", **settings, begin=0.5, end=0.5039, at=0.5039)[0]["at"]["place"] == 4031
    assert not ask(session, "wave", **settings, begin=0.50001, end=0.50002, at=0.50001)[0]["few"]
    assert len(arrays) == 4
    original = built_in("tone").samples[round(arrays[2][0] * 48_000) :][: len(arrays[3])]
    np.testing.assert_allclose(arrays[3], original, rtol=1e-6)
    assert head["bytes"] == 12_000 * 4 / 8


def test_a_line_keeps_every_peak_however_long_the_sound() -> None:
    long = np.zeros(100_000)
    long[54_321], long[7] = 1.0, -1.0
    times, values = line(long, 1000, 0.0, 100.0)
    assert len(times) == len(values) == MAX_POINTS
    assert abs(times[values.argmax()] - 54.321) < 0.2
    assert (values.max(), values.min()) == (1, -1)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_of_every_format_is_read(format_: str) -> None:
    session = SoundSession()
    assert upload(session, sound_file(np.stack([sine(440), sine(440)], axis=1), format_=format_))["done"]
    head, _ = ask(session, "wave", sound="own")
    assert head["words"] == "a.wav, 8\u202f000 samples per second, mean of 2 channels"
    assert head["seconds"] == pytest.approx(1, abs=0.2)  # an MP3 has silence at its ends
    assert loudest(session.sampled.values, 8000) == pytest.approx(440, abs=3)
    assert [one["keep_every"] for one in head["rates"]] == [1, 2, 3, 4, 6, 8]


def test_fast_and_slow_files_are_brought_to_what_can_be_shown_and_played() -> None:
    fast = read_sound(sound_file(sine(1000, 96_000), 96_000), "a.wav")
    assert fast.rate == KEPT_RATE
    assert loudest(fast.samples, fast.rate) == pytest.approx(1000, abs=3)
    session = SoundSession()
    upload(session, sound_file(sine(100, 2000), 2000))
    head, (heard,) = ask(session, "listen", sound="own")
    assert (head["rate"], len(heard)) == (8000, 8000)
    assert ask(session, "wave", sound="own")[0]["rates"] == [
        {"keep_every": 1, "rate": 2000},
        {"keep_every": 2, "rate": 1000},
    ]
    short = SoundSession()
    upload(short, sound_file(sine(440)[:64]))
    assert len(ask(short, "wave", sound="own")[0]["rates"]) == 1
    assert ask(short, "spectrogram", sound="own")[0]["rows"] > 1


def promised(data: bytes, place: int, length: int) -> bytes:
    """Return a FLAC's bytes with another number of samples in its header."""
    packed = int.from_bytes(data[place : place + 8], "big")
    return data[:place] + (packed >> 36 << 36 | length).to_bytes(8, "big") + data[place + 8 :]


def part_of(data: bytes) -> bytes:
    return data[: len(data) * 3 // 5]


NAN = np.where(np.arange(800) == 300, np.nan, 0.1).astype(np.float32)
FLAC = sound_file(format_="FLAC")
UNREADABLE = r"can't be read as a sound \([\w :]+\); choose a WAV, FLAC, OGG, MP3 or AIFF file\.$"
CUT_OFF = "is incomplete: it is shorter than its header says"
BAD_FILES = {
    "text": (b"not a sound at all, but some words", UNREADABLE),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), UNREADABLE),
    "only a beginning": (b"RIFF", CUT_OFF),
    "not a number": (sound_file(NAN, subtype="FLOAT"), "contains samples that are NaN or infinite"),
    "infinite": (
        sound_file(np.full(800, np.inf, np.float32), subtype="FLOAT"),
        "contains samples that are NaN or infinite",
    ),
    "empty": (sound_file(np.zeros(0)), "has 0 samples; at least 64"),
    "a few samples": (sound_file(np.zeros(9)), "has 9 samples; at least 64"),
    "two minutes": (sound_file(np.zeros(8000 * 120)), "lasts 2 min 0 s; the limit is 20 s"),
    "hours": (sound_file(np.zeros(1000 * 3600 * 3), 1000, "FLAC"), "lasts 3 h 0 min"),
    "hours in the header alone": (promised(FLAC, 18, 8000 * 86_400), "lasts 24 h 0 min"),
    "too slow": (sound_file(np.zeros(800), 100), "has 100 samples per second"),
    "too many channels": (sound_file(np.zeros((800, 12))), "has 8,000 samples per second and 12 channels"),
    "an unusual format": (sound_file(format_="AU"), "has the format AU; choose a WAV"),
    "a part of a FLAC": (part_of(FLAC), UNREADABLE),
    **{f"a part of a {name}": (part_of(sound_file(format_=name)), CUT_OFF) for name in FORMATS if name != "FLAC"},
    "damaged": (FLAC[:60] + bytes(len(FLAC) - 60), UNREADABLE),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_gets_one_line_and_what_is_shown_stays(case: str) -> None:
    data, message = BAD_FILES[case]
    session = SoundSession()
    assert upload(session, sound_file())["done"]
    _, (_, before) = ask(session, "wave", sound="own")
    head = upload(session, data, "bad.wav")
    assert head["kind"] == "error", head
    assert "\n" not in head["message"]
    assert re.match(f"bad.wav ({message})", head["message"]), head
    _, (_, after) = ask(session, "wave", sound="own")
    np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize(
    "fields",
    [
        {"sound": "vowel_x"},
        {"sound": "own"},
        {"keep_every": 5},
        {"keep_every": 0},
        {"keep_every": "2"},
        {"bits": 1},
        {"bits": 17},
        {"bits": None},
        {"filter_first": "yes"},
        {"kind": "wave", "begin": 2.0},
        {"kind": "wave", "begin": -0.1},
        {"kind": "wave", "begin": 0.5, "end": 0.5},
        {"kind": "wave", "end": float("nan")},
        {"kind": "wave", "at": 99},
        {"kind": "upload"},
        {"kind": "play"},
    ],
)
def test_what_makes_no_sense_gets_one_line_and_changes_nothing(fields: dict[str, Any]) -> None:
    session = SoundSession("tone")
    rate = session.sampled.rate
    head, buffers = session.handle({"id": 7, "kind": "listen", "sound": "tone", **fields})
    assert (head["id"], head["kind"], buffers) == (7, "error", [])
    assert "\n" not in head["message"]
    assert session.sampled.rate == rate
    assert ask(session, "listen", sound="tone")[0]["rate"] == 48_000


def test_the_widget_takes_a_path_and_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.flac").write_bytes(FLAC)
    widget = gn.widgets.SoundToWaveform(str(tmp_path / "a.flac"), keep_every=2, bits=3)
    assert (widget.rate, len(widget.samples), widget.settings["sound"]) == (4000, 4000, "own")
    assert len(np.unique(widget.samples)) <= 8
    (tmp_path / "empty.wav").touch()
    for path, message in (
        (tmp_path / "nowhere.wav", "Can't open the sound .*nowhere.wav"),
        (tmp_path / "empty.wav", "0 bytes"),
        ("tome", "Did you mean 'tone'"),
        (3, "sound must be a path"),
    ):
        with pytest.raises(GlassnetError, match=message):
            gn.widgets.SoundToWaveform(path if isinstance(path, int) else str(path))  # type: ignore[arg-type]
    with pytest.raises(GlassnetError, match="keep_every must be one of 1, 2, 3"):
        gn.widgets.SoundToWaveform("tone", keep_every=5)
