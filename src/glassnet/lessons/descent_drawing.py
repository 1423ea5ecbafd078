"""Still pictures of descents: steps on the graph of a function, and a walk over a map of heights."""

from collections.abc import Callable
from html import escape

import numpy as np

from glassnet.base.arrays import Array
from glassnet.lessons.drawing import BLUE, BOTTOM, HEIGHT, LEFT, ORANGE, RIGHT, TOP, WIDTH, png, svg_picture

SIZE = HEIGHT - TOP - BOTTOM


def walk_on_graph(
    function: Callable[[Array], Array],
    places: Array,
    *,
    ends: tuple[float, float],
    label: str,
    slope: Callable[[float], float] | None = None,
) -> str:
    """Draw a function of one variable and the places that a descent visited, each joined to the next.

    Arguments:
        function: from x (n,) to f(x) (n,).
        places: the x of each step, the first one first; what lies outside the ends is left out.
        ends: both ends of the x-axis.
        label: what the picture shows, for those who do not see it.
        slope: the function's slope at x; with it the last place has its tangent.

    The last place, its slope and the step to it are marked with the symbols place, slope and step.
    """
    xs = np.linspace(*ends, 240)
    low, high = float(function(xs).min()), float(function(xs).max())
    room = 0.06 * (high - low)
    x = _scale(ends[0], ends[1], LEFT, WIDTH - RIGHT)
    y = _scale(low - room, high + room, HEIGHT - BOTTOM, TOP)
    seen = np.array([place for place in places if ends[0] <= place <= ends[1]])
    graph = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in zip(xs, function(xs), strict=True))
    parts = [_frame(WIDTH - LEFT - RIGHT), *_ticks(ends, (low, high), x, y), f'<path d="M{graph}" class="curve"/>']
    if len(seen):
        way = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in zip(seen, function(seen), strict=True))
        parts.append(f'<path d="M{way}" fill="none" stroke="{ORANGE}" stroke-width="1.2" stroke-dasharray="3 3"/>')
        parts += [_dot(x(a), y(b), 3.0, ORANGE) for a, b in zip(seen, function(seen), strict=True)]
        last = (float(seen[-1]), float(function(seen[-1:])[0]))
        if len(seen) > 1:
            before = (float(seen[-2]), float(function(seen[-2:-1])[0]))
            step = f"M{x(before[0]):.1f} {y(before[1]):.1f}L{x(last[0]):.1f} {y(last[1]):.1f}"
            parts.append(
                f'<g data-symbol="step"><path d="{step}" class="stroke" stroke="{ORANGE}" stroke-width="2"/></g>'
            )
        if slope is not None:
            parts.append(_tangent(last, slope(last[0]), x, y))
        parts.append(f'<g data-symbol="place">{_dot(x(last[0]), y(last[1]), 6.0, BLUE, "spot")}</g>')
    parts += [_word((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 5, "x", "middle"), _upright("f(x)")]
    return svg_picture("".join(parts), WIDTH, HEIGHT, label)


def walk_on_map(
    heights: Array, ends: tuple[float, float, float, float], way: Array, *, label: str, across: str, up: str
) -> str:
    """Draw heights as a map, dark where high, and a way over it.

    Arguments:
        heights: shape (n, n), rows from low to high; shown by their logarithm above the lowest, so that valleys stay visible.
        ends: left, right, bottom and top.
        way: places, shape (steps, 2).
        label: what the picture shows, for those who do not see it.
        across, up: what the axes measure.
    """
    left, right, bottom, top = ends
    x = _scale(left, right, LEFT, LEFT + SIZE)
    y = _scale(bottom, top, HEIGHT - BOTTOM, TOP)
    bent = np.log(heights - heights.min() + 0.02 * np.ptp(heights))
    share = (bent - bent.min()) / (np.ptp(bent) or 1.0)
    alpha = np.round(230 * share[::-1])[..., None]
    rgb = np.broadcast_to(np.array(list(bytes.fromhex(BLUE[1:]))), (*heights.shape, 3))
    source = png(np.concatenate([rgb, alpha], axis=-1).astype(np.uint8))
    line = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in way)
    parts = [
        f'<image href="{source}" x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}"/>',
        _frame(SIZE),
        *_ticks((left, right), (bottom, top), x, y),
        f'<path d="M{line}" fill="none" stroke="white" stroke-width="4" stroke-linejoin="round"/>',
        f'<path d="M{line}" fill="none" stroke="{ORANGE}" stroke-width="2" stroke-linejoin="round"/>',
        _dot(x(way[-1, 0]), y(way[-1, 1]), 5.0, ORANGE),
        _word(LEFT + SIZE / 2, HEIGHT - 5, across, "middle"),
        _upright(up),
    ]
    return svg_picture("".join(parts), LEFT + SIZE + RIGHT, HEIGHT, label)


def _tangent(place: tuple[float, float], slope: float, x: Callable[[float], float], y: Callable[[float], float]) -> str:
    """Return a line of 60 units through a place, as steep as the graph is there."""
    across, up = x(1.0) - x(0.0), (y(1.0) - y(0.0)) * slope
    half = 30 / float(np.hypot(across, up))
    begin = f"{x(place[0]) - half * across:.1f} {y(place[1]) - half * up:.1f}"
    end = f"{x(place[0]) + half * across:.1f} {y(place[1]) + half * up:.1f}"
    line = f"M{begin}L{end}"
    drawn = f'<path d="{line}" class="stroke" stroke="currentColor" stroke-width="2.5"/><path d="{line}" class="hit"/>'
    return f'<g data-symbol="slope">{drawn}</g>'


def _scale(low: float, high: float, begin: float, end: float) -> Callable[[float], float]:
    return lambda value: begin + (value - low) / (high - low) * (end - begin)


def _ticks(
    x_ends: tuple[float, float],
    y_ends: tuple[float, float],
    x: Callable[[float], float],
    y: Callable[[float], float],
) -> list[str]:
    across = [_word(x(tick), HEIGHT - BOTTOM + 20, _number(tick), "middle") for tick in _round(x_ends)]
    return across + [_word(LEFT - 8, y(tick) + 4, _number(tick), "end") for tick in _round(y_ends)]


def _round(ends: tuple[float, float]) -> list[float]:
    """Return some five round numbers between two ends."""
    rough = (ends[1] - ends[0]) / 5
    power = 10.0 ** np.floor(np.log10(rough))
    step = min((factor * power for factor in (1, 2, 5, 10)), key=lambda size: abs(size - rough))
    first, last = int(np.ceil(ends[0] / step - 1e-9)), int(np.floor(ends[1] / step + 1e-9))
    return [round(place * step, 10) for place in range(first, last + 1)]


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _frame(width: float) -> str:
    return f'<rect x="{LEFT}" y="{TOP}" width="{width}" height="{SIZE}" class="frame"/>'


def _dot(x: float, y: float, radius: float, ink: str, kind: str = "dot") -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{ink}" stroke="white" stroke-width="1" class="{kind}"/>'
    )


def _upright(words: str) -> str:
    return f'<g transform="rotate(-90 14 {TOP + SIZE / 2})">{_word(14, TOP + SIZE / 2, words, "middle")}</g>'


def _word(x: float, y: float, content: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(content)}</text>'
