"""The twelve exhibits, each on its own input."""

from collections.abc import Mapping

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.layers import (
    GRU,
    LSTM,
    Activate,
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Conv2DTranspose,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    GroupNorm,
    LayerNorm,
    MaxPool2D,
    MinPool2D,
    MultiHeadSelfAttention,
    Reshape,
    SimpleRNN,
)
from glassnet.widgets.layer_zoo.exhibit import SEED, Exhibit, picture

SOBEL = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
BLUR = np.full((3, 3), 1 / 9)
WORDS, STEPS, UNITS = 12, 6, 5


def kernel(values: Array) -> dict[str, Array]:
    """Return the parameters of a convolution with one kernel and no bias."""
    return {"weight": values[:, :, None, None], "bias": np.zeros(1)}


def as_list(number: int) -> Array:
    """Return a picture as a list of its 64 pixels, shape (1, 64)."""
    return picture(number).reshape(1, 64)


def rows(number: int) -> Array:
    """Return a picture as a sequence of its eight rows, shape (1, 8, 8)."""
    return picture(number)[..., 0]


def edges(number: int) -> Array:
    """Return the vertical edges of a picture, numbers of both signs, shape (1, 6, 6, 1)."""
    output, _, _ = Conv2D(1, 3).forward(kernel(SOBEL), {}, picture(number), train=False, rng=stream(0))
    return output


def small(number: int) -> Array:
    """Return a picture of a quarter of the size, shape (1, 4, 4, 1)."""
    output, _, _ = AveragePool2D(2).forward({}, {}, picture(number), train=False, rng=stream(0))
    return output


def sentence(number: int) -> Array:
    """Return the numbers of six words, shape (1, 6)."""
    return stream(number).child("words").integers(WORDS, (1, STEPS)).astype(float)


def vectors(number: int) -> Array:
    """Return the vectors of six words, shape (1, 6, 5)."""
    layer = Embedding(WORDS, UNITS)
    params, state, _ = layer.build(stream(SEED), (STEPS,), "float64")
    output, _, _ = layer.forward(params, state, sentence(number), train=False, rng=stream(0))
    return 20 * output  # drawn small, as an embedding starts


def scores(number: int) -> Array:
    """Return ten scores of a picture by a layer that has learnt nothing, shape (1, 10)."""
    layer = Dense(10)
    params, state, _ = layer.build(stream(SEED), (64,), "float64")
    output, _, _ = layer.forward(params, state, as_list(number), train=False, rng=stream(0))
    return output


EXHIBITS: Mapping[str, Exhibit] = {
    "input": Exhibit(
        "Input",
        "Brings the numbers into the shape that the next layer expects. It changes none of them.",
        {"as a list": Flatten(), "as rows": Reshape((8, 8))},
        picture,
    ),
    "dense": Exhibit(
        "Dense",
        "Each output is a sum of all inputs, each with a weight of its own.",
        {"10 units": Dense(10), "4 units": Dense(4), "16 units": Dense(16)},
        as_list,
        drawn=(8, 8),
    ),
    "convolution": Exhibit(
        "Convolution",
        "Slides a small window of weights over the picture: the same nine weights everywhere.",
        {"vertical edges": Conv2D(1, 3), "horizontal edges": Conv2D(1, 3), "blur": Conv2D(1, 3)},
        picture,
        weights={"vertical edges": kernel(SOBEL), "horizontal edges": kernel(SOBEL.T), "blur": kernel(BLUR)},
    ),
    "pooling": Exhibit(
        "Pooling",
        "Keeps one number of every 2 × 2 pixels. It has nothing to learn.",
        {"the largest": MaxPool2D(2), "the mean": AveragePool2D(2), "the smallest": MinPool2D(2)},
        picture,
    ),
    "recurrent": Exhibit(
        "Recurrent",
        "Reads row after row and remembers: each output depends on all rows so far.",
        {
            "simple": SimpleRNN(6, return_sequences=True),
            "GRU": GRU(6, return_sequences=True),
            "LSTM": LSTM(6, return_sequences=True),
        },
        rows,
    ),
    "normalisation": Exhibit(
        "Normalisation",
        "Shifts and scales numbers to the mean 0 and the standard deviation 1. Here each row is an example.",
        {"each row (layer)": LayerNorm(), "each column (batch)": BatchNorm(), "half a row (group)": GroupNorm(2)},
        lambda number: rows(number)[0],
        train=True,
        whole=True,
    ),
    "dropout": Exhibit(
        "Dropout",
        "In training only, switches off numbers at random, and enlarges the others to make up for it.",
        {"half": Dropout(0.5), "a fifth": Dropout(0.2), "four fifths": Dropout(0.8)},
        picture,
        train=True,
    ),
    "activation": Exhibit(
        "Activation",
        "Applies one function to each number. The input shows edges: blue above 0, orange below.",
        {"ReLU": Activate("relu"), "tanh": Activate("tanh"), "sigmoid": Activate("sigmoid")},
        edges,
    ),
    "transposed": Exhibit(
        "Transposed convolution",
        "Makes a small picture larger: each pixel stamps the window, multiplied by its value.",
        {"blocks": Conv2DTranspose(1, 2, 2), "overlapping": Conv2DTranspose(1, 4, 2, "same")},
        small,
        weights={
            "blocks": kernel(np.ones((2, 2))),
            "overlapping": kernel(np.outer([0.25, 0.75, 0.75, 0.25], [0.25, 0.75, 0.75, 0.25])),
        },
    ),
    "embedding": Exhibit(
        "Embedding",
        "Looks up a vector for the number of each word: one row of its table.",
        {"5 numbers a word": Embedding(WORDS, UNITS), "2 numbers a word": Embedding(WORDS, 2)},
        sentence,
    ),
    "attention": Exhibit(
        "Attention",
        "Each word looks at all words and takes a mixture of them, most from those that suit it.",
        {"1 head": MultiHeadSelfAttention(1), "5 heads": MultiHeadSelfAttention(5)},
        vectors,
    ),
    "output": Exhibit(
        "Output",
        "Turns ten scores into the answer that is asked for.",
        {
            "softmax: they share 1": Activate("softmax"),
            "sigmoid: each from 0 to 1": Activate("sigmoid"),
            "none": Activate("linear"),
        },
        scores,
    ),
}
"""By name, in the order of the page."""
