"""Callbacks: what looks on while a run trains, one kind a file."""

from glassnet.fitting.callbacks.callback import Callback, check_callbacks
from glassnet.fitting.callbacks.checkpoint import Checkpoint
from glassnet.fitting.callbacks.early_stopping import EarlyStopping
from glassnet.fitting.callbacks.tensorboard import TensorBoard

__all__ = ["Callback", "Checkpoint", "EarlyStopping", "TensorBoard", "check_callbacks"]
