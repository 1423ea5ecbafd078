"""Text to vectors: its Python side, without a browser."""

import base64
import json
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from glassnet.widgets.text_to_vectors import WordsSession
from glassnet.widgets.text_to_vectors.counting import tabulate
from glassnet.widgets.text_to_vectors.space import flat_map, nearest, unit
from glassnet.widgets.text_to_vectors.texts import MAX_SIZE, sentences_of, text_of_file
from glassnet.widgets.text_to_vectors.training import STEPS

TEXT = "The cat sat on the mat.\nThe dog sat on the cat.\nA king rides a horse."
LINES = ["the cat sat on the mat", "the dog sat on the cat", "a king rides a horse"]


def ask(session: WordsSession, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = session.handle({"id": 5, "kind": kind, **fields})
    json.dumps(head, allow_nan=False)
    assert head["kind"] == kind, head
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def send(session: WordsSession, name: str, raw: bytes) -> dict[str, Any]:
    fields = {"name": name, "size": len(raw), "begin": 0, "data": base64.b64encode(raw).decode()}
    return session.handle({"id": 5, "kind": "upload", **fields})[0]


@pytest.mark.parametrize(
    ("encoding", "twin"),
    [
        ("counts", CountVectorizer(token_pattern=r"\w+")),
        ("tf_idf", TfidfVectorizer(token_pattern=r"\w+")),
    ],
)
def test_counts_are_those_of_scikit_learn_read_straight(encoding: str, twin: Any) -> None:
    head, (values, similarity) = ask(WordsSession(), "count", text=TEXT, encoding=encoding)
    expected = twin.fit_transform(LINES).toarray()
    assert head["columns"] == list(twin.get_feature_names_out())
    assert values.reshape(expected.shape) == pytest.approx(expected, abs=1e-6)
    assert (head["numbers"], head["kept"]) == (expected.size, np.count_nonzero(expected))
    assert head["dense_bytes"] == expected.size * 8
    length = np.linalg.norm(expected, axis=1)
    assert similarity.reshape(3, 3) == pytest.approx(expected @ expected.T / np.outer(length, length), abs=1e-6)


def test_one_hot_has_one_one_in_each_row() -> None:
    head, (values, _) = ask(WordsSession(), "count", text=TEXT, encoding="one_hot")
    table = values.reshape(len(head["rows"]), len(head["columns"]))
    assert head["rows"] == LINES[0].split()
    assert [head["columns"][place] for place in table.argmax(axis=1)] == head["rows"]
    assert (table.sum(axis=1) == 1).all()


def test_the_reason_for_a_weighted_count_ends_in_the_number() -> None:
    table = tabulate(TEXT, "tf_idf")
    for row, column in zip(*table.dense.nonzero(), strict=True):
        reason = table.reason(int(row), int(column))
        assert reason.endswith(f": {table.dense[row, column]:.3f}.")
        assert f"“{table.columns[column]}”" in reason
    cat = ask(WordsSession(), "count", text=TEXT, encoding="tf_idf", at=[0, table.columns.index("cat")])[0]["reason"]
    assert "once in line 1, and it is in 2 of 3 lines: rarity ln((1 + 3) / (1 + 2)) + 1 = 1.288" in cat


def test_a_place_beyond_a_shorter_text_is_brought_back_into_it() -> None:
    head, _ = ask(WordsSession(), "count", text="a b", encoding="counts", at=[7, 9])
    assert head["at"] == [0, 1]


def test_training_goes_in_slices_the_same_way_whatever_their_size() -> None:
    one, many = WordsSession(), WordsSession()
    begun, _ = ask(one, "begin", seed=4)
    ask(many, "begin", seed=4)
    assert (begun["step"], begun["steps"], begun["sentences"]) == (0, STEPS, 5000)
    assert begun["chosen"] == ["king", "man", "woman", "queen"]
    chosen = begun["chosen"]
    for session, steps in ((one, [6]), (many, [1, 2, 3])):
        for size in steps:
            session.training.advance(size, seconds=60)
    (first, a), (second, b) = ask(one, "look", chosen=chosen), ask(many, "look", chosen=chosen)
    assert (first["step"], second["step"]) == (6, 6)
    assert first["near"] == second["near"]
    assert (a[1] == b[1]).all()
    head, (places, vector) = ask(one, "train", chosen=chosen, steps=2)
    assert 7 <= head["step"] <= 8
    assert (len(places), len(vector)) == (2 * len(begun["words"]), 6 * 24)
    assert "king" not in [one["word"] for one in head["near"]]
    assert not {"king", "man", "woman"} & {one["word"] for one in head["found"]}
    assert head["latest"]["others"][0]["p"] == pytest.approx(1 / (1 + np.exp(-head["latest"]["others"][0]["z"])))


def test_the_loss_falls_and_training_ends() -> None:
    session = WordsSession()
    chosen = ask(session, "begin", text="The cat sat on the mat. The dog sat on the rug. " * 3)[0]["chosen"]
    losses = []
    for _ in range(STEPS // 100):
        session.training.advance(100, seconds=60)
        head, _ = ask(session, "look", chosen=chosen)
        losses.append(head["latest"]["loss"])
    assert head["done"]
    assert losses[-1] < losses[0]
    assert ask(session, "train", chosen=chosen, steps=5)[0]["step"] == STEPS


def test_one_slice_stops_by_the_clock() -> None:
    session = WordsSession()
    chosen = ask(session, "begin")[0]["chosen"]
    session.training.advance(500, seconds=0)
    assert ask(session, "look", chosen=chosen)[0]["step"] == 1


def test_the_map_turns_as_little_as_it_can() -> None:
    draw = np.random.default_rng(0)
    vectors = draw.normal(size=(30, 6))
    before, share = flat_map(vectors, None)
    turned = before @ np.array([[0.0, -1.0], [-1.0, 0.0]])
    after, same = flat_map(vectors, turned)
    assert after == pytest.approx(turned)
    assert share == pytest.approx(same)
    assert 0 < share < 1
    distance = [np.linalg.norm(b - a) for a, b in pairwise(before)]
    assert [np.linalg.norm(b - a) for a, b in pairwise(after)] == pytest.approx(distance)
    assert flat_map(np.zeros((4, 6)), None)[1] == 0


def test_nearest_counts_angles_not_lengths() -> None:
    vectors = np.array([[10.0, 0.1], [0.0, 3.0], [0.1, 0.1]])
    assert [one.word for one in nearest(np.array([1.0, 1.0]), vectors, ("a", "b", "c"), 3)] == ["c", "a", "b"]
    assert np.linalg.norm(unit(vectors), axis=1) == pytest.approx(1)


def test_a_file_comes_and_becomes_the_text() -> None:
    session = WordsSession()
    for name, raw in {
        "a.txt": "Grüße, 世界.".encode(),
        "b.txt": b"\xef\xbb\xbf" + "Grüße, 世界.".encode(),
        "c.txt": "Grüße, 世界.".encode("utf-16"),
    }.items():
        assert send(session, name, raw)["kind"] == "upload"
        assert ask(session, "text")[0]["text"] == "Grüße, 世界."


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        ("Grüße".encode("latin-1"), "is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "is not a text file"),
        (b"plain but\x00not", "is not a text file"),
        (b"\xff\xfe\x41", "Save it as UTF-8"),
        (b"a " * MAX_SIZE, "is too large"),
    ],
)
def test_a_file_that_is_no_text_gets_one_line_and_the_session_goes_on(raw: bytes, said: str) -> None:
    session = WordsSession()
    send(session, "good.txt", b"good text")
    head = send(session, "bad.txt", raw)
    assert head["kind"] == "error"
    assert head["message"].startswith("bad.txt ")
    assert said in head["message"]
    assert "\n" not in head["message"]
    assert ask(session, "text")[0]["text"] == "good text"


def test_a_file_larger_than_anything_is_refused_before_it_comes() -> None:
    head, _ = WordsSession().handle({"id": 1, "kind": "upload", "name": "x.txt", "size": 200_000_000, "begin": 0})
    assert "too large" in head["message"]


@pytest.mark.parametrize(
    "request_",
    [
        {"kind": "count", "text": "", "encoding": "counts"},
        {"kind": "count", "text": "…!?", "encoding": "counts"},
        {"kind": "count", "text": None, "encoding": "counts"},
        {"kind": "count", "text": "a b", "encoding": "three_hot"},
        {"kind": "count", "text": "a b", "encoding": "counts", "at": [0]},
        {"kind": "count", "text": "a b", "encoding": "counts", "at": "x"},
        {"kind": "count", "text": "a.\n" * 13, "encoding": "counts"},
        {"kind": "count", "text": " ".join(f"w{n}" for n in range(81)), "encoding": "counts"},
        {"kind": "count", "text": "x" * (MAX_SIZE + 1), "encoding": "counts"},
        {"kind": "begin", "text": "one two"},
        {"kind": "begin", "text": "one. two. three. four. five. six."},
        {"kind": "begin", "text": 7},
        {"kind": "begin", "seed": -1},
        {"kind": "begin", "seed": "0"},
        {"kind": "look", "chosen": ["a", "b", "c", "d"]},
        {"kind": "train", "chosen": None, "steps": 1},
    ],
)
def test_what_makes_no_sense_gets_one_line_that_says_so(request_: dict[str, Any]) -> None:
    head, buffers = WordsSession().handle({"id": 7, **request_})
    assert (head["id"], head["kind"], buffers) == (7, "error", [])
    assert "\n" not in head["message"]


@pytest.mark.parametrize("fields", [{"steps": 0}, {"steps": 10**9}, {"steps": 1, "chosen": ["king"] * 3}, {"steps": 1}])
def test_training_is_asked_for_properly_or_not_at_all(fields: dict[str, Any]) -> None:
    session = WordsSession()
    ask(session, "begin")
    head, _ = session.handle({"id": 1, "kind": "train", "chosen": ["king", "man", "woman", "zzz"], **fields})
    assert head["kind"] == "error"
    assert session.training.step == 0


def test_a_refused_text_leaves_what_was_there() -> None:
    session = WordsSession()
    ask(session, "begin")
    before = session.training
    assert session.handle({"id": 1, "kind": "begin", "text": "too few"})[0]["kind"] == "error"
    assert session.training is before


def test_sentences_end_at_marks_and_lines() -> None:
    assert sentences_of("It's 3.5 m. Don't!\nReally") == [["it's", "3", "5", "m"], ["don't"], ["really"]]
    assert text_of_file("x", b"tab\tand\nline\r\n") == "tab\tand\nline\r\n"
