"""Classic problems: what one layer cannot learn two can, and what a plain recurrent net forgets an LSTM keeps."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.optim import Adam
from glassnet.optim.clipping import ClipByGlobalNorm
from glassnet.optim.schedules import CosineDecay

XOR = gn.Dataset("xor", np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0.0, 1.0, 1.0, 0.0]))


def trained_on_xor(*layers: Any) -> gn.Run:
    optimizer = Adam(0.05)
    return gn.fit(gn.Network(layers), XOR, loss="sigmoid_cross_entropy", optimizer=optimizer, batch_size=4, epochs=400)


def test_a_hidden_layer_learns_xor() -> None:
    run = trained_on_xor(gn.Dense(4, "tanh"), gn.Dense(1))
    assert np.abs(run.predict(XOR.x)[:, 0] - XOR.y).max() < 0.05


def test_no_straight_line_separates_xor() -> None:
    run = trained_on_xor(gn.Dense(1))
    np.testing.assert_allclose(run.predict(XOR.x), 0.5, atol=0.01)  # the best that a plane can do
    assert run.evaluate("train").loss == pytest.approx(np.log(2), abs=1e-3)


SYMBOLS, DELAY, EPOCHS = 3, 60, 30


def copy_task(samples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Bits to remember (−1 or 1), a long silence, then one request per bit to recall it (second feature 1)."""
    bits = stream(seed).integers(2, (samples, SYMBOLS))
    x, y = np.zeros((samples, DELAY + 2 * SYMBOLS, 2)), np.zeros((samples, DELAY + 2 * SYMBOLS, 1))
    x[:, :SYMBOLS, 0], x[:, -SYMBOLS:, 1], y[:, -SYMBOLS:, 0] = 2 * bits - 1, 1, bits
    return x.astype("float32"), y


def fraction_recalled(layer: Any) -> float:
    """Train on the copy task and return the fraction of bits recalled correctly, on sequences never seen."""
    data = gn.Dataset("copy", *copy_task(2048, seed=1))
    run = gn.fit(
        gn.Network([layer, gn.Dense(1)]),
        data,
        loss="sigmoid_cross_entropy",
        optimizer=Adam(0.01),
        schedule=CosineDecay(EPOCHS * len(data.x) // 64),
        clipping=ClipByGlobalNorm(0.02),
        batch_size=64,
        epochs=EPOCHS,
        memory=0,
    )
    x, y = copy_task(1000, seed=2)
    recalled = run.predict(x)[:, -SYMBOLS:] > 0.5
    return float((recalled == y[:, -SYMBOLS:]).mean())


@pytest.mark.slow
def test_an_lstm_copies_over_sixty_steps_of_silence_and_a_plain_recurrent_layer_does_not() -> None:
    lstm = fraction_recalled(gn.LSTM(32, return_sequences=True))
    plain = fraction_recalled(gn.SimpleRNN(32, return_sequences=True))
    print(f"bits recalled: LSTM {lstm:.4f}, SimpleRNN {plain:.4f}")
    assert lstm > 0.99
    assert plain < 0.85
