"""The glass box: what it reads, what is in it, and what every number comes from."""

import base64
import io
from itertools import product
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glassnet.widgets.drawn_digits import drawn_digits
from glassnet.widgets.glass_box import GlassBoxSession
from glassnet.widgets.glass_box.reader import trained
from glassnet.widgets.handwriting import MAX_POINTS, Drawing

from ..strokes import DIGITS


def ask(session: GlassBoxSession, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def draw(session: GlassBoxSession, digit: int) -> dict[str, Any]:
    ask(session, "draw", points=[])
    for points in DIGITS[digit]:
        head, _ = ask(session, "draw", points=points)
    return head


def test_what_is_shown_is_what_the_network_computes() -> None:
    session = GlassBoxSession()
    inside, (first, first_bias, last, last_bias) = ask(session, "open")
    _, (pixels, z, a, scores, chances) = ask(session, "draw")
    hidden = inside["hidden"]
    assert z == pytest.approx(pixels @ first.reshape(64, hidden) + first_bias, abs=1e-4)
    assert (a == np.maximum(z, 0)).all()
    assert scores == pytest.approx(a @ last.reshape(hidden, 10) + last_bias, abs=1e-4)
    assert chances == pytest.approx(np.exp(scores) / np.exp(scores).sum(), abs=1e-5)
    assert inside["parameters"] == first.size + first_bias.size + last.size + last_bias.size == 910


@pytest.mark.parametrize("digit", range(10))
def test_it_reads_digits_drawn_by_hand(digit: int) -> None:
    assert draw(GlassBoxSession(), digit)["answer"] == digit


def test_neither_size_nor_place_of_a_drawing_matters() -> None:
    here, small = Drawing(), Drawing()
    for points in DIGITS[5]:
        here.add(points)
        small.add([(0.3 * x + 0.6, 0.3 * y) for x, y in points])
    assert small.numbers() == pytest.approx(here.numbers(), abs=0.07)


def test_drawings_have_as_much_ink_as_the_digits_it_learnt_from() -> None:
    inks = []
    for strokes in DIGITS.values():
        drawing = Drawing()
        for points in strokes:
            drawing.add(points)
        inks.append(drawing.numbers().sum())
    assert np.mean(inks) == pytest.approx(drawn_digits().validation.x.sum(axis=1).mean(), rel=0.1)


def test_the_sheet_is_cleared_and_a_full_one_is_refused_without_losing_it() -> None:
    session = GlassBoxSession()
    assert draw(session, 3)["empty"] is False
    head, (pixels, *_) = ask(session, "draw", points=[])
    assert head["empty"]
    assert not pixels.any()
    for _ in range(MAX_POINTS // 300):
        ask(session, "draw", points=[[0.1, 0.1]] * 300)
    full, _ = session.handle({"id": 1, "kind": "draw", "points": [[0.5, 0.5]] * 300})
    assert full["message"] == "The sheet is full. Clear it to draw another digit."
    assert ask(session, "draw")[0]["empty"] is False


def test_the_sheet_shows_the_example_that_is_read() -> None:
    session = GlassBoxSession()
    head, (pixels, *_) = ask(session, "example")
    picture = Image.open(io.BytesIO(base64.b64decode(head["sheet"].split(",")[1])))
    levels = np.asarray(picture)[14::28, 14::28]
    assert levels.ravel() == pytest.approx(255 * (1 - pixels), abs=1)
    assert head["truth"] == trained().dataset.validation.y[4]


def test_one_of_the_first_digits_is_read_wrongly() -> None:
    session = GlassBoxSession()
    heads = [ask(session, "example")[0] for _ in range(8)]
    assert sum(head["answer"] != head["truth"] for head in heads) == 1


REFERENCES = [f"dense_1.{part}[0, 3]" for part in "za"] + [f"dense_2.{part}[0, 9]" for part in "za"]


@pytest.mark.parametrize("reference", [*REFERENCES, "data.x[0, 63]", "dense_1.weight[63, 11]", "dense_2.bias[9]"])
def test_every_number_has_an_explanation_with_its_value(reference: str) -> None:
    session = GlassBoxSession()
    inside, (first, _, _, last_bias) = ask(session, "open")
    _, arrays = ask(session, "draw")
    explained, _ = ask(session, "explain", reference=reference, step=inside["step"])
    shown = {
        "dense_1.z[0, 3]": arrays[1][3], "dense_1.a[0, 3]": arrays[2][3], "dense_2.z[0, 9]": arrays[3][9],
        "dense_2.a[0, 9]": arrays[4][9], "data.x[0, 63]": arrays[0][63],
        "dense_1.weight[63, 11]": first.reshape(64, 12)[63, 11], "dense_2.bias[9]": last_bias[9],
    }[reference]  # fmt: skip
    assert explained["explanation"]["value"] == pytest.approx(float(shown), abs=1e-6)


def test_a_weight_leads_back_into_the_training_that_made_it() -> None:
    session = GlassBoxSession()
    inside, (first, *_) = ask(session, "open")
    now, _ = ask(session, "explain", reference="dense_1.weight[20, 3]", step=inside["step"])
    earlier = now["explanation"]["earlier"]
    assert earlier["step"] == inside["step"] - 1
    made, _ = ask(session, "explain", reference=earlier["reference"]["text"], step=earlier["step"])
    assert made["explanation"]["value"] == pytest.approx(float(first.reshape(64, 12)[20, 3]))
    assert "learning_rate" in made["explanation"]["formula"]


def test_what_is_no_number_of_it_is_refused() -> None:
    session = GlassBoxSession()
    for reference, step in product(("dense_9.z[0, 0]", "dense_1.z[0, 99]", "nonsense"), (2000, 10**6)):
        head, _ = session.handle({"id": 1, "kind": "explain", "reference": reference, "step": step})
        assert head["kind"] == "error"
        assert "\n" not in head["message"]
