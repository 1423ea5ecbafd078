"""What the page of text to vectors asks and is told."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.text_to_vectors.counting import ENCODINGS
from glassnet.widgets.text_to_vectors.space import Neighbour
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Place

MOST_STEPS = 500
LARGEST_SEED = 2**32 - 1

FourWords = tuple[str, str, str, str]
"""The word looked at, minus, plus, compared with."""


@dataclass(frozen=True)
class Count(Request):
    """The lines of a text as numbers, and the reason of the one `at` row and column."""

    text: str
    encoding: Annotated[str, OneOf("encoding", ENCODINGS)]
    at: Place | None = None


@dataclass(frozen=True)
class Text(Request):
    """The text of the file that came last."""


@dataclass(frozen=True)
class Begin(Request):
    """Words to train: of a text, or of the project's own sentences."""

    seed: Annotated[int, Limits(0, LARGEST_SEED)] = 0
    text: str | None = None


@dataclass(frozen=True)
class Train(Request):
    """Train on for a slice of time, at most so many updates."""

    chosen: FourWords
    steps: Annotated[int, Limits(1, MOST_STEPS)]


@dataclass(frozen=True)
class Look(Request):
    """Look at other words."""

    chosen: FourWords


@dataclass(frozen=True)
class Counted(Reply):
    """Buffers: the table, row by row; the cosine between each two rows."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    at: tuple[int, int]
    reason: str
    numbers: int
    kept: int
    dense_bytes: int
    sparse_bytes: int


@dataclass(frozen=True)
class TextView(Reply):
    """A text."""

    text: str


@dataclass(frozen=True)
class NeighbourSeen:
    """A word drawn beside another: the score, and the probability that it is a neighbour."""

    word: str
    z: float
    p: float


@dataclass(frozen=True)
class LatestPair:
    """The latest batch's mean loss, and its first pair: the true neighbour first, then words drawn at random."""

    loss: float
    centre: str
    others: tuple[NeighbourSeen, ...]


@dataclass(frozen=True)
class Vectors(Reply):
    """Buffers: each word's place on the map; the first word's vector."""

    step: int
    done: bool
    latest: LatestPair | None
    share: float
    near: tuple[Neighbour, ...]
    cosine: float
    first_found: str
    found: tuple[Neighbour, ...]


@dataclass(frozen=True)
class Begun(Vectors):
    """What there is to train, and where it begins."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    sentences: int
    pairs: int
    steps: int
    chosen: FourWords
