"""The Python side of the gradient-flow lab."""

import json
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.nn.activations import ACTIVATIONS as ENGINE_ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS as ENGINE_INITIALIZERS
from glassnet.widgets.gradient_flow.flow import (
    EVERY,
    REMEDIES,
    SEEDS,
    STEPS,
    Frame,
    effect_of,
    first_frame,
    with_remedy,
)
from glassnet.widgets.gradient_flow.networks import (
    ACTIVATIONS,
    CLIPPINGS,
    INITIALIZERS,
    NORMALIZATIONS,
    FlowSettings,
    digits,
)
from glassnet.widgets.gradient_flow.session import FlowSession, verdict


def asked(session: FlowSession, kind: str, **fields: Any) -> tuple[dict[str, Any], list[Any]]:
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    json.dumps(head, allow_nan=False)
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_every_initialiser_and_hidden_activation_of_the_engine_can_be_chosen() -> None:
    made = {ENGINE_INITIALIZERS[one] if isinstance(one, str) else type(one) for _, one in INITIALIZERS.values()}
    left_out = set(ENGINE_INITIALIZERS.values()) - made
    assert {one.__name__ for one in left_out} <= {"Ones"}
    assert set(ENGINE_ACTIVATIONS) - set(ACTIVATIONS) <= {"softmax", "step", "gelu_tanh", "formula"}


@pytest.mark.parametrize("normalization", NORMALIZATIONS)
@pytest.mark.parametrize("skip", [False, True])
def test_sizes_are_those_of_the_forward_and_the_backward_pass(normalization: str, skip: bool) -> None:
    settings = FlowSettings(4, "tanh", normalization=normalization, skip=skip)
    frame = first_frame(settings)
    record = settings.run().at(0).record
    batch = record.batches[0]
    hidden = [name for name in batch.outputs if name.startswith(("dense", "residual", "activate"))][:-1]
    if normalization != "none":
        hidden = [name for name in hidden if not name.startswith("dense")]
    assert len(hidden) == 4
    for place, name in enumerate(hidden):
        output = np.asarray(batch.outputs[name], float)
        assert frame.activations[place] == pytest.approx(np.sqrt((output**2).mean()), rel=1e-5)
        d_a = np.asarray(batch.backward[name]["d_a"], float)
        assert frame.gradients[place] == pytest.approx(len(output) * np.sqrt((d_a**2).mean()), rel=1e-5)


def test_it_opens_on_fifty_sigmoid_layers_whose_gradient_vanishes() -> None:
    session = FlowSession(FlowSettings())
    opening, _ = asked(session, "open")
    head, (signals, gradients) = asked(session, "build", settings=opening["settings"])
    assert len(signals) == len(gradients) == 50
    assert head["verdict"] == "vanish"
    assert gradients[0] < 1e-30 < 0.1 < gradients[-1]
    assert 0.4 < signals.min() <= signals.max() < 0.6
    ratios = gradients[1:] / gradients[:-1]
    assert np.median(ratios) > 3


def test_training_goes_on_in_fives_and_is_kept_between_visits() -> None:
    session = FlowSession(FlowSettings(3, "tanh"))
    for _ in range(STEPS // EVERY + 2):
        head, buffers = asked(session, "train")
    assert head["done"]
    assert [frame["step"] for frame in head["frames"]] == list(range(0, STEPS + 1, EVERY))
    assert len(buffers) == 2 * len(head["frames"])
    assert head["accuracy"] > 0.9
    again, _ = asked(session, "build", settings=session.settings)
    assert again["frames"] == head["frames"]
    other, _ = asked(session, "build", settings=session.settings | {"depth": 2})
    assert [frame["step"] for frame in other["frames"]] == [0]


def test_an_explosion_is_caught_and_explained() -> None:
    session = FlowSession(FlowSettings(20, "relu", "large"))
    head, _ = asked(session, "build", settings=session.settings)
    assert head["verdict"] == "explode"
    head, _ = asked(session, "train")
    assert head["done"]
    assert head["stopped"].startswith("Step 1: the first NaN or infinite number is dense_")
    assert "It was computed from dense_" in head["stopped"]
    again, _ = asked(session, "train")
    assert again["stopped"] == head["stopped"]


@pytest.mark.parametrize("depth", [1, 2, 50])
@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_whatever_is_chosen_is_drawn(depth: int, initializer: str) -> None:
    session = FlowSession(FlowSettings(depth, "relu", initializer, skip=depth == 2))
    head, buffers = asked(session, "build", settings=session.settings)
    assert all(len(buffer) == depth for buffer in buffers)
    assert head["verdict"] in ("vanish", "explode", "arrive")


@pytest.mark.parametrize("clipping", CLIPPINGS)
def test_clipping_keeps_what_would_burst_finite(clipping: str) -> None:
    session = FlowSession(FlowSettings(10, "relu", "large", clipping=clipping, limit=0.01, learning_rate=0.01))
    for _ in range(4):
        head, _ = asked(session, "train")
    assert bool(head["stopped"]) == (clipping == "none")


def test_each_remedy_is_added_to_the_settings_alone() -> None:
    settings = FlowSettings(2, "sigmoid")
    session = FlowSession(settings)
    rows: list[dict[str, Any]] = []
    for count in range(1, len(SEEDS) * (len(REMEDIES) + 1) + 1):
        head, _ = asked(session, "measure", settings=session.settings)
        assert head["count"] == count
        rows = head["rows"]
    assert head["total"] == count
    for row in rows:
        expected = [effect_of(with_remedy(settings, row["name"]), seed) for seed in SEEDS]
        assert row["accuracies"] == [one.accuracy for one in expected], row["name"]
        assert row["ratios"] == pytest.approx([one.ratio for one in expected])
    more, _ = asked(session, "measure", settings=session.settings)
    assert more["count"] == head["total"]
    fresh, _ = asked(session, "measure", settings=session.settings | {"depth": 1})
    assert fresh["count"] == 1


def test_what_the_remedies_change() -> None:
    base = FlowSettings(learning_rate=0.1)
    changed = {name: with_remedy(base, name) for name in REMEDIES}
    assert changed["relu"].activation == "relu"
    assert changed["he"].initializer == "he_normal"
    assert changed["clip"].clipping == "global_norm"
    assert changed["rate"].learning_rate == 0.01
    assert with_remedy(base, "none") == base
    assert len(set(changed.values())) == len(REMEDIES)


def test_verdicts() -> None:
    def of(first: float, last: float) -> str:
        return verdict(Frame(0, 1.0, np.ones(2), np.array([first, last])))

    assert (of(1e-4, 1.0), of(0.5, 1.0), of(1e4, 1.0)) == ("vanish", "arrive", "explode")
    assert (of(np.inf, 1.0), of(np.nan, 1.0), of(0.0, 0.0)) == ("explode", "explode", "vanish")


@pytest.mark.parametrize(
    "change",
    [
        {"depth": 0},
        {"depth": 51},
        {"activation": "softmax"},
        {"initializer": "xavier"},
        {"normalization": "group"},
        {"clipping": "sometimes"},
        {"limit": 0},
        {"learning_rate": 11},
        {"skip": 1},
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(change: dict[str, Any]) -> None:
    with pytest.raises(gn.GlassnetError) as refused:
        gn.widgets.GradientFlow(**change)
    assert "\n" not in str(refused.value)


def test_the_digits_are_scaled_with_the_training_part() -> None:
    data = digits()
    x = data.x[data.parts["train"]]
    assert abs(float(x.mean())) < 1e-6
