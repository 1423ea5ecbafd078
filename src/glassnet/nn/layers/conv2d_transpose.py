"""Conv2DTranspose: upsampling with a learnt kernel, the transpose of a convolution."""

from typing import Any, ClassVar

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
from glassnet.nn.layers.padding import check_padding, check_pair, pad, unpad
from glassnet.nn.layers.windows import check_image


@settings_class
class Conv2DTranspose:
    """Each cell of x adds kernel · x to a larger image; overlapping kernels add up; a = g(z + bias).

    This is `Conv2D` with the same settings run backward: its forward is that layer's d_x, and its d_x that
    layer's forward. Along an axis, n cells become (n − 1)·s + d·(f − 1) + 1 − p, with kernel size f, stride s,
    dilation d and p cropped cells (also called "deconvolution", although it doesn't invert one).

    Arguments:
        filters: the number of output channels.
        kernel_size: height and width of a kernel, a number or a pair.
        stride: cells from one kernel to the next, a number or a pair (down, right).
        padding: what is cropped: "valid" (nothing), "same" (so that n · stride cells remain), or rows and columns:
            a number, (height, width) or ((top, bottom), (left, right)).
        dilation: cells from one cell of the kernel to the next, a number or a pair.
        activation: g, by name or as an `Activation`.
        weight_initializer: first values of weight, shape (kernel height, kernel width, filters, channels).
        bias_initializer: first values of bias, shape (filters,).

    >>> import numpy as np
    >>> params = {"weight": np.ones((2, 2, 1, 1)), "bias": np.zeros(1)}
    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    >>> z, _, _ = Conv2DTranspose(1, 2).forward(params, {}, x, train=False, rng=None)
    >>> z[0, :, :, 0].tolist()
    [[1.0, 3.0, 2.0], [4.0, 10.0, 6.0], [3.0, 7.0, 4.0]]
    """

    unit_axis: ClassVar[int] = 2
    filters: int
    kernel_size: Any = 3
    stride: Any = 1
    padding: Any = "valid"
    dilation: Any = 1
    activation: Named = "linear"
    weight_initializer: Named = "glorot_uniform"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        whole_number("filters", self.filters, minimum=1)
        for field in ("kernel_size", "stride", "dilation"):
            object.__setattr__(self, field, check_pair(field, getattr(self, field)))
        object.__setattr__(self, "padding", check_padding(self.padding))
        object.__setattr__(self, "activation", resolve("activation", self.activation, ACTIVATIONS))
        for field in ("weight_initializer", "bias_initializer"):
            object.__setattr__(self, field, resolve("initializer", getattr(self, field), INITIALIZERS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (kernel height, kernel width, filters, channels) and bias (filters,)."""
        height, width, channels = check_image("Conv2DTranspose", input_shape)
        windows = self._windows((height, width))
        size = tuple(n - sum(cells) for n, cells in zip(windows.padded, windows.sides, strict=True))
        if min(size) < 1:
            raise ShapeError(
                f"Conv2DTranspose: padding {self.padding} crops the whole output of "
                f"{windows.padded[0]}×{windows.padded[1]} cells; use less."
            )
        cells = self.kernel_size[0] * self.kernel_size[1]
        fans = {"fan_in": cells * channels, "fan_out": cells * self.filters}
        shape = (*self.kernel_size, self.filters, channels)
        weight = self.weight_initializer.draw(rng.child("weight"), shape, **fans, dtype=dtype)
        bias = self.bias_initializer.draw(rng.child("bias"), (self.filters,), **fans, dtype=dtype)
        return {"weight": weight, "bias": bias}, {}, (*size, self.filters)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, height, width, filters), of x, shape (batch, height, width, channels)."""
        windows = self._windows(x.shape[1:3])
        painted = input_gradient(x, params["weight"], windows)
        z = unpad(painted, windows.sides, axis=1) + params["bias"]
        a = self.activation.forward(z)
        return a, {"x": x, "z": z, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, a convolution of d_z with the weight; d_weight, as of that convolution, and d_bias = Σ d_z."""
        d_z = self.activation.backward(d_output, parts["z"], parts["a"])
        windows = self._windows(parts["x"].shape[1:3])
        d_painted = pad(d_z, windows.sides, axis=1)
        grads = {
            "weight": kernel_gradient(d_painted, parts["x"], windows),
            "bias": sum_of_rows(d_z),
        }
        d_x = convolve(d_painted, params["weight"], windows) if need_d_x else None
        return d_x, grads, {"d_a": d_output, "d_z": d_z}

    def _windows(self, size: Shape) -> Windows:
        """Return windows with one position for each cell of x; `padded` is the size of the output before cropping."""
        axes = list(zip(size, self.kernel_size, self.stride, self.dilation, strict=True))
        painted = [(n - 1) * s + d * (f - 1) + 1 for n, f, s, d in axes]
        sides = ((0, 0), (0, 0)) if isinstance(self.padding, str) else self.padding
        if self.padding == "same":
            painted = [max(p, n * s) for p, (n, _, s, _) in zip(painted, axes, strict=True)]
            extra = [p - n * s for p, (n, _, s, _) in zip(painted, axes, strict=True)]
            sides = tuple((cells // 2, cells - cells // 2) for cells in extra)
        return Windows(tuple(painted), tuple(size), self.kernel_size, self.stride, self.dilation, sides)  # type: ignore[arg-type]
