"""Log-mel spectrograms: where a sine shows up, how strong it is, what silence is, and what is refused."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.data.spectrograms import mel_bands

RATE = 8000


def sine(hertz: float, loudness: float = 1.0, seconds: float = 1.0) -> gn.Dataset:
    time = np.arange(round(RATE * seconds)) / RATE
    return gn.Dataset("sine", (loudness * np.sin(2 * np.pi * hertz * time))[None, :, None], np.array([0]))


def mel(hertz: float) -> float:
    return 2595 * np.log10(1 + hertz / 700)


@pytest.mark.parametrize("hertz", [220.0, 1000.0, 3000.0])
def test_a_sine_is_strongest_in_the_band_around_its_frequency(hertz: float) -> None:
    bands = 30
    image = gn.data.spectrograms(sine(hertz), rate=RATE, bands=bands, window=0.064).x[0, 20, :, 0]
    width = (mel(RATE / 2) - mel(50.0)) / (bands + 1)
    expected = (mel(hertz) - mel(50.0)) / width - 1
    assert abs(int(image.argmax()) - expected) <= 0.6


def test_half_the_amplitude_is_a_quarter_of_the_energy_and_silence_is_finite() -> None:
    loud, soft, silent = (gn.data.spectrograms(sine(1000.0, loudness), rate=RATE).x for loudness in (1.0, 0.5, 0.0))
    assert loud[0, 30].max() - soft[0, 30].max() == pytest.approx(np.log(4), abs=1e-3)
    assert np.unique(silent) == pytest.approx([np.log(1e-6)])


def test_energy_by_hand_for_one_window() -> None:
    data = sine(440.0, seconds=0.1)
    cells = gn.data.spectrograms(data, rate=RATE, bands=12, window=0.032, hop=0.016).x[0, :, :, 0]
    length = 256
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)
    middle = 3 * 128
    piece = data.x[0, middle - length // 2 : middle + length // 2, 0] * window
    energy = np.abs(np.fft.rfft(piece) / window.sum()) ** 2
    by_hand = np.log(mel_bands(np.fft.rfftfreq(length, 1 / RATE), 12, 50.0, RATE / 2) @ energy + 1e-6)
    assert cells[3] == pytest.approx(by_hand, abs=1e-5)


def test_every_frequency_between_the_outer_peaks_is_counted_once() -> None:
    frequencies = np.linspace(0.0, 4000.0, 513)
    weights = mel_bands(frequencies, 20, 0.0, 4000.0)
    peaks = 700 * (10 ** (np.linspace(0, mel(4000.0), 22) / 2595) - 1)
    between = (frequencies >= peaks[1]) & (frequencies <= peaks[-2])
    assert weights[:, between].sum(axis=0) == pytest.approx(1.0)


def test_parts_classes_and_rate_come_from_the_sounds() -> None:
    sounds = gn.data.tones(30, rate=6000, validation=0.5)
    images = gn.data.spectrograms(sounds)
    assert images.class_names == sounds.class_names
    assert images.parts["validation"].tolist() == sounds.parts["validation"].tolist()
    assert images.source["spectrograms"]["rate"] == 6000
    assert images.feature_names[0] == "x1"


def test_a_small_network_reads_tones_better_from_spectrograms_than_by_chance() -> None:
    images = gn.data.spectrograms(gn.data.tones(150, noise=0.0), bands=20, hop=0.05)
    run = gn.fit(
        gn.Network([gn.Flatten(), gn.Dense(3)]), gn.data.scaled(images), loss="sparse_softmax_cross_entropy", epochs=30
    )
    assert (run.evaluate("validation").accuracy or 0.0) > 0.6


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "doesn't say how many samples a second"),
        ({"rate": RATE, "window": 2.0}, "a window has 16,000 samples"),
        ({"rate": RATE, "window": 0.0001}, "at least two samples"),
        ({"rate": RATE, "bands": 200}, "use fewer bands or a longer window"),
        ({"rate": RATE, "highest": 5000.0}, "at most 4000"),
        ({"rate": RATE, "bands": 1}, "from 2 to 256; got 1"),
    ],
)
def test_what_cannot_be_computed_is_refused_in_one_line(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(gn.GlassnetError, match=words) as error:
        gn.data.spectrograms(sine(440.0), **settings)
    assert "\n" not in str(error.value)


def test_only_sounds_have_spectrograms() -> None:
    with pytest.raises(gn.DataError, match=r"\(samples, time, 1\); got \(1, 8000, 2\)"):
        gn.data.spectrograms(replace(sine(440.0), x=np.zeros((1, RATE, 2)), feature_names=()), rate=RATE)
