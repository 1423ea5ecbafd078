"""The forward pass of the validation samples, with the parameters before a step."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.metrics import measures_of
from glassnet.explain.reference import Reference
from glassnet.explain.rerun import rerun
from glassnet.explain.trace import Trace, leaf, leaf_tree, of_layer, refuse_untraced
from glassnet.nn.activations import ACTIVATIONS
from glassnet.train.objective import mean_loss, sample_losses
from glassnet.train.record import StepRecord

OWNER = "validation"


def held_out(record: StepRecord) -> dict[str, Array]:
    """Return the held-out samples as the network gets them: x, y, and class where targets are classes."""
    samples, classes = record.plan.samples[OWNER], record.plan.classes_of(OWNER)
    if not len(samples.x):
        return {}
    return {"x": samples.x, "y": samples.y} | ({} if classes is None or classes.ndim > 1 else {"class": classes})


def validation_trace(record: StepRecord) -> Trace:
    """Trace prediction, loss and metrics of the held-out samples; each part's name starts with its layer's."""
    data = held_out(record)
    if not data:
        return Trace({})

    def given(layer: str) -> tuple[Any, Any, Any]:
        before = record.before
        params, state = (leaf_tree(tree[layer], lambda name: (layer, name)) for tree in (before.params, before.layers))
        return params, state, record.plan.rng

    with np.errstate(all="ignore"):
        output, parts = rerun(record, leaf(data["x"], OWNER, "x"), OWNER, given, train=False)
        loss = record.plan.recipe.loss
        try:
            at_places, values = sample_losses(loss, output, leaf(data["y"], OWNER, "y"))
        except (TypeError, ValueError, AttributeError) as error:
            raise refuse_untraced("loss", error) from None
        parts |= {"value_at_place": at_places} if at_places is not values else {}
        parts |= {"value": values, "loss": mean_loss(values)}
        prediction = ACTIVATIONS[loss.link]().forward(output)
        measured = measures_of(record.plan, prediction, data.get("class"), data["y"], OWNER)
        parts |= {"prediction": prediction} | measured
    return of_layer(OWNER, parts, {})


def describe_held_out(record: StepRecord, reference: Reference) -> str:
    """Return which held-out sample and feature a number is."""
    data = record.plan.dataset
    if reference.part not in ("x", "y", "class") or not reference.index:
        return "fixed, not computed from other numbers"
    number = int(data.parts[OWNER][reference.index[0]])
    if reference.part == "x" and len(reference.index) == 2:
        return f"{data.feature_names[reference.index[1]]} of sample {number} of {data.name}, held out"
    what = "target" if reference.part == "y" else "class" if reference.part == "class" else "a feature"
    return f"{what} of sample {number} of {data.name}, held out"
