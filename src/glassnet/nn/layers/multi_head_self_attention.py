"""MultiHeadSelfAttention: every step of a sequence attends to all the others."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number, true_or_false, whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.kernels.products import product, sum_of_rows, weight_gradient
from glassnet.nn.layers.dot_product_attention import allowed_pairs, attend, attend_backward, join_heads, split_heads
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.recurrence import check_sequence
from glassnet.nn.layers.time_steps import real_steps, where_real


@settings_class
class MultiHeadSelfAttention:
    """Scaled dot-product attention of a sequence to itself (Vaswani et al., 2017, section 3.2).

    For each head, with its own key_size columns of the weights:

        queries = x · query_weight + query_bias    keys = x · key_weight    values = x · value_weight + value_bias
        scores = queries · keysᵀ / √key_size        attention = softmax(scores) over the keys
        mixed = attention · values                  output = all heads' mixed · output_weight + output_bias

    Input and output (batch, time, features). There is no key bias: it would add the same number to all scores of a
    query, which softmax ignores.

    Arguments:
        heads: the number of heads.
        key_size: width of a head's queries, keys and values; features // heads unless given.
        causal: whether a step attends only to itself and to earlier steps.
        mask_value: a step whose features all equal this number is padding: no other step attends to it,
            and its output is mask_value again.
        weight_initializer: first values of the four weights.
        bias_initializer: first values of the three biases.

    >>> import numpy as np
    >>> layer = MultiHeadSelfAttention(1, causal=True)
    >>> one, zero = np.array([[1.0]]), np.array([0.0])
    >>> params = {f"{name}_weight": one for name in ("query", "key", "value", "output")}
    >>> params |= {f"{name}_bias": zero for name in ("query", "value", "output")}
    >>> a, parts, _ = layer.forward(params, {}, np.array([[[1.0], [2.0]]]), train=False, rng=None)
    >>> parts["attention"].round(4).tolist(), a.round(4).tolist()
    ([[[[1.0, 0.0], [0.1192, 0.8808]]]], [[[1.0], [1.8808]]])
    """

    heads: int
    key_size: int | None = None
    causal: bool = False
    mask_value: float | None = None
    weight_initializer: Named = "glorot_uniform"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        whole_number("heads", self.heads, minimum=1)
        if self.key_size is not None:
            whole_number("key_size", self.key_size, minimum=1)
        true_or_false("causal", self.causal)
        if self.mask_value is not None:
            number("mask_value", self.mask_value)
        for field in ("weight_initializer", "bias_initializer"):
            object.__setattr__(self, field, resolve("initializer", getattr(self, field), INITIALIZERS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw three weights (features, heads·key_size), output_weight (heads·key_size, features) and the biases."""
        _, features = check_sequence("MultiHeadSelfAttention", input_shape)
        if self.key_size is None and features % self.heads:
            raise ShapeError(
                f"MultiHeadSelfAttention can't divide {features} features evenly among {self.heads} heads; "
                "change heads, or set key_size."
            )
        width = self.heads * (self.key_size or features // self.heads)
        shapes = dict.fromkeys(("query", "key", "value"), (features, width)) | {"output": (width, features)}
        params = {}
        for name, shape in shapes.items():
            draw = {"fan_in": shape[0], "fan_out": shape[1], "dtype": dtype}
            params[f"{name}_weight"] = self.weight_initializer.draw(rng.child(f"{name}_weight"), shape, **draw)
            if name != "key":
                params[f"{name}_bias"] = self.bias_initializer.draw(rng.child(f"{name}_bias"), shape[1:], **draw)
        return params, {}, input_shape

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return the output (batch, time, features).

        Parts: queries, keys, values and mixed (batch, heads, time, key_size); scores, before any mask, and attention
        (batch, heads, time of the query, time of the key).
        """
        mask = real_steps(x, self.mask_value)
        queries = split_heads(product(x, params["query_weight"]) + params["query_bias"], self.heads)
        keys = split_heads(product(x, params["key_weight"]), self.heads)
        values = split_heads(product(x, params["value_weight"]) + params["value_bias"], self.heads)
        attended = attend(queries, keys, values, allowed_pairs(x, mask, causal=self.causal))
        a = product(join_heads(attended["mixed"]), params["output_weight"]) + params["output_bias"]
        if mask is not None:
            a = where_real(mask, a, self.mask_value)
        parts = {"x": x, "queries": queries, "keys": keys, "values": values} | attended | {"a": a}
        return a, parts | ({} if mask is None else {"mask": mask}), state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, summed over queries, keys and values, and the gradients."""
        x = parts["x"]
        d_a = where_real(parts.get("mask"), d_output, 0.0)
        d_mixed = split_heads(product(d_a, params["output_weight"].T), self.heads)
        d_parts = attend_backward(parts, d_mixed)
        d_query, d_key, d_value = (join_heads(d_parts[name]) for name in ("d_queries", "d_keys", "d_values"))
        grads = {
            "query_weight": weight_gradient(x, d_query),
            "query_bias": sum_of_rows(d_query),
            "key_weight": weight_gradient(x, d_key),
            "value_weight": weight_gradient(x, d_value),
            "value_bias": sum_of_rows(d_value),
            "output_weight": weight_gradient(join_heads(parts["mixed"]), d_a),
            "output_bias": sum_of_rows(d_a),
        }
        d_x = None
        if need_d_x:
            through_query, through_key = (
                product(d_query, params["query_weight"].T),
                product(d_key, params["key_weight"].T),
            )
            d_x = through_query + through_key + product(d_value, params["value_weight"].T)
        return d_x, grads, d_parts | {"d_mixed": d_mixed, "d_a": d_a}
