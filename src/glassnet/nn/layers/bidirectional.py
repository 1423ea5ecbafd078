"""Bidirectional: one recurrent layer reads forward in time, its twin backward."""

from typing import Any

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.errors import SettingError
from glassnet.base.random import RandomStream
from glassnet.base.registry import look_up
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.chain import gradient_record
from glassnet.nn.layers.gru import GRU
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.lstm import LSTM
from glassnet.nn.layers.simple_rnn import SimpleRNN

DIRECTIONS = ("forward", "backward")


@settings_class
class Bidirectional:
    """a = concatenate(layer(x), reversed twin(reversed x)), or their sum (Schuster & Paliwal, 1997).

    Parameters, parts and gradients are trees with branches "forward" and "backward". The arrays of
    "backward" are in the order in which that twin reads: its step 0 is the last of the sequence. The output is in
    the order of the sequence again. Without `return_sequences` each twin returns its final state.

    Arguments:
        layer: a SimpleRNN, LSTM or GRU; both twins have its settings, but separate weights.
        merge: "concatenate" (2 · units features) or "add" (units features).

    Raises:
        SettingError: another kind of layer, or "add" with a mask_value other than 0 (the sum wouldn't mark padding).

    >>> import numpy as np
    >>> one = {"weight": np.array([[1.0]]), "recurrent_weight": np.array([[0.5]]), "bias": np.array([0.0])}
    >>> layer = Bidirectional(SimpleRNN(1, "linear", return_sequences=True))
    >>> x = np.array([[[1.0], [2.0]]])
    >>> a, parts, _ = layer.forward({"forward": one, "backward": one}, {}, x, train=False, rng=None)
    >>> a.tolist()
    [[[1.0, 2.0], [2.5, 2.0]]]
    """

    layer: Any
    merge: str = "concatenate"

    def __post_init__(self) -> None:
        if not isinstance(self.layer, SimpleRNN | LSTM | GRU):
            raise SettingError(f"Bidirectional needs a SimpleRNN, LSTM or GRU, such as LSTM(8); got {self.layer!r}.")
        look_up("merge", self.merge, dict.fromkeys(("concatenate", "add")))
        if self.merge == "add" and self.layer.mask_value:
            raise SettingError(
                f'Bidirectional with merge="add" needs mask_value 0 or None; got {self.layer.mask_value!r}, and the '
                'sum would no longer mark padding. Use mask_value=0 or merge="concatenate".'
            )

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Build both twins, each from its own stream."""
        params = {}
        for direction in DIRECTIONS:
            params[direction], _, shape = self.layer.build(rng.child(direction), input_shape, dtype)
        return params, {}, shape if self.merge == "add" else (*shape[:-1], 2 * shape[-1])

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return the outputs of both twins for x (batch, time, features), merged."""
        with_time, parts, _ = self.layer.forward(params["forward"], {}, x, train=train, rng=rng)
        against, parts_against, _ = self.layer.forward(params["backward"], {}, x[:, ::-1], train=train, rng=rng)
        against = self._in_order(against)
        a = namespace(x).concat([with_time, against], axis=-1) if self.merge == "concatenate" else with_time + against
        return a, {"x": x, "forward": parts, "backward": parts_against, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, the sum over both twins, and their gradients; each gets its part of d_output."""
        units = self.layer.units
        shares = (d_output, d_output) if self.merge == "add" else (d_output[..., :units], d_output[..., units:])
        d_outputs = dict(zip(DIRECTIONS, (shares[0], self._in_order(shares[1])), strict=True))
        grads, d_parts, d_x = {}, {}, {}
        for name in DIRECTIONS:
            d_x[name], grads[name], of_twin = self.layer.backward(
                params[name], parts[name], d_outputs[name], need_d_x=need_d_x
            )
            d_parts[name] = gradient_record(of_twin, grads[name], d_x[name])
        total = d_x["forward"] + d_x["backward"][:, ::-1] if need_d_x else None
        return total, grads, d_parts | {"d_a": d_output}

    def _in_order(self, against: Array) -> Array:
        """Reverse a sequence; a final state is returned unchanged."""
        return against[:, ::-1] if self.layer.return_sequences else against
