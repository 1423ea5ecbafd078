"""Figures of a run, and how every figure checks its arguments."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

import glassnet as gn
from glassnet import figures
from glassnet.base.errors import GlassnetError


@pytest.fixture(scope="module")
def run() -> gn.Run:
    network = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")])
    return gn.fit(network, gn.data.xor(120, seed=3), loss="binary_cross_entropy", epochs=6)


def test_a_run_s_losses_are_a_chart(run: gn.Run) -> None:
    training, validation = gn.figures.loss_curves(run)
    assert training.values.tolist() == run.history.column("loss")
    assert validation.values.tolist() == run.history.column("validation_loss")
    chart = gn.figures.loss_chart([training, validation], label="Both fall.", first=1, up="cross-entropy")
    root = ElementTree.fromstring(chart)
    texts = [one.text for one in root.iter("text")]
    assert {"training", "validation", "epoch", "cross-entropy", "1", "6"} <= set(texts)
    assert len([path for path in root.iter("path") if path.get("class") == "curve" and path.get("fill") is None]) == 2


def test_a_run_without_held_out_data_has_one_curve_and_one_that_has_not_begun_has_none() -> None:
    network, recipe = gn.Network([gn.Dense(1)]), gn.Recipe("mean_squared_error")
    run = gn.Run(network, recipe, gn.data.from_arrays(np.eye(4), np.eye(4)[:, :1], validation=0.0, test=0.0))
    with pytest.raises(GlassnetError, match="has finished an epoch"):
        figures.loss_curves(run)
    run.advance_epoch()
    assert [curve.name for curve in figures.loss_curves(run)] == ["training"]


def test_a_run_s_answers_are_a_map_and_a_table(run: gn.Run) -> None:
    x, y = run.dataset.train.x, run.dataset.train.y
    figure = figures.plane_map(x, y, predict=run.predict, label="XOR", pixels=20)
    assert figure.count("<circle") + figure.count('width="5.6"') == len(x)
    assert "data:image/png;base64," in figure
    matrix = gn.metrics.confusion_matrix(run.predict(x), y.ravel())
    assert str(int(matrix[0, 0])) in figures.confusion_table(matrix, ["0", "1"])
    scores = gn.metrics.class_scores(run.predict(x), y.ravel())
    assert len(figures.scores_table(scores, ["0", "1"]).splitlines()) == 4


def test_a_run_s_weights_are_numbers_and_its_gradients_a_grid(run: gn.Run) -> None:
    weights = np.abs(run.parameters()["dense_1"]["weight"])
    assert figures.number_grid(weights, label="weights", title="|W|").count("<rect") == weights.size + 31
    numbers = [[figures.Number(f"w{place}", value, "weight") for place, value in enumerate(weights[:, 0])]]
    assert f"w0 = {weights[0, 0]:.2f}" in figures.numbers_picture(numbers, [], label="weights")


def test_a_figure_is_shown_by_notebooks_and_saved_as_a_file(run: gn.Run, tmp_path: Path) -> None:
    chart = figures.loss_chart(figures.loss_curves(run), label="falls")
    assert chart._repr_html_() == chart
    saved = chart.save(tmp_path / "chart.svg")
    assert ElementTree.parse(saved).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    row = figures.side_by_side(chart, chart)
    assert row.save(tmp_path / "row.html").read_text("utf-8").startswith("<!doctype html>\n<div")
    for name, figure in (("row.svg", row), ("chart.png", chart)):
        with pytest.raises(GlassnetError, match=r"\.html"):
            figure.save(tmp_path / name)


LINE = figures.Line("a", np.arange(2.0), np.arange(2.0))
AXES: dict[str, Any] = {"label": "l", "across": "x", "up": "y", "x": (0, 1), "y": (0, 1)}
PLANE = np.zeros((2, 2))
WRONG: dict[str, tuple[Callable[[], Any], str]] = {
    "no curves": (lambda: figures.loss_chart([], label="l"), "at least one curve"),
    "a loss of 0": (lambda: figures.loss_chart([figures.Curve("c", [1, 0])], label="l"), "'c' has 0 at index 1"),
    "a loss of nan": (lambda: figures.loss_chart([figures.Curve("c", [1, np.nan])], label="l"), "value 1 of 2 is nan"),
    "losses in words": (lambda: figures.loss_chart([figures.Curve("c", ["a"])], label="l"), "must be numbers"),
    "a goal of 0": (lambda: figures.loss_chart([figures.Curve("c", [1])], label="l", goal=0), "goal must be"),
    "no label": (lambda: figures.loss_chart([figures.Curve("c", [1])], label=" "), "label must describe"),
    "points in three": (lambda: figures.plane_map(np.zeros((2, 3)), [0, 1], label="l"), r"\(samples, 2\); got"),
    "classes missing": (lambda: figures.plane_map(PLANE, [0], label="l"), "same length as points, 2; got 1"),
    "a third class": (lambda: figures.plane_map(PLANE, [0, 2], label="l"), "two classes"),
    "too few pixels": (lambda: figures.plane_map(PLANE, [0, 1], label="l", pixels=1), "pixels must be"),
    "no extent": (lambda: figures.plane_map(PLANE, [0, 1], label="l", extent=0), "extent must be"),
    "two outputs": (
        lambda: figures.plane_map(PLANE, [0, 1], label="l", predict=lambda x: x, pixels=4),
        "one number for each point",
    ),
    "nothing beside": (figures.side_by_side, "at least one figure"),
    "seven lines": (lambda: figures.line_graph([LINE] * 7, **AXES), "at most 6 lines"),
    "uneven lines": (lambda: figures.line_graph([figures.Line("a", [0, 1], [0])], **AXES), "same length as x"),
    "ends turned": (lambda: figures.line_graph([LINE], **AXES | {"x": (1, 0)}), "lower first"),
    "ends missing": (lambda: figures.line_graph([LINE], **AXES | {"y": None}), "y must be a pair of numbers; got None"),
    "marks uneven": (
        lambda: figures.line_graph([LINE], **AXES, marks=figures.Marks(PLANE, np.zeros(3))),
        "same length as points",
    ),
    "signs missing": (
        lambda: figures.line_graph([LINE], **AXES, marks=figures.Marks(PLANE, [0, 2], ["a", "b"])),
        "from 0 to 1, as for signs",
    ),
    "a symbol in capitals": (
        lambda: figures.line_graph([LINE], **AXES, marks=figures.Marks(PLANE, [0, 0], symbol="W")),
        "lower-case letters",
    ),
    "no bars": (lambda: figures.bars({}, label="l", along="x", limits=(0, 1)), "1 to 12 numbers"),
    "below 0": (lambda: figures.number_grid([[-1.0]], label="l", title="t"), "at least 0"),
    "a flat grid": (lambda: figures.number_grid([1.0], label="l", title="t"), r"\(rows, columns\)"),
    "chosen outside": (lambda: figures.number_grid(PLANE, label="l", title="t", chosen=(2, 0)), "2 × 2 grid"),
    "no numbers": (lambda: figures.numbers_picture([], [], label="l"), "at least one row"),
    "a loose link": (
        lambda: figures.numbers_picture([[figures.Number("a", 1)]], [figures.Link((0, 0), (0, 1))], label="l"),
        "there is no number",
    ),
    "errors uneven": (lambda: figures.error_squares([1, 2], [1]), "same length as truth"),
    "a large error": (lambda: figures.error_squares([9], [1]), "up to 1.2; the largest is 8"),
    "a function of one number": (
        lambda: figures.walk_on_graph(lambda x: np.zeros(1), [0.0], ends=(0, 1), label="l"),
        "one number for each x",
    ),
    "a function with a pole": (
        lambda: figures.walk_on_graph(lambda x: np.where(x > 0, np.inf, x), [0.0], ends=(0, 1), label="l"),
        "must be finite",
    ),
    "three ends": (
        lambda: figures.walk_on_map(PLANE, np.arange(3), PLANE, label="l", across="x", up="y"),
        r"left, right, bottom and top\) must have shape \(4,\)",
    ),
    "a way in one": (lambda: figures.walk_on_map(PLANE, (0, 1, 0, 1), [1], label="l", across="x", up="y"), "way must"),
    "flat pictures": (lambda: figures.picture_row(PLANE, ["a", "b"]), r"\(images, rows, columns\)"),
    "captions missing": (lambda: figures.picture_row(np.zeros((2, 3, 3)), ["a"]), "same length as pictures"),
    "a long matrix": (lambda: figures.confusion_table(np.zeros((2, 3)), ["a", "b"]), "square"),
    "half a count": (lambda: figures.confusion_table([[0.5]], ["a"]), "whole numbers"),
    "names missing": (lambda: figures.confusion_table(PLANE, ["a"]), "same length as classes"),
    "scores without names": (lambda: figures.scores_table([], ["a"]), "same length as classes"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_a_figure_cannot_draw_is_explained_in_one_line(case: str) -> None:
    draw, words = WRONG[case]
    with pytest.raises(GlassnetError, match=words) as caught:
        draw()
    assert "\n" not in str(caught.value)


def test_each_figure_is_tried_here_with_something_it_cannot_draw() -> None:
    tried = {name for draw, _ in WRONG.values() for name in (*draw.__code__.co_names, draw.__name__)}
    assert {name for name in figures.__all__ if name.islower()} - tried == {"loss_curves"}  # has its own test, above
