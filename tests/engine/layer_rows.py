"""Rows of the layers that see features or images, and of those that hold layers."""

from typing import Any

import glassnet as gn
from glassnet.base.random import stream
from glassnet.nn.layers.chain import name_layers

from .activation_rows import torch_activation
from .image_twins import average_pool, convolve, max_pool, paint, same_in_keras
from .row import Given, Row
from .sequence_rows import SEQUENCE_ROWS


def torch_layer(torch: Any, layer: Any, given: Given) -> Any:
    """Return PyTorch's output of one of our layers, through that layer's own row."""
    row = next(row for row in LAYER_ROWS if row.kind is type(layer))
    assert row.torch is not None
    return row.torch(torch, layer, given)


def torch_chain(torch: Any, path: str, layers: Any, given: Given) -> Any:
    """Return PyTorch's output of layers one after another."""
    params, state, x = given.params[path], given.state[path], given.x
    for name, layer in name_layers(layers):
        x = torch_layer(torch, layer, Given(params[name], state[name], x, given.train))
    return x


def dense(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's linear layer, then the activation."""
    z = torch.nn.functional.linear(given.x, given.params["weight"].T, given.params["bias"])
    return torch_activation(torch, layer.activation, z)


def batch_norm(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's batch normalisation, whose channels come second and whose momentum is the other share."""
    normalized = torch.nn.functional.batch_norm(
        given.x.movedim(-1, 1),
        given.state["running_mean"].clone(),
        given.state["running_variance"].clone(),
        given.params["gain"],
        given.params["bias"],
        given.train,
        1 - layer.momentum,
        layer.epsilon,
    )
    return normalized.movedim(1, -1)


def dropout(torch: Any, layer: Any, given: Given) -> Any:
    """The mask is drawn from our stream; what PyTorch adds is the way back through it."""
    if not given.train:
        return given.x
    ones = given.x.detach().numpy() * 0 + 1.0
    kept = layer.forward({}, {}, ones, train=True, rng=stream(7))[0] > 0
    return given.x * torch.tensor(kept) / (1 - layer.rate)


def residual(torch: Any, layer: Any, given: Given) -> Any:
    """The body and the way round it, added."""
    ways = [torch_chain(torch, path, getattr(layer, path), given) for path in ("body", "projection")]
    return torch_activation(torch, layer.activation, ways[0] + ways[1])


def branch(torch: Any, layer: Any, given: Given) -> Any:
    """All chains, side by side, added or multiplied."""
    outputs = [torch_chain(torch, f"path_{number}", chain, given) for number, chain in enumerate(layer.chains, 1)]
    if layer.merge == "concatenate":
        return torch.cat(outputs, -1)
    stacked = torch.stack(outputs)
    return stacked.sum(0) if layer.merge == "add" else stacked.prod(0)


IMAGE = (5, 6, 2)

LAYER_ROWS = (
    Row(
        (
            gn.Dense(3),
            gn.Dense(1, "sigmoid"),
            gn.Dense(5, "tanh", "he_normal", "uniform"),
            gn.Dense(4, "relu"),
            gn.Dense(4, "softmax"),
        ),
        dense,
        shapes=((4,), (1,), (3, 2)),
    ),
    Row(
        (gn.Activate("tanh"), gn.Activate(gn.LeakyReLU(0.2)), gn.Activate("softmax")),
        lambda t, layer, c: torch_activation(t, layer.activation, c.x),
        shapes=((4,), (2, 3, 2)),
    ),
    Row(
        (gn.PReLU(), gn.PReLU(0.1, shared=True)),
        lambda t, layer, c: t.nn.functional.prelu(c.x.movedim(-1, 1), c.params["slope"]).movedim(1, -1),
        shapes=((4,), (2, 3, 2)),
    ),
    Row(
        (
            gn.Conv2D(3),
            gn.Conv2D(2, (2, 3), stride=(2, 1), padding=(1, 0), activation="tanh"),
            gn.Conv2D(2, 3, padding=((0, 2), (1, 0)), border="replicate"),
            gn.Conv2D(2, 2, dilation=(2, 3), padding=1),
            gn.Conv2D(4, 2, groups=2, bias_initializer="normal"),
            gn.Conv2D(2, 1, stride=3),
        ),
        convolve,
        shapes=(IMAGE,),
    ),
    Row(
        (
            gn.Conv2D(3, padding="same"),
            gn.Conv2D(2, (4, 2), stride=(3, 2), padding="same", activation="relu"),
            gn.Conv2D(2, 2, padding="same", dilation=3, groups=2),
        ),
        convolve,
        same_in_keras,
        shapes=(IMAGE, (4, 4, 2)),
    ),
    Row(
        (
            gn.Conv2DTranspose(3, 2),
            gn.Conv2DTranspose(2, (3, 2), stride=(2, 3), activation="tanh"),
            gn.Conv2DTranspose(2, 3, stride=2, padding=((1, 0), (0, 1))),
            gn.Conv2DTranspose(2, 2, dilation=(2, 1)),
        ),
        paint,
        shapes=((3, 2, 2),),
    ),
    Row(
        (gn.Conv2DTranspose(2, 3, 2, "same"), gn.Conv2DTranspose(2, 3, 1, "same"), gn.Conv2DTranspose(1, 1, 2, "same")),
        paint,
        same_in_keras,
        shapes=((3, 2, 2),),
    ),
    Row(
        (gn.MaxPool2D(2), gn.MaxPool2D((3, 2), stride=1), gn.MaxPool2D(2, padding=1), gn.MaxPool2D(3, 2)),
        max_pool,
        shapes=(IMAGE,),
    ),
    Row((gn.MaxPool2D(2, padding="same"), gn.MaxPool2D(3, 2, "same")), max_pool, same_in_keras, shapes=(IMAGE,)),
    Row(
        (gn.MinPool2D(2), gn.MinPool2D((3, 2), stride=1), gn.MinPool2D(2, padding=1), gn.MinPool2D(3, 2, "same")),
        lambda t, layer, c: -max_pool(t, layer, c._replace(x=-c.x)),
        shapes=(IMAGE,),
    ),
    Row(
        (gn.AveragePool2D(2), gn.AveragePool2D((3, 2), stride=1), gn.AveragePool2D(2, padding=((1, 0), (0, 1)))),
        average_pool,
        shapes=(IMAGE,),
    ),
    Row(
        (gn.AveragePool2D(2, padding="same"), gn.AveragePool2D(3, 2, "same")),
        average_pool,
        same_in_keras,
        shapes=(IMAGE,),
    ),
    Row(
        (gn.GlobalAveragePool2D(),),
        lambda t, layer, c: t.nn.functional.adaptive_avg_pool2d(c.x.movedim(-1, 1), 1).flatten(1),
        shapes=(IMAGE,),
    ),
    Row(
        (gn.UpSampling2D(), gn.UpSampling2D((1, 3))),
        lambda t, layer, c: t.nn.functional.interpolate(
            c.x.movedim(-1, 1), scale_factor=tuple(map(float, layer.size))
        ).movedim(1, -1),
        shapes=((2, 3, 2),),
    ),
    Row((gn.Flatten(),), lambda t, layer, c: t.flatten(c.x, 1), shapes=((4,), (2, 3, 2))),
    Row(
        (gn.Reshape((3, -1)), gn.Reshape((2, 3, 2))),
        lambda t, layer, c: c.x.reshape(len(c.x), *layer.shape),
        shapes=((12,), (6, 2)),
    ),
    Row(
        (gn.Select([1]), gn.Select([2, 0]), gn.Select((0, 1, 2))),
        lambda t, layer, c: c.x[..., list(layer.features)],
        shapes=((3,), (2, 4), (3, 2, 3)),
    ),
    Row((gn.Dropout(0.5), gn.Dropout(0.1), gn.Dropout(0.0)), dropout, shapes=((6,), (2, 3, 2))),
    Row((gn.BatchNorm(), gn.BatchNorm(0.5, 0.1)), batch_norm, shapes=((4,), (5, 2), (3, 2, 2))),
    Row(
        (gn.LayerNorm(), gn.LayerNorm(0.1)),
        lambda t, layer, c: t.nn.functional.layer_norm(
            c.x, c.x.shape[-1:], c.params["gain"], c.params["bias"], layer.epsilon
        ),
        shapes=((4,), (5, 3), (3, 2, 4)),
    ),
    Row(
        (gn.GroupNorm(2), gn.GroupNorm(1, epsilon=0.1), gn.GroupNorm(3)),
        lambda t, layer, c: t.nn.functional.group_norm(
            c.x.movedim(-1, 1), layer.groups, c.params["gain"], c.params["bias"], layer.epsilon
        ).movedim(1, -1),
        lambda k, layer, c: (
            c.params["bias"]
            + c.params["gain"]
            * k.layers.GroupNormalization(
                layer.groups, epsilon=layer.epsilon, center=False, scale=False, dtype="float64"
            )(c.x)
        ),
        shapes=((6,), (5, 6), (3, 2, 12)),
    ),
    Row(
        (
            gn.Residual(gn.Dense(4, "tanh")),
            gn.Residual([gn.Dense(5, "tanh"), gn.BatchNorm(), gn.Dense(3)], gn.Dense(3), "sigmoid"),
            gn.Residual([gn.Dense(4, "sigmoid"), gn.Residual(gn.Dense(4, "tanh"))], activation="tanh"),
        ),
        residual,
    ),
    Row(
        (gn.Residual([gn.Conv2D(3, padding=1), gn.Activate("tanh")], gn.Conv2D(3, 1)),),
        residual,
        shapes=((3, 4, 2),),
    ),
    Row(
        (gn.Residual([gn.Dropout(0.5), gn.Dense(4, "tanh")]),),
        exceptions={"torch": "the mask inside is drawn from a stream that belongs to the holder"},
    ),
    Row(
        (
            gn.Branch([[], gn.Dense(2, "tanh")]),
            gn.Branch([gn.Dense(3), [gn.Dense(2, "tanh"), gn.BatchNorm(), gn.Dense(3)]], merge="add"),
            gn.Branch([gn.Dense(3), gn.Dense(3, "tanh"), gn.Dense(3, "sigmoid")], merge="multiply"),
            gn.Branch([[], [gn.Dense(4, "tanh"), gn.Select([3, 0, 1, 2])]], merge="multiply"),
            gn.Branch([gn.Dense(1), gn.Branch([gn.Dense(2), []]), gn.Residual(gn.Dense(4, "tanh"))]),
        ),
        branch,
    ),
    *SEQUENCE_ROWS,
)
