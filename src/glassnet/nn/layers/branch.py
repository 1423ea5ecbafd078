"""Branch: several parallel chains on the same input."""

from collections.abc import Sequence
from functools import cached_property, reduce
from itertools import accumulate
from operator import add, mul

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import look_up
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.chain import Chain, check_layers, name_layers
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.paths import Paths, backward_paths, build_paths, forward_paths

MERGES = ("concatenate", "add", "multiply")


@settings_class
class Branch:
    """a = concatenate(path₁(x), path₂(x), …) along the last axis, or their sum, or their product element by element.

    An empty path passes x on unchanged: Branch([[], [layers …]]) concatenates the input with the layers' output
    (a skip connection as in DenseNet and U-Net); paths with different kernel sizes make an Inception block; the product
    of a user's and an item's vector is matrix factorisation (Koren, Bell & Volinsky 2009), and the product of a path
    with one that ends in a sigmoid is a gate (Dauphin et al. 2017).

    Arguments:
        chains: two or more chains, each a list of layers (or one layer).
        merge: "concatenate" (features or channels side by side), "add" or "multiply".

    Raises:
        SettingError: fewer than two chains, or something in them is not a layer.

    >>> import numpy as np
    >>> from glassnet.base.random import stream
    >>> from glassnet.nn.layers.dense import Dense
    >>> layer = Branch([[], Dense(1)])
    >>> params = {"path_1": {}, "path_2": {"dense_1": {"weight": np.array([[2.0]]), "bias": np.zeros(1)}}}
    >>> state = {"path_1": {}, "path_2": {"dense_1": {}}}
    >>> a, parts, _ = layer.forward(params, state, np.array([[3.0]]), train=False, rng=stream(0))
    >>> a.tolist()
    [[3.0, 6.0]]
    >>> layer.backward(params, parts, np.array([[1.0, 10.0]]), need_d_x=True)[0].tolist()
    [[21.0]]
    >>> product = Branch([[], Dense(1)], merge="multiply")
    >>> product.forward(params, state, np.array([[3.0]]), train=False, rng=stream(0))[0].tolist()  # 3 · 6
    [[18.0]]
    """

    chains: Sequence[Chain]
    merge: str = "concatenate"

    def __post_init__(self) -> None:
        if not isinstance(self.chains, list | tuple) or len(self.chains) < 2:
            raise SettingError(f"Branch needs two or more chains of layers, [[…], […]]; got {self.chains!r}.")
        object.__setattr__(self, "chains", tuple(check_layers("Branch", chain) for chain in self.chains))
        look_up("merge", self.merge, dict.fromkeys(MERGES))

    @cached_property
    def paths(self) -> Paths:
        """The chains inside, by name."""
        return {f"path_{number}": name_layers(chain) for number, chain in enumerate(self.chains, 1)}

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Build the inner layers; all paths must end in the same shape (except for the last axis when concatenated)."""
        params, state, by_path = build_paths(self.paths, rng, input_shape, dtype)
        shapes = list(by_path.values())
        if self.merge != "concatenate":
            fit, what = len(set(shapes)) == 1, "one shape"
        else:
            fit, what = len({shape[:-1] for shape in shapes}) == 1, "the same shape except for the last axis"
        if not fit or len({len(shape) for shape in shapes}) > 1:
            raise ShapeError(
                f"Branch can {self.merge} only outputs of {what}; its paths return {', '.join(map(str, shapes))}."
            )
        last = sum(shape[-1] for shape in shapes) if self.merge == "concatenate" else shapes[0][-1]
        return params, state, (*shapes[0][:-1], last)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return the outputs of all paths, merged, x of shape (batch, …)."""
        outputs, parts, state = forward_paths(self.paths, params, state, x, train=train, rng=rng)
        kept = {f"a_{path}": output for path, output in outputs.items()}
        a = self._merged(list(outputs.values()))
        return a, {"x": x} | parts | kept | {"a": a}, state

    def _merged(self, outputs: list[Array]) -> Array:
        if self.merge == "concatenate":
            return namespace(outputs[0]).concat(outputs, axis=-1)
        return reduce(add if self.merge == "add" else mul, outputs)

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, the sum over the paths.

        Each path gets its columns of d_output; with "add" all of it; with "multiply" all of it times the other paths.
        """
        d_outputs = self._to_paths({path: parts[f"a_{path}"] for path in self.paths}, d_output)
        d_x, grads, d_parts = backward_paths(self.paths, params, parts, d_outputs, need_d_x=need_d_x)
        d_kept = {f"d_a_{path}": d_path for path, d_path in d_outputs.items()}
        return d_x, grads, d_parts | d_kept | {"d_a": d_output}

    def _to_paths(self, outputs: dict[str, Array], d_output: Array) -> dict[str, Array]:
        """Return the gradient of each path's output."""
        if self.merge == "add":
            return dict.fromkeys(outputs, d_output)
        if self.merge == "multiply":
            return {
                path: reduce(mul, (other for name, other in outputs.items() if name != path), d_output)
                for path in outputs
            }
        ends = list(accumulate(output.shape[-1] for output in outputs.values()))
        columns = zip(outputs, [0, *ends], ends, strict=False)
        return {path: d_output[..., begin:end] for path, begin, end in columns}
