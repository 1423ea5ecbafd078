"""The messages of the wishes."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request
from glassnet.widgets.wishes.reader import PICTURES

MAX_UPDATES = 30


@dataclass(frozen=True)
class Open(Request):
    """Show a picture, and what the network makes of it after some updates."""

    picture: Annotated[int, Limits(0, len(PICTURES) - 1)]
    updates: Annotated[int, Limits(0, MAX_UPDATES)]


@dataclass(frozen=True)
class WishesView(Reply):
    """One picture and the wishes about it. Buffers: the pixels row by row, from 0 to 1; the weights of the last layer.

    `outputs` are probabilities; a wish is how strongly a number should grow (above 0) or shrink for the loss to fall:
    minus its gradient. `before` are the outputs before the last update.
    """

    picture: int
    updates: int
    last: int
    target: int
    hidden: tuple[float, ...]
    outputs: tuple[float, ...]
    before: tuple[float, ...]
    output_wishes: tuple[float, ...]
    hidden_wishes: tuple[float, ...]
    loss: float
