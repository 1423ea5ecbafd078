"""Callbacks: called while a run trains, one kind per file."""

from glassnet.fitting.callbacks.callback import Callback, check_callbacks
from glassnet.fitting.callbacks.checkpoint import Checkpoint
from glassnet.fitting.callbacks.early_stopping import EarlyStopping
from glassnet.fitting.callbacks.tensorboard import TensorBoard

CALLBACKS: dict[str, type[Callback]] = {
    "early_stopping": EarlyStopping,
    "checkpoint": Checkpoint,
    "tensorboard": TensorBoard,
}

__all__ = ["CALLBACKS", "Callback", "Checkpoint", "EarlyStopping", "TensorBoard", "check_callbacks"]
