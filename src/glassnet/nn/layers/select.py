"""Select: some features of the input, in a given order."""

from collections.abc import Sequence

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Select:
    """a = x[…, features]: some features (or channels) of the input, in the order given.

    With it, the paths of a Branch can take different columns of a table:
    Branch([[Select([0]), …], [Select([1, 2]), …]]). The features left out get the gradient 0.

    Arguments:
        features: numbers of the features, counted from 0, each at most once.

    Raises:
        SettingError: no features, or one of them twice.
        ShapeError: the input has no such feature.

    >>> import numpy as np
    >>> layer = Select([2, 0])
    >>> a, parts, _ = layer.forward({}, {}, np.array([[5.0, 6.0, 7.0]]), train=False, rng=None)
    >>> a.tolist(), layer.backward({}, parts, np.array([[0.1, 0.2]]), need_d_x=True)[0].tolist()
    ([[7.0, 5.0]], [[0.2, 0.0, 0.1]])
    """

    features: Sequence[int]

    def __post_init__(self) -> None:
        if not isinstance(self.features, list | tuple) or not self.features:
            raise SettingError(f"Select needs a list of feature numbers, such as [0, 2]; got {self.features!r}.")
        features = tuple(whole_number("features", feature, minimum=0) for feature in self.features)
        if len(set(features)) < len(features):
            raise SettingError(f"Select takes each feature once; got {list(features)}.")
        object.__setattr__(self, "features", features)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape of one output; there are no parameters."""
        if not input_shape or max(self.features) >= input_shape[-1]:
            raise ShapeError(
                f"Select takes feature {max(self.features)} (counted from 0), but its input has shape {input_shape}."
            )
        return {}, {}, (*input_shape[:-1], len(self.features))

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, …, selected features)."""
        a = x[..., list(self.features)]
        return a, {"x": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: d_output where a feature was selected, and 0 elsewhere."""
        if not need_d_x:
            return None, {}, {"d_a": d_output}
        nothing = d_output[..., :1] * 0
        place = {feature: number for number, feature in enumerate(self.features)}
        picks = [place.get(feature, len(place)) for feature in range(parts["x"].shape[-1])]
        d_x = namespace(d_output).concat([d_output, nothing], axis=-1)[..., picks]
        return d_x, {}, {"d_a": d_output}
