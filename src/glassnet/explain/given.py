"""What is to be said about numbers that a step did not make: data, settings, what earlier steps left."""

from glassnet.base.trees import leaves
from glassnet.explain.reference import Reference
from glassnet.train.record import BatchRecord, StepRecord


def describe_data(record: StepRecord, batch: BatchRecord, reference: Reference) -> str:
    """Return which sample and feature a number of the data is, in its own units; nothing for other numbers."""
    if reference.layer != "data":
        return ""
    data = record.plan.dataset
    number = int(data.parts["train"][batch.indices[reference.index[0]]])
    if reference.part == "x":
        return _feature(record, reference, number)
    if reference.part == "sample_weight":
        return f"how much sample {number} of {data.name} counts"
    y = data.y[number]
    if y.ndim == 0 and data.class_names:
        return f"target of sample {number} of {data.name}: class {data.class_names[int(y)]}"
    return f"target of sample {number} of {data.name}"


def _feature(record: StepRecord, reference: Reference, number: int) -> str:
    data, place = record.plan.dataset, reference.index[1:]
    shape = data.input_shape
    flat = 0
    for size, at in zip(shape, place, strict=True):
        flat = flat * size + at
    name = data.feature_names[flat] if len(shape) == 1 else f"place {place}"
    told = f"{name} of sample {number} of {data.name}"
    if record.plan.recipe.augmentation is not None:
        return f"{told}, after augmentation"
    if data.scaler is None:
        return told
    own = data.in_own_units(data.x[number : number + 1])[(0, *place)]
    return f"{told}: {own:.6g} in its own units"


def describe_given(record: StepRecord, reference: Reference) -> str:
    """Return where a number comes from that the step began with, or that a layer drew or fixed."""
    step, layer = record.before.step, reference.layer
    if layer == "optimizer" and reference.part == "learning_rate":
        schedule = record.plan.recipe.schedule
        rule = type(record.plan.recipe.optimizer).__name__
        return (
            f"set in {rule}"
            if schedule is None
            else f"what {type(schedule).__name__} makes of {rule}'s rate at step {step}"
        )
    known = dict(leaves(record.before.params.get(layer, {}))) | dict(leaves(record.before.layers.get(layer, {})))
    if reference.part in known:
        return "drawn at the start" if step == 0 else f"what step {step - 1} left"
    if layer in record.before.params and any(
        reference.part.rpartition("/")[2].startswith(f"{name}_") for name in record.before.optimizer
    ):
        return "0 at the start" if step == 0 else f"what step {step - 1} left"
    if layer == "optimizer":
        return "where counting began" if step == 0 else f"what step {step - 1} left"
    return "drawn at random or fixed by the layer, not computed from other numbers"
