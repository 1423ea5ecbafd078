"""From a wrong answer to its reasons: the worst mistakes, what features matter, why a sample got its prediction."""

from glassnet.run.answers.importance import Importance, importance, slopes
from glassnet.run.answers.mistakes import Mistake, Mistakes, mistakes
from glassnet.run.answers.why import Why, why

__all__ = ["Importance", "Mistake", "Mistakes", "Why", "importance", "mistakes", "slopes", "why"]
