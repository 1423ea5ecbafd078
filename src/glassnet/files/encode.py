"""Encoding a run as the content of its file."""

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from typing import Any

import numpy as np

from glassnet.base.trees import flatten
from glassnet.files.container import pack
from glassnet.files.own_classes import own_classes
from glassnet.history.history import History
from glassnet.train import Setup, TrainingState

INNER = "inner/"
"""Prefix of the names of run files inside a run file."""
DATA = "data/"
"""Prefix of the names of the data's arrays."""


def encode(
    setup: Setup,
    state: TrainingState,
    history: History,
    results: Mapping[str, Any],
    *,
    inner: Mapping[str, bytes] | None = None,
    branched_at: int | None = None,
    shares_data: bool = False,
    is_start: bool = False,
) -> bytes:
    """Return the content of a run file.

    Arguments:
        setup: network, recipe and data, as they are now.
        state, history, results, inner, branched_at: as in a `RunFile`.
        shares_data: whether to leave the data out because the enclosing file has them.
        is_start: whether to leave the state out because the recipe's seed reproduces it.
    """
    described = setup.to_json()
    header = {
        "setup": described,
        "own_classes": own_classes(described),
        "place": {"step": state.step, "epoch": state.epoch, "offset": state.offset},
        "epochs": [_in_words(asdict(row)) for row in history.epochs],
        "epoch_so_far": {"loss_sum": history.loss_sum, "samples": history.samples},
        "has_gradient_norms": True,  # which older files have not
        "layers": list(setup.network.names),
        "results": results,
        "inner": list(inner or {}),
        "branched_at": branched_at,
        "shares_data": shares_data,
        "is_start": is_start,
    }
    trees = {} if is_start else {"params": state.params, "layers": state.layers, "optimizer": state.optimizer}
    arrays = {
        **flatten(trees),
        **{f"{INNER}{name}": np.frombuffer(content, np.uint8) for name, content in (inner or {}).items()},
        "watched": np.array(state.watched, dtype=np.float64),
        "history/step": np.array(history.step_loss.numbers, dtype=np.int64),
        "history/gradient_norm_step": np.array(history.gradient_norm.numbers, dtype=np.int64),
        "history/gradient_norm": np.array(history.gradient_norm.items, dtype=np.float64),
        "history/loss": np.array(history.step_loss.items, dtype=np.float64),
        **({} if shares_data else {f"{DATA}{name}": values for name, values in setup.arrays.items()}),
    }
    return pack(header, arrays)


def _in_words(value: Any) -> Any:
    """Return a value ready for JSON, which has no infinity and no NaN: those become strings."""
    if isinstance(value, Mapping):
        return {name: _in_words(item) for name, item in value.items()}
    return str(value) if isinstance(value, float) and not isfinite(value) else value
