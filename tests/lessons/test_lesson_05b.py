"""Lesson 05b: what its text says, asserted from the values that it computes and from the widgets as they open."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from sklearn.datasets import load_wine
from sklearn.feature_selection import mutual_info_classif

from glassnet.lessons.lesson_05b_numbers_to_learn_from import (
    app,
    coin_scores,
    entropy,
    explained,
    information,
    my_scale,
    scale_three_ways,
    split_then_scale,
    ten_from_three,
    with_powers,
)
from glassnet.lessons.lesson_exercises.lesson_05b import scaled_without_leak
from glassnet.lessons.lesson_helpers.digit_maps import digits_by_tsne


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def shown(**answers: object) -> str:
    outputs, _ = app.run(defs={name: SimpleNamespace(value=value) for name, value in answers.items()})
    return "\n".join(output.text for output in outputs if hasattr(output, "text"))


def test_min_max_and_standard_scaling_of_the_four_rows(lesson: dict[str, Any]) -> None:
    assert lesson["table"].tolist() == [[10, 100], [20, 250], [30, 500], [40, 1000]]
    assert lesson["squeezed"] == pytest.approx(np.array([[0, 0], [1 / 3, 1 / 6], [2 / 3, 4 / 9], [1, 1]]))
    first = np.array([-15, -5, 5, 15]) / 125**0.5
    second = np.array([-362.5, -212.5, 37.5, 537.5])
    assert lesson["standard"][:, 0] == pytest.approx(first)
    assert lesson["standard"][:, 1] == pytest.approx(second / np.sqrt((second**2).mean()))


def test_wines_are_classified_better_after_scaling(lesson: dict[str, Any]) -> None:
    assert 0.6 < lesson["wine"]["none"] < 0.72
    assert min(lesson["wine"]["min-max"], lesson["wine"]["standard"]) > 0.93


def test_proline_alone_makes_the_distance_between_unscaled_wines(lesson: dict[str, Any]) -> None:
    wines = load_wine()
    assert wines.feature_names[-1] == "proline"
    squared = ((wines.data[:, None] - wines.data[None]) ** 2).sum(axis=(0, 1))
    assert lesson["proline"] == pytest.approx(squared[-1] / squared.sum(), rel=1e-9)
    assert lesson["proline"] > 0.99


def test_powers_up_to_degree_two(lesson: dict[str, Any]) -> None:
    assert lesson["powers"].tolist() == [[1, 1, 1], [1, 2, 4], [1, 3, 9], [1, 4, 16]]
    assert with_powers(np.arange(3), 3).shape == (3, 4)


def test_three_components_hold_nearly_everything_until_noise_drowns_it(lesson: dict[str, Any]) -> None:
    assert lesson["ten"].shape == (200, 10)
    assert 0.95 < lesson["shares"].sum() < 1
    assert explained(ten_from_three(0.0)).sum() == pytest.approx(1)
    assert explained(ten_from_three(3.0)).sum() < 0.7
    assert lesson["pca_difference"] < 1e-12


def test_distances_concentrate_where_coordinates_are_alike_and_not_where_they_shrink() -> None:
    draw = np.random.default_rng(0)

    def spread(scale: np.ndarray) -> float:
        first, second = (draw.exponential(size=(4_000, len(scale))) * scale for _ in range(2))
        squares = ((first - second) ** 2).sum(axis=1)
        return float(squares.std() / squares.mean())

    assert spread(np.ones(1_000)) < 0.2 * spread(np.ones(10))
    assert spread(0.5 ** np.arange(1_000)) > 0.8 * spread(0.5 ** np.arange(10))


def test_distances_concentrate(lesson: dict[str, Any]) -> None:
    ratios = list(lesson["contrasts"].values())
    assert ratios == sorted(ratios, reverse=True)
    assert ratios[0] > 100
    assert lesson["contrasts"][1000] == pytest.approx(1.1, abs=0.05)
    assert lesson["digits_contrast"] > 2 * lesson["contrasts"][64]
    for dimensions, measured in lesson["spread"].items():
        assert measured == pytest.approx(1.1832 / dimensions**0.5, rel=0.1)
    assert pytest.approx(1.1832, abs=1e-4) == 6 * (7 / 180) ** 0.5


def test_t_sne_keeps_neighbours_that_pca_loses() -> None:
    places, digits = digits_by_tsne(30)
    distance = np.linalg.norm(places[:, None] - places[None], axis=-1) + 1e9 * np.eye(len(places))
    assert (digits[distance.argmin(axis=1)] == digits).mean() > 0.85


@pytest.mark.parametrize(("p", "bits"), [([0.5, 0.5], 1), ([1, 0], 0), ([1 / 8] * 8, 3), ([0.9, 0.1], 0.468996)])
def test_entropy_in_bits(p: list[float], bits: float) -> None:
    assert entropy(p) == pytest.approx(bits, abs=1e-6)


def test_scaling_before_the_split_lets_the_test_value_into_training(lesson: dict[str, Any]) -> None:
    assert lesson["leaked"][0].ravel() == pytest.approx([0, 1 / 99, 2 / 99, 3 / 99])
    assert lesson["proper"][0].ravel() == pytest.approx([0, 1 / 3, 2 / 3, 1])
    assert lesson["proper"][1].ravel() == pytest.approx([4 / 3, 33])
    other = lesson["six"].copy()
    other[-1] = 7
    assert split_then_scale(other, 4)[0] == pytest.approx(lesson["proper"][0])


def test_scaling_makes_the_bowl_rounder(lesson: dict[str, Any]) -> None:
    before, after = lesson["steepness"]
    assert before > 200 * after > 200


def test_the_function_to_be_fixed_is_wrong_and_the_solution_right(lesson: dict[str, Any]) -> None:
    exercise = lesson["code_card"].session.exercise
    assert exercise.check(my_scale).message.startswith("Case 1: element [4, 0]")
    assert exercise.check(scaled_without_leak).right


def asked(widget: Any, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = widget.answer({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_the_first_wine_s_neighbours_are_all_wrong_and_all_right_once_scaled(lesson: dict[str, Any]) -> None:
    opening, (growers,) = asked(lesson["neighbours"], "open")
    before, _ = asked(lesson["neighbours"], "scale", scaling="none", wine=opening["wine"])
    after, _ = asked(lesson["neighbours"], "scale", scaling="standard", wine=opening["wine"])
    grower = int(growers[opening["wine"]])
    assert (before["votes"][grower], after["votes"][grower]) == (0, 5)
    wines = load_wine()
    assert wines.data[:, wines.feature_names.index("color_intensity")].max() == 13
    assert wines.data[:, -1].max() == 1680


@pytest.mark.parametrize("value", [50, 100, 1000])
def test_only_robust_scaling_keeps_the_others_apart_from_a_freak_value(value: float) -> None:
    scaled = scale_three_ways(np.array([[1.0], [2.0], [3.0], [4.0], [value]]))
    apart = {name: float(np.ptp(values[:4])) for name, values in scaled.items()}
    assert max(apart["min-max"], apart["standard"]) < 0.2 < 1 < apart["robust"]
    assert scaled["robust"][:4] == pytest.approx([-1, -0.5, 0, 0.5])
    assert scaled["robust"][4] > 20


def test_a_broken_sensor_squeezes_the_others_as_the_exercise_says() -> None:
    column = np.append(20 + np.random.default_rng(0).normal(0, 1, 999), 9_999)
    assert column.std() == pytest.approx(315, abs=1)
    assert (9_999 - column.mean()) / column.std() == pytest.approx(31.6, abs=0.05)
    assert 2 / column.std() == pytest.approx(0.006, abs=5e-4)


def test_every_order_in_which_nothing_leaks_is_right(lesson: dict[str, Any]) -> None:
    order = lesson["order_card"].session.exercise
    steps = list(order.steps)
    early = [*steps[:2], steps[4], *steps[2:4], steps[5]]
    between = [*steps[:3], steps[4], steps[3], steps[5]]
    assert all(order.check(right).right for right in (steps, early, between))
    leaks = [steps[4], *steps[:4], steps[5]]
    assert "needs a fitted scaler" in order.check(leaks).message


def test_the_cloud_opens_on_an_axis_that_keeps_little_and_ends_on_one_that_keeps_most(lesson: dict[str, Any]) -> None:
    head, _ = asked(lesson["cloud"], "open")
    assert head["shares"][0] < 0.1 < 0.85 < head["shares"][-1]


def test_mutual_information_is_that_of_scikit_learn_and_of_the_widget(lesson: dict[str, Any]) -> None:
    theirs = mutual_info_classif(lesson["greys"], lesson["digits"], discrete_features=True) / np.log(2)
    assert lesson["measured"][:, 1] == pytest.approx(theirs, abs=1e-9)
    opening, _ = asked(lesson["pixels"], "open")
    head, (h, i, _) = asked(lesson["pixels"], "measure", levels=1, pixel=opening["pixel"])
    assert (head["levels"], head["pixel"]) == (4, int(theirs.argmax()))
    assert h == pytest.approx(lesson["measured"][:, 0], abs=1e-5)
    assert i == pytest.approx(lesson["measured"][:, 1], abs=1e-5)
    assert head["answer"] == pytest.approx(3.32, abs=0.005)
    assert ((h > 0.8 * h.max()) & (i < 0.5 * i.max())).any()
    x = np.array([0, 0, 1, 1])
    assert information(x, x) == pytest.approx((1, 1))
    assert information(x, np.array([0, 1, 0, 1]))[1] == pytest.approx(0)
    assert lesson["by_chance"] == pytest.approx(27 / (2 * 1797 * np.log(2)), rel=0.5)


def test_choosing_before_the_split_makes_a_coin_predictable_the_more_the_more_columns(lesson: dict[str, Any]) -> None:
    assert lesson["coins"][True] == lesson["coins"][False]  # 20 of 20 columns: nothing to choose
    leaked = [coin_scores(True, columns) for columns in (20, 200, 2_000)]
    assert leaked == sorted(leaked)
    assert leaked[-1] > 0.9
    assert coin_scores(False, 2_000) < 0.65


def test_sliders_and_buttons_show_what_they_should() -> None:
    page = shown(heads=0.5, noise=0.0, freak=5, degree=2, columns=20, unfold=True, perplexity=5)
    assert "1.000 bits" in page
    assert "100.0%" in page
    assert "by t-SNE" in page
    assert "up to 2." in page
    assert "20 of 20 columns" in page
    assert "by t-SNE" not in shown(unfold=False, perplexity=5)
