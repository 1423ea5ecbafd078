"""Runs: training with its timeline and its history; what a run was, is and could become."""

from glassnet.run.load import load
from glassnet.run.moment import Moment
from glassnet.run.run import Run

__all__ = ["Moment", "Run", "load"]
