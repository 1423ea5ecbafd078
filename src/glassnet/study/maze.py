"""A maze: a small world in which actions are rewarded."""

from functools import cached_property
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.settings_class import settings_class

ACTIONS = ("up", "right", "down", "left")
MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1))
CELLS = {"S": "start", "G": "goal", "#": "wall", "x": "pit", ".": "floor"}
MAX_SIDE = 20


class Outcome(NamedTuple):
    """What an action led to.

    Arguments:
        state: the number of the state afterwards.
        reward: the reward for the action.
        done: whether the episode ends there.
    """

    state: int
    reward: float
    done: bool


@settings_class
class Maze:
    """Cells to walk through, from the start to the goal.

    Every step costs a little, so that short ways are better; walking into a wall or over the edge costs a step too and
    leads nowhere. The goal and the pits end an episode.

    Arguments:
        rows: the map: "S" start, "G" goal, "#" wall, "x" pit, "." floor; rows of the same length, at most 20 × 20.
        goal: reward at the goal.
        pit: reward in a pit.
        step: reward for every other step.

    Raises:
        SettingError: the map isn't a rectangle of these characters with one start and a goal.

    >>> maze = Maze(("S.", "xG"))
    >>> maze.start, maze.step_from(0, ACTIONS.index("right")), maze.step_from(1, ACTIONS.index("down"))
    (0, Outcome(state=1, reward=-0.04, done=False), Outcome(state=3, reward=1.0, done=True))
    """

    rows: tuple[str, ...] = ("S...#", ".#.x.", ".#.#.", "...#.", "#....", "..x.G")
    goal: float = 1.0
    pit: float = -1.0
    step: float = -0.04

    def __post_init__(self) -> None:
        rows = (self.rows,) if isinstance(self.rows, str) else self.rows
        rows = tuple(rows) if isinstance(rows, list | tuple) else (rows,)
        object.__setattr__(self, "rows", rows)
        cells = "".join(rows) if all(isinstance(row, str) for row in rows) else ""
        sides = {len(row) for row in rows} if cells else set()
        if len(sides) != 1 or not set(cells) <= set(CELLS) or max(len(rows), *sides) > MAX_SIDE:
            raise SettingError(
                f"A maze needs rows of equal length, up to {MAX_SIDE} × {MAX_SIDE} of S, G, #, x and '.'; got {rows!r}."
            )
        if cells.count("S") != 1 or "G" not in cells:
            raise SettingError(
                f"A maze needs one start S and a goal G; got {cells.count('S')} S, {cells.count('G')} G."
            )
        for name in ("goal", "pit", "step"):
            number(name, getattr(self, name))

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of the actions."""
        return ACTIONS

    @cached_property
    def start(self) -> int:
        """The number of the start's cell; cells are counted row by row from 0."""
        return "".join(self.rows).index("S")

    def cell(self, state: int) -> str:
        """Return the character of a cell on the map."""
        return "".join(self.rows)[state]

    def step_from(self, state: int, action: int) -> Outcome:
        """Return what an action leads to in a cell."""
        width = len(self.rows[0])
        row, column = state // width + MOVES[action][0], state % width + MOVES[action][1]
        if not (0 <= row < len(self.rows) and 0 <= column < width) or self.rows[row][column] == "#":
            return Outcome(state, self.step, False)
        reached = self.rows[row][column]
        reward = {"G": self.goal, "x": self.pit}.get(reached, self.step)
        return Outcome(row * width + column, reward, reached in "Gx")

    def observation(self, state: int) -> Array:
        """Return what the learner sees in a cell: 1 at the cell's number and 0 elsewhere, shape (cells,)."""
        seen = np.arange(len(self.rows) * len(self.rows[0])) == state
        return seen.astype("float32")
