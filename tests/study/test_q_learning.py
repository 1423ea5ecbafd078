"""Learning from rewards: the maze, the targets, and the values that a network ends with."""

import numpy as np
import pytest

import glassnet as gn
from glassnet.study.maze import ACTIONS, Maze

GOAL = 29


def learner(seed: int = 0, maze: Maze | None = None, **settings: float) -> gn.QLearning:
    network = gn.Network([gn.Dense(32, "tanh"), gn.Dense(4)])
    recipe = gn.Recipe("mean_squared_error", gn.Adam(0.02), seed=seed)
    return gn.QLearning(maze or Maze(), network, recipe, **settings)  # type: ignore[arg-type]


def true_values(maze: Maze, discount: float) -> np.ndarray:
    """Return Q by value iteration: Q(s, a) = reward + discount · max Q(s′, ·)."""
    cells = "".join(maze.rows)
    values = np.zeros((len(cells), 4))
    for _ in range(200):
        for state in range(len(cells)):
            for action in range(4):
                outcome = maze.step_from(state, action)
                later = 0.0 if outcome.done else discount * values[outcome.state].max()
                values[state, action] = outcome.reward + later
    return values


def test_walls_and_edges_cost_a_step_and_lead_nowhere() -> None:
    maze = Maze(("S#", ".G"))
    assert maze.step_from(0, ACTIONS.index("right")) == (0, -0.04, False)
    assert maze.step_from(0, ACTIONS.index("up")) == (0, -0.04, False)
    assert maze.step_from(0, ACTIONS.index("down")) == (2, -0.04, False)
    assert maze.step_from(2, ACTIONS.index("right")) == (3, 1.0, True)


def test_a_pit_ends_the_episode_with_its_own_reward() -> None:
    assert Maze(("Sx", ".G"), pit=-5).step_from(0, ACTIONS.index("right")) == (1, -5.0, True)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("S.", "G"), "rows of equal length"),
        ((), "rows of equal length"),
        ((1, 2), "rows of equal length"),
        (("S?G",), "rows of equal length"),
        (("S" + "." * 20 + "G",), "up to 20"),
        (("SS", ".G"), "got 2 S, 1 G"),
        (("S.", ".."), "got 1 S, 0 G"),
    ],
)
def test_a_map_that_is_no_maze_is_refused(rows: tuple[str, ...], words: str) -> None:
    with pytest.raises(gn.SettingError, match=words):
        Maze(rows)


def test_it_finds_the_shortest_way_and_the_true_values_along_it() -> None:
    for seed in range(3):
        agent = learner(seed)
        for _ in range(40):
            agent.episode()
        way = agent.best_way()
        assert (len(way), way[-1]) == (10, GOAL)
        best = true_values(agent.environment, 0.9).max(axis=1)[list(way[:-1])]  # type: ignore[arg-type]
        assert agent.values(np.array(way[:-1])).max(axis=1) == pytest.approx(best, abs=0.05)


def test_targets_are_the_reward_plus_the_discounted_best_and_its_own_estimate_where_nothing_was_tried() -> None:
    agent = learner(maze=Maze(("S.", ".G")), longest=3)
    agent.episode()
    values, data = agent.values(np.arange(4)), agent.experience()
    visited = [int(row.argmax()) for row in data.x]
    assert {(state, action) for state in visited for action in range(4)} > set(agent.known)
    for state, target in zip(visited, data.y, strict=True):
        for action in range(4):
            outcome = agent.known.get((state, action))
            if outcome is None:
                expected = values[state, action]
            else:
                expected = outcome.reward + (0.0 if outcome.done else 0.9 * values[outcome.state].max())
            assert target[action] == pytest.approx(expected, abs=1e-6)


def test_the_same_seed_gives_the_same_episodes() -> None:
    one, two, other = learner(1), learner(1), learner(2)
    episodes = [[agent.episode() for _ in range(3)] for agent in (one, two, other)]
    assert episodes[0] == episodes[1] != episodes[2]


def test_random_actions_become_rarer() -> None:
    agent = learner(exploration=0.25, exploring=4, longest=1, sweeps=1, epochs=1)
    found = []
    for _ in range(6):
        found.append(agent.randomness)
        agent.episode()
    assert found == [1.0, 0.8125, 0.625, 0.4375, 0.25, 0.25]


def test_every_number_of_its_learning_can_be_explained() -> None:
    agent = learner(longest=20)
    agent.episode()
    moment = agent.run.at(agent.run.step - 1)
    reason = moment.explain("dense_2.a[0, 1]")
    assert reason.evaluate() == pytest.approx(reason.value)


def test_a_network_without_an_output_per_action_is_refused() -> None:
    with pytest.raises(gn.SettingError, match=r"one output per action \(up, right, down, left\).*\(3,\)"):
        gn.QLearning(Maze(), gn.Network([gn.Dense(3)]))
