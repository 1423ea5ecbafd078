"""The Python side of the backpropagation visualiser: one request in, one reply out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from glassnet.base.checks import is_a, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.explain import Reference, parse_reference
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.backpropagation.graph import make_graph
from glassnet.widgets.backpropagation.messages import (
    Examples,
    ExamplesView,
    ExampleView,
    Explain,
    Explained,
    Graph,
    GraphReply,
    MomentView,
    Open,
    Shown,
)
from glassnet.widgets.backpropagation.views import explanation_view, graph_nodes, moment_view, place_of
from glassnet.widgets.branching import Tracks
from glassnet.widgets.branching.distance import explain_distance
from glassnet.widgets.branching.messages import Branch, Change, Choose, Compare, Comparison, Forget, Undo
from glassnet.widgets.branching.tracks import first_step, wanted_settings
from glassnet.widgets.small_networks import check_layers, dense_layers
from glassnet.widgets.wire import Answer, Session, answers

MAX_STEPS = 200
MAX_UNITS = 8
MAX_LAYERS = 4
MAX_SAMPLES = 32
OWN = "own"
VIEWS: Mapping[str, Literal["network", "graph"]] = {"network": "network", "graph": "graph"}


class BackpropagationSession(Session):
    """One reader's view of a run, step by step.

    Arguments:
        run: the reader's own run, or None for the examples.
        example: the example that is shown first.
        view: the tab that is shown first.

    >>> session = BackpropagationSession()
    >>> head, _ = session.handle({"id": 1, "kind": "open", "example": "age_income", "step": 0, "sample": 0})
    >>> round(head["loss"], 4), round(head["loss_after"], 4)
    (0.5522, 0.3641)
    >>> head, _ = session.handle({"id": 2, "kind": "explain", "reference": "dense_2.d_weight[0, 0]"})
    >>> head["explanation"]["numbers"]
    'd_weight[0, 0] = 0.43 · (−0.4243)'
    """

    def __init__(self, run: Run | None = None, example: str = "age_income", view: str = "network") -> None:
        self._own = run if run is None else check_run(run)
        look_up("example", example, EXAMPLES)
        self._example = OWN if run else example
        self._tab = look_up("view", view, VIEWS)
        self._all: dict[str, Tracks] = {}
        if run is not None:
            self._all[OWN] = Tracks(run, [branch for branch in run.branches if _fits(branch)])
        self._step, self._sample = 0 if run is None else run.step, 0

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown."""
        rate = self._moment().learning_rate
        return {"example": self._example, "rate": float(rate), "step": self._step, "sample": self._sample}

    @property
    def _tracks(self) -> Tracks:
        """The runs of the example shown."""
        if self._example not in self._all:
            example = EXAMPLES[self._example]
            self._all[self._example] = Tracks(example.run(example.rate))
        return self._all[self._example]

    def _moment(self) -> Moment:
        return self._tracks.now.run.at(self._step)

    @answers
    def _examples(self, _: Examples) -> Answer[ExamplesView]:
        examples = tuple(
            ExampleView(name, one.label, one.words, one.rate, tuple(one.inputs), tuple(one.outputs))
            for name, one in EXAMPLES.items()
        )
        shown = Shown(self._example, self._step, self._sample)
        return Answer(ExamplesView(self._tab, examples if self._own is None else (_own_view(self._own),), shown))

    @answers
    def _open(self, request: Open) -> Answer[MomentView]:
        known = {OWN: None} if self._own is not None else EXAMPLES
        look_up("example", request.example, known)
        before, self._example = self._example, request.example
        try:
            step = whole_number("step", request.step, minimum=self._first, maximum=self._last_step)
            self._advance_to(step)
        except SettingError:
            self._example = before
            raise
        self._step, self._sample = step, request.sample
        return self._view()

    @property
    def _first(self) -> int:
        return first_step(self._tracks.now.run)

    @property
    def _last_step(self) -> int:
        """The last step that can be shown: the reader's own run isn't trained further, its branches are."""
        now = self._tracks.now
        if self._own is not None and not now.parent:
            return now.run.step
        return max(now.run.step, (now.run.branched_at or 0) + MAX_STEPS)

    def _advance_to(self, step: int) -> None:
        track = self._tracks.now
        if step > track.run.step:
            track.advance(count=step - track.run.step)
        if track.run.step < step:
            raise SettingError(f"Training diverges at this learning rate: {track.stopped}")

    @answers
    def _change(self, request: Change) -> Answer[MomentView]:
        """Continue from the latest step with another learning rate."""
        if self._own is not None and not self._tracks.now.parent:
            raise SettingError("Your own run can't be changed; make a branch and change that.")
        self._tracks.now.change(wanted_settings(request))
        return self._at_end()

    @answers
    def _undo(self, _: Undo) -> Answer[MomentView]:
        self._tracks.now.undo()
        return self._at_end()

    @answers
    def _branch(self, request: Branch) -> Answer[MomentView]:
        self._tracks.branch(request.step, wanted_settings(request))
        return self._at_end()

    @answers
    def _choose(self, request: Choose) -> Answer[MomentView]:
        self._tracks.choose(request.track)
        return self._at_end()

    @answers
    def _forget(self, request: Forget) -> Answer[MomentView]:
        self._tracks.forget(request.track)
        return self._at_end()

    def _at_end(self) -> Answer[MomentView]:
        self._step = self._tracks.now.run.step
        return self._view()

    @answers
    def _compare(self, request: Compare) -> Answer[Comparison]:
        return Answer(self._tracks.compare(request.track))

    def _view(self) -> Answer[MomentView]:
        return Answer(moment_view(self._moment(), self._sample, self._tracks, self._example, self._last_step))

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        """Explain a number of the step shown; distances and numbers of other runs, of any step."""
        reference, tracks = parse_reference(request.reference), self._tracks
        step = self._step if request.step is None else request.step
        if reference.layer == "distance":
            explanation = explain_distance(tracks.all, reference, step)
            return Answer(Explained(tracks.now.name, step, explanation.to_dict(), (), (), None))
        moment, track = self._moment(), tracks.now.name
        if reference.layer in tracks.all:  # run.dense_1/weight[0, 1] is a number of the run with that name
            layer, _, part = reference.part.partition("/")
            track = reference.layer
            moment = tracks.all[track].run.at(step)
            reference = Reference(layer, part, reference.index)
        explanation = replace(moment.follow(reference), terms=MAX_SAMPLES)  # no sum is longer, so all terms are shown
        return Answer(explanation_view(moment, track, explanation))

    @answers
    def _graph(self, request: Graph) -> Answer[GraphReply]:
        moment = self._moment()
        place = place_of(moment, request.sample)
        return Answer(GraphReply(graph_nodes(make_graph(moment, place)), place, moment.step))


def _own_view(run: Run) -> ExampleView:
    weight = run.state.params[run.network.names[0]]["weight"]
    return ExampleView(
        OWN,
        "Your run",
        f"The run that you passed, with its {run.step} updates.",
        float(run.at(first_step(run)).learning_rate),
        tuple(run.dataset.feature_names[: weight.shape[0]]),
        _output_names(run),
    )


def _output_names(run: Run) -> tuple[str, ...]:
    """Return what the outputs stand for: the classes, or the values by their number, counted as the symbols are."""
    units = dense_layers(run.network)[-1].units
    if len(run.plan.labels) == units:
        return tuple(f"{label}" for label in run.plan.labels)
    if units == 1 and len(run.plan.labels) == 2:
        return (f"{run.plan.labels[1]}",)
    return tuple(f"output {number}" for number in range(1, units + 1))


def _fits(run: Run) -> bool:
    """Whether a branch is small enough to be shown."""
    try:
        check_run(run)
    except SettingError:
        return False
    return True


def check_run(run: Run) -> Run:
    """Return a run if it is small enough to be shown number by number.

    Raises:
        SettingError: layers other than Dense; too many units, layers or samples; or a softmax before the last layer.
    """
    network = is_a("run", run, Run, "gn.fit(…)").network
    check_layers(network, "Backpropagation", most_layers=MAX_LAYERS, most_units=MAX_UNITS)
    inputs = run.dataset.input_shape
    if len(inputs) != 1 or inputs[0] > MAX_UNITS:
        raise SettingError(
            f"Backpropagation shows up to {MAX_UNITS} inputs; got inputs {inputs}. Choose {MAX_UNITS} columns, "
            "gn.data.csv(…, features=[…]): run.importance() says which matter; run.why(part, place) shows a part of "
            "any network."
        )
    if run.recipe.accumulate != 1 or run.recipe.batch_size > MAX_SAMPLES:
        raise SettingError(
            f"Backpropagation shows one batch of up to {MAX_SAMPLES} samples per step; got {run.recipe.batch_size}."
        )
    return run
