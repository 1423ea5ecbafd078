"""A state too large to be kept at every step is kept at some, and every other step is recomputed to the same bits."""

import numpy as np

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.history.timeline import BYTES_PER_STEP
from glassnet.train import steps
from glassnet.train.loop import epoch_order

DATA = gn.data.moons(60, noise=0.1, seed=0, validation=0.0)
RECIPE = gn.Recipe("sigmoid_cross_entropy", gn.SGD(0.1, momentum=0.9), batch_size=20)


def test_large_states_are_kept_now_and_then_and_recomputed_in_between() -> None:
    run = gn.Run(gn.Network([gn.Dense(200, "tanh"), gn.Dense(100, "tanh"), gn.Dense(1)]), RECIPE, DATA)
    begin = run.state
    run.advance(20)
    segment = run.timeline.segments[0]
    assert segment.state_bytes > BYTES_PER_STEP
    assert list(segment.states) == list(range(0, 21, segment.stride))
    assert segment.bytes <= BYTES_PER_STEP * 20 + segment.state_bytes
    for step, made in zip(range(1, 21), steps(run.plan, begin), strict=False):
        again = flatten(run.parameters(step))
        assert all(np.array_equal(again[name], value) for name, value in flatten(made.state.params).items())


def test_small_states_are_kept_at_every_step() -> None:
    run = gn.Run(gn.Network([gn.Dense(4, "tanh"), gn.Dense(1)]), RECIPE, DATA)
    run.advance(20)
    assert list(run.timeline.segments[0].states) == list(range(21))


def test_an_epoch_of_one_batch_is_not_shuffled() -> None:
    network = gn.Network([gn.Dense(1)])
    orders = [epoch_order(gn.Run(network, RECIPE, DATA).plan, epoch) for epoch in (0, 1)]
    assert sorted(orders[0]) == list(range(60))
    assert orders[0].tolist() != orders[1].tolist()
    whole = gn.Run(network, gn.Recipe("sigmoid_cross_entropy", batch_size=60), DATA)
    assert epoch_order(whole.plan, 0).tolist() == list(range(60))
