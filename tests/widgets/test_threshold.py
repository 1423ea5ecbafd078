"""The threshold's and the replay's Python side, without a browser."""

import numpy as np
import pytest

from glassnet.base.errors import DataError
from glassnet.widgets.replay import ReplaySession
from glassnet.widgets.threshold import ThresholdSession

PROBABILITY = np.array([0.1, 0.4, 0.6, 0.9, 0.8, 0.3])
TRUTH = np.array([0, 0, 0, 1, 1, 1])


def judged(threshold: float) -> dict[str, float]:
    session = ThresholdSession(PROBABILITY, TRUTH, ("no", "yes"))
    return session.handle({"id": 1, "kind": "judge", "threshold": threshold})[0]


def test_the_four_counts_and_what_follows_from_them() -> None:
    seen = judged(0.5)
    assert [seen[name] for name in ("found", "missed", "false_alarms", "passed")] == [2, 1, 1, 2]
    assert seen["precision"] == pytest.approx(2 / 3)
    assert seen["recall"] == pytest.approx(2 / 3)
    assert seen["accuracy"] == pytest.approx(4 / 6)


def test_with_nothing_called_yes_precision_is_undefined() -> None:
    assert judged(1.0)["precision"] is None
    assert judged(0.0)["recall"] == 1


def test_the_curves_are_what_the_threshold_gives() -> None:
    head, buffers = ThresholdSession(PROBABILITY, TRUTH, ("no", "yes")).handle({"id": 1, "kind": "open"})
    rows = np.frombuffer(buffers[2], "<f4").reshape(head["rows"], 3)
    assert rows[50].tolist() == pytest.approx([0.5, judged(0.5)["precision"], judged(0.5)["recall"]])
    assert np.isnan(rows[-1, 1])
    assert [len(part) // 4 for part in buffers[:2]] == [3, 3]


@pytest.mark.parametrize(
    ("probability", "truth"), [([0.5], [0, 1]), ([1.5, 0.2], [0, 1]), ([0.5, 0.2], [0, 2]), ([[0.5]], [[0]])]
)
def test_arrays_that_do_not_fit_are_refused(probability: list[float], truth: list[int]) -> None:
    with pytest.raises(DataError):
        ThresholdSession(np.array(probability), np.array(truth), ("no", "yes"))


def test_a_replay_shows_the_epochs_that_it_was_given() -> None:
    x, y = np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([0, 1])
    session = ReplaySession(
        np.array([0.5, 0.4, 0.1]), lambda epoch, points: points[:, 0] * epoch / 2, x, y, (0, 2), 0.2
    )
    head, buffers = session.handle({"id": 1, "kind": "open"})
    assert head["epochs"] == [0, 2]
    assert np.frombuffer(buffers[0], "<f4").tolist() == pytest.approx([0.5, 0.4, 0.1])
    frame, _ = session.handle({"id": 2, "kind": "look", "place": 1})
    assert (frame["epoch"], frame["loss"], frame["right"]) == (2, 0.1, 2)
    with pytest.raises(DataError, match="each with a loss"):
        ReplaySession(np.array([0.5]), lambda _epoch, points: points[:, 0], x, y, (0, 1), 0.2)
