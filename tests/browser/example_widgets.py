"""One example of each widget, for tests that try them all; most need no argument."""

from collections.abc import Callable

import numpy as np

import glassnet as gn
from glassnet.widgets.host import HostedWidget


def progress() -> HostedWidget:
    network = gn.Network([gn.Dense(4, "relu"), gn.Dense(1, "sigmoid")])
    run = gn.Run(network, gn.Recipe("binary_cross_entropy", gn.Adam(0.01)), gn.data.moons(60))
    return gn.widgets.TrainingProgress(run, 3)


def replay() -> HostedWidget:
    x, y = np.array([[-1.0, 0.0], [1.0, 0.0]]), np.array([0, 1])
    losses = np.array([0.3, 0.1, 0.05, 0.0005])
    return gn.widgets.Replay(losses, lambda _, points: (points[:, 0] + 2) / 4, x, y, epochs=range(4), goal=0.001)


def threshold() -> HostedWidget:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 2, 200)
    return gn.widgets.Threshold(np.clip(rng.normal(0.3 + 0.4 * truth, 0.2), 0, 1), truth, ("healthy", "ill"))


NEED_ARGUMENTS: dict[str, Callable[[], HostedWidget]] = {
    "TrainingProgress": progress,
    "Replay": replay,
    "Threshold": threshold,
}


def example_of(name: str) -> HostedWidget:
    """Return an example of the widget with this name in `gn.widgets`."""
    made = NEED_ARGUMENTS.get(name, getattr(gn.widgets, name))()
    assert isinstance(made, HostedWidget)
    return made
