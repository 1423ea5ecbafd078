"""A run: network, recipe and data, with everything that happened in training."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.checks import is_a, path_of, true_or_false, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.hinted import NamedAttributes, hinted_class
from glassnet.base.warn import warn
from glassnet.data import Dataset
from glassnet.data.labels import label_array
from glassnet.data.rows import are_rows, encode, look_raw
from glassnet.files import write_run_file
from glassnet.files.past import content_of
from glassnet.history.branch import history_until, timeline_until
from glassnet.history.changes import Change
from glassnet.history.history import EpochRow
from glassnet.nn.metrics import class_count, predicted_classes
from glassnet.nn.network import Network
from glassnet.run.answers import Importance, Mistakes, Why, importance, mistakes, slopes, why
from glassnet.run.carry_over import carry_over
from glassnet.run.compare import Comparison, compare
from glassnet.run.diagnose import diagnose
from glassnet.run.faces import run_face, run_line
from glassnet.run.moment import Moment, moment_at
from glassnet.run.symptoms import Finding, Findings
from glassnet.run.training import Training
from glassnet.train import Plan, Recipe, Setup, Step, TrainingState, evaluate, predict
from glassnet.train.evaluate import Evaluation, checked_features
from glassnet.train.xla.hardware import Hardware

MEMORY = 64 * 2**20


@hinted_class
class Run(Training, NamedAttributes):
    """A network, a recipe and data, with the state and the history of their training.

    Arguments:
        network, recipe, dataset: what to train, how, and on what.
        memory: bytes for stored states (default 64 MiB); all other states are recomputed on demand.
        state: the state to start from, or None to start from scratch with the recipe's seed.
        hardware: the devices that compiled steps run on.
    """

    def __init__(
        self,
        network: Network,
        recipe: Recipe,
        dataset: Dataset,
        *,
        memory: int = MEMORY,
        state: TrainingState | None = None,
        hardware: Hardware | None = None,
    ) -> None:
        super().__init__(Plan(network, recipe, dataset), state, memory, Hardware() if hardware is None else hardware)
        self.branches: list[Run] = []
        self.branched_at: int | None = None  # for a branch: the step up to which it shares another run's past

    @classmethod
    def of(
        cls,
        setup: Setup,
        *,
        memory: int = MEMORY,
        state: TrainingState | None = None,
        hardware: Hardware | None = None,
    ) -> "Run":
        """Return a run of a setup; the other arguments are those of `Run`.

        Raises:
            ShapeError, DataError, SettingError: network, recipe and data do not fit together.
        """
        is_a("setup", setup, Setup, "gn.Setup(network, recipe, dataset)")
        return cls(setup.network, setup.recipe, setup.dataset, memory=memory, state=state, hardware=hardware)

    def __repr__(self) -> str:
        return run_line(self.plan, self.history, self.step, self.state.epoch)

    def _repr_html_(self) -> str:
        return run_face(self.plan, self.history, self.step, self.state.epoch, len(self.branches))

    @property
    def setup(self) -> Setup:
        """Network, recipe and data as they are now, as a plain value."""
        return self.plan.setup

    @property
    def network(self) -> Network:
        """The network as it is now."""
        return self.plan.network

    @property
    def recipe(self) -> Recipe:
        """The recipe as it is now."""
        return self.plan.recipe

    @property
    def dataset(self) -> Dataset:
        """The data as they are now."""
        return self.plan.dataset

    def advance(self, count: int = 1) -> Step:
        """Make `count` updates and return the last.

        Raises:
            DivergedError: a number became NaN or infinite; the run keeps the last finite state.
        """
        whole_number("count", count, minimum=1)
        for step in self.walk(count):
            last = step
        return last

    def advance_epoch(self) -> EpochRow:
        """Train to the end of the current epoch and return its row of the history."""
        for step in self.walk():
            if step.state.offset == 0:
                break
        return self.history.epochs.last

    def change(self, *, network: Network | None = None, dataset: Dataset | None = None, **recipe: Any) -> None:
        """Change settings of the recipe, the data or the network from this step on.

        The change is marked on the timeline, and the past stays as it was. A network of another shape keeps every
        weight that has a place in both; new weights, and those of a layer that gets another initialiser, are drawn as
        usual.
        """
        plan = Plan.of(self.setup.changed(network=network, dataset=dataset, **recipe))
        self.continue_from(plan, carry_over(self.plan, self.state, plan))

    def restore(self, step: int) -> None:
        """Continue with the parameters of an earlier step; steps already made keep their numbers.

        The change is marked on the timeline. Parameters, layer states and the optimizer's state are restored.
        """
        known = self.timeline.state(step)
        self.continue_from(
            self.plan,
            self.state._replace(params=known.params, layers=known.layers, optimizer=known.optimizer),
        )

    def at(self, step: int) -> Moment:
        """Return the step that follows the first `step` updates, with every number in it.

        Raises:
            SettingError: the run has not reached that step.
        """
        return moment_at(self.timeline, step)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed by hand during the run."""
        return self.timeline.changes()

    def continue_(self, epochs: int) -> None:
        """Train for that many more epochs; an unfinished epoch counts as the first of them.

        Raises:
            DivergedError: a number became NaN or infinite; the run keeps the last finite state.
        """
        whole_number("epochs", epochs, minimum=1)
        for _ in range(epochs):
            self.advance_epoch()

    def branch(
        self, step: int, *, network: Network | None = None, dataset: Dataset | None = None, **recipe: Any
    ) -> "Run":
        """Return another run that shares this run's past up to a step, and may change something there.

        It draws from the same random stream: batches and masks stay the same unless the change itself affects them.
        The branch is listed in `branches` and saved with this run.

        Arguments:
            step: number of updates that both runs share.
            network, dataset, recipe: what the branch changes, as in `change`.

        Raises:
            SettingError: the run has not reached that step, or a setting is invalid.
        """
        state, plan = self.timeline.state(step), self.timeline.segment(step).plan
        twin = Run.of(plan.setup, memory=self.timeline.memory, state=state, hardware=self.hardware)
        twin.adopt_past(timeline_until(self.timeline, step), history_until(self.history, self.timeline, step))
        if network is not None or dataset is not None or recipe:
            twin.change(network=network, dataset=dataset, **recipe)
        twin.branched_at = step
        self.branches.append(twin)
        return twin

    def compare(self, other: "Run", *, points: int = 33) -> Comparison:
        """Return where two runs first differ, their losses side by side, and how far apart their parameters drift.

        Arguments:
            other: the other run, a branch of this one or any other.
            points: number of steps at which the distance is measured.
        """
        is_a("other", other, Run, "run.branch(10)")
        return compare((self.timeline, other.timeline), (self.history, other.history), points=points)

    def diagnose(self) -> Findings:
        """Return what is wrong, causes before what they lead to, each with its evidence and what to try.

        Only the record counts: data, states, gradients and updates, not the names of rules or layers. A sound run
        has no findings, only a list of what was checked.
        """
        return diagnose(self.timeline, self.history)

    def try_out(self, finding: Finding, *, epochs: int | None = None) -> "Run":
        """Try a finding's remedy on a branch, and return the branch, trained for as many epochs as this run.

        Arguments:
            finding: one of `run.diagnose()`.
            epochs: for how long instead.

        Raises:
            SettingError: the remedy is nothing that a run could change by itself.
        """
        remedy = is_a("finding", finding, Finding, "run.diagnose()[0]").remedy
        if not remedy.changes:
            raise SettingError(
                f"Against {finding.title} a run can change nothing itself: {remedy.advice} {remedy.look}"
            )
        branch = self.branch(remedy.step, **remedy.changes)
        branch.continue_(remedy.epochs if epochs is None else epochs)
        return branch

    def mistakes(self, part: str = "validation", count: int = 5) -> Mistakes:
        """Return the samples that the run gets most wrong, each with its answer, the truth and its row or picture.

        Arguments:
            part: "train", "validation" or "test".
            count: how many.

        >>> import glassnet as gn
        >>> run = gn.fit([gn.Dense(2)], gn.data.moons(100, seed=1), loss="sparse_softmax_cross_entropy", progress=False)
        >>> print(run.mistakes(count=1))
        5 of 20 validation samples are predicted wrongly; the 1 worst.
        validation 11: predicted 1 with 77%, true 0 (loss 1.48); x₁ 1.17, x₂ 0.05494
        """
        return mistakes(self.plan, self.state, part, count)

    def importance(self, part: str = "validation", *, repeats: int = 10, seed: int = 0) -> Importance:
        """Return how much the loss rises when each column of the data is shuffled, the most important first.

        Arguments:
            part: "train", "validation" or "test".
            repeats: how often each column is shuffled; the smallest and the largest rise are its band.
            seed: determines the orders.

        Raises:
            ShapeError: the data are no table.
        """
        return importance(self.plan, self.state, part, repeats, seed)

    def saliency(self, part: str, place: int) -> dict[str, float]:
        """Return by how much the predicted class's output changes per unit of each feature, the largest first.

        Arguments:
            part, place: which sample, such as "validation", 3.

        Raises:
            ShapeError: the data are no table; use `run.at(step).saliency(x)`.
        """
        return slopes(self.plan, self.state, part, place)

    def why(self, part: str, place: int, *, terms: int = 3) -> Why:
        """Return why a sample gets its prediction: the arithmetic, down to its features in their own units.

        Arguments:
            part, place: which sample, such as "validation", 3.
            terms: how many terms of each sum are followed further down, the largest.
        """
        return why(self.plan, self.state, part, place, terms)

    def parameters(self, step: int | None = None) -> dict[str, Any]:
        """Return the parameters after that many steps (None for now): stored, or recomputed to the same bits."""
        return (self.state if step is None else self.timeline.state(step)).params

    def evaluate(self, part: str = "test") -> Evaluation:
        """Return mean loss, accuracy and the recipe's metrics on "train", "validation" or "test"."""
        return evaluate(self.plan, self.state, part)

    def predict(self, x: Any, *, raw: bool = False) -> Array:
        """Return the network's prediction for features x, shape (samples, …): probabilities where the loss has them.

        Rows of a table are taken as they stand in the file, and are encoded and scaled as the run's own data were;
        predicted values are then in their own units, too.

        Arguments:
            x: features as the network takes them (scaled, if the data were); or rows: a pandas frame, the path of a CSV
                file, mappings from column to cell, or lists with text.
            raw: whether numbers in x are in their own units, not scaled.

        Raises:
            ShapeError, DataError: x is neither.
        """
        data = self.dataset
        as_rows = true_or_false("raw", raw) or are_rows(x, data)
        if not as_rows:
            x = checked_features(self.plan, x, "predict")
            if look_raw(data, x):
                warn(
                    f"predict was given numbers far outside those of {data.name}, whose features are scaled; for "
                    "numbers in their own units, use raw=True."
                )
            return predict(self.plan, self.state, x)
        x = encode(data, x) if data.is_table else data.scaled_like(x)
        said = predict(self.plan, self.state, checked_features(self.plan, x, "predict"))
        return said if data.target_scaler is None else data.target_scaler.undo(said)

    def predict_classes(self, x: Any, *, raw: bool = False) -> Array:
        """Return the label of the predicted class for each sample of features x, shape (samples,): as the data have it.

        Arguments:
            x, raw: as in `predict`.

        Raises:
            SettingError: the run predicts values, not classes.

        >>> import glassnet as gn
        >>> data = gn.data.from_arrays([[-2.0], [-1.0], [1.0], [2.0]], [3, 3, 7, 7], class_names=(3, 7))
        >>> run = gn.Run(gn.Network([gn.Dense(1)]), gn.Recipe("hinge", gn.SGD(1.0)), data)
        >>> run.continue_(20)
        >>> run.predict_classes([[-3.0], [3.0]]).tolist()
        [3, 7]
        """
        prediction, labels = self.predict(x, raw=raw), self.plan.labels
        if not labels or len(labels) != class_count(prediction):
            raise SettingError("The targets are values without class names: call predict instead of predict_classes.")
        return label_array(labels)[predicted_classes(prediction)]

    def save(self, path: str | Path, *, results: Mapping[str, Any] | None = None) -> None:
        """Write the run, its past and its branches to one file, with `results` as JSON."""
        if results is not None:
            is_a("results", results, dict, '{"accuracy": 0.9}')
        write_run_file(path_of("path", path), content_of(self, {} if results is None else results))
