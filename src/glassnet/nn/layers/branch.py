"""Branch: several parallel chains on the same input."""

from collections.abc import Sequence
from functools import cached_property

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import look_up
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.chain import Chain, check_layers, name_layers
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.paths import Paths, backward_paths, build_paths, forward_paths

MERGES = {"concatenate": "concatenate", "add": "add"}


@settings_class
class Branch:
    """a = concatenate(path₁(x), path₂(x), …) along the last axis, or their sum.

    An empty path passes x on unchanged: Branch([[], [layers …]]) concatenates the input with the layers' output
    (a skip connection as in DenseNet and U-Net); paths with different kernel sizes make an Inception block.

    Arguments:
        chains: two or more chains, each a list of layers (or one layer).
        merge: "concatenate" (features or channels side by side) or "add".

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
    """

    chains: Sequence[Chain]
    merge: str = "concatenate"

    def __post_init__(self) -> None:
        if not isinstance(self.chains, list | tuple) or len(self.chains) < 2:
            raise SettingError(f"Branch needs two or more chains of layers, [[…], […]]; got {self.chains!r}.")
        object.__setattr__(self, "chains", tuple(check_layers("Branch", chain) for chain in self.chains))
        look_up("merge", self.merge, MERGES)

    @cached_property
    def paths(self) -> Paths:
        """The chains inside, by name."""
        return {f"path_{number}": name_layers(chain) for number, chain in enumerate(self.chains, 1)}

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Build the inner layers; all paths must end in the same shape (except for the last axis when concatenated)."""
        params, state, by_path = build_paths(self.paths, rng, input_shape, dtype)
        shapes = list(by_path.values())
        if self.merge == "add":
            fit, what = len(set(shapes)) == 1, "one shape"
        else:
            fit, what = len({shape[:-1] for shape in shapes}) == 1, "the same shape except for the last axis"
        if not fit or len({len(shape) for shape in shapes}) > 1:
            raise ShapeError(
                f"Branch can {self.merge} only outputs of {what}; its paths return {', '.join(map(str, shapes))}."
            )
        last = shapes[0][-1] if self.merge == "add" else sum(shape[-1] for shape in shapes)
        return params, state, (*shapes[0][:-1], last)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return the outputs of all paths, merged, x of shape (batch, …)."""
        outputs, parts, state = forward_paths(self.paths, params, state, x, train=train, rng=rng)
        arrays = list(outputs.values())
        a = namespace(x).concat(arrays, axis=-1) if self.merge == "concatenate" else sum(arrays[1:], start=arrays[0])
        kept = {f"a_{path}": output for path, output in outputs.items()}
        return a, {"x": x} | parts | kept | {"a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, the sum over the paths; each path gets its part of d_output, or all of it with "add"."""
        d_outputs: dict[str, Array] = {}
        begin = 0
        for path in self.paths:
            end = begin + parts[f"a_{path}"].shape[-1]
            d_outputs[path] = d_output if self.merge == "add" else d_output[..., begin:end]
            begin = end
        d_x, grads, d_parts = backward_paths(self.paths, params, parts, d_outputs, need_d_x=need_d_x)
        d_kept = {f"d_a_{path}": d_path for path, d_path in d_outputs.items()}
        return d_x, grads, d_parts | d_kept | {"d_a": d_output}
