"""Images, sounds and text, from files and from generators."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PIL import Image

import glassnet as gn
from glassnet.base.random import stream
from glassnet.data.text import Vocabulary


def image_folder(root: Path, count: int = 4) -> Path:
    for name, colour in [("red", (255, 0, 0)), ("blue", (0, 0, 255))]:
        (root / name).mkdir()
        for number in range(count):
            Image.new("RGB", (40, 20 + number), colour).save(root / name / f"{number}.png")
    return root


def test_images_become_numbers_by_folder(tmp_path: Path) -> None:
    data = gn.data.pictures(image_folder(tmp_path), size=8)
    assert data.x.shape == (8, 8, 8, 3)
    assert data.class_names == ("blue", "red")
    np.testing.assert_array_equal(data.x[data.y == 1], np.broadcast_to([1.0, 0.0, 0.0], (4, 8, 8, 3)))
    assert gn.data.pictures(tmp_path, size=8, colour="grey").x.shape == (8, 8, 8, 1)


def test_images_are_rotated_by_their_exif_orientation(tmp_path: Path) -> None:
    image_folder(tmp_path)
    wide = Image.new("L", (20, 20))
    wide.paste(255, (0, 0, 20, 10))  # the upper half is white
    exif = Image.Exif()
    exif[0x0112] = 3  # rotated by half a turn
    wide.save(tmp_path / "red" / "turned.jpg", exif=exif, quality=95)
    data = gn.data.pictures(tmp_path, size=10, colour="grey")
    turned = data.x[data.y == 1][-1, ..., 0]
    assert turned[0].mean() < 0.1
    assert turned[-1].mean() > 0.9


def test_damaged_images_are_skipped_and_counted(tmp_path: Path) -> None:
    image_folder(tmp_path)
    (tmp_path / "red" / "note.jpg").write_text("not an image")
    whole = (tmp_path / "red" / "0.png").read_bytes()
    (tmp_path / "blue" / "half.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "blue" / "readme.txt").write_text("ignored")
    with pytest.warns(UserWarning, match="2 of 10 images left out"):
        data = gn.data.pictures(tmp_path)
    assert len(data.x) == 8
    assert [entry.split(":")[0] for entry in data.source["skipped"]] == ["blue/half.png", "red/note.jpg"]


def test_absurdly_large_images_are_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image_folder(tmp_path)
    monkeypatch.setattr("glassnet.data.image_file.MAX_PIXELS", 850)
    with pytest.warns(UserWarning, match="left out.*pixels; the limit is"):
        data = gn.data.pictures(tmp_path)
    assert len(data.x) == 4


@pytest.mark.parametrize("act", [lambda root: gn.data.pictures(root), lambda root: gn.data.sounds(root)])
def test_empty_folders_are_errors(tmp_path: Path, act: Any) -> None:
    with pytest.raises(gn.DataError, match="no folder"):
        act(tmp_path / "nowhere")
    with pytest.raises(gn.DataError, match="two subfolders"):
        act(tmp_path)


def test_a_class_without_a_readable_file_is_an_error(tmp_path: Path) -> None:
    image_folder(tmp_path, 2)
    for path in (tmp_path / "red").iterdir():
        path.write_bytes(b"broken")
    with pytest.raises(gn.DataError, match="of the class red no file could be read"):
        gn.data.pictures(tmp_path)


def sound_folder(root: Path) -> Path:
    time = np.arange(22050) / 22050
    for name, pitch in [("low", 200.0), ("high", 800.0)]:
        (root / name).mkdir()
        for number in range(3):
            wave = 0.5 * np.sin(2 * np.pi * pitch * time)
            soundfile.write(root / name / f"{number}.wav", np.stack([wave, 0 * wave], axis=1), 22050)
    return root


def test_sounds_are_mixed_resampled_and_cut(tmp_path: Path) -> None:
    data = gn.data.sounds(sound_folder(tmp_path), rate=8000, seconds=0.5)
    assert data.x.shape == (6, 4000, 1)
    assert data.class_names == ("high", "low")
    spectrum = np.abs(np.fft.rfft(data.x[data.y == 0][0, :, 0]))
    assert spectrum.argmax() * 8000 / 4000 == 800  # bins of 2 Hz
    assert np.abs(data.x).max() == pytest.approx(0.25, abs=0.02)  # the mean of a wave and silence


def test_short_sounds_are_padded_with_silence_and_damaged_ones_skipped(tmp_path: Path) -> None:
    sound_folder(tmp_path)
    (tmp_path / "low" / "broken.wav").write_bytes(b"RIFFnothing")
    soundfile.write(tmp_path / "low" / "empty.wav", np.zeros((0, 1)), 8000)
    with pytest.warns(UserWarning, match="2 of 8 sounds left out"):
        data = gn.data.sounds(tmp_path, seconds=2.0)
    assert data.x.shape == (6, 16000, 1)
    assert np.abs(data.x[:, 8000:]).max() < 1e-3
    assert data.report.startswith("high: 3 sounds read (3 padded)\nlow: 3 sounds read (3 padded); 2 left out")


def test_the_report_counts_the_sounds_that_were_shortened_and_padded(tmp_path: Path) -> None:
    root = sound_folder(tmp_path)
    soundfile.write(root / "low" / "short.wav", np.zeros((2205, 1)), 22050)
    soundfile.write(root / "low" / "exact.wav", np.zeros((11025, 1)), 22050)
    data = gn.data.sounds(root, seconds=0.5)
    assert data.report == "high: 3 sounds read (3 shortened)\nlow: 5 sounds read (1 padded, 3 shortened)"
    assert gn.data.sounds(root, seconds=1.0).report.startswith("high: 3 sounds read\n")


TEXTS = ["A good film.", "Good, good fun!", "A bad film", "bad bad bad"]
LABELS = ["yes", "yes", "no", "no"]


def test_bags_count_words_of_the_training_part_only() -> None:
    data = gn.data.bag_of_words([*TEXTS * 5, "unseen words"], [*LABELS * 5, "no"], validation=0.3, seed=3)
    trained_words = {
        word for place in data.parts["train"] for word in gn.data.tokens([*TEXTS * 5, "unseen words"][place])
    }
    assert set(data.feature_names) == trained_words
    counts = gn.data.bag_of_words(TEXTS, LABELS, validation=0.0)
    assert counts.x[3, counts.feature_names.index("bad")] == 3
    weighted = gn.data.bag_of_words(TEXTS, LABELS, weighting="tf_idf", validation=0.0)
    np.testing.assert_allclose((weighted.x**2).sum(axis=1), 1)


def test_sequences_keep_the_order_and_mark_unknown_words() -> None:
    data, vocabulary = gn.data.sequences(TEXTS, LABELS, length=6, validation=0.0)
    assert vocabulary.decode(data.x[1]) == "good , good fun !"
    assert vocabulary.encode("a zebra").tolist() == [vocabulary.numbers["a"], 1]
    assert len(Vocabulary.of(TEXTS, most=2)) == 4


def test_skip_gram_pairs_are_neighbours_and_negatives_follow_frequency() -> None:
    words = np.array([2, 3, 2, 4, 2, 2, 3, 0, 0])
    centre, context, label = gn.data.skip_gram_pairs(words, window=2, negatives=200, vocabulary=6, rng=stream(1))
    true = {(int(a), int(b)) for a, b, is_true in zip(centre, context, label, strict=True) if is_true}
    assert true <= {(a, b) for a in (2, 3, 4) for b in (2, 3, 4)}
    drawn = np.bincount(context[label == 0], minlength=6) / (label == 0).sum()
    expected = np.array([0, 0, 4, 2, 1, 0]) ** 0.75
    np.testing.assert_allclose(drawn, expected / expected.sum(), atol=0.02)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: gn.data.bag_of_words(TEXTS, LABELS[:2]), "4 texts, 2 labels"),
        (lambda: gn.data.bag_of_words([], []), "0 texts"),
        (lambda: gn.data.bag_of_words(["a", 3.5], ["x", "y"]), "texts must be a list of text; got"),  # type: ignore[list-item]
        (lambda: gn.data.bag_of_words(["", ""], ["x", "y"]), "no words"),
        (lambda: gn.data.bag_of_words(TEXTS, LABELS, weighting="idf"), "tf_idf"),
        (lambda: gn.data.skip_gram_pairs(np.array([2, 0]), vocabulary=3, rng=stream(0)), "at least two words"),
        (lambda: gn.data.patterns(2), "samples"),
        (lambda: gn.data.tones(30, rate=100), "rate"),
    ],
)
def test_invalid_media_are_errors(act: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        act()


@pytest.mark.parametrize("name", ["patterns", "tones"])
def test_generated_media_depend_only_on_seed_and_source(name: str) -> None:
    generator = gn.data.GENERATORS[name]
    one, again, other = generator(12, seed=3), generator(12, seed=3), generator(12, seed=4)
    np.testing.assert_array_equal(one.x, again.x)
    assert not np.array_equal(one.x, other.x)
    settings = {key: value for key, value in one.source.items() if key != "generator"}
    np.testing.assert_array_equal(generator(**settings).x, one.x)


def test_a_vowel_is_loud_at_its_resonances() -> None:
    data = gn.data.tones(90, noise=0.0, seconds=0.5)
    spectra = np.abs(np.fft.rfft(data.x[data.y == 2][..., 0], axis=1)) ** 2
    hertz = np.fft.rfftfreq(4000, 1 / 8000)
    share_above_700 = spectra[:, hertz > 700].sum(axis=1) / spectra.sum(axis=1)
    assert (share_above_700 > 0.1).sum() > 20  # chords and tones stay below 500 Hz
    quiet = np.abs(np.fft.rfft(data.x[data.y == 0][..., 0], axis=1)) ** 2
    assert (quiet[:, hertz > 700].sum(axis=1) / quiet.sum(axis=1)).max() < 0.01
