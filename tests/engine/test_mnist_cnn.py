"""A classic: a small convolutional network recognises at least 99 % of handwritten digits."""

import os

import pytest

import glassnet as gn
from glassnet.optim import Adam
from glassnet.optim.schedules import CosineDecay

EPOCHS, BATCH = 4, 64


@pytest.mark.slow
def test_a_small_cnn_reads_99_of_100_digits() -> None:
    directory = os.environ.get("GLASSNET_DATA")
    if not directory:
        pytest.skip("needs the four IDX files of MNIST; set GLASSNET_DATA to their folder")
    data = gn.data.mnist(directory, validation=0.0)
    network = gn.Network(
        [
            gn.Reshape((28, 28, 1)),
            gn.Conv2D(16, 3, activation="relu", weight_initializer="he_normal"),
            gn.MaxPool2D(2),
            gn.Conv2D(32, 3, activation="relu", weight_initializer="he_normal"),
            gn.MaxPool2D(2),
            gn.Flatten(),
            gn.Dropout(0.3),
            gn.Dense(64, "relu", "he_normal"),
            gn.Dense(10),
        ]
    )
    steps = EPOCHS * (-(-len(data.train.x) // BATCH))
    run = gn.fit(
        network,
        data,
        loss="sparse_softmax_cross_entropy",
        optimizer=Adam(0.002),
        schedule=CosineDecay(steps),
        batch_size=BATCH,
        epochs=EPOCHS,
        seed=1,
        memory=0,
    )
    result = run.evaluate("test")
    print(f"test accuracy {result.accuracy:.4f}, loss {result.loss:.4f}")
    assert result.accuracy is not None
    assert result.accuracy >= 0.99
