"""A generator's data that were changed are kept as they are; files under the earlier rule for splits still load."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.data.dataset_json import dataset_arrays, dataset_from_json, dataset_to_json

MOONS = gn.data.moons(40, seed=1)
CHANGES: dict[str, dict[str, Any]] = {
    "labels": {"y": 1 - MOONS.y},
    "weights": {"sample_weights": np.where(MOONS.y == 1, 9.0, 1.0)},
    "parts": {"parts": {"train": np.arange(40)}},
    "features": {"x": MOONS.x * 2},
    "shape": {"x": MOONS.x.reshape(40, 2, 1)},
    "names": {"class_names": ("up", "down")},
}


def same(one: gn.Dataset, other: gn.Dataset) -> bool:
    return one.checksum == other.checksum


def test_data_as_made_are_made_again() -> None:
    assert dataset_arrays(MOONS) == {}
    assert same(dataset_from_json(dataset_to_json(MOONS)), MOONS)


@pytest.mark.parametrize("change", CHANGES)
def test_changed_data_come_back_changed_again_and_again(change: str) -> None:
    changed = replace(MOONS, **CHANGES[change])
    once = dataset_from_json(dataset_to_json(changed), dataset_arrays(changed))
    twice = dataset_from_json(dataset_to_json(once), dataset_arrays(once))
    assert same(once, changed)
    assert same(twice, changed)
    assert not same(changed, MOONS)
    with pytest.raises(gn.DataError, match="the data that moons makes were changed afterwards, so"):
        dataset_from_json(dataset_to_json(changed))


def test_a_run_on_changed_data_loads_with_them(tmp_path: Path) -> None:
    digits = gn.data.digits()
    images = replace(digits, x=digits.x.reshape(-1, 8, 8, 1)[:, ::2, ::2])
    network = gn.Network([gn.Flatten(), gn.Dense(10)])
    run = gn.fit(network, images, loss="sparse_softmax_cross_entropy", epochs=1, progress=False)
    run.save(tmp_path / "a.glass")
    back = gn.load(tmp_path / "a.glass")
    assert same(back.dataset, images)
    assert back.evaluate("test") == run.evaluate("test")


def test_parts_of_the_earlier_rule_are_found_again() -> None:
    data = gn.data.moons(10, validation=0.1, seed=3)
    assert len(data.parts["validation"]) == 1
    earlier = dataset_from_json({**dataset_to_json(data), "samples": {"train": 10, "validation": 0, "test": 0}})
    assert earlier.parts["train"].tolist() == list(range(10))
    assert same(dataset_from_json(dataset_to_json(earlier), dataset_arrays(earlier)), earlier)
    with pytest.raises(gn.DataError, match=r"the generator now makes .* but the run had"):
        dataset_from_json({**dataset_to_json(data), "samples": {"train": 7, "validation": 3, "test": 0}})
