"""The step's batch again, with the updated parameters: what the update did to its loss."""

from typing import Any

import numpy as np

from glassnet.explain.parts import AFTER, inside, loss_parts
from glassnet.explain.rerun import rerun
from glassnet.explain.trace import Trace, leaf, leaf_tree, of_layer
from glassnet.nn.layers.chain import layer_stream
from glassnet.train.record import BatchRecord, StepRecord

AFTERWARDS = "afterwards"


def afterwards_trace(record: StepRecord, batch: BatchRecord) -> Trace:
    """Trace the loss of the batch with the parameters after the update; each part's name starts with its layer's.

    Everything else is as it was in the step: the same samples, the same random draws.
    """

    def given(layer: str) -> tuple[Any, Any, Any]:
        params = leaf_tree(record.after.params[layer], lambda name: (layer, inside(name, "{}" + AFTER)))
        state = leaf_tree(batch.state[layer], lambda name: (layer, name))
        return params, state, layer_stream(batch.rng, layer)

    with np.errstate(all="ignore"):
        output, parts = rerun(record, leaf(batch.x, "data", "x"), AFTERWARDS, given, train=True)
        losses = loss_parts(record, batch, output)
    del losses["d_prediction"]  # it belongs to the next step, which has another batch
    return of_layer(AFTERWARDS, parts | losses, {})
