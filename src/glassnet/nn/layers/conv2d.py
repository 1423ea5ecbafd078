"""Conv2D: small kernels that slide over an image."""

from typing import Any

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.kernels.convolution import convolve, input_gradient, kernel_gradient
from glassnet.nn.kernels.products import sum_of_rows
from glassnet.nn.kernels.windows import Windows
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.padding import check_border, check_padding, check_pair, pad, unpad
from glassnet.nn.layers.windows import check_image, place_windows


@settings_class
class Conv2D:
    """z = Σ kernel · patch + bias at each position in the image, a = g(z).

    The kernel isn't flipped (cross-correlation, as in Keras and PyTorch). Along an axis of n cells there
    are ⌊(n + p − d·(f − 1) − 1) / s⌋ + 1 positions, with p cells of padding in total, kernel size f, stride s
    and dilation d; for equal padding on both sides and d = 1 this is the textbook's ⌊(n + 2·padding − f) / s⌋ + 1.

    Arguments:
        filters: the number of kernels, which is the number of output channels.
        kernel_size: height and width of a kernel, a number or a pair.
        stride: cells from one position to the next, a number or a pair (down, right).
        padding: "valid" (none), "same" (output size = input size / stride), or rows and columns to add:
            a number, (height, width) or ((top, bottom), (left, right)).
        border: the content of the padding: "zero", or "replicate" for the nearest cell.
        dilation: cells from one cell of the kernel to the next, a number or a pair.
        groups: the number of groups of channels and filters; each group of filters sees only its own channels.
        activation: g, by name or as an `Activation`.
        weight_initializer: first values of weight, shape (kernel height, kernel width, channels / groups, filters).
        bias_initializer: first values of bias, shape (filters,).

    An edge from black to white under the vertical Sobel kernel: −2·255 − 1·255 = −765.

    >>> import numpy as np
    >>> sobel = np.array([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
    >>> image = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 255.0], [0.0, 0.0, 255.0]])
    >>> params = {"weight": sobel.reshape(3, 3, 1, 1), "bias": np.zeros(1)}
    >>> z, parts, _ = Conv2D(1, 3).forward(params, {}, image.reshape(1, 3, 3, 1), train=False, rng=None)
    >>> z.tolist()
    [[[[-765.0]]]]
    """

    filters: int
    kernel_size: Any = 3
    stride: Any = 1
    padding: Any = "valid"
    border: str = "zero"
    dilation: Any = 1
    groups: int = 1
    activation: Named = "linear"
    weight_initializer: Named = "glorot_uniform"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        whole_number("filters", self.filters, minimum=1)
        whole_number("groups", self.groups, minimum=1)
        for field in ("kernel_size", "stride", "dilation"):
            object.__setattr__(self, field, check_pair(field, getattr(self, field)))
        object.__setattr__(self, "padding", check_padding(self.padding))
        check_border(self.border)
        object.__setattr__(self, "activation", resolve("activation", self.activation, ACTIVATIONS))
        for field in ("weight_initializer", "bias_initializer"):
            object.__setattr__(self, field, resolve("initializer", getattr(self, field), INITIALIZERS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (kernel height, kernel width, channels / groups, filters) and bias (filters,)."""
        height, width, channels = check_image("Conv2D", input_shape)
        if channels % self.groups or self.filters % self.groups:
            raise ShapeError(
                f"Conv2D divides channels and filters into {self.groups} equal groups, but got {channels} channels "
                f"and {self.filters} filters; use a number of groups that divides both."
            )
        windows = self._windows((height, width))
        cells, inputs = self.kernel_size[0] * self.kernel_size[1], channels // self.groups
        fans = {"fan_in": cells * inputs, "fan_out": cells * self.filters // self.groups}
        shape = (*self.kernel_size, inputs, self.filters)
        weight = self.weight_initializer.draw(rng.child("weight"), shape, **fans, dtype=dtype)
        bias = self.bias_initializer.draw(rng.child("bias"), (self.filters,), **fans, dtype=dtype)
        return {"weight": weight, "bias": bias}, {}, (*windows.output, self.filters)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, height, width, filters), of x, shape (batch, height, width, channels)."""
        windows = self._windows(x.shape[1:3])
        padded = pad(x, windows.sides, self.border, axis=1)
        z = convolve(padded, params["weight"], windows, self.groups) + params["bias"]
        a = self.activation.forward(z)
        return a, {"x": x, "z": z, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, d_weight and d_bias = Σ d_z: each place's d_z goes to its patch, times weight, and to weight."""
        d_z = self.activation.backward(d_output, parts["z"], parts["a"])
        windows = self._windows(parts["x"].shape[1:3])
        padded = pad(parts["x"], windows.sides, self.border, axis=1)
        grads = {
            "weight": kernel_gradient(padded, d_z, windows, self.groups),
            "bias": sum_of_rows(d_z),
        }
        d_parts = {"d_a": d_output, "d_z": d_z}
        if not need_d_x:
            return None, grads, d_parts
        d_padded = input_gradient(d_z, params["weight"], windows, self.groups)
        return unpad(d_padded, windows.sides, self.border, axis=1), grads, d_parts

    def _windows(self, size: Shape) -> Windows:
        return place_windows("Conv2D", size, self.kernel_size, self.stride, self.dilation, self.padding)
