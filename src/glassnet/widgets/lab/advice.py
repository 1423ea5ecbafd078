"""What the Lab says about settings: pairings that are unwise, and what takes effect only with a restart."""

from glassnet.train import Plan
from glassnet.train.plan import mismatches
from glassnet.widgets.lab.choices import LOSS_LABELS, OUTPUTS
from glassnet.widgets.lab.spec import LabSpec

RESTART = "Restart to draw the first weights with"


def advice(plan: Plan, first: LabSpec, now: LabSpec) -> tuple[str, ...]:
    """Return what a reader should know about the settings in force, one sentence each.

    Arguments:
        plan: network, recipe and data now.
        first: the settings with which the weights were first drawn.
        now: the settings now.
    """
    found = list(mismatches(plan.network, plan.recipe, plan.dataset))
    if now.loss not in ("auto", now.loss_in_use):
        found.append(
            f"The loss {LOSS_LABELS[now.loss]} doesn't suit these data: {LOSS_LABELS[now.loss_in_use]} is used."
        )
    if now.output in OUTPUTS and now.task == "values" and now.output != "linear":
        found.append(f"With {now.output} as output, not every value can be predicted; end with linear.")
    if now.initializers != first.initializers:
        found.append(f"{RESTART} the chosen initialisers.")
    return tuple(found)
