"""The recorder only observes: the same bits with and without it, and it sees everything that was computed."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.base.trees import flatten
from glassnet.nn.backward import backward
from glassnet.nn.forward import forward
from glassnet.train import Plan, start, steps

from .table import LAYER_ROWS, Row
from .test_read_only import copies

LAYERS = [(row, layer) for row in LAYER_ROWS for layer in row.settings]


@pytest.mark.parametrize(("row", "layer"), LAYERS, ids=[repr(layer) for _, layer in LAYERS])
def test_passes_give_the_same_bits_with_and_without_a_recorder(row: Row, layer: object) -> None:
    for shape in row.shapes:
        net = gn.Network([layer])  # type: ignore[list-item]
        params, state = net.build(stream(0), shape)
        x = row.draw(stream(1), (4, *shape))
        x = x.astype("float32") if x.dtype.kind == "f" else x
        results = []
        for record in (None, Recorder()):
            output, tape, after = forward(net, params, state, x, train=True, rng=stream(2), record=record)
            d_x, grads = backward(net, params, tape, output, need_d_x=x.dtype.kind == "f", record=record)
            results.append(copies({"output": output, "d_x": d_x}, tape, after, grads))
        assert results[0] == results[1]


def test_a_run_recorded_is_the_same_run() -> None:
    net = gn.Network([gn.Dense(4, "tanh"), gn.Dense(3, "relu"), gn.Dense(1, "sigmoid")])
    plan = Plan(net, gn.Recipe("binary_cross_entropy", gn.SGD(0.1, 0.9), batch_size=7), gn.data.moons(40, seed=2))
    recorder = Recorder()
    silent, recorded = steps(plan, start(plan)), steps(plan, start(plan), recorder)
    for _ in range(12):
        one, other = next(silent), next(recorded)
        assert one.loss == other.loss
        assert copies(one.state.params, one.state.optimizer) == copies(other.state.params, other.state.optimizer)
    layers = [name for name, _ in recorder.calls]
    assert layers[:6] == ["dense_1", "dense_2", "dense_3", "dense_3", "dense_2", "dense_1"]
    assert {"x", "z", "a"} <= set(recorder.calls[0][1])
    assert {"d_a", "d_z", "d_weight", "d_bias", "d_x"} == set(recorder.calls[3][1])
    assert "d_x" not in recorder.calls[5][1]  # nobody trains the data


def test_what_was_recorded_explains_the_update() -> None:
    net = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1)])
    plan = Plan(net, gn.Recipe("mean_squared_error", gn.SGD(0.5)), gn.data.xor(40, seed=2))
    recorder, first = Recorder(), start(plan)
    after = next(steps(plan, first, recorder)).state
    gradients = dict(recorder.calls[2:])  # backward: dense_2, then dense_1
    for name, value in flatten(first.params).items():
        layer, part = name.split("/")
        stepped = value - 0.5 * gradients[layer][f"d_{part}"]
        assert np.array_equal(stepped, flatten(after.params)[name]), name


class Recorder:
    """Remember every call."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Array]]] = []

    def __call__(self, layer: str, way: str, parts: dict[str, Array]) -> None:
        assert way in ("forward", "backward")
        self.calls.append((layer, parts))
