"""What a notebook shows of a run."""

from glassnet.figures.faces.face import face, listing
from glassnet.figures.faces.loss_history import loss_history
from glassnet.history.history import EpochRow, History
from glassnet.train import Plan


def run_line(plan: Plan, history: History, step: int, epoch: int) -> str:
    """Return a run on one line: its data and network, how far it is and how good."""
    row = history.epochs.last
    return f"<Run on {plan.dataset.name}: {_layers(plan)}; step {step:,}, epoch {epoch}{_results(row)}>"


def run_face(plan: Plan, history: History, step: int, epoch: int, branches: int) -> str:
    """Return a run as HTML: how far it is, its losses, and what to do next."""
    row = history.epochs.last
    facts = {
        "data": plan.dataset.name,
        "network": _layers(plan),
        "recipe": f"{type(plan.recipe.loss).__name__}, {plan.recipe.optimizer}, batches of {plan.recipe.batch_size}",
        "trained": f"{step:,} steps, {epoch} epochs",
        "now": _results(row).removeprefix(", ") or None,
        "branches": branches or None,
    }
    columns = {name: history.column(name) for name in ("loss", "validation_loss") if len(history.epochs) > 1}
    chart = loss_history(columns) or ""
    next_steps = (
        "run.continue_(10)            # train on\n"
        "run.diagnose()               # what is wrong, and what to try\n"
        'run.mistakes("validation")   # what it gets most wrong, and run.why(…) for one of them\n'
        "run.at(run.step)             # every number of the next step\n"
        'run.save("run.glass")'
    )
    return face("Run", facts, chart, listing("What next", next_steps))


def _layers(plan: Plan) -> str:
    kinds = [f"{type(layer).__name__}{f' {size}' if (size := _size(layer)) else ''}" for layer in plan.network.layers]
    return " → ".join(kinds if len(kinds) <= 8 else [*kinds[:4], "…", *kinds[-3:]])


def _size(layer: object) -> object:
    return getattr(layer, "units", None) or getattr(layer, "filters", None)


def _results(row: EpochRow | None) -> str:
    if row is None:
        return ""
    held_out = "" if row.validation_loss is None else f", validation {row.validation_loss:.4g}"
    rate = "" if row.validation_accuracy is None else f" ({row.validation_accuracy:.1%} right)"
    return f", loss {row.loss:.4g}{held_out}{rate}"
