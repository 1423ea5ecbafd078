"""Convolutional networks for the contests, and the same network in the other libraries' words."""

from typing import Any

import glassnet as gn
from glassnet.optim import Adam
from glassnet.train import Recipe
from pictures import HELD_OUT, digits, spectrograms
from problem import Problem, whole_batches
from torch_side import conv2d, linear

Size = tuple[int, int, int]


def digit_cnn_problem(batch: int = 64, held_out: int = HELD_OUT) -> Problem:
    """Digits, 28×28: two 3×3 convolutions of 8 and 16 filters, each halved; SGD with momentum."""
    network = gn.Network([*_halved(8, 16), gn.Flatten(), gn.Dense(10)])
    recipe = Recipe("sparse_softmax_cross_entropy", gn.SGD(0.01, momentum=0.9), batch_size=batch)
    return Problem(
        network, recipe, _as_pictures(whole_batches(digits(3200 + held_out), batch, held_out), (28, 28, 1)), "classes"
    )


def spoken_cnn_problem(batch: int = 32, held_out: int = 0) -> Problem:
    """Spectrograms, 61×64: three 3×3 convolutions of 16, 32 and 32 filters, each halved, 64 units; Adam."""
    network = gn.Network([*_halved(16, 32, 32), gn.Flatten(), gn.Dense(64, "relu"), gn.Dense(10)])
    recipe = Recipe("sparse_softmax_cross_entropy", Adam(0.001), batch_size=batch)
    return Problem(
        network, recipe, _as_pictures(whole_batches(spectrograms(), batch, held_out), (61, 64, 1)), "classes"
    )


def _halved(*filters: int) -> list[Any]:
    layers = [(gn.Conv2D(count, 3, activation="relu"), gn.MaxPool2D(2)) for count in filters]
    return [layer for pair in layers for layer in pair]


def _as_pictures(data: gn.Dataset, size: Size) -> gn.Dataset:
    return gn.Dataset(data.name, data.x.reshape(-1, *size), data.y, data.parts, class_names=data.class_names)


def cnn_module(torch: Any, weights: dict[str, Any], size: Size) -> Any:
    """Return the same network as a module that takes pictures as we do, (batch, height, width, 1)."""
    nn, (height, width, channels) = torch.nn, size
    layers = [nn.Flatten(), nn.Unflatten(1, (channels, height, width))]  # with one channel the numbers lie as they did
    flat = False
    for name, values in weights.items():
        if name.startswith("conv2d"):
            layers += [conv2d(torch, values), nn.ReLU(), nn.MaxPool2d(2)]
            height, width, channels = (height - 2) // 2, (width - 2) // 2, values["weight"].shape[3]
        elif name.startswith("dense"):
            layers += [nn.ReLU()] if flat else [nn.Flatten()]
            weight = values["weight"]
            if not flat:  # our features come row by row, pixel by pixel; PyTorch's channel by channel
                rows = weight.reshape(height, width, channels, -1)
                weight = rows.permute(2, 0, 1, 3).reshape(weight.shape)
            layers.append(linear(torch, {**values, "weight": weight}))
            flat = True
    return nn.Sequential(*layers)


def cnn_model(keras: Any, problem: Problem) -> Any:
    """Return the same network in Keras."""
    layers = keras.layers
    made = [layers.Input(problem.data.x.shape[1:])]
    for layer in problem.network.layers:
        if isinstance(layer, gn.Conv2D):
            made.append(layers.Conv2D(layer.filters, 3, activation="relu"))
        elif isinstance(layer, gn.MaxPool2D):
            made.append(layers.MaxPool2D(2))
        elif isinstance(layer, gn.Flatten):
            made.append(layers.Flatten())
        else:
            made.append(layers.Dense(layer.units, {"Linear": None}.get(type(layer.activation).__name__, "relu")))
    return keras.Sequential(made)
