"""The messages of the gradient-flow lab."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from glassnet.widgets.gradient_flow.networks import FlowSettings
from glassnet.widgets.wire import Reply, Request
from glassnet.widgets.wire.common import Choice


@dataclass(frozen=True)
class Open(Request):
    """List what can be chosen, and return the network as it was left."""


@dataclass(frozen=True)
class Build(Request):
    """Make a network, and measure it before its first update."""

    settings: FlowSettings


@dataclass(frozen=True)
class Train(Request):
    """Train the network for five more updates, and measure it again."""


@dataclass(frozen=True)
class Measure(Request):
    """Measure what one more remedy does to the settings without any, from one more seed."""

    settings: FlowSettings


@dataclass(frozen=True)
class RemedyView(Choice):
    """A remedy: the settings that it changes."""

    change: Mapping[str, Any]


@dataclass(frozen=True)
class Opening(Reply):
    """Everything to choose from, and the first settings."""

    activations: tuple[Choice, ...]
    initializers: tuple[Choice, ...]
    normalizations: tuple[Choice, ...]
    clippings: tuple[Choice, ...]
    remedies: tuple[RemedyView, ...]
    settings: FlowSettings


@dataclass(frozen=True)
class FrameView:
    """The sizes at a step: the loss of its batch; None if it is not finite."""

    step: int
    loss: float | None


@dataclass(frozen=True)
class Flow(Reply):
    """Buffers: for each frame the activations, then the gradients of all hidden layers.

    `stopped` says which number became NaN or infinite, and why; "" while none has. `accuracy` is that on the training
    samples now.
    """

    settings: FlowSettings
    frames: tuple[FrameView, ...]
    steps: int
    done: bool
    accuracy: float | None
    stopped: str
    verdict: str


@dataclass(frozen=True)
class EffectView:
    """What a remedy does: from each seed so far, the ratio of the gradients, and the accuracy, None if it diverged."""

    name: str
    label: str
    ratios: tuple[float | None, ...]
    accuracies: tuple[float | None, ...]


@dataclass(frozen=True)
class Effects(Reply):
    """All remedies, the first row without any."""

    settings: FlowSettings
    rows: tuple[EffectView, ...]
    count: int
    total: int
    steps: int
