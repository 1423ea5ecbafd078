"""Callbacks: what looks on while a run trains, one kind a file."""

from glassnet.run.callbacks.callback import Callback, check_callbacks
from glassnet.run.callbacks.checkpoint import Checkpoint
from glassnet.run.callbacks.early_stopping import EarlyStopping
from glassnet.run.callbacks.tensorboard import TensorBoard

__all__ = ["Callback", "Checkpoint", "EarlyStopping", "TensorBoard", "check_callbacks"]
