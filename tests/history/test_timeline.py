"""Every state of a run can be had again, bit for bit, whatever was kept and whatever was changed on the way."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.nn.activations import ACTIVATIONS

DATA = gn.data.moons(30, seed=4)
CHANGES: list[dict[str, Any]] = [
    {"optimizer": gn.SGD(0.3)},
    {"optimizer": gn.SGD(0.05, momentum=0.5)},
    {"batch_size": 4},
    {"regularizer": gn.L2(0.01)},
    {"dataset": gn.data.circle(45, seed=1)},
    {"network": gn.Network([gn.Dense(5, "relu"), gn.Dense(2, "tanh"), gn.Dense(1, "sigmoid")])},
    {"network": gn.Network([gn.Dense(1, "sigmoid")])},
]
actions = st.lists(st.one_of(st.integers(1, 9), st.sampled_from(range(-len(CHANGES), 0))), min_size=1, max_size=8)


def small_run(memory: int = 64 * 2**20) -> gn.Run:
    net = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")])
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.1, momentum=0.9), batch_size=8, seed=2)
    return gn.Run(net, recipe, DATA, memory=memory)


def bits(run: gn.Run, step: int | None = None) -> dict[str, bytes]:
    return {name: value.tobytes() for name, value in flatten(run.parameters(step)).items()}


@settings(max_examples=60)
@given(actions, st.sampled_from([0, 3000, 9000, 10**8]))
def test_any_state_recomputed_is_the_state_that_was_seen(path: list[int], memory: int) -> None:
    run = small_run(memory)
    seen = {0: bits(run)}
    for action in path:
        if action < 0:
            run.change(**CHANGES[action])
            seen[run.step] = bits(run)  # after the change, where one was made at that step
        else:
            for _ in range(action):
                run.advance()
                seen[run.step] = bits(run)
    assert {step: bits(run, step) for step in reversed(seen)} == seen
    assert run.timeline.bytes <= max(memory, sum(segment.state_bytes for segment in run.timeline.segments))


def test_a_tiny_memory_really_thins_and_a_large_one_keeps_everything() -> None:
    thin, thick = small_run(5000), small_run()
    for run in (thin, thick):
        run.advance(100)
    assert len(thick.timeline.segments[0].states) == 101
    assert 1 <= len(thin.timeline.segments[0].states) < 20
    assert bits(thin, 77) == bits(thick, 77)


def test_looking_back_does_not_change_the_way_on() -> None:
    looked, straight = small_run(0), small_run(0)
    for run in (looked, straight):
        run.advance(20)
    looked.parameters(3)
    looked.evaluate("validation")
    looked.predict(DATA.x)
    for run in (looked, straight):
        run.advance(20)
    assert bits(looked) == bits(straight)


def test_nothing_that_was_seen_is_ever_overwritten() -> None:
    run = small_run()
    first, before = run.parameters(0), bits(run, 0)
    run.advance(5)
    assert {name: value.tobytes() for name, value in flatten(first).items()} == before


@pytest.mark.parametrize("step", [-1, 6])
def test_a_step_that_was_never_made_is_refused(step: int) -> None:
    run = small_run()
    run.advance(5)
    with pytest.raises(gn.SettingError, match=f"between 0 and 5.*got {step}"):
        run.parameters(step)


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["tanh", "relu"])), max_size=3),
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["tanh", "relu"])), max_size=3),
    st.sampled_from([0.0, 0.9]),
)
@settings(max_examples=60)
def test_another_network_keeps_every_weight_that_has_a_place_in_both(
    before: list[tuple[int, str]], after: list[tuple[int, str]], momentum: float
) -> None:
    chains = [[*hidden, (1, "sigmoid")] for hidden in (before, after)]
    nets = [gn.Network([gn.Dense(units, name) for units, name in chain]) for chain in chains]
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.1, momentum), batch_size=8)
    run, fresh = gn.Run(nets[0], recipe, DATA), gn.Run(nets[1], recipe, DATA)
    run.advance(7)
    old = run.parameters()
    run.change(network=nets[1])
    new, drawn = run.parameters(), fresh.parameters()
    assert run.step == 7
    front = min(len(nets[0].names), len(nets[1].names)) - 1
    partners = {nets[1].names[i]: nets[0].names[i] for i in range(front)} | {nets[1].names[-1]: nets[0].names[-1]}
    for layer, params in new.items():
        for name, value in params.items():
            known = old[partners[layer]][name] if layer in partners else value[(slice(0),) * value.ndim]
            common = tuple(slice(min(a, b)) for a, b in zip(value.shape, known.shape, strict=True))
            expected = drawn[layer][name].copy()
            expected[common] = known[common]
            assert value.tobytes() == expected.tobytes(), (layer, name)
    run.advance(3)


def test_an_activation_can_be_changed_without_losing_a_weight() -> None:
    run = small_run()
    run.advance(4)
    before = bits(run)
    for name in ACTIVATIONS.keys() - {"formula"}:  # needs its formula
        run.change(network=gn.Network([gn.Dense(3, name), gn.Dense(1, "sigmoid")]))
        assert bits(run) == before


def test_a_layer_put_between_others_leaves_their_weights_alone() -> None:
    first, last = gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")
    run = gn.Run(gn.Network([first, first, last]), gn.Recipe("binary_cross_entropy", gn.Adam(0.1)), DATA)
    run.advance(5)
    before, averages = run.parameters(), run.state.optimizer
    run.change(network=gn.Network([first, gn.Dropout(0.2), gn.BatchNorm(), first, last]))
    for name, value in before.items():
        assert run.parameters()[name]["weight"].tobytes() == value["weight"].tobytes()
        assert run.state.optimizer["m"][name]["weight"].tobytes() == averages["m"][name]["weight"].tobytes()
    assert run.state.optimizer["count"] == 5
    run.advance(3)


def test_a_rule_that_keeps_other_things_begins_afresh_and_one_that_keeps_the_same_goes_on() -> None:
    run = gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy", gn.Adam(0.1)), DATA)
    run.advance(5)
    run.change(optimizer=gn.AdamW(0.1))
    assert run.state.optimizer["count"] == 5
    run.change(optimizer=gn.NAdam(0.1))
    assert run.state.optimizer["count"] == 0
    run.advance(3)


def test_what_a_schedule_has_seen_is_not_forgotten_by_a_change() -> None:
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(0.1), schedule=gn.ReduceOnPlateau(0.5, patience=0))
    run = gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), recipe, DATA)
    run.advance_epoch()
    run.advance_epoch()
    seen = run.state.watched
    run.change(batch_size=4)
    assert run.state.watched == seen
    assert len(seen) == 2
