"""Windows that slide over an image, for convolution and pooling."""

from glassnet.base.arrays import Shape
from glassnet.base.errors import ShapeError
from glassnet.nn.kernels.windows import Pair, Sides, Windows


def check_image(kind: str, input_shape: Shape) -> tuple[int, int, int]:
    """Return height, width and channels, or raise an error that says that an image is needed."""
    if len(input_shape) != 3:
        raise ShapeError(
            f"{kind} needs images, shape (height, width, channels); got {input_shape}. "
            "Put Reshape((height, width, channels)) before it."
        )
    return input_shape


def place_windows(
    kind: str, size: Shape, kernel_size: Pair, stride: Pair, dilation: Pair, padding: str | Sides
) -> Windows:
    """Place windows on an image of that size (height, width): ⌊(n + p − d·(f − 1) − 1) / s⌋ + 1 along an axis.

    for n cells, p cells of padding, window size f, dilation d, stride s. "valid" adds none; "same" adds enough
    for ⌈n / s⌉ positions, with an odd one at the bottom or on the right (as Keras does).

    Raises:
        ShapeError: the window is larger than the padded image.

    >>> place_windows("Conv2D", (28, 28), (5, 5), (1, 1), (1, 1), "valid").output
    (24, 24)
    >>> place_windows("Conv2D", (28, 28), (3, 3), (2, 2), (1, 1), "same")[:2]
    ((29, 29), (14, 14))
    """
    spans = [step * (cells - 1) + 1 for cells, step in zip(kernel_size, dilation, strict=True)]
    if padding == "same":
        sides = tuple(_same(n, span, s) for n, span, s in zip(size, spans, stride, strict=True))
    else:
        sides = ((0, 0), (0, 0)) if isinstance(padding, str) else padding
    padded = tuple(n + sum(added) for n, added in zip(size, sides, strict=True))
    output = tuple((n - span) // s + 1 for n, span, s in zip(padded, spans, stride, strict=True))
    if min(output) < 1:
        raise ShapeError(
            f"{kind}: a window over {spans[0]}×{spans[1]} cells doesn't fit into an image of "
            f'{padded[0]}×{padded[1]}; use a smaller one, or padding="same".'
        )
    return Windows(padded, output, kernel_size, stride, dilation, sides)  # type: ignore[arg-type]


def _same(n: int, span: int, stride: int) -> Pair:
    added = max((-(-n // stride) - 1) * stride + span - n, 0)
    return added // 2, added - added // 2
