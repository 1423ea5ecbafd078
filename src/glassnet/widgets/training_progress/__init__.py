"""Training progress: a run that takes long, trained a little at a time while its reader watches or stops it."""

from glassnet.widgets.training_progress.session import ProgressSession

__all__ = ["ProgressSession"]
