"""Rows of the layers that see sequences."""

from typing import Any

import glassnet as gn

from .draws import ids, padded
from .row import Given, Row

SEQUENCE = (4, 3)
CUT = dict.fromkeys(
    ("gradient", "jax", "torch"), "a part of the gradient is left out on purpose; test_recurrent.py proves the rest"
)


def torch_params(torch: Any, layer: Any, p: Any, suffix: str) -> dict[str, Any]:
    """Return our parameters as PyTorch names and orders them."""
    weight, recurrent, bias = p["weight"], p["recurrent_weight"], p["bias"]
    recurrent_bias = torch.zeros_like(bias)
    if isinstance(layer, gn.GRU):  # PyTorch: reset, update, candidate
        weight, recurrent, bias = (in_order(torch, values, (1, 0, 2)) for values in (weight, recurrent, bias))
        recurrent_bias = torch.cat([torch.zeros(2 * layer.units, dtype=bias.dtype), p["recurrent_bias"]])
    named = {"weight_ih": weight.T, "weight_hh": recurrent.T, "bias_ih": bias, "bias_hh": recurrent_bias}
    return {f"{name}_l0{suffix}": value.contiguous() for name, value in named.items()}


def in_order(torch: Any, values: Any, order: tuple[int, ...]) -> Any:
    """Return the blocks of the last axis in another order."""
    blocks = values.chunk(len(order), -1)
    return torch.cat([blocks[place] for place in order], -1)


def recurrent(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's recurrent layers; sequences of unequal length go in packed."""
    both = isinstance(layer, gn.Bidirectional)
    inner = layer.layer if both else layer
    kind = {"SimpleRNN": "RNN", "LSTM": "LSTM", "GRU": "GRU"}[type(inner).__name__]
    more = {"nonlinearity": type(inner.activation).__name__.lower()} if kind == "RNN" else {}
    module = getattr(torch.nn, kind)(given.x.shape[-1], inner.units, batch_first=True, bidirectional=both, **more)
    params: dict[str, Any] = {}
    for name, suffix in (("forward", ""), ("backward", "_reverse")) if both else ((None, ""),):
        params |= torch_params(torch, inner, given.params[name] if name else given.params, suffix)
    x = given.x
    if inner.mask_value is not None:
        lengths = (x != inner.mask_value).any(-1).sum(-1)
        x = torch.nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    output, last = torch.func.functional_call(module.double(), params, (x,))
    if not inner.return_sequences:
        last = last[0] if kind == "LSTM" else last
        halves = list(last)
    else:
        if inner.mask_value is not None:
            output, _ = torch.nn.utils.rnn.pad_packed_sequence(
                output, batch_first=True, padding_value=inner.mask_value, total_length=given.x.shape[1]
            )
        halves = list(output.split(inner.units, -1))
    if not both:
        return halves[0]
    return sum(halves) if layer.merge == "add" else torch.cat(halves, -1)


def recurrent_in_keras(keras: Any, layer: Any, given: Given) -> Any:
    """Keras' recurrent layers, which take any activation, a mask, and the reset gate in both places."""
    np, p = keras.ops, given.params
    named: dict[str, Any] = {"activation": type(layer.activation).__name__.lower()}
    biases = p["bias"]
    if hasattr(layer, "gate_activation"):
        named["recurrent_activation"] = type(layer.gate_activation).__name__.lower()
    if isinstance(layer, gn.GRU):
        named["reset_after"] = layer.reset_after
        if layer.reset_after:
            unused = np.zeros(2 * layer.units, dtype=biases.dtype)
            biases = np.stack([biases, np.concatenate([unused, p["recurrent_bias"]])])
    kind = getattr(keras.layers, type(layer).__name__)
    module = kind(layer.units, return_sequences=layer.return_sequences, dtype="float64", **named)
    module.build(given.x.shape)
    values = [p["weight"], p["recurrent_weight"], biases]
    mask = None if layer.mask_value is None else (given.x != layer.mask_value).any(-1)
    output, _ = module.stateless_call(values, module.non_trainable_variables, given.x, mask=mask)
    if mask is not None and layer.return_sequences:
        output = np.where(mask[..., None], output, layer.mask_value)
    return output


def attend(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's scaled dot-product attention between the same four products."""
    x, p = given.x, given.params
    batch, time, _ = x.shape

    def by_head(values: Any) -> Any:
        return values.view(batch, time, layer.heads, -1).transpose(1, 2)

    allowed = torch.ones(batch, 1, time, time, dtype=torch.bool)
    real = torch.ones(batch, time, dtype=torch.bool)
    if layer.mask_value is not None:
        real = (x != layer.mask_value).any(-1)
        allowed = allowed & (real[:, None, None] | torch.eye(time, dtype=torch.bool))
    if layer.causal:
        allowed = allowed.tril()
    mixed = torch.nn.functional.scaled_dot_product_attention(
        by_head(x @ p["query_weight"] + p["query_bias"]),
        by_head(x @ p["key_weight"]),
        by_head(x @ p["value_weight"] + p["value_bias"]),
        attn_mask=allowed,
    )
    output = mixed.transpose(1, 2).reshape(batch, time, -1) @ p["output_weight"] + p["output_bias"]
    return torch.where(real[..., None], output, layer.mask_value or 0.0)


def waves(torch: Any, layer: Any, given: Given) -> Any:
    """Sine and cosine of each place, one number at a time."""
    _, time, features = given.x.shape
    table = torch.zeros(time, features, dtype=torch.float64)
    for place in range(time):
        for feature in range(features):
            angle = torch.tensor(place / layer.base ** ((feature - feature % 2) / features), dtype=torch.float64)
            table[place, feature] = torch.cos(angle) if feature % 2 else torch.sin(angle)
    return where_real(torch, layer, given.x, given.x + table)


def where_real(torch: Any, layer: Any, x: Any, output: Any) -> Any:
    """Leave padding as it is."""
    if layer.mask_value is None:
        return output
    return torch.where((x != layer.mask_value).any(-1, keepdim=True), output, x)


def look_up(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's embedding, with a vector of zeros for padding."""
    rows = torch.nn.functional.embedding(given.x, given.params["weight"], layer.padding)
    return rows if layer.padding is None else rows * (given.x != layer.padding)[..., None]


SEQUENCE_ROWS = (
    Row(
        (gn.Embedding(6, 3), gn.Embedding(6, 2, padding=2), gn.Embedding(9, 2, weight_initializer="normal")),
        look_up,
        shapes=((4,), (2, 3)),
        draw=ids(6),
    ),
    Row(
        (gn.SimpleRNN(3), gn.SimpleRNN(2, "relu", return_sequences=True, bias_initializer="uniform")),
        recurrent,
        recurrent_in_keras,
        shapes=(SEQUENCE, (1, 2)),
    ),
    Row(
        (gn.SimpleRNN(3, mask_value=0.0), gn.SimpleRNN(2, return_sequences=True, mask_value=0.0)),
        recurrent,
        recurrent_in_keras,
        shapes=(SEQUENCE,),
        draw=padded,
    ),
    Row(
        (gn.LSTM(3), gn.LSTM(2, return_sequences=True, forget_bias=0.0)),
        recurrent,
        recurrent_in_keras,
        shapes=(SEQUENCE, (1, 2)),
    ),
    Row(
        (gn.LSTM(2, mask_value=0.0), gn.LSTM(2, return_sequences=True, mask_value=0.0)),
        recurrent,
        recurrent_in_keras,
        shapes=(SEQUENCE,),
        draw=padded,
    ),
    Row(
        (gn.GRU(3), gn.GRU(2, return_sequences=True, bias_initializer="uniform")),
        recurrent,
        recurrent_in_keras,
        shapes=(SEQUENCE, (1, 2)),
    ),
    Row(
        (gn.GRU(2, mask_value=0.0), gn.GRU(2, return_sequences=True, mask_value=0.0)),
        recurrent,
        recurrent_in_keras,
        shapes=(SEQUENCE,),
        draw=padded,
    ),
    *(
        Row(
            layers,
            keras=recurrent_in_keras,
            shapes=(SEQUENCE,),
            draw=padded,
            exceptions={"torch": "PyTorch has neither these activations nor a reset gate before the product"},
        )
        for layers in (
            (gn.LSTM(2, "relu", "tanh", return_sequences=True), gn.LSTM(2, "linear", mask_value=0.0)),
            (
                gn.GRU(3, reset_after=False),
                gn.GRU(2, "sigmoid", "tanh", reset_after=False, return_sequences=True),
                gn.GRU(2, reset_after=False, return_sequences=True, mask_value=0.0),
            ),
            (gn.SimpleRNN(2, "sigmoid"),),
        )
    ),
    *(
        Row((layer,), shapes=(SEQUENCE,), exceptions=CUT)
        for layer in (
            gn.SimpleRNN(2, truncate=2),
            gn.LSTM(2, truncate=1, return_sequences=True),
            gn.GRU(2, truncate=3),
        )
    ),
    Row(
        (
            gn.Bidirectional(gn.LSTM(2, return_sequences=True)),
            gn.Bidirectional(gn.GRU(2), merge="add"),
            gn.Bidirectional(gn.SimpleRNN(2)),
        ),
        recurrent,
        shapes=(SEQUENCE,),
    ),
    Row(
        (
            gn.Bidirectional(gn.LSTM(2, mask_value=0.0)),
            gn.Bidirectional(gn.GRU(2, return_sequences=True, mask_value=0.0), merge="add"),
        ),
        recurrent,
        shapes=(SEQUENCE,),
        draw=padded,
    ),
    Row(
        (
            gn.MultiHeadSelfAttention(1),
            gn.MultiHeadSelfAttention(2, causal=True),
            gn.MultiHeadSelfAttention(3, key_size=2, bias_initializer="normal"),
        ),
        attend,
        shapes=((4, 4), (1, 2)),
    ),
    Row(
        (gn.MultiHeadSelfAttention(2, mask_value=0.0), gn.MultiHeadSelfAttention(1, causal=True, mask_value=0.0)),
        attend,
        shapes=((4, 4),),
        draw=padded,
    ),
    Row((gn.PositionalEncoding(), gn.PositionalEncoding(100.0)), waves, shapes=(SEQUENCE, (5, 4))),
    Row((gn.PositionalEncoding(mask_value=0.0),), waves, shapes=(SEQUENCE,), draw=padded),
    Row(
        (gn.PositionalEmbedding(), gn.PositionalEmbedding(weight_initializer="uniform")),
        lambda t, layer, c: c.x + c.params["weight"],
        shapes=(SEQUENCE,),
    ),
    Row(
        (gn.PositionalEmbedding(mask_value=0.0),),
        lambda t, layer, c: where_real(t, layer, c.x, c.x + c.params["weight"]),
        shapes=(SEQUENCE,),
        draw=padded,
    ),
)
