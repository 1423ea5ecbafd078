"""The layer zoo and the bump builder: their Python sides, without a browser."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.widgets.bump_builder import BumpSession
from glassnet.widgets.bump_builder.bumps import TARGETS, Bumps, middles
from glassnet.widgets.layer_zoo import ZooSession
from glassnet.widgets.layer_zoo.exhibit import SEED
from glassnet.widgets.layer_zoo.exhibits import EXHIBITS

EVERY = [(name, variant) for name, exhibit in EXHIBITS.items() for variant in exhibit.variants]
OWN = (0.2, 0.8, 0.4, 0.9, 0.3, 0.5, 0.1)


def shown(exhibit: str, variant: str, number: int = 0) -> tuple[dict[str, Any], np.ndarray, np.ndarray]:
    head, buffers = ZooSession().handle(
        {"id": 1, "kind": "show", "exhibit": exhibit, "variant": variant, "number": number}
    )
    before, after = (np.frombuffer(part, "<f4") for part in buffers)
    return head, before.reshape(head["before"]), after.reshape(head["after"])


def test_the_twelve_kinds_are_there() -> None:
    assert list(EXHIBITS) == [
        *("input", "dense", "convolution", "pooling", "recurrent", "normalisation"),
        *("dropout", "activation", "transposed", "embedding", "attention", "output"),
    ]


@pytest.mark.parametrize(("exhibit", "variant"), EVERY)
def test_shapes_and_parameters_are_the_layer_s_own(exhibit: str, variant: str) -> None:
    head, before, after = shown(exhibit, variant)
    layer = EXHIBITS[exhibit].variants[variant]
    params, _, output_shape = layer.build(stream(SEED), tuple(head["takes"]), "float32")
    assert list(output_shape) == head["gives"]
    assert head["parameters"] == sum(values.size for values in params.values())
    assert np.isfinite(before).all()
    assert np.isfinite(after).all()
    other = shown(exhibit, variant, 1)
    assert not np.array_equal(before, other[1]), "the next input is another one"
    assert not np.array_equal(after, other[2])


def test_what_the_words_say_of_each_kind() -> None:
    _, before, after = shown("input", "as a list")
    assert after.ravel().tolist() == before.ravel().tolist(), "it changes none of them"
    _, picture, pooled = shown("pooling", "the largest")
    assert pooled[0, 1] == picture[:2, 2:4].max()
    assert shown("pooling", "the mean")[2][0, 1] == pytest.approx(picture[:2, 2:4].mean())
    _, picture, dropped = shown("dropout", "half")
    kept = dropped != 0
    assert dropped[kept] == pytest.approx(2 * picture[kept]), "the others are enlarged"
    assert 0.3 < kept[picture != 0].mean() < 0.7
    _, edges, rectified = shown("activation", "ReLU")
    assert edges.min() < 0 < edges.max()
    assert rectified == pytest.approx(np.maximum(edges, 0))
    _, _, softmax = shown("output", "softmax: they share 1")
    assert softmax.sum() == pytest.approx(1)


def test_each_normalisation_makes_the_mean_0_and_the_deviation_1() -> None:
    _, picture, rows = shown("normalisation", "each row (layer)")
    assert rows.mean(axis=1) == pytest.approx(np.zeros(8), abs=1e-5)
    assert rows.std(axis=1) == pytest.approx(np.ones(8), abs=1e-2)
    _, _, columns = shown("normalisation", "each column (batch)")
    assert columns.mean(axis=0) == pytest.approx(np.zeros(8), abs=1e-5)
    varied = picture.std(axis=0) > 0
    assert columns.std(axis=0)[varied] == pytest.approx(np.ones(varied.sum()), abs=1e-2)
    _, _, halves = shown("normalisation", "half a row (group)")
    assert halves[:, :4].mean(axis=1) == pytest.approx(np.zeros(8), abs=1e-5)


def test_a_recurrent_output_depends_on_the_rows_so_far_and_on_no_later_one() -> None:
    layer = EXHIBITS["recurrent"].variants["simple"]
    params, state, _ = layer.build(stream(SEED), (8, 8), "float64")
    x = EXHIBITS["recurrent"].take(0)
    changed = x.copy()
    changed[0, 4] += 1
    one, other = (layer.forward(params, state, rows, train=False, rng=stream(0))[0][0] for rows in (x, changed))
    assert np.array_equal(one[:4], other[:4])
    assert not np.isclose(one[4:], other[4:]).all(axis=1).any()


def test_a_transposed_convolution_stamps_blocks() -> None:
    _, small, large = shown("transposed", "blocks")
    assert large == pytest.approx(np.kron(small, np.ones((2, 2))))


def test_the_same_word_has_the_same_vector() -> None:
    _, words, vectors = shown("embedding", "5 numbers a word", 0)
    for i, word in enumerate(words[0]):
        for j, other in enumerate(words[0]):
            assert np.array_equal(vectors[i], vectors[j]) == (word == other)


def test_an_unknown_variant_is_refused() -> None:
    asked = {"id": 1, "kind": "show", "exhibit": "pooling", "variant": "the median", "number": 0}
    assert "the median" in ZooSession().handle(asked)[0]["message"]


@pytest.mark.parametrize("target", ["waves", "hill", "slope"])
def test_more_bumps_come_nearer_to_any_continuous_curve(target: str) -> None:
    errors = [BumpSession(target, bumps).settings["largest"] for bumps in (4, 15, 60)]
    assert errors[0] > 2 * errors[1] > 4 * errors[2]
    assert errors[2] < 0.04


def test_no_number_of_bumps_follows_a_jump() -> None:
    assert min(BumpSession("jump", bumps).settings["largest"] for bumps in range(1, 61)) > 0.29


def test_bumps_add_up_to_what_the_network_gives() -> None:
    x = np.linspace(0, 1, 41)
    bumps = Bumps(TARGETS["waves"][1](middles(7)), 12.0)
    assert bumps.bumps(x).sum(axis=0) == pytest.approx(bumps.output(x))
    params, _ = bumps.network.build(stream(0), (1,))
    assert bumps.parameters == sum(values.size for layer in params.values() for values in layer.values())


def test_a_curve_of_one_s_own_passes_through_its_dots() -> None:
    asked = {"id": 1, "kind": "build", "target": "own", "bumps": 60, "steep": 12, "own": OWN}
    head, buffers = BumpSession("waves", 4).handle(asked)
    x, curve, output = (np.frombuffer(part, "<f4") for part in buffers[:3])
    assert np.interp(np.linspace(0, 1, 7), x, curve) == pytest.approx(OWN, abs=0.02)
    assert np.abs(output - curve).max() == pytest.approx(head["largest"], abs=1e-6)
    assert head["largest"] < 0.06


def test_what_is_out_of_range_is_refused() -> None:
    with pytest.raises(gn.SettingError, match="from 1 to 60"):
        gn.widgets.BumpBuilder(bumps=61)
    with pytest.raises(gn.UnknownNameError, match="wave"):
        gn.widgets.BumpBuilder("wave")
