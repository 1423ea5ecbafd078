"""MNIST to 99 % on the device: a small convolutional network, timed from the call to the last epoch."""

import os
import time

import glassnet as gn
from glassnet.optim import Adam
from glassnet.optim.schedules import CosineDecay
from pictures import PICTURES, digits

EPOCHS, BATCH = 4, 64


def digits_to_99(device: str, *, small: bool) -> list[str]:
    """Return the section of the report."""
    folder = os.environ.get("GLASSNET_DATA")
    title = "## MNIST to 99 %: CNN 16-32, dropout, 64 units, Adam, 4 epochs of batches of 64"
    if folder and not small:
        data = gn.data.mnist(folder, validation=0.05)
    elif small:
        drawn = digits(PICTURES)
        data = gn.data.from_arrays(drawn.x[:1000], drawn.y[:1000], validation=0.1, test=0.2)
    else:
        return [title, "", "- left out: GLASSNET_DATA names no folder with MNIST's files", ""]
    convolutions = [gn.Conv2D(count, 3, activation="relu", weight_initializer="he_normal") for count in (16, 32)]
    network = gn.Network(
        [
            gn.Reshape((28, 28, 1)),
            *(layer for convolution in convolutions for layer in (convolution, gn.MaxPool2D(2))),
            gn.Flatten(),
            gn.Dropout(0.3),
            gn.Dense(64, "relu", "he_normal"),
            gn.Dense(10),
        ]
    )
    steps = EPOCHS * -(-len(data.train.x) // BATCH)
    begin = time.perf_counter()
    run = gn.fit(
        network,
        data,
        loss="sparse_softmax_cross_entropy",
        optimizer=Adam(0.002),
        schedule=CosineDecay(steps),
        batch_size=BATCH,
        epochs=EPOCHS,
        engine="xla",
        device=device,
        progress=False,
    )
    taken = time.perf_counter() - begin
    right = run.evaluate("test").accuracy or 0.0
    reached = "met" if right >= 0.99 else "**missed**"
    compiled = f"{run.compile_seconds or 0.0:.1f} s of them compiling"
    return [
        title,
        "",
        f"- {100 * right:.2f} % of {len(data.parts['test']):,} test pictures right (99 %: {reached}); {steps:,} steps "
        f"with a look at the validation part after each epoch in {taken:.1f} s, {compiled}",
        "",
    ]
