"""One training step, and the training loop as a generator of steps."""

from glassnet.train.evaluate import evaluate, predict
from glassnet.train.lbfgs import lbfgs_steps
from glassnet.train.loop import steps
from glassnet.train.newton import newton_steps
from glassnet.train.perceptron import PerceptronStep, perceptron_steps
from glassnet.train.plan import Plan
from glassnet.train.recipe import Recipe
from glassnet.train.setup import Setup
from glassnet.train.skip_gram import SkipGramPlan, SkipGramState
from glassnet.train.state import TrainingState, start
from glassnet.train.step import Step, train_step

__all__ = [
    "PerceptronStep",
    "Plan",
    "Recipe",
    "Setup",
    "SkipGramPlan",
    "SkipGramState",
    "Step",
    "TrainingState",
    "evaluate",
    "lbfgs_steps",
    "newton_steps",
    "perceptron_steps",
    "predict",
    "start",
    "steps",
    "train_step",
]
