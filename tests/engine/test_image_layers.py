"""Layers for images: facts computed by hand, any setting compared with loops over every position, and clear errors."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.kernels import patches
from glassnet.nn.kernels.windows import cut, fold
from glassnet.nn.layers.padding import BORDERS, pad, unpad
from glassnet.nn.layers.windows import place_windows


def run(layer: Any, x: Array, params: Any = None) -> tuple[Any, Any, Any]:
    """Return the output, the parts, and the parameters (drawn unless given)."""
    drawn, state, shape = layer.build(stream(0), x.shape[1:], "float64")
    params = params or drawn
    output, parts, _ = layer.forward(params, state, x, train=True, rng=stream(1))
    assert output.shape[1:] == shape
    return output, parts, params


def image(*rows: list[float]) -> Array:
    return np.array(rows, dtype=float).reshape(1, len(rows), len(rows[0]), 1)


# Facts computed by hand


def test_sobel_on_an_edge_gives_minus_765() -> None:
    sobel = np.array([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]).reshape(3, 3, 1, 1)
    x = image([0, 0, 0], [0, 0, 255], [0, 0, 255])
    z, _, _ = run(gn.Conv2D(1, 3), x, {"weight": sobel, "bias": np.zeros(1)})
    assert z.tolist() == [[[[-765.0]]]]


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (gn.Conv2D(1, 3), (6, 6, 1), (4, 4, 1)),
        (gn.Conv2D(10, 5), (28, 28, 1), (24, 24, 10)),
        (gn.Conv2D(1, 5), (128, 128, 1), (124, 124, 1)),
        (gn.MaxPool2D(2), (124, 124, 1), (62, 62, 1)),
        (gn.Conv2D(1, 5, stride=2, padding=1), (28, 30, 1), (13, 14, 1)),
        (gn.Conv2D(1, 3, dilation=2), (7, 8, 1), (3, 4, 1)),
        (gn.Conv2D(1, 3, stride=2, padding="same"), (7, 8, 2), (4, 4, 1)),
        (gn.Conv2DTranspose(1, 3, stride=2, padding="same"), (7, 8, 2), (14, 16, 1)),
        (gn.UpSampling2D((2, 3)), (7, 8, 2), (14, 24, 2)),
    ],
    ids=repr,
)
def test_output_size(layer: Any, shape: Any, expected: Any) -> None:
    assert run(layer, np.ones((2, *shape)))[0].shape[1:] == expected


def test_shapes_of_the_digit_network() -> None:
    net = gn.Network(
        [gn.Conv2D(10, 5), gn.MaxPool2D(2), gn.Conv2D(10, 5), gn.MaxPool2D(2), gn.Flatten(), gn.Dense(10, "softmax")]
    )
    table = net.summary((28, 28, 1))
    for shape in ("(24, 24, 10)", "(12, 12, 10)", "(8, 8, 10)", "(4, 4, 10)", "(160,)", "(10,)"):
        assert shape in table
    assert table.splitlines()[-1].split()[-1] == f"{(25 + 1) * 10 + (250 + 1) * 10 + 161 * 10:,}"


def test_pooling_of_one_to_four() -> None:
    x = image([1, 2], [3, 4])
    pooled = [run(kind(2), x)[0].item() for kind in (gn.MaxPool2D, gn.MinPool2D, gn.AveragePool2D)]
    assert pooled == [4.0, 1.0, 2.5]


@pytest.mark.parametrize("kind", [gn.MaxPool2D, gn.MinPool2D])
def test_the_first_of_equal_cells_gets_the_gradient(kind: Any) -> None:
    layer, x = kind(2), image([5, 5], [5, 5])
    _, parts, _ = run(layer, x)
    d_x, _, _ = layer.backward({}, parts, np.full((1, 1, 1, 1), 3.0), need_d_x=True)
    assert d_x[0, :, :, 0].tolist() == [[3.0, 0.0], [0.0, 0.0]]


def test_average_pooling_leaves_padding_out_of_the_count() -> None:
    a, _, _ = run(gn.AveragePool2D(2, 1, "same"), image([2, 4], [6, 8]))
    assert a[0, :, :, 0].tolist() == [[5.0, 6.0], [7.0, 8.0]]


def test_replicated_border() -> None:
    mean = {"weight": np.full((3, 3, 1, 1), 1 / 9), "bias": np.zeros(1)}
    x = np.full((1, 4, 5, 1), 7.0)
    np.testing.assert_allclose(run(gn.Conv2D(1, 3, padding=1, border="replicate"), x, mean)[0], x)
    assert run(gn.Conv2D(1, 3, padding=1), x, mean)[0][0, 0, 0, 0] == pytest.approx(7 * 4 / 9)


# Any setting, compared with loops over every position

PAIRS = st.tuples(st.integers(1, 3), st.integers(1, 3))
SIDES = st.tuples(st.integers(0, 2), st.integers(0, 2))
PADDINGS = st.one_of(st.sampled_from(["valid", "same"]), st.tuples(SIDES, SIDES))


def slow_conv(layer: Any, params: Any, x: Array, sides: Any) -> Array:
    """Convolve one place, one filter, one cell of the kernel at a time."""
    padded = np.pad(x, ((0, 0), *sides, (0, 0)), mode=BORDERS[layer.border])  # type: ignore[call-overload]
    weight, (down, right), (far, wide) = params["weight"], layer.stride, layer.dilation
    of_group, filters = weight.shape[2], layer.filters // layer.groups
    height = (padded.shape[1] - far * (weight.shape[0] - 1) - 1) // down + 1
    width = (padded.shape[2] - wide * (weight.shape[1] - 1) - 1) // right + 1
    z = np.zeros((len(x), height, width, layer.filters)) + params["bias"]
    for row, column, out in product(range(height), range(width), range(layer.filters)):
        first = out // filters * of_group
        for i, j, channel in product(range(weight.shape[0]), range(weight.shape[1]), range(of_group)):
            cells = padded[:, row * down + i * far, column * right + j * wide, first + channel]
            z[:, row, column, out] += cells * weight[i, j, channel, out]
    return z


@settings(max_examples=60, deadline=None)
@given(
    size=st.tuples(st.integers(5, 8), st.integers(5, 8)),
    kernel_size=PAIRS,
    stride=PAIRS,
    dilation=st.tuples(st.integers(1, 2), st.integers(1, 2)),
    padding=PADDINGS,
    border=st.sampled_from(list(BORDERS)),
    groups=st.integers(1, 2),
)
def test_convolution_is_the_sum_over_kernel_and_patch(size: Any, groups: int, **setting: Any) -> None:
    layer = gn.Conv2D(2 * groups, groups=groups, **setting)
    rng = np.random.default_rng(1)
    x = rng.normal(size=(2, *size, 2 * groups))
    z, parts, params = run(layer, x)
    windows = place_windows("Conv2D", size, layer.kernel_size, layer.stride, layer.dilation, layer.padding)
    np.testing.assert_allclose(z, slow_conv(layer, params, x, windows.sides), atol=1e-12)
    if layer.padding == "same":
        assert z.shape[1:3] == tuple(-(-n // s) for n, s in zip(size, layer.stride, strict=True))
    # backward is the transpose of a linear map: ⟨d_z, conv(step)⟩ = ⟨d_x, step⟩ for any step in x or in weight
    d_z, step = rng.normal(size=z.shape), rng.normal(size=x.shape)
    d_x, grads, _ = layer.backward(params, parts, d_z, need_d_x=True)
    assert d_x is not None
    unbiased = params | {"bias": np.zeros_like(params["bias"])}
    assert (run(layer, step, unbiased)[0] * d_z).sum() == pytest.approx((d_x * step).sum(), rel=1e-9, abs=1e-9)
    turn = {"weight": rng.normal(size=params["weight"].shape), "bias": rng.normal(size=params["bias"].shape)}
    claimed = sum((grads[name] * turn[name]).sum() for name in turn)
    assert (run(layer, x, turn)[0] * d_z).sum() == pytest.approx(claimed, rel=1e-9, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(size=st.tuples(st.integers(3, 9), st.integers(3, 9)), kernel=PAIRS, stride=PAIRS, padding=PADDINGS)
def test_fold_is_the_transpose_of_cut_and_unpad_that_of_pad(size: Any, kernel: Any, stride: Any, padding: Any) -> None:
    rng = np.random.default_rng(0)
    windows = place_windows("test", size, kernel, stride, (1, 1), padding)
    x = rng.normal(size=(2, *size))
    for border in BORDERS:
        padded = pad(x, windows.sides, border, axis=1)
        d_padded = rng.normal(size=padded.shape)
        back = unpad(d_padded, windows.sides, border, axis=1)
        assert (padded * d_padded).sum() == pytest.approx((x * back).sum(), rel=1e-9, abs=1e-9)
    views = cut(padded, windows, axis=1)
    d_views = [rng.normal(size=view.shape) for view in views]
    folded = fold(d_views, windows, axis=1)
    assert folded.shape == padded.shape
    there = sum((view * d_view).sum() for view, d_view in zip(views, d_views, strict=True))
    assert there == pytest.approx((padded * folded).sum(), rel=1e-9, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(size=st.tuples(st.integers(3, 7), st.integers(3, 7)), pool_size=PAIRS, stride=PAIRS, same=st.booleans())
def test_pooling_beside_a_loop_over_every_place(size: Any, pool_size: Any, stride: Any, same: bool) -> None:
    padding = "same" if same else "valid"
    if not same and any(f > n for f, n in zip(pool_size, size, strict=True)):
        return
    x = np.random.default_rng(2).normal(size=(2, *size, 2))
    (top, _), (left, _) = place_windows("test", size, pool_size, stride, (1, 1), padding).sides
    for kind, measure in ((gn.MaxPool2D, np.max), (gn.MinPool2D, np.min), (gn.AveragePool2D, np.mean)):
        a, _, _ = run(kind(pool_size, stride, padding), x)
        for row, column in np.ndindex(a.shape[1:3]):
            i, j = row * stride[0] - top, column * stride[1] - left
            under = x[:, max(i, 0) : i + pool_size[0], max(j, 0) : j + pool_size[1]]
            np.testing.assert_allclose(a[:, row, column], measure(under, axis=(1, 2)))


@settings(max_examples=40, deadline=None)
@given(size=st.tuples(st.integers(2, 5), st.integers(2, 5)), kernel_size=PAIRS, stride=PAIRS)
def test_transposed_convolution_is_convolution_backward(size: Any, kernel_size: Any, stride: Any) -> None:
    rng = np.random.default_rng(3)
    small = rng.normal(size=(2, *size, 3))
    for padding in ("valid", "same"):
        transposed = gn.Conv2DTranspose(2, kernel_size, stride, padding)
        painted, _, params = run(transposed, small)
        conv = gn.Conv2D(3, kernel_size, stride, padding)
        zeros = {"weight": params["weight"], "bias": np.zeros(3)}
        places, parts, _ = run(conv, np.zeros_like(painted), zeros)
        assert places.shape == small.shape
        d_x = conv.backward(zeros, parts, small, need_d_x=True)[0]
        assert d_x is not None
        np.testing.assert_allclose(d_x, painted, atol=1e-12)


# Mistakes


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gn.Conv2D(0), "filters must be a whole number"),
        (lambda: gn.Conv2D(1, (3, 3, 3)), "kernel_size must be a whole number or a pair"),
        (lambda: gn.Conv2D(1, stride=0), "stride must be"),
        (lambda: gn.Conv2D(1, padding="sane"), 'padding must be "valid", "same"'),
        (lambda: gn.Conv2D(1, padding=-1), "padding must be a whole number, at least 0"),
        (lambda: gn.Conv2D(1, border="mirror"), "Unknown border"),
        (lambda: gn.MaxPool2D(2, padding=2), "must be smaller than pool_size"),
        (lambda: gn.Reshape((-1, -1)), "-1 at most once"),
        (lambda: gn.Network([gn.Conv2D(1)]).build(stream(0), (784,)), r"conv2d_1: .*\(784,\).*Reshape"),
        (lambda: gn.Network([gn.Conv2D(1, 5)]).build(stream(0), (4, 4, 1)), "5×5 .*4×4"),
        (lambda: gn.Network([gn.Conv2D(4, groups=2)]).build(stream(0), (4, 4, 3)), "3 channels and 4 filters"),
        (
            lambda: gn.Network([gn.Conv2DTranspose(1, 2, padding=2)]).build(stream(0), (2, 2, 1)),
            "crops the whole output",
        ),
        (
            lambda: gn.Network([gn.Reshape((5, 5))]).build(stream(0), (24,)),
            r"24 numbers of shape \(24,\) into \(5, 5\)",
        ),
    ],
)
def test_mistakes_are_explained(make: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        make()


@pytest.mark.parametrize("groups", [1, 2])
def test_samples_taken_a_few_at_a_time_give_the_same(groups: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five samples, two at a time: the last stands alone."""
    rng = np.random.default_rng(0)
    windows = place_windows("Conv2D", (6, 5), (3, 2), (1, 2), (1, 1), "valid")
    x, weight = rng.normal(size=(5, 6, 5, 4)), rng.normal(size=(3, 2, 4 // groups, 6))
    d_z = rng.normal(size=(5, *windows.output, 6))
    calls = {"convolve": (x, weight), "kernel_gradient": (x, d_z), "input_gradient": (d_z, weight)}
    at_once = {name: getattr(patches, name)(*arrays, windows, groups) for name, arrays in calls.items()}
    monkeypatch.setattr(patches, "TOGETHER", 2 * 6 * 4 * 4 * 2 * 8)
    for name, arrays in calls.items():
        np.testing.assert_allclose(getattr(patches, name)(*arrays, windows, groups), at_once[name], rtol=1e-12)
