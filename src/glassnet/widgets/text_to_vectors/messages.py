"""The messages of the text-to-vectors widget."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.text_to_vectors.counting import ENCODINGS
from glassnet.widgets.text_to_vectors.space import Neighbour
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Place

MAX_STEPS = 500
MAX_SEED = 2**32 - 1

FourWords = tuple[str, str, str, str]
"""The selected word, minus, plus, compared with."""


VIEWS = ("counting", "learning")
SENTENCES = """The cat sat on the mat.
The dog sat on the cat.
The king rides a horse.
A horse eats fresh grass."""


@dataclass(frozen=True)
class Opening:
    """Which view is shown first."""

    view: Annotated[str, OneOf("view", VIEWS)] = "counting"


@dataclass(frozen=True)
class Open(Request):
    """Say which view is shown first."""


@dataclass(frozen=True)
class Count(Request):
    """Return the lines of a text as numbers, with an explanation of the one `at` row and column."""

    text: str
    encoding: Annotated[str, OneOf("encoding", ENCODINGS)]
    at: Place | None = None


@dataclass(frozen=True)
class Text(Request):
    """Return the text of the latest file."""


@dataclass(frozen=True)
class Begin(Request):
    """Start training on a text, or on the built-in sentences."""

    seed: Annotated[int, Limits(0, MAX_SEED)] = 0
    text: str | None = None


@dataclass(frozen=True)
class Train(Request):
    """Continue training for a slice of time, at most `steps` updates."""

    chosen: FourWords
    steps: Annotated[int, Limits(1, MAX_STEPS)]


@dataclass(frozen=True)
class Look(Request):
    """Select other words."""

    chosen: FourWords


@dataclass(frozen=True)
class OpeningView(Opening, Reply):
    """Which view is shown first, and the sentences that are counted first."""

    sentences: str = SENTENCES


@dataclass(frozen=True)
class TextTaken(Reply):
    """How a text was taken: the limit of its length, and whether some of its words were split into characters."""

    max_size: int
    by_character: bool


@dataclass(frozen=True)
class Counted(TextTaken):
    """Buffers: the table, row by row; the cosine between every two rows."""

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
    """Buffers: each word's position on the map; six vectors of length 1, (6, units).

    They are: the selected word, the one it is compared with, minus, plus, their sum, and the word nearest to that.
    """

    step: int
    done: bool
    latest: LatestPair | None
    explained_variance: float
    near: tuple[Neighbour, ...]
    cosine: float
    first_found: str
    found: tuple[Neighbour, ...]


@dataclass(frozen=True)
class Begun(Vectors):
    """The words and the initial state of training."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    max_size: int
    by_character: bool
    sentences: int
    pairs: int
    steps: int
    chosen: FourWords
