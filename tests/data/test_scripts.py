"""Text in many scripts: one form of each letter, marks on their letters, scripts without blanks by character."""

import unicodedata

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.data.neighbours import neighbours
from glassnet.widgets.text_to_vectors.texts import sentences_of
from glassnet.widgets.text_to_vectors.training import WordTraining

WORDS: dict[str, tuple[str, list[str]]] = {
    "composed": ("café naïve", ["café", "naïve"]),
    "decomposed": (unicodedata.normalize("NFD", "café naïve"), ["café", "naïve"]),
    "Hindi": ("नमस्ते दुनिया।", ["नमस्ते", "दुनिया", "।"]),
    "Tamil": ("தமிழ் மொழி", ["தமிழ்", "மொழி"]),
    "Arabic": ("العَرَبِيَّة لغة؟", ["العَرَبِيَّة", "لغة", "؟"]),
    "Hebrew": ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
    "Persian": ("می\u200cخواهم", ["می\u200cخواهم"]),
    "Korean": ("한국어 텍스트", ["한국어", "텍스트"]),
    "Chinese": ("我爱NumPy。", ["我", "爱", "numpy", "。"]),
    "Japanese": ("日本語のテキスト", list("日本語のテキスト")),
    "Thai": ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
    "Turkish": ("İstanbul", ["i\u0307stanbul"]),
    "soft hyphen": ("soft\u00adhyphen \ufeffmark", ["softhyphen", "mark"]),
    "emoji": ("ok ❤\ufe0f!", ["ok", "❤\ufe0f", "!"]),
    "apostrophes": ("rock’n’roll don't", ["rock’n’roll", "don't"]),
}


@pytest.mark.parametrize("script", WORDS)
def test_words_of_every_script(script: str) -> None:
    text, words = WORDS[script]
    assert gn.data.tokens(text) == [unicodedata.normalize("NFC", word) for word in words]


def test_the_split_into_characters_is_said() -> None:
    chinese = gn.data.bag_of_words(["我爱猫", "你爱狗", "good day"], ["a", "b", "a"], validation=0.0)
    assert chinese.report.endswith("split into characters: 2")
    data, _ = gn.data.sequences(["我爱猫", "good"], ["a", "b"], validation=0.0)
    assert data.report.endswith("split into characters: 1")
    assert gn.data.bag_of_words(["good", "day"], ["a", "b"], validation=0.0).report == ""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("猫在。狗跑！鸟飞？", 3),
        ("हिन्दी भाषा। दूसरा वाक्य।", 2),
        ("ما هذا؟ هذا كتاب۔", 2),
        ('He said "go." She went.', 2),
    ],
)
def test_sentences_end_as_their_script_ends_them(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


def test_too_little_text_says_what_is_missing() -> None:
    for make in (gn.data.bag_of_words, gn.data.sequences):
        with pytest.raises(gn.DataError, match="contain no words"):
            make(["", "  "], ["a", "b"], validation=0.0)
    with pytest.raises(gn.DataError, match=r"too short to learn from: 6 words in 3 sentences.*Add some sentences"):
        WordTraining(sentences_of("one two. three four. five six"), 0)
    with pytest.raises(gn.DataError, match="too short to learn from: 6 words in 6 sentences"):
        WordTraining(sentences_of("one. two. three. four. five. six"), 0)
    with pytest.raises(gn.DataError, match=r"No pair of neighbours is left of 2: .* rare=1.0"):
        neighbours([np.array([1, 2])], rare=1e-9, rng=stream(0))
