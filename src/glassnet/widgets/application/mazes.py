"""Rewards: which way through a maze is best?"""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from glassnet import Dense, Maze, Network, QLearning
from glassnet.base.errors import SettingError
from glassnet.widgets.application.application import About
from glassnet.widgets.wire import Answer, Length, MaxLength, Reply, Request

FIRST = ("S..#.", ".#...", "...#.", ".x...", "..#.G")
SIDE = len(FIRST)


@dataclass(frozen=True)
class WalkMaze(Request):
    """Walk through the maze; with `rows`, through another one, of which nothing is known yet."""

    rows: Annotated[tuple[Annotated[str, MaxLength(SIDE)], ...], Length(SIDE, SIDE)] | None = None


@dataclass(frozen=True)
class MazeView(Reply):
    """The maze, the best way that the network knows, the last attempt, and the best action in every cell it has seen.

    Cells are counted row by row; actions are 0 up, 1 right, 2 down, 3 left, and -1 where nothing was tried.
    Buffers: the value of the best action in every cell.
    """

    rows: tuple[str, ...]
    way: tuple[int, ...]
    arrived: bool
    last: tuple[int, ...]
    best: tuple[int, ...]
    attempts: int


class Mazes:
    """Q-learning: a network estimates what each step is worth, from rewards alone."""

    about = About(
        title="Finds its way",
        data="its own attempts: +1 at the goal, −1 in a pit, −0.04 for every step",
        network=f"{SIDE * SIDE} inputs, 24 hidden neurons, 4 outputs: 724 numbers",
        turn="attempts",
        score="reward of each attempt",
        unit="",
        ends=(-4.0, 1.0),
    )
    turns = 40

    def __init__(self) -> None:
        self._begin(FIRST)

    def _begin(self, rows: tuple[str, ...]) -> None:
        self._maze = Maze(rows)
        self.learner = QLearning(self._maze, Network([Dense(24, "tanh"), Dense(4)]), exploration=0.05, exploring=25)
        self._last: tuple[int, ...] = ()
        self._total = 0.0

    def train(self) -> None:
        """Make one attempt, and learn from it."""
        episode = self.learner.episode()
        self._last, self._total = episode.states, episode.total

    def score(self) -> float:
        """Return the reward of the last attempt."""
        return self._total

    def walk(self, request: WalkMaze) -> Answer[MazeView]:
        """Return the maze and what is known about it."""
        if request.rows is not None and request.rows != self._maze.rows:
            if any(len(row) != SIDE for row in request.rows):
                raise SettingError(f"The maze has {SIDE} rows of {SIDE} cells.")
            self._begin(request.rows)
        cells = np.arange(SIDE * SIDE)
        values, tried = self.learner.values(cells), {state for state, _ in self.learner.known}
        way = self.learner.best_way() if tried else (self._maze.start,)
        best = tuple(int(values[cell].argmax()) if cell in tried else -1 for cell in cells)
        arrived = self._maze.cell(way[-1]) == "G"
        view = MazeView(self._maze.rows, way, arrived, self._last, best, self.learner.played)
        return Answer(view, [np.ascontiguousarray(values.max(axis=1), "<f4").tobytes()])
