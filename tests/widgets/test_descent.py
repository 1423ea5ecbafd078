"""The descent playground's Python side, without a browser."""

import json
from typing import Any

import numpy as np
import pytest

from glassnet.optim import SGD, Adam
from glassnet.widgets.descent_playground import DescentSession
from glassnet.widgets.descent_playground.batches import START, cost, descend, points
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.rules import RULES
from glassnet.widgets.descent_playground.walk import walk

RACE = {
    "kind": "race",
    "landscape": "bowl",
    "start": [1, 1],
    "rules": list(RULES),
    "rate": 0.05,
    "adaptive": 0.1,
    "momentum": 0.9,
    "noise": 0,
    "steps": 50,
}


@pytest.mark.parametrize("landscape", LANDSCAPES.values(), ids=list(LANDSCAPES))
def test_a_landscape_has_the_slope_of_its_own_heights_and_its_minima_are_level(landscape: Any) -> None:
    def height(x: float, y: float) -> float:
        return float(landscape.value(np.float64(x), np.float64(y)))

    rng = np.random.default_rng(0)
    for _ in range(20):
        x, y = rng.uniform(*landscape.x_range), rng.uniform(*landscape.y_range)
        d_x, d_y = landscape.gradient(x, y)
        scale = 1 + abs(d_x) + abs(d_y)
        assert d_x == pytest.approx((height(x + 1e-6, y) - height(x - 1e-6, y)) / 2e-6, abs=1e-5 * scale)
        assert d_y == pytest.approx((height(x, y + 1e-6) - height(x, y - 1e-6)) / 2e-6, abs=1e-5 * scale)
    heights = landscape.grid(15)
    for x, y in landscape.minima:
        assert np.hypot(*landscape.gradient(x, y)) < 1e-3
        assert height(x, y) <= heights.min() + 1e-9
    assert heights[0, -1] == pytest.approx(height(landscape.x_range[1], landscape.y_range[0]))


def test_a_step_is_the_engines_own() -> None:
    bowl = LANDSCAPES["long_bowl"]
    path = walk(bowl, SGD(0.05), (1.0, 1.0), 2)
    assert path.places.tolist() == [[1.0, 1.0], [0.95, 0.0], [0.9025, 0.0]]
    assert path.values.tolist() == pytest.approx([10.5, 0.45125, 0.407253125])
    assert walk(bowl, Adam(0.1), (1.0, 1.0), 1).places[1] == pytest.approx([0.9, 0.9])


@pytest.mark.parametrize(
    ("landscape", "rate", "start", "word"),
    [
        ("bowl", 0.1, (2, 1), "at a minimum"),
        ("bowl", 1.1, (2, 1), "diverged"),
        ("bowl", 1.0, (2, 1), "oscillating"),
        ("plateau", 0.5, (-2.9, 2.9), "stalled"),
        ("rosenbrock", 0.002, (-1.5, 2.6), "still moving"),
        ("rastrigin", 0.001, (-1.7, 1.6), "stalled"),
    ],
)
def test_the_outcome_of_a_walker(landscape: str, rate: float, start: Any, word: str) -> None:
    assert walk(LANDSCAPES[landscape], SGD(rate), start, 200).verdict.startswith(word)


def test_noise_is_the_same_for_all_and_frees_from_a_saddle() -> None:
    saddle = LANDSCAPES["saddle"]
    still = walk(saddle, SGD(0.1), (-2.4, 0.0), 200)
    assert abs(still.places[-1, 1]) == 0
    pushed = [walk(saddle, SGD(0.1), (-2.4, 0.0), 200, noise=0.5, seed=seed) for seed in (1, 1, 2)]
    assert abs(pushed[0].places[-1, 1]) > 1
    assert (pushed[0].places == pushed[1].places).all()
    assert (pushed[0].places != pushed[2].places).any()


def test_all_points_at_once_walk_downhill_and_batches_count_as_they_should() -> None:
    whole, eights, single = (descend(size, 0.05, 3, 0) for size in (64, 8, 1))
    assert (np.diff(whole.costs) < 0).all()
    assert [path.steps_per_epoch for path in (whole, eights, single)] == [1, 8, 64]
    assert [len(path.places) for path in (whole, eights, single)] == [4, 25, 193]
    assert eights.costs[-1] < whole.costs[-1]
    x, y = points()
    w, b = START
    assert whole.costs[0] == pytest.approx(((w * x + b - y) ** 2).mean(), rel=1e-12)
    assert cost(np.array([w]), np.array([b]))[0] == whole.costs[0]


def test_a_race_is_json() -> None:
    head, buffers = DescentSession().handle({"id": 1, **RACE})
    json.dumps(head, allow_nan=False)
    assert [walker["name"] for walker in head["walkers"]] == list(RULES)
    for walker, buffer in zip(head["walkers"], buffers, strict=True):
        assert len(buffer) == 8 * len(walker["values"])


@pytest.mark.parametrize(
    "change",
    [
        {"landscape": "hill"},
        {"start": [1]},
        {"start": [1, float("nan")]},
        {"rules": ["newton"]},
        {"rules": None},
        {"rate": 0},
        {"momentum": 1},
        {"noise": -1},
        {"steps": 10**6},
        {"steps": 1.5},
    ],
)
def test_what_makes_no_sense_gets_one_line_that_says_so(change: dict[str, Any]) -> None:
    session = DescentSession()
    head, buffers = session.handle({"id": 3, **RACE, **change})
    assert (head["id"], head["kind"], buffers) == (3, "error", [])
    assert session.handle({"id": 4, **RACE})[0]["kind"] == "race"


def test_a_batch_rate_that_flies_off_is_said() -> None:
    head, _ = DescentSession().handle({"id": 1, "kind": "batches", "rate": 1, "epochs": 8})
    assert head["kind"] == "error"
    assert "smaller learning rate" in head["message"]


def test_the_settings_of_the_race_are_there_for_an_exercise() -> None:
    session = DescentSession()
    session.handle({"id": 1, **RACE, "landscape": "rosenbrock", "rate": 0.004})
    assert (session.settings["landscape"], session.settings["rate"]) == ("rosenbrock", 0.004)
