"""One training step, and the loop as a generator of steps."""

from glassnet.train.evaluate import evaluate, predict
from glassnet.train.loop import steps
from glassnet.train.plan import Plan
from glassnet.train.recipe import Recipe
from glassnet.train.state import TrainingState, start
from glassnet.train.step import Step, train_step

__all__ = ["Plan", "Recipe", "Step", "TrainingState", "evaluate", "predict", "start", "steps", "train_step"]
