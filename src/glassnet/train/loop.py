"""The loop: an endless generator of steps."""

from collections.abc import Iterator

from glassnet.base.arrays import Array
from glassnet.nn.forward import Recorder
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.step import Step, train_step


def epoch_order(plan: Plan, epoch: int) -> Array:
    """Return the order in which an epoch visits the training samples; it depends on seed and epoch alone."""
    return plan.rng.child("batches", epoch).permutation(len(plan.samples["train"].x))


def steps(plan: Plan, state: TrainingState, record: Recorder | None = None) -> Iterator[Step]:
    """Yield one step after another from `state` on, without end: whoever asks decides when to stop.

    The last batch of an epoch may be smaller. The state after it stands at the start of the next epoch.
    """
    samples = len(plan.samples["train"].x)
    while True:
        order = epoch_order(plan, state.epoch)
        while state.offset < samples:
            indices = order[state.offset : state.offset + plan.recipe.batch_size]
            step = train_step(plan, state, indices, record)
            if step.state.offset >= samples:
                step = step._replace(state=step.state._replace(epoch=state.epoch + 1, offset=0))
            state = step.state
            yield step
            if state.offset == 0:
                break
        else:
            state = state._replace(epoch=state.epoch + 1, offset=0)
