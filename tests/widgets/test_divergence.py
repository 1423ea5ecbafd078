"""A number that stops being finite stops the session where all numbers still are."""

import numpy as np
import pytest

from glassnet.widgets.lab import LabSession, LabSpec

from .asking import ask, weights

EXPLODING = [
    LabSpec(activation="relu", hidden=(4, 4), learning_rate=10, l2=1),
    LabSpec(activation="linear", hidden=(8, 8, 8, 8), learning_rate=10, l2=1),
    LabSpec(activation="tanh", hidden=(), learning_rate=10, l2=1),
]


@pytest.mark.parametrize("spec", EXPLODING, ids=lambda spec: f"{spec.activation}-{len(spec.hidden)}")
def test_it_stops_at_the_last_finite_state(spec):
    session = LabSession(spec)
    frames = [ask(session, "advance", steps=20) for _ in range(15)]
    stopped = next(frame for frame in frames if frame["stopped"])
    assert "Training stopped before update" in stopped["stopped"]["message"]
    assert np.isfinite(weights(stopped)).all()
    assert all(np.isfinite(stopped[part]["loss"]) for part in ("train", "test"))
    assert np.isfinite(stopped["penalty"])
    assert frames[-1]["stopped"]
    assert frames[-1]["step"] == stopped["step"]


def test_step_by_step_and_in_one_go_stop_at_the_same_place():
    one, many = LabSession(EXPLODING[0]), LabSession(EXPLODING[0])
    at_once = ask(one, "advance", steps=500)
    for _ in range(500):
        frame = ask(many, "advance", steps=1)
        if frame["stopped"]:
            break
    assert at_once["stopped"]
    assert frame["stopped"]
    assert (at_once["step"], at_once["bytes"]["weights"]) == (frame["step"], frame["bytes"]["weights"])


def test_an_earlier_checkpoint_and_a_smaller_rate_go_on():
    session = LabSession(EXPLODING[0])
    kept = ask(session, "advance", steps=2, checkpoint=True)["checkpoint"]
    assert ask(session, "advance", steps=500)["stopped"]
    back = ask(session, "open", checkpoint=kept, spec={"learning_rate": 0.01, "l2": 0})
    assert (back["step"], back["stopped"]) == (2, None)
    assert ask(session, "advance", steps=50)["stopped"] is None
