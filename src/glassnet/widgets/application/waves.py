"""Time series: how does a wave go on?"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated

import numpy as np

from glassnet import Adam, Dataset, Dense, Network, Recipe, Run
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.data.split import split
from glassnet.widgets.application.application import About
from glassnet.widgets.wire import Answer, Length, Limits, Reply, Request
from glassnet.widgets.wire.writing import floats

PAST, FUTURE = 32, 24
POINTS = 9
"""How many points of a wave the reader can move."""


@dataclass(frozen=True)
class Forecast(Request):
    """Continue a wave that goes through points at equal distances, each from −1.5 to 1.5."""

    points: Annotated[tuple[Annotated[float, Limits(-1.5, 1.5)], ...], Length(POINTS, POINTS)]


@dataclass(frozen=True)
class ForecastView(Reply):
    """Buffers: the wave up to now (32 values), and how the network continues it (24 values)."""


@cache
def noisy_waves(count: int = 1500) -> Dataset:
    """Return pieces of sine waves with noise, each with what came next, without noise.

    Period, height and phase are random.

    >>> noisy_waves().train.x.shape, noisy_waves().train.y.shape
    ((1200, 32), (1200, 24))
    """
    rng = stream(0).child("waves")
    period, height, phase = (
        rng.child(name).uniform((count, 1), low, high)
        for name, low, high in (("period", 10.0, 40.0), ("height", 0.4, 1.2), ("phase", 0.0, 1.0))
    )
    time = np.arange(PAST + FUTURE)
    waves = height * np.sin(2 * np.pi * (time / period + phase))
    heard = waves[:, :PAST] + rng.child("noise").normal((count, PAST), 0.0, 0.1)
    parts = split(waves[:, PAST:], rng.child("parts"), validation=0.2, test=0.0)
    return Dataset("waves", heard, waves[:, PAST:], parts)


class Waves:
    """A dense network from the past of a wave to its future."""

    about = About(
        title="Continues a wave",
        data="1,200 pieces of noisy waves, and how each went on",
        network=f"{PAST} inputs, 64 hidden neurons, {FUTURE} outputs: 3,672 numbers",
        turn="rounds",
        score="mean error, new waves",
        unit="",
        ends=(0.0, 0.8),
    )
    turns = 60

    def __init__(self) -> None:
        network = Network([Dense(64, "tanh"), Dense(FUTURE)])
        self.run = Run(network, Recipe("mean_squared_error", Adam(0.005), batch_size=40), noisy_waves(), memory=0)

    def train(self) -> None:
        """Make one pass over the waves."""
        self.run.advance(30)

    def score(self) -> float:
        """Return the mean distance of the forecast from what came, for held-out waves."""
        held_out = self.run.dataset.validation
        return float(np.abs(self.run.predict(held_out.x) - held_out.y).mean())

    def forecast(self, request: Forecast) -> Answer[ForecastView]:
        """Continue the wave through the reader's points."""
        past = through(np.array(request.points))
        return Answer(ForecastView(), [floats(past), floats(self.run.predict(past[None].astype("float32"))[0])])


def through(points: Array) -> Array:
    """Return a smooth curve through points at equal distances, shape (32,): Catmull and Rom's spline.

    >>> through(np.array([0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0]))[[0, -1]].tolist()
    [0.0, 0.0]
    """
    at = np.linspace(0, len(points) - 1, PAST)
    before = np.minimum(at.astype(int), len(points) - 2)
    t = at - before
    padded = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    a, b, c, d = (padded[before + place] for place in range(4))
    return np.asarray(b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))))
