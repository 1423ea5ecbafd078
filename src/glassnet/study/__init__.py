"""Studies: fair comparisons, loss landscapes, the history of every sample, faults, ensembles, rewards, a perceptron."""

from glassnet.study.ensemble import Ensemble
from glassnet.study.fair import Fair, fair
from glassnet.study.maze import Maze
from glassnet.study.perceptron import Perceptron
from glassnet.study.q_learning import QLearning

__all__ = ["Ensemble", "Fair", "Maze", "Perceptron", "QLearning", "fair"]
