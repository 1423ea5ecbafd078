"""Still pictures for the lessons: loss curves and maps of the plane, as SVG made from real arrays.

They take their ink from the page (`currentColor`), so one picture serves the light and the dark theme.
Class 0 is orange and round, class 1 blue and square: told apart without colour too.
"""

import base64
import math
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

import numpy as np

from glassnet.base.arrays import Array

ORANGE, BLUE = "#e8710a", "#2a78d6"
WIDTH, HEIGHT = 400, 300
LEFT, RIGHT, TOP, BOTTOM = 68, 24, 14, 46


@dataclass(frozen=True)
class Curve:
    """One line of a chart: its name, its values by epoch (the first is epoch 0), and whether it is dashed."""

    name: str
    values: Array
    dashed: bool = False


def loss_chart(
    curves: Sequence[Curve],
    *,
    label: str,
    marker: int | None = None,
    goal: float | None = None,
    first: int = 0,
    across: str = "epoch",
    up: str = "mean squared error",
) -> str:
    """Draw losses against epochs, the loss on a logarithmic axis.

    Arguments:
        curves: one or two lines.
        label: what the picture shows, for those who do not see it.
        marker: an epoch to point at on the first curve; not shown when the curve ends before it.
        goal: a loss to draw a level line at.
        first: the epoch of the curves' first value.
        across, up: what the axes measure.
    """
    values = np.concatenate([curve.values for curve in curves] + ([np.array([goal])] if goal else []))
    low, high = math.floor(math.log10(values.min())), math.ceil(math.log10(values.max()))
    last = max(len(curve.values) for curve in curves) - 1
    x = _scale(0, max(last, 1), LEFT, WIDTH - RIGHT)
    y = _scale(low, max(high, low + 1), HEIGHT - BOTTOM, TOP)
    powers = range(low, max(high, low + 1) + 1)
    parts = [_grid_line(LEFT, y(p), WIDTH - RIGHT, y(p)) + _text(LEFT - 8, y(p) + 4, _power(p), "end") for p in powers]
    ticks = [tick for tick in _round_steps(first + last) if tick >= first]
    parts += [_text(x(tick - first), HEIGHT - BOTTOM + 20, f"{tick:,}", "middle") for tick in ticks]
    parts += [_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 5, across, "middle")]
    parts += [_text(12, (TOP + HEIGHT - BOTTOM) / 2, up, "middle", turned=True)]
    if goal is not None:
        level = y(math.log10(goal))
        parts.append(f'<path d="M{LEFT} {level:.1f}H{WIDTH - RIGHT}" class="goal"/>')
        parts.append(_text(WIDTH - RIGHT, level - 5, f"goal {goal:g}", "end"))
    for curve in curves:
        parts.append(f'<path d="{_path(curve.values, x, y)}" {_drawn(curve)}/>')
    head, key = keys_above([(curve.name, _drawn(curve)) for curve in curves] if len(curves) > 1 else [])
    parts.append(key)
    if marker is not None and 0 <= marker - first < len(curves[0].values):
        at = y(math.log10(curves[0].values[marker - first]))
        parts.append(f'<circle cx="{x(marker - first):.1f}" cy="{at:.1f}" r="6" class="marker"/>')
    return svg_picture("".join(parts), WIDTH, HEIGHT, label, above=head)


def plane_map(
    points: Array,
    classes: Array,
    *,
    label: str,
    predict: Callable[[Array], Array] | None = None,
    extent: float = 2.0,
    pixels: int = 80,
) -> str:
    """Draw points of two classes and, behind them, what a network says about every place.

    Arguments:
        points: shape (samples, 2).
        classes: 0 or 1, shape (samples,).
        label: what the picture shows, for those who do not see it.
        predict: from points (n, 2) to the output between 0 and 1, shape (n,); None draws no map.
        extent: both axes run from −extent to extent.
        pixels: places along a side of the map.
    """
    x = _scale(-extent, extent, LEFT, LEFT + HEIGHT - TOP - BOTTOM)
    y = _scale(-extent, extent, HEIGHT - BOTTOM, TOP)
    size = HEIGHT - TOP - BOTTOM
    parts = []
    if predict is not None:
        source = _map_image(predict, extent, pixels)
        parts.append(f'<image href="{source}" x="{LEFT}" y="{TOP}" width="{size}" height="{size}"/>')
    parts.append(f'<rect x="{LEFT}" y="{TOP}" width="{size}" height="{size}" class="frame"/>')
    for tick in range(-int(extent), int(extent) + 1):
        parts.append(_text(x(tick), HEIGHT - BOTTOM + 20, _signed(tick), "middle"))
        parts.append(_text(LEFT - 8, y(tick) + 4, _signed(tick), "end"))
    parts.append(_text(LEFT + size / 2, HEIGHT - 5, "x₁", "middle") + _text(18, TOP + size / 2, "x₂", "middle"))
    for (px, py), kind in zip(points, classes, strict=True):
        parts.append(_point(x(px), y(py), int(kind)))
    return svg_picture("".join(parts), LEFT + size + RIGHT, HEIGHT, label)


def side_by_side(*pictures: str) -> str:
    """Put pictures beside each other where there is room, else below each other."""
    return f'<div class="glassnet-pictures">{"".join(pictures)}</div>'


def svg_picture(body: str, width: float, height: float, label: str, *, above: float = 0, grows: float = 1.2) -> str:
    """Put what was drawn into a picture that is as wide as its place, beside others in proportion to its width.

    Arguments:
        body: SVG.
        width, height: of the drawing, in its own units.
        label: what the picture shows, for those who do not see it.
        above: room above the drawing.
        grows: how many times its own width it may be on the page.
    """
    kind = "glassnet-picture glassnet-wide" if width > 300 else "glassnet-picture"  # wide ones shrink on a phone
    return (
        f'<svg class="{kind}" style="--wide: {width:g}; max-width: {grows * width:.0f}px" '
        f'viewBox="0 {0 - above:g} {width:g} {height + above:g}" role="img" '
        f'aria-label="{escape(label, quote=True)}">{STYLE}{body}</svg>'
    )


def keys_above(keys: Sequence[tuple[str, str]]) -> tuple[float, str]:
    """Return the room that the names of lines take above a graph, and the names with a piece of each line.

    Arguments:
        keys: for each line its name, and the attributes it is drawn with.
    """
    x, row, parts = float(LEFT), 0, []
    for name, drawn in keys:
        wide = 40 + 7.2 * len(name)  # more than system fonts take
        if x > LEFT and x + wide > WIDTH:
            x, row = float(LEFT), row + 1
        parts.append((x, row, name, drawn))
        x += wide + 8
    room = 20.0 * (row + 1) if parts else 0.0
    lines = [
        f'<path d="M{x:.1f} {y:.1f}h28" fill="none" {drawn}/>' + _text(x + 34, y + 4, name, "start")
        for x, row, name, drawn in parts
        for y in (20.0 * row + 10 - room,)
    ]
    return room, "".join(lines)


STYLE = f"""<style>
.glassnet-pictures {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }}
.glassnet-pictures > .glassnet-picture {{ flex: var(--wide) 1 calc(0.75px * var(--wide)); }}
.glassnet-picture {{ width: 100%; font: 12px system-ui, sans-serif; color: inherit; }}
@media (max-width: 480px) {{ .glassnet-wide {{ font-size: 14px; }} }}
.glassnet-picture text {{ fill: currentColor; }}
.glassnet-picture .grid {{ stroke: currentColor; opacity: 0.15; }}
.glassnet-picture .frame {{ fill: none; stroke: currentColor; opacity: 0.4; }}
.glassnet-picture .curve {{ fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }}
.glassnet-picture .goal {{ stroke: {BLUE}; stroke-dasharray: 2 4; }}
.glassnet-picture .hit {{ fill: none; stroke: transparent; stroke-width: 24; pointer-events: stroke; }}
.glassnet-picture .marker {{ fill: {BLUE}; stroke: white; stroke-width: 2; }}
</style>"""


def _scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    return lambda value: start + (value - low) / (high - low) * (end - start)


def _path(values: Array, x: Callable[[float], float], y: Callable[[float], float]) -> str:
    """Return the line through all values, at most four points for every unit of width: lowest and highest are kept."""
    last = len(values) - 1
    bounds = np.unique(np.linspace(0, last + 1, 2 * WIDTH).astype(int))
    epochs: list[int] = []
    for begin, end in pairwise(bounds):
        part = values[begin:end]
        epochs += sorted({begin + int(part.argmin()), begin + int(part.argmax())})
    if epochs[-1] != last:
        epochs.append(last)
    return "M" + "L".join(f"{x(epoch):.1f} {y(math.log10(values[epoch])):.1f}" for epoch in epochs)


def _map_image(predict: Callable[[Array], Array], extent: float, pixels: int) -> str:
    centres = ((np.arange(pixels) + 0.5) / pixels * 2 - 1) * extent
    across, down = np.meshgrid(centres, -centres)
    output = predict(np.stack([across.ravel(), down.ravel()], axis=1)).reshape(pixels, pixels)
    rgba = np.where((output > 0.5)[..., None], _rgb(BLUE), _rgb(ORANGE))
    alpha = np.round(np.abs(2 * output - 1) * 150)[..., None]  # nothing where the network is undecided
    return png(np.concatenate([rgba, alpha], axis=-1).astype(np.uint8))


def _rgb(colour: str) -> Array:
    return np.array(list(bytes.fromhex(colour[1:])))


def png(rgba: Array) -> str:
    """Return a picture, shape (rows, columns, 4), as the address of a PNG held in the address itself."""
    rows, columns, _ = rgba.shape

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    lines = b"".join(b"\x00" + line.tobytes() for line in rgba)
    header = struct.pack(">IIBBBBB", columns, rows, 8, 6, 0, 0, 0)
    content = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + content).decode()


def _point(x: float, y: float, kind: int) -> str:
    edge = 'stroke="white" stroke-width="0.8"'
    if kind == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{ORANGE}" {edge}/>'
    return f'<rect x="{x - 2.8:.1f}" y="{y - 2.8:.1f}" width="5.6" height="5.6" fill="{BLUE}" {edge}/>'


def _drawn(curve: Curve) -> str:
    return 'class="curve" stroke-dasharray="6 4"' if curve.dashed else 'class="curve"'


def _grid_line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" class="grid"/>'


def _text(x: float, y: float, content: str, anchor: str, *, turned: bool = False) -> str:
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{turn}>{escape(content)}</text>'


def _round_steps(last: int) -> list[int]:
    power = 10 ** math.floor(math.log10(max(last, 1)))
    parts = 1 if last >= 4 * power else 2 if last >= 2 * power else 4
    return list(range(0, last + 1, max(power // parts, 1)))


def _power(exponent: int) -> str:
    return (
        f"{10.0**exponent:g}"
        if exponent >= -3
        else "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    )


def _signed(value: int) -> str:
    return str(value).replace("-", "−")
