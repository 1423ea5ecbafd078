"""Glassnet as a contestant, eager and compiled: a whole `Run`, with history and states kept along the way."""

from dataclasses import replace

from glassnet.run import Run
from glassnet.train.xla.hardware import Hardware
from problem import Problem
from task import Contestant


def glassnet(problem: Problem, engine: str) -> Contestant:
    """Return Glassnet with that engine."""
    recipe = replace(problem.recipe, engine=engine)
    run = Run(problem.network, recipe, problem.data, hardware=Hardware("cpu"))

    def looks() -> list[float]:
        return [row.validation_loss for row in run.history.epochs if row.validation_loss is not None]

    return Contestant(run.advance, lambda: run.evaluate("train").loss, looks, "Run.advance, 64 MB of states")
