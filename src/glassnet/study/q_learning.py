"""Learning from rewards: a network that estimates how good each action is."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.random import stream
from glassnet.data import Dataset
from glassnet.nn.network import Network
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.study.maze import Outcome
from glassnet.train import Recipe


class Environment(Protocol):
    """A world with a finite number of states and actions, such as `Maze`."""

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of the actions."""

    @property
    def start(self) -> int:
        """The state in which every episode begins."""

    def step_from(self, state: int, action: int) -> Outcome:
        """Return what an action leads to."""

    def observation(self, state: int) -> Array:
        """Return the network's input in a state."""


class Episode(NamedTuple):
    """One attempt, from the start to an end or until the time is up.

    Arguments:
        states: the states visited, the start first.
        total: the sum of the rewards.
        finished: whether it reached an end.
        loss: the network's mean loss in the last epoch of learning from it.
    """

    states: tuple[int, ...]
    total: float
    finished: bool
    loss: float


class QLearning:
    """A network that learns Q(s, a), the return to expect from action a in state s, by trying.

    After each episode the network learns from everything experienced so far. The target of an action that was tried is
    reward + discount · max Q(s′, ·), or the reward alone if the episode ended there; the target of an action not tried
    is the network's own estimate. Every episode continues the same `run`, with new targets, so that each number in
    it can be inspected.

    Fitted Q iteration with a neural network (Riedmiller 2005), which continues with the weights it has instead of
    starting from scratch; Q-learning is Watkins's (1989). Some actions are chosen at random, the others by the largest
    Q: the probability of a random action falls evenly from 1 in the first episode to `exploration`.

    Arguments:
        environment: states, actions and rewards, such as a `Maze`.
        network: as many outputs as there are actions, the last activation linear.
        recipe: how it learns; the seed also decides the random actions. By default Adam with
            the rate 0.02 and the squared error.
        discount: what a reward is worth one step earlier, from 0 to 1.
        exploration: the probability of a random action in the end.
        exploring: number of episodes until then.
        longest: steps after which an episode is broken off.
        sweeps: how often the targets are computed after each episode; each time, rewards become known one step earlier.
        epochs: passes over the experience for each sweep.

    Raises:
        SettingError: a number is out of range, or the network's outputs aren't one per action.

    >>> import glassnet as gn
    >>> from glassnet.study.maze import Maze
    >>> learner = QLearning(Maze(("S..", ".#G")), gn.Network([gn.Dense(16, "tanh"), gn.Dense(4)]))
    >>> for _ in range(30):
    ...     last = learner.episode()
    >>> learner.best_way()
    (0, 1, 2, 5)
    """

    @checked
    def __init__(
        self,
        environment: Environment,
        network: Network,
        recipe: Recipe | None = None,
        *,
        discount: float = 0.9,
        exploration: float = 0.2,
        exploring: int = 20,
        longest: int = 100,
        sweeps: int = 2,
        epochs: int = 30,
    ) -> None:
        if not all(hasattr(environment, name) for name in ("start", "actions", "observation", "step_from")):
            raise SettingError(
                f"environment must be a world of states and actions, such as gn.Maze(); got {environment!r}."
            )
        self.environment = environment
        self.discount = number("discount", discount, minimum=0, maximum=1)
        self.exploration = number("exploration", exploration, minimum=0, maximum=1)
        self.exploring = whole_number("exploring", exploring, minimum=0)
        self.longest = whole_number("longest", longest, minimum=1)
        self.sweeps = whole_number("sweeps", sweeps, minimum=1)
        self.epochs = whole_number("epochs", epochs, minimum=1)
        self.known: dict[tuple[int, int], Outcome] = {}
        self.played = 0
        first = environment.observation(environment.start)
        outputs = network.output_shape(first.shape)
        if outputs != (len(environment.actions),):
            raise SettingError(
                f"The network needs one output per action ({', '.join(environment.actions)}); it has outputs of shape "
                f"{outputs}."
            )
        nothing = np.zeros((1, len(environment.actions)), "float32")
        self.run = Run(
            network, recipe or Recipe("mean_squared_error", Adam(0.02)), Dataset("experience", first[None], nothing)
        )

    @property
    def randomness(self) -> float:
        """The probability of a random action in the next episode."""
        if self.played >= self.exploring:
            return self.exploration
        return 1.0 - (1.0 - self.exploration) * self.played / self.exploring

    def values(self, states: Array) -> Array:
        """Return Q of every action in those states, shape (states, actions)."""
        return self.run.predict(np.stack([self.environment.observation(int(state)) for state in states]))

    def episode(self) -> Episode:
        """Act from the start until an end or the time limit, then learn from all experience so far.

        Raises:
            DivergedError: a number became NaN or infinite; experience and run stay as they were.
        """
        states, total, finished = [self.environment.start], 0.0, False
        for action, outcome in self._play():
            self.known[states[-1], action] = outcome
            states.append(outcome.state)
            total, finished = total + outcome.reward, outcome.done
        self.played += 1
        for _ in range(self.sweeps):
            self.run.change(dataset=self.experience())
            self.run.continue_(self.epochs)
        return Episode(tuple(states), total, finished, self.run.history.epochs.last.loss)

    def experience(self) -> Dataset:
        """Return all states in which something was tried, with the targets that follow from what is known."""
        states = sorted({state for state, _ in self.known})
        place = {state: index for index, state in enumerate(states)}
        targets = self.values(np.array(states)).copy()
        following = self.values(np.array([outcome.state for outcome in self.known.values()])).max(axis=1)
        for ((state, action), outcome), best in zip(self.known.items(), following, strict=True):
            targets[place[state], action] = outcome.reward + (0.0 if outcome.done else self.discount * best)
        seen = np.stack([self.environment.observation(state) for state in states])
        return Dataset("experience", seen, targets)

    def best_way(self) -> tuple[int, ...]:
        """Return the states from the start on if the largest Q always decides, up to an end or the first repetition."""
        states, done = [self.environment.start], False
        while not done:
            outcome = self.environment.step_from(states[-1], int(self.values(np.array(states[-1:])).argmax()))
            done = outcome.done or outcome.state in states
            if outcome.done or not done:
                states.append(outcome.state)
        return tuple(states)

    def _play(self) -> Iterator[tuple[int, Outcome]]:
        """Yield actions and what they led to."""
        rng = stream(self.run.recipe.seed).child("episode", self.played)
        state, actions = self.environment.start, len(self.environment.actions)
        for time in range(self.longest):
            here = rng.child(time)
            if here.child("explore").uniform((1,))[0] < self.randomness:
                action = int(here.child("action").integers(actions, (1,))[0])
            else:
                action = int(self.values(np.array([state])).argmax())
            outcome = self.environment.step_from(state, action)
            yield action, outcome
            if outcome.done:
                return
            state = outcome.state
