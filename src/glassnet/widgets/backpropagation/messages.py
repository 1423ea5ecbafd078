"""The messages of the backpropagation visualiser."""

from dataclasses import dataclass
from typing import Annotated, Literal

from glassnet.widgets.branching.messages import TrackView
from glassnet.widgets.explaining import ExplanationJson, ReferenceText
from glassnet.widgets.wire import Limits, Reply, Request
from glassnet.widgets.wire.common import Named

Row = tuple[float | None, ...]
Index = Annotated[int, Limits(0, 10**9)]


@dataclass(frozen=True)
class Examples(Request):
    """List the networks, and say which step of which one is shown."""


@dataclass(frozen=True)
class Open(Request):
    """Show a step of an example, with the numbers of one sample."""

    example: str
    step: Index
    sample: Index


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number of the step shown, or of any step if it belongs to several runs."""

    reference: ReferenceText
    step: Annotated[int, Limits(0)] | None = None


@dataclass(frozen=True)
class Graph(Request):
    """The pass of a sample as a graph of small operations."""

    sample: Index


@dataclass(frozen=True)
class ExampleView:
    """A network to inspect."""

    name: str
    label: str
    words: str
    rate: float
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """What is shown."""

    example: str
    step: int
    sample: int


@dataclass(frozen=True)
class ExamplesView(Reply):
    """All networks, and what is shown: first of all which tab."""

    view: Literal["network", "graph"]
    examples: tuple[ExampleView, ...]
    shown: Shown


@dataclass(frozen=True)
class LayerView:
    """A layer's numbers: activations and their gradients of one sample, and the parameters."""

    name: str
    activation: str
    z: Row
    a: Row
    d_z: Row
    d_a: Row
    weight: tuple[Row, ...]
    bias: Row
    d_weight: tuple[Row, ...]
    d_bias: Row
    weight_after: tuple[Row, ...]
    bias_after: Row


@dataclass(frozen=True)
class MomentView(Reply):
    """A step with the numbers of one sample, at `place` in its batch.

    `plain` says whether every parameter's step is the learning rate times its gradient, and nothing else;
    `last_step` is the last step that can be shown.
    """

    example: str
    now: str
    tracks: tuple[TrackView, ...]
    last_step: int
    step: int
    place: int
    samples: tuple[int, ...]
    x: Row
    targets: tuple[Named, ...]
    layers: tuple[LayerView, ...]
    learning_rate: float
    rule: str
    plain: bool
    sample_loss: float | None
    loss: float | None
    loss_after: float | None


@dataclass(frozen=True)
class Line:
    """An explanation as one line."""

    reference: str
    formula: str
    numbers: str
    value: float | None


@dataclass(frozen=True)
class FactorView:
    """One factor of a path to the loss, with the engine's name for it."""

    kind: Literal["input", "slope", "weight", "error"]
    layer: int
    source: int
    unit: int
    value: float | None
    reference: str


@dataclass(frozen=True)
class PathView:
    """One path to the loss."""

    sample: int
    factors: tuple[FactorView, ...]
    product: float | None


@dataclass(frozen=True)
class MorePaths:
    """Paths that are not shown: how many, and their sum."""

    count: int
    sum: float


@dataclass(frozen=True)
class Explained(Reply):
    """A number in a step of a run: its arithmetic, the gradients it depends on, and its paths to the loss."""

    track: str
    step: int
    explanation: ExplanationJson
    depends_on: tuple[Line, ...]
    paths: tuple[PathView, ...]
    more_paths: MorePaths | None


@dataclass(frozen=True)
class GraphNode:
    """One number of the graph: its inputs, its slope with respect to each, and its gradient."""

    kind: str
    place: tuple[int, int, int]
    value: float | None
    gradient: float | None
    inputs: tuple[int, ...]
    slopes: Row
    reference: str
    d_reference: str


@dataclass(frozen=True)
class GraphReply(Reply):
    """The graph, each number after its inputs."""

    nodes: tuple[GraphNode, ...]
    place: int
    step: int
