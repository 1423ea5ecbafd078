"""Runs: training with its timeline and history, steps to inspect, branches and comparisons."""

from glassnet.run.load import load
from glassnet.run.moment import Moment
from glassnet.run.run import Run

__all__ = ["Moment", "Run", "load"]
