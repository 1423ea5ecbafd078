"""A map of the plane: points of two classes, and a network's output at every place.

Class 0 is orange and round, class 1 blue and square, so they differ in more than colour.
"""

from collections.abc import Callable

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DataError, ShapeError
from glassnet.figures.axes import BOTTOM, HEIGHT, LEFT, RIGHT, SIZE, TOP, frame, scale, x_ticks, y_ticks
from glassnet.figures.checks import finite, same_length
from glassnet.figures.palette import BLUE, ORANGE, WHITE
from glassnet.figures.png import png
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing, rgb, words

MAX_ALPHA = 150
"""The opacity, out of 255, where the network is certain."""


@checked
def plane_map(
    points: Array,
    classes: Array,
    *,
    label: str,
    predict: Callable[[Array], Array] | None = None,
    extent: float = 2.0,
    pixels: int = 80,
) -> Still:
    """Draw points of two classes and, behind them, a network's output at every place.

    Arguments:
        points: shape (samples, 2).
        classes: 0 or 1, shape (samples,).
        label: alternative text: what the map shows.
        predict: from points (n, 2) to outputs between 0 and 1, shape (n,) or (n, 1), like `run.predict`; None draws
            no map.
        extent: both axes run from −extent to extent.
        pixels: pixels per side of the map.

    Raises:
        DataError: a class is neither 0 nor 1.

    >>> import glassnet as gn
    >>> data = gn.data.moons(100, seed=1)
    >>> run = gn.fit(gn.Network([gn.Dense(1, "sigmoid")]), data, loss="binary_cross_entropy", epochs=2)
    >>> figure = plane_map(data.train.x, data.train.y, predict=run.predict, label="Two moons.")
    >>> figure.count("<circle") + figure.count('width="5.6"') == len(data.train.x), "<image" in figure
    (True, True)
    """
    points, kinds = finite("points", points, "(samples, 2)"), finite("classes", classes, "(samples,)")
    same_length("classes", len(kinds), "points", len(points))
    if not np.isin(kinds, (0, 1)).all():
        raise DataError(f"A plane map draws two classes, 0 and 1; got {sorted(set(kinds.tolist()))[:5]}.")
    extent, pixels = (
        number("extent", extent, above=0, maximum=1e9),
        whole_number("pixels", pixels, minimum=2, maximum=1000),
    )
    x, y = scale(-extent, extent, LEFT, LEFT + SIZE), scale(-extent, extent, HEIGHT - BOTTOM, TOP)
    parts = []
    if predict is not None:
        source = _map_image(predict, extent, pixels)
        parts.append(f'<image href="{source}" x="{LEFT}" y="{TOP}" width="{SIZE}" height="{SIZE}"/>')
    ticks = range(-int(extent), int(extent) + 1)
    parts += [frame(SIZE), *x_ticks(ticks, x), *y_ticks(ticks, y)]
    parts += [words(LEFT + SIZE / 2, HEIGHT - 5, "x₁"), words(18, TOP + SIZE / 2, "x₂")]
    parts += [_point(x(px), y(py), int(kind)) for (px, py), kind in zip(points, kinds, strict=True)]
    return drawing("".join(parts), LEFT + SIZE + RIGHT, HEIGHT, label)


def _map_image(predict: Callable[[Array], Array], extent: float, pixels: int) -> str:
    centres = ((np.arange(pixels) + 0.5) / pixels * 2 - 1) * extent
    across, down = np.meshgrid(centres, -centres)
    output = np.asarray(predict(np.stack([across.ravel(), down.ravel()], axis=1)), float)
    if output.size != pixels**2:
        raise ShapeError(f"predict must return one number for each point, shape ({pixels**2},); got {output.shape}.")
    output = output.reshape(pixels, pixels)
    colours = np.where((output > 0.5)[..., None], rgb(BLUE), rgb(ORANGE))
    alpha = np.round(np.abs(2 * output - 1) * MAX_ALPHA)[..., None]  # transparent where the network is undecided
    return png(np.concatenate([colours, alpha], axis=-1).astype(np.uint8))


def _point(x: float, y: float, kind: int) -> str:
    edge = f'stroke="{WHITE}" stroke-width="0.8"'
    if kind == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{ORANGE}" {edge}/>'
    return f'<rect x="{x - 2.8:.1f}" y="{y - 2.8:.1f}" width="5.6" height="5.6" fill="{BLUE}" {edge}/>'
