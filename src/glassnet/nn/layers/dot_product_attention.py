"""Scaled dot-product attention, forward and backward, and the mask of which steps may attend to which."""

import math

from glassnet.base.arrays import Array, namespace
from glassnet.nn.activations import Softmax
from glassnet.nn.layers.layer import Parts
from glassnet.nn.layers.time_steps import where_real


def attend(queries: Array, keys: Array, values: Array, allowed: Array | None) -> Parts:
    """Return scores, attention and mixed.

        scores = queries · keysᵀ / √key_size    attention = softmax over the allowed keys    mixed = attention · values

    Arguments:
        queries, keys, values: shape (batch, heads, time, key_size).
        allowed: which keys a query may attend to, broadcast to (batch, heads, time, time), or None for all.

    >>> import numpy as np
    >>> steps = np.array([[[[0.0], [2.0]]]])
    >>> attend(steps, steps, steps, None)["attention"].round(4).tolist()
    [[[[0.5, 0.5], [0.018, 0.982]]]]
    """
    scores = queries @ keys.swapaxes(-1, -2) * scale(queries)
    attention = Softmax().forward(where_real(allowed, scores, -math.inf))
    return {"scores": scores, "attention": attention, "mixed": attention @ values}


def attend_backward(parts: Parts, d_mixed: Array) -> Parts:
    """Return d_queries, d_keys, d_values, d_scores and d_attention from d_mixed and the parts of the forward pass."""
    queries, keys, values, attention = (parts[name] for name in ("queries", "keys", "values", "attention"))
    d_attention = d_mixed @ values.swapaxes(-1, -2)
    d_scores = Softmax().backward(d_attention, parts["scores"], attention)
    scaled = d_scores * scale(queries)
    return {
        "d_queries": scaled @ keys,
        "d_keys": scaled.swapaxes(-1, -2) @ queries,
        "d_values": attention.swapaxes(-1, -2) @ d_mixed,
        "d_scores": d_scores,
        "d_attention": d_attention,
    }


def scale(queries: Array) -> float:
    """Return 1 / √key_size: it keeps the variance of scores of random queries and keys near 1."""
    return 1.0 / math.sqrt(queries.shape[-1])


def allowed_pairs(x: Array, mask: Array | None, *, causal: bool) -> Array | None:
    """Return which step (row) may attend to which (column), broadcast to (batch, heads, time, time); None for all.

    Every step may attend to itself, so that no row is empty, not even for padding, whose output isn't used.

    >>> import numpy as np
    >>> allowed_pairs(np.zeros((1, 2, 1)), None, causal=True).tolist()
    [[[[True, False], [True, True]]]]
    """
    xp, time = namespace(x), x.shape[1]
    query, key = xp.arange(time)[:, None], xp.arange(time)[None, :]
    allowed = (query >= key)[None, None] if causal else None
    if mask is not None:
        real = (mask.swapaxes(1, 2) | (query == key))[:, None]
        allowed = real if allowed is None else real & allowed
    return allowed


def split_heads(joined: Array, heads: int) -> Array:
    """Turn (batch, time, heads·key_size) into (batch, heads, time, key_size)."""
    batch, time, width = joined.shape
    return joined.reshape(batch, time, heads, width // heads).swapaxes(1, 2)


def join_heads(heads: Array) -> Array:
    """Turn (batch, heads, time, key_size) into (batch, time, heads·key_size)."""
    batch, count, time, key_size = heads.shape
    return heads.swapaxes(1, 2).reshape(batch, time, count * key_size)
