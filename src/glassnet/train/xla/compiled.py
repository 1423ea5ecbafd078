"""Compiled training: the program, its data on the device, and one call for many steps."""

import time
from functools import cached_property
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import SettingError
from glassnet.base.trees import map_tree
from glassnet.data.mapped import is_mapped
from glassnet.train.batch import Batch, batches_of, make_batch
from glassnet.train.evaluate import Evaluation, evaluate
from glassnet.train.loop import epoch_order, next_epoch
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.work import operations, weights
from glassnet.train.xla.chunk import Chunk, Course, Inputs, course, layout_of
from glassnet.train.xla.hardware import Hardware, Placement
from glassnet.train.xla.jax_library import load_jax, wide_numbers
from glassnet.train.xla.program import Trained, make_program

MAX_STEPS = 1024
"""Maximum number of steps in one call."""
CALL_SECONDS = 0.25
"""Target duration of one call, short enough for Ctrl-C, callbacks and the progress bar."""
SHARED_STEPS = 64
"""Maximum number of steps in one call when several hosts train together."""
THREADED_OPERATIONS = 2 * 10**8
"""Multiplications in a forward pass from which multithreading helps."""
LIBRARY_WEIGHTS = 4096
"""Number of weights from which a library's matrix products are faster than the compiler's own loops."""
RESIDENT_BYTES = 2**30
"""Data up to this size are kept on the device; larger ones are streamed, batch by batch."""
STREAMED_BYTES = 2**26
"""Maximum size of batches that are streamed together."""


class Compiled:
    """The compiled reading of a plan.

    Arguments:
        plan: what to train.
        hardware: where.

    `compile_seconds` is the time that compiling took (None before the first call); programs are cached on disk, so that
    the next process takes less.

    Raises:
        SettingError: JAX is not installed, or doesn't find such devices.
    """

    def __init__(self, plan: Plan, hardware: Hardware) -> None:
        self.plan = plan
        self.compile_seconds: float | None = None
        self._jax = load_jax()
        self._placement = Placement(self._jax, hardware)
        x = plan.samples["train"].x
        streamed = plan.recipe.augmentation is not None or is_mapped(x) or x.nbytes > RESIDENT_BYTES
        steps = MAX_STEPS
        if streamed:
            of_step = max(x.nbytes // len(x) * plan.recipe.samples_per_step, 1)
            steps = int(min(max(STREAMED_BYTES // of_step, 1), MAX_STEPS))
        self.layout = layout_of(plan, steps=steps, streamed=streamed)
        self._program: Any = None
        self._known: tuple[TrainingState | None, Any] = (None, None)  # a state, and the same on the device
        self._order: tuple[int, Array] = (-1, np.empty(0))
        self._step_seconds: float | None = None

    @property
    def device_count(self) -> int:
        """How many devices share each batch."""
        return len(self._placement.devices)

    def chunk_length(self, state: TrainingState, limit: int) -> int:
        """Return how many steps, up to `limit`, one call should make.

        A call takes about a quarter of a second and ends at a round number of steps, so that its states fit the
        timeline; it ends with the epoch if a schedule or a metric needs an evaluation there.
        """
        most = self.layout.steps
        if self._placement.hosts > 1:  # all must make the same calls, however fast each is
            most = min(most, SHARED_STEPS)
        elif self._step_seconds is None:
            most = min(most, 8)
        elif self._step_seconds > 0.0:
            most = min(most, max(int(CALL_SECONDS / self._step_seconds), 1))
        most = 2 ** (most.bit_length() - 1)
        count = most - state.step % most
        recipe = self.plan.recipe
        if recipe.metrics or (recipe.schedule is not None and recipe.schedule.watches):
            count = min(count, self.layout.per_epoch - state.offset // self.layout.size)
        return min(count, limit)

    def aligned(self, state: TrainingState) -> bool:
        """Whether a compiled step can start from the state: full steps after the start of an epoch."""
        return state.offset % self.layout.size == 0 and state.offset < self.layout.samples

    def advance(self, state: TrainingState, count: int) -> Chunk:
        """Make the next `count` steps, at most as many as `chunk_length` allows, and return their results.

        The chunk may contain NaN or infinite losses: the caller must not continue from there.
        """
        jax, way = self._jax, course(self.layout, state, count)
        with wide_numbers(jax):
            inputs = self._inputs(state, way, count)
            arguments = (self._on_device(state), *self._data, inputs)
            if self._program is None:
                self._compile(arguments)
            begin = time.perf_counter()
            trained, reports = self._program(*arguments)
            reports = [np.asarray(report) for report in reports]
            self._step_seconds = (time.perf_counter() - begin) / count
        return self._chunk(state, way, count, trained, reports)

    @cached_property
    def _data(self) -> tuple[Batch, Batch, Any]:
        """Training rows, validation rows and their classes, on the device."""
        plan, put = self.plan, self._placement.put
        train, validation = plan.samples["train"], plan.samples["validation"]
        of_training = Batch(None, None, None)
        if not self.layout.streamed:
            of_training = put(Batch(train.x, _narrow(train.y), plan.weights))
        of_validation = put(Batch(np.asarray(validation.x[:]), _narrow(validation.y), None))
        return of_training, of_validation, None if self._truth is None else put(_narrow(self._truth))

    @cached_property
    def _truth(self) -> Array | None:
        """The true classes of the validation part; None if the targets aren't classes."""
        return self.plan.classes_of("validation")

    @cached_property
    def _key(self) -> Any:
        return self._placement.put(self.plan.draws.key)

    def _inputs(self, state: TrainingState, way: Course, count: int) -> Inputs:
        recipe, layout = self.plan.recipe, self.layout
        rates = np.zeros(layout.steps, recipe.dtype)
        if recipe.schedule is None:
            rates[:count] = recipe.learning_rate(state.step)
        else:
            rates[:count] = [recipe.learning_rate(state.step + i, state.watched) for i in range(count)]
        rows, batches = np.zeros(0, np.int32), None
        if not layout.whole:
            rows = self._rows(state, way)
        if layout.streamed:
            batches = self._placement.put_steps(self._batches(state, way, rows))
            rows = np.zeros(0, np.int32)
        rows = self._placement.put_steps(rows) if rows.ndim > 1 else self._placement.hand_over(rows)
        segments, rates, first = self._placement.hand_over((way.segments, rates, np.int32(state.step)))
        return Inputs(segments, rates, first, rows, batches, self._key)

    def _rows(self, state: TrainingState, way: Course) -> Array:
        """Return the sample numbers of each step, (steps, size): the same as in the eager loop."""
        size = self.layout.size
        rows = np.zeros((self.layout.steps, size), np.int32)
        epoch, offset = state.epoch, state.offset
        begin = 0
        for end in [*(way.ends + 1).tolist(), len(way.samples)]:
            if begin < end:
                taken = self._order_of(epoch)[offset : offset + int(way.samples[begin:end].sum())]
                rows[begin:end].reshape(-1)[: len(taken)] = taken
            epoch, offset, begin = epoch + 1, 0, end
        return rows

    def _order_of(self, epoch: int) -> Array:
        if self._order[0] != epoch:
            self._order = (epoch, epoch_order(self.plan, epoch))
        return self._order[1]

    def _batches(self, state: TrainingState, way: Course, rows: Array) -> Any:
        """Return features, targets and weights of each step, (steps, size, …), the same as in the eager loop."""
        plan, (x, y) = self.plan, self.plan.samples["train"]
        features = np.zeros((*rows.shape, *x.shape[1:]), plan.recipe.dtype)
        target = np.zeros((*rows.shape, *y.shape[1:]), _narrow(y).dtype)
        weights = None if plan.weights is None else np.zeros(rows.shape, plan.weights.dtype)
        for step, samples in enumerate(way.samples.tolist()):
            for begin, end, names in batches_of(samples, plan.recipe.batch_size):
                made = make_batch(plan, rows[step, begin:end], ("step", state.step + step, *names))
                features[step, begin:end], target[step, begin:end] = made.x, made.target
                if weights is not None:
                    weights[step, begin:end] = made.weights
        return Batch(features, target, weights)

    def _on_device(self, state: TrainingState) -> Trained:
        if self._known[0] is not state:
            trained = Trained(state.params, state.layers, state.optimizer)
            self._known = (state, self._placement.put(trained))
        return self._known[1]

    def _compile(self, arguments: Any) -> None:
        jax = self._jax
        begin = time.perf_counter()
        program = make_program(self.plan, self.layout, jax, self._placement.spread)
        try:
            lowered = jax.jit(program).lower(*arguments)
        except (jax.errors.JAXTypeError, jax.errors.JAXIndexError) as error:
            reason = str(error).splitlines()[0]
            raise SettingError(
                f"This training cannot be compiled ({reason}) A layer, loss or rule of your own may call NumPy's "
                'functions directly; use base.arrays.namespace, or engine="eager".'
            ) from error
        try:
            self._program = lowered.compile(compiler_options=self.options())
        except jax.errors.JaxRuntimeError as error:
            if "No such compile option" not in str(error):
                raise
            self._program = lowered.compile()  # options only make it faster, and vary between JAX versions
        self.compile_seconds = time.perf_counter() - begin

    def options(self) -> dict[str, Any]:
        """Return the compiler's options: on a CPU, small steps are faster with one thread.

        The library for matrix products (YNN) is worthwhile from a few thousand weights on. Scheduling operations for
        concurrency keeps more numbers alive, and takes a sixth longer on an MLP.
        """
        if self._placement.platform != "cpu":
            return {}
        options: dict[str, Any] = {"xla_cpu_enable_concurrency_optimized_scheduler": False}
        network, shape = self.plan.network, self.plan.dataset.input_shape
        if operations(network, shape) * self.layout.size < THREADED_OPERATIONS:
            options["xla_cpu_multi_thread_eigen"] = False
        if weights(network, shape) < LIBRARY_WEIGHTS:
            options["xla_cpu_experimental_ynn_fusion_type"] = ""
        return options

    def _chunk(self, state: TrainingState, way: Course, count: int, trained: Trained, reports: list[Array]) -> Chunk:
        losses, norms, measured, right = reports
        epoch, offset = way.place
        after = state._replace(
            step=state.step + count,
            epoch=epoch,
            offset=offset,
            params=_host(state.params, trained.params),
            layers=_host(state.layers, trained.layers),
            optimizer=_host(state.optimizer, trained.optimizer),
        )
        if len(way.ends):
            after = self._watched(after)
        self._known = (after, trained)
        validation = self._evaluations(after, measured[: len(way.ends)], right[: len(way.ends)])
        last = divmod(state.offset // self.layout.size + count - 1, self.layout.per_epoch)
        begin = last[1] * self.layout.size
        indices = self._order_of(state.epoch + last[0])[begin : begin + int(way.samples[-1])]
        return Chunk(losses[:count], norms[:count], way.samples, way.ends, validation, after, indices)

    def _evaluations(self, after: TrainingState, losses: Array, right: Array) -> list[Evaluation]:
        """Return the evaluation on the validation part at the end of each epoch."""
        if not len(self.plan.samples["validation"].x) or not len(losses):
            return []
        if self.plan.recipe.metrics:  # the chunk ends with the one epoch that it has
            return [evaluate(self.plan, after, "validation")]
        if self._truth is None:
            return [Evaluation(loss, None) for loss in losses.tolist()]
        return [
            Evaluation(loss, hits / self._truth.size)
            for loss, hits in zip(losses.tolist(), right.tolist(), strict=True)
        ]

    def _watched(self, after: TrainingState) -> TrainingState:
        schedule = self.plan.recipe.schedule
        if schedule is None or not schedule.watches:
            return after
        return next_epoch(self.plan, after._replace(epoch=after.epoch - 1))


def _narrow(y: Array) -> Array:
    """Return whole numbers in 32 bits, which devices handle better; values unchanged."""
    return y.astype(np.int32) if np.issubdtype(y.dtype, np.integer) else np.asarray(y)


def _host(like: Tree, tree: Tree) -> dict[str, Any]:
    """Return the tree as NumPy arrays, in the order of `like`."""
    return map_tree(lambda _, value: np.asarray(value), like, tree)
