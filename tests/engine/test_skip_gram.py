"""Skip-gram with negative sampling: its gradient, its pairs, and what it learns from the small world of sentences."""

import numpy as np
import pytest

from glassnet.base.errors import DataError, SettingError, ShapeError
from glassnet.base.random import stream
from glassnet.data import neighbours, sentences
from glassnet.data.sentences import KINDS, PAIRS
from glassnet.nn.skip_gram import SkipGram
from glassnet.optim import SGD
from glassnet.train import SkipGramPlan
from glassnet.widgets.text_to_vectors.space import nearest, sum_of_words, unit
from glassnet.widgets.text_to_vectors.training import STEPS, WordTraining

CENTRE = np.array([3, 0, 3, 1])
OTHERS = np.array([[1, 2, 4], [4, 0, 0], [1, 3, 2], [0, 1, 1]])  # words are drawn twice, and meet themselves


def tables(seed: int = 0) -> dict[str, dict[str, np.ndarray]]:
    return SkipGram(5, 3).build(stream(seed), "float64")


def test_loss_and_gradient_by_hand() -> None:
    params, network = tables(), SkipGram(5, 3)
    loss, parts = network.forward(params, CENTRE, OTHERS)
    grads = network.backward(params, parts)
    v, u = params["centre"]["weight"], params["context"]["weight"]
    d_v, d_u, expected = np.zeros_like(v), np.zeros_like(u), []
    for c, others in zip(CENTRE, OTHERS, strict=True):
        told = 0.0
        for place, o in enumerate(others):
            p = 1 / (1 + np.exp(-v[c] @ u[o]))
            t = float(place == 0)
            told -= np.log(p) if t else np.log(1 - p)
            d_v[c] += (p - t) * u[o] / len(CENTRE)
            d_u[o] += (p - t) * v[c] / len(CENTRE)
        expected.append(told)
    assert loss == pytest.approx(expected, rel=1e-12)
    assert grads["centre"]["weight"] == pytest.approx(d_v, rel=1e-12)
    assert grads["context"]["weight"] == pytest.approx(d_u, rel=1e-12)


@pytest.mark.parametrize("seed", range(4))
def test_the_gradient_is_that_of_finite_differences(seed: int) -> None:
    params, network, size = tables(seed), SkipGram(5, 3), 1e-5
    _, parts = network.forward(params, CENTRE, OTHERS)
    grads = network.backward(params, parts)
    for name in ("centre", "context"):
        way = np.random.default_rng(seed).normal(size=(5, 3))

        def cost(share: float, name: str = name, way: np.ndarray = way) -> float:
            moved = params | {name: {"weight": params[name]["weight"] + share * way}}
            return float(network.forward(moved, CENTRE, OTHERS)[0].mean())

        seen = (cost(size) - cost(-size)) / (2 * size)
        assert (grads[name]["weight"] * way).sum() == pytest.approx(seen, rel=1e-7)


def test_a_step_is_the_rule_applied_to_the_gradient_and_depends_on_nothing_hidden() -> None:
    plan = SkipGramPlan(SkipGram(5, 3), np.array([[0, 1], [2, 3]]), np.ones(5), rule=SGD(0.5), batch_size=7, seed=3)
    before = plan.start()
    after, parts = plan.step(before)
    again, _ = plan.step(before)
    grads = plan.network.backward(before.params, parts)
    for name in ("centre", "context"):
        moved = before.params[name]["weight"] - np.float32(0.5) * grads[name]["weight"]
        assert after.params[name]["weight"] == pytest.approx(moved, rel=1e-6)
        assert (after.params[name]["weight"] == again.params[name]["weight"]).all()
    assert (parts["centre"].shape, parts["others"].shape, after.step) == ((7,), (7, 6), 1)


def test_random_words_come_with_their_counts_to_the_power_three_quarters() -> None:
    counts = np.array([0, 1, 16, 81])
    plan = SkipGramPlan(SkipGram(4, 2), np.array([[1, 2]]), counts, batch_size=4000)
    drawn = np.bincount(plan.batch(0)[1][:, 1:].ravel(), minlength=4) / 20_000
    assert drawn == pytest.approx(counts**0.75 / (counts**0.75).sum(), abs=0.01)
    assert drawn[0] == 0


def test_neighbours_stay_within_their_sentence_and_window() -> None:
    pairs = neighbours([np.array([1, 2, 3, 4]), np.array([5]), np.array([6, 1])], window=2, rng=stream(0))
    wanted = {(1, 2), (2, 3), (3, 4), (1, 3), (2, 4), (6, 1)}
    assert {tuple(pair) for pair in pairs.tolist()} == wanted | {(b, a) for a, b in wanted}


def test_frequent_words_are_left_out_of_some_pairs() -> None:
    lines = [np.array([1, place]) for place in range(2, 1002)]
    kept = len(neighbours(lines, rare=0.02, rng=stream(0)))
    assert kept / 2000 == pytest.approx((0.02 / 0.5) ** 0.5, abs=0.04)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: neighbours([np.array([1])], rng=stream(0)), DataError),
        (lambda: neighbours([], rng=stream(0)), DataError),
        (lambda: neighbours([np.array([1, 2])], window=0, rng=stream(0)), SettingError),
        (lambda: neighbours([np.array([1, 2])], rare=0.0, rng=stream(0)), SettingError),
        (lambda: SkipGram(0, 2), SettingError),
        (lambda: SkipGramPlan(SkipGram(4, 2), np.zeros((0, 2), int), np.ones(4)), ShapeError),
        (lambda: SkipGramPlan(SkipGram(4, 2), np.ones((3, 2), int), np.ones(3)), ShapeError),
        (lambda: sentences(0), SettingError),
    ],
)
def test_invalid_input_is_an_error_of_one_line(make, error) -> None:
    with pytest.raises(error) as caught:
        make()
    assert "\n" not in str(caught.value)


def test_the_sentences_hold_a_small_world() -> None:
    told = sentences(5000, seed=0)
    words = {word for sentence in told for word in sentence.split()}
    assert len(told) == 5000
    assert 200 <= len(words) <= 260
    assert {word for kind in KINDS.values() for word in kind} <= words
    assert told == sentences(5000, seed=0)
    assert told != sentences(5000, seed=1)
    assert not any("{" in sentence for sentence in told)


def test_gender_shows_in_pronouns_alone() -> None:
    """Beside "king" and "queen" stand the same words, but for he and she, his and her."""
    told = [set(sentence.split()) for sentence in sentences(60_000, seed=0)]
    for he, she, _ in PAIRS:
        beside_him = set.union(*(line for line in told if he in line)) - {he, "he", "his"}
        beside_her = set.union(*(line for line in told if she in line)) - {she, "she", "her"}
        assert beside_him == beside_her


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_king_and_queen_end_near_king_and_bicycle_far_and_the_sum_is_the_queen(seed: int) -> None:
    training = WordTraining.of_world(seed)
    training.advance(STEPS, seconds=300)
    assert training.done
    place, vectors = training.numbers, training.vectors
    units = unit(vectors)
    cosine = units @ units[place["king"]]
    assert cosine[place["queen"]] > 0.6
    assert cosine[place["bicycle"]] < 0.45
    assert (cosine > cosine[place["queen"]]).sum() < 6
    assert (cosine > cosine[place["bicycle"]]).sum() > 15
    asked = {"king", "man", "woman"}
    direction = sum_of_words([place["king"], place["woman"]], [place["man"]], vectors)
    found = [one.word for one in nearest(direction, vectors, training.words, 4) if one.word not in asked]
    assert found[0] == "queen"


def test_words_end_among_their_own_kind() -> None:
    training = WordTraining.of_world(0)
    training.advance(STEPS, seconds=300)
    kinds = {word: kind for kind, words in KINDS.items() for word in words}
    thing = [place for place, word in enumerate(training.words) if word in kinds]
    vectors, words = training.vectors[thing], [training.words[place] for place in thing]
    same = [
        kinds[nearest(vectors[i], vectors, words, 2)[1].word] == kinds[word]
        for i, word in enumerate(words)
        if kinds[word] not in ("people", "royalty")
    ]
    assert np.mean(same) > 0.95
