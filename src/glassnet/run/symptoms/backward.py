"""A backward pass that isn't the derivative of its forward pass."""

from glassnet.base.trees import leaves
from glassnet.explain.addresses import index_of
from glassnet.explain.gradient_check import GradientCheck, gradient_check
from glassnet.explain.layer_check import WrongGradient, wrong_gradients
from glassnet.figures.bars import bars
from glassnet.run.symptoms.evidence import Evidence
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy
from glassnet.train.record import StepRecord

TRIED = 6
"""How many of a parameter's gradients are checked, the largest ones."""

STEP_SIZES = (1e-4, 1e-5, 1e-6)


def wrong_backward(seen: Evidence) -> Finding | str | None:
    """Report a layer, or a loss, whose gradients differ from finite differences."""
    record = seen.at(seen.first).record
    wrong = wrong_gradients(record)
    if not wrong:
        return None
    first = wrong[0]
    shown = _worst(record, first)
    what = "the gradient of the loss" if first.layer == "loss" else f"d_{first.gradient} of {first.layer}"
    return Finding(
        "wrong_backward",
        1.0,
        f"{what} is not the derivative of the forward pass (off by {first.error:.0%}): the gradient of {shown.name} is "
        f"{shown.analytic:.3g}, and {_numeric(shown):.3g} by finite differences.",
        Remedy(
            f"correct backward of {_kind(record, first.layer)}; this line shows when it is right:",
            step=seen.first,
            look=f"print(run.at({seen.first}).gradient_check({_arguments(shown)}))",
        ),
        bars(
            {"backward": abs(shown.analytic), "finite differences": abs(_numeric(shown))},
            label=f"The gradient of {shown.name} by backward, and by finite differences.",
            along="size of the gradient",
            limits=(0, 1.1 * max(abs(shown.analytic), abs(_numeric(shown)), 1e-12)),
        ),
    )


def _kind(record: StepRecord, layer: str) -> str:
    thing = record.plan.recipe.loss if layer == "loss" else dict(record.plan.network.named_layers)[layer]
    return type(thing).__name__


def _worst(record: StepRecord, wrong: WrongGradient) -> GradientCheck:
    """Return the check of one parameter in which the mistake shows most."""
    layer, parameter = _touched(record, wrong)
    gradient = dict(leaves(record.batches[0].grads[layer]))[parameter]
    order = abs(gradient).ravel().argsort()[::-1][:TRIED]
    places = [index_of(gradient.shape, int(number)) for number in order]
    checks = [gradient_check(record, layer, parameter, place, STEP_SIZES) for place in places]
    return max(checks, key=lambda one: one.best_error)


def _touched(record: StepRecord, wrong: WrongGradient) -> tuple[str, str]:
    """Return a parameter whose gradient the mistake spoils: the layer's own, or one before it."""
    params = record.before.params
    if wrong.layer in params and wrong.gradient in dict(leaves(params[wrong.layer])):
        return wrong.layer, wrong.gradient
    names = list(record.plan.network.names)
    before = names if wrong.layer == "loss" else names[: names.index(wrong.layer)]
    with_weights = [name for name in reversed(before) if any(True for _ in leaves(params[name]))]
    own = [wrong.layer] if wrong.layer in params else []
    layer = (with_weights or own)[0]
    return layer, next(path for path, _ in leaves(params[layer]))


def _numeric(check: GradientCheck) -> float:
    return check.numeric[check.errors.index(check.best_error)]


def _arguments(check: GradientCheck) -> str:
    layer, _, rest = check.name.partition(".")
    parameter, _, index = rest.partition("[")
    return f'"{layer}", "{parameter}"' + (f", {index.rstrip(']')}" if index.rstrip("]") else "")
