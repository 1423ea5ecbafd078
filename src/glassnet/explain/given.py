"""Notes on numbers that a step did not compute: data, settings, results of earlier steps."""

from glassnet.base.trees import leaves
from glassnet.explain.parts import AFTER, inside
from glassnet.explain.reference import Reference
from glassnet.train.record import BatchRecord, StepRecord


def describe_data(record: StepRecord, batch: BatchRecord, reference: Reference) -> str:
    """Return which sample and feature a number of the data is, in original units; "" for other numbers."""
    if reference.layer != "data":
        return ""
    data = record.plan.dataset
    number = int(data.parts["train"][batch.indices[reference.index[0]]])
    if reference.part == "x":
        return _feature(record, reference, number)
    if reference.part == "sample_weight":
        return f"weight of sample {number} of {data.name}"
    classes = record.plan.classes
    if classes is not None and classes.ndim == 1:
        return f"target of sample {number} of {data.name}: class {record.plan.labels[classes[number]]}"
    return f"target of sample {number} of {data.name}"


def _feature(record: StepRecord, reference: Reference, number: int) -> str:
    data, place = record.plan.dataset, reference.index[1:]
    shape = data.input_shape
    flat = 0
    for size, at in zip(shape, place, strict=True):
        flat = flat * size + at
    name = data.feature_names[flat] if len(shape) == 1 else f"position {place}"
    text = f"{name} of sample {number} of {data.name}"
    if record.plan.recipe.augmentation is not None:
        return f"{text}, after augmentation"
    if data.scaler is None:
        return text
    own = data.in_own_units(data.x[number : number + 1])[(0, *place)]
    return f"{text}: {own:.6g} in original units"


def describe_given(record: StepRecord, reference: Reference) -> str:
    """Return where a number comes from that the step started from, or that a layer drew or fixed."""
    step, layer = record.before.step, reference.layer
    if layer == "optimizer" and reference.part == "learning_rate":
        rule, schedule = type(record.plan.recipe.optimizer).__name__, record.plan.recipe.schedule
        if schedule is None:
            return f"a setting of {rule}"
        return f"{rule}'s learning rate, adjusted by {type(schedule).__name__} for step {step}"
    if not _is_kept(record, reference):
        return "drawn at random or fixed by the layer, not computed from other numbers"
    if step:
        return f"the result of step {step - 1}"
    return "drawn or set before training" if layer != "optimizer" else "the counter's initial value"


def earlier_number(record: StepRecord, reference: Reference) -> tuple[int, Reference] | None:
    """Return the earlier step that computed a number, and its reference there; None for other numbers.

    Numbers that training started from have no earlier step.
    """
    step = record.before.step
    if step == 0 or not _is_kept(record, reference):
        return None
    return step - 1, reference._replace(part=inside(reference.part, "{}" + AFTER))


def _is_kept(record: StepRecord, reference: Reference) -> bool:
    """Return whether a number is one that training carries from step to step."""
    before, layer, part = record.before, reference.layer, reference.part
    if layer == "optimizer":
        return part in before.optimizer
    if part in dict(leaves(before.params.get(layer, {}))) or part in dict(leaves(before.layers.get(layer, {}))):
        return True
    trees = {name: tree[layer] for name, tree in before.optimizer.items() if isinstance(tree, dict) and layer in tree}
    return any(part == inside(path, name + "_{}") for name, tree in trees.items() for path, _ in leaves(tree))
