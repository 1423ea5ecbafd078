"""Pictures as the network gets them: numbers without colours."""

from glassnet.widgets.guess_the_picture.session import GuessSession

__all__ = ["GuessSession"]
