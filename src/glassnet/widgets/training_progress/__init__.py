"""Training progress: a long run, trained a little at a time while the reader watches or stops it."""

from glassnet.widgets.training_progress.session import ProgressSession

__all__ = ["ProgressSession"]
