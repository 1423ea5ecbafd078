"""The architecture explorer: what it counts, what it writes, what it refuses."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.base.trees import leaves
from glassnet.widgets.architecture_explorer import Architecture, ArchitectureSession

KINDS = {"activation": "relu", "output_activation": "softmax"}
SHAPES = [(1, [], 1), (3, [4], 2), (2, [2], 2), (10, [10] * 6, 10), (7, [5, 1, 9], 3)]


def count(inputs: int, hidden: list[int], outputs: int) -> tuple[dict[str, Any], list[bytes]]:
    asked = {"inputs": inputs, "hidden": hidden, "outputs": outputs, **KINDS}
    return ArchitectureSession().handle({"id": 1, "kind": "count", **asked})


@pytest.mark.parametrize(("inputs", "hidden", "outputs"), SHAPES)
def test_parameters_are_counted_as_the_engine_has_them(inputs: int, hidden: list[int], outputs: int) -> None:
    head, buffers = count(inputs, hidden, outputs)
    sizes = [inputs, *hidden, outputs]
    assert [layer["weights"] for layer in head["layers"]] == [a * b for a, b in pairwise(sizes)]
    assert [layer["biases"] for layer in head["layers"]] == sizes[1:]
    network = Architecture(inputs, tuple(hidden), outputs, **KINDS).network
    params, _ = network.build(stream(0), (inputs,))
    assert head["parameters"] == sum(values.size for _, values in leaves(params))
    assert head["parameters"] == Architecture(inputs, tuple(hidden), outputs).parameters
    drawn = [np.frombuffer(part, "<f4").tolist() for part in buffers]
    assert drawn == [params[name]["weight"].ravel().tolist() for name in network.names]


def test_a_2_2_1_network_has_nine_parameters() -> None:
    assert count(2, [2], 1)[0]["parameters"] == 9


@pytest.mark.parametrize(("inputs", "hidden", "outputs"), SHAPES)
def test_the_code_makes_the_same_network(
    inputs: int, hidden: list[int], outputs: int, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _ = count(inputs, hidden, outputs)
    made: dict[str, Any] = {}
    exec(head["code"], made)  # noqa: S102 (the widget's own code)
    assert made["network"].to_json() == Architecture(inputs, tuple(hidden), outputs, **KINDS).network.to_json()
    assert f"{head['parameters']:,}" in capsys.readouterr().out.splitlines()[-1]


def test_the_widget_keeps_what_is_shown_and_returns_it_as_a_network() -> None:
    widget = gn.widgets.ArchitectureExplorer(2, [3, 3], 1, activation="tanh")
    widget.answer({"id": 1, "kind": "count", "inputs": 4, "hidden": [5], "outputs": 2, **KINDS})
    assert widget.settings == {"inputs": 4, "hidden": (5,), "outputs": 2, **KINDS}
    assert widget.network.output_shape((4,)) == (2,)
    assert widget.answer({"id": 2, "kind": "open"})[0]["hidden"] == [5], "a reopened page goes on from there"


@pytest.mark.parametrize("wrong", [{"inputs": 11}, {"hidden": [0]}, {"hidden": [1] * 7}, {"outputs": 0}])
def test_what_is_out_of_range_is_refused(wrong: dict[str, Any]) -> None:
    asked = {"inputs": 3, "hidden": [4], "outputs": 2, **KINDS, **wrong}
    assert ArchitectureSession().handle({"id": 1, "kind": "count", **asked})[0]["kind"] == "error"
    with pytest.raises(gn.GlassnetError):
        gn.widgets.ArchitectureExplorer(**wrong)
    with pytest.raises(gn.UnknownNameError, match="rleu"):
        gn.widgets.ArchitectureExplorer(activation="rleu")
