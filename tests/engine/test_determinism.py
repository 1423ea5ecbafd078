"""One seed, one result: the same bits again, in another process, and in whatever order things are asked for."""

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import glassnet as gn
from glassnet.base.random import RandomStream, stream

from .fingerprint import digest, lines

names = st.lists(st.one_of(st.integers(0, 2**40), st.text(max_size=8)), max_size=4)


def test_the_same_bits_here_and_in_another_process() -> None:
    here = list(lines())
    path = os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONHASHSEED": "12345", "PYTHONPATH": path}
    there = subprocess.run(
        [sys.executable, "-m", "engine.fingerprint"], capture_output=True, text=True, env=environment, check=True
    )
    assert len(here) > 50
    assert there.stdout.splitlines() == here


def test_another_seed_gives_another_result() -> None:
    net, data = gn.Network([gn.Dense(1, "sigmoid")]), gn.data.moons(50)
    runs = [gn.fit(net, data, loss="binary_cross_entropy", epochs=1, seed=seed, progress=False) for seed in (0, 1)]
    weights = [digest(run.parameters()["dense_1"]) for run in runs]
    assert weights[0] != weights[1]


@given(names, st.integers(0, 2**60))
def test_a_stream_has_no_state(path: list[int | str], seed: int) -> None:
    rng = stream(seed).child(*path)
    first = draws(rng)
    stream(seed + 1).normal((3,))
    rng.child("something else").permutation(9)
    assert draws(rng) == first
    assert draws(RandomStream((seed, *path))) == first


@given(names, st.text(max_size=5), st.text(max_size=5))
def test_children_differ_from_each_other_and_from_their_parent(path: list[int | str], one: str, other: str) -> None:
    rng = stream(0).child(*path)
    assert draws(rng.child("child", one)) != draws(rng)
    if one != other:
        assert draws(rng.child(one)) != draws(rng.child(other))


@given(st.integers(0, 300), st.integers(0, 10**6))
def test_a_permutation_has_every_number_once(count: int, seed: int) -> None:
    assert sorted(stream(seed).permutation(count).tolist()) == list(range(count))


@given(st.integers(0, 10**6), st.integers(1, 50))
def test_draws_stay_within_their_bounds(seed: int, high: int) -> None:
    uniform = stream(seed).uniform((200,), -2.0, 3.0, "float64")
    whole = stream(seed).integers(high, (200,))
    assert uniform.min() >= -2
    assert uniform.max() < 3
    assert whole.min() >= 0
    assert whole.max() < high


def draws(rng: RandomStream) -> str:
    return digest(
        {
            "uniform": rng.uniform((4,)),
            "normal": rng.normal((4,)),
            "order": rng.permutation(20),
            "numbers": rng.integers(10**9, (4,)),
        }
    )
