"""The backpropagation visualiser's Python side: one request in, one reply out."""

from dataclasses import replace
from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.explain import Reference
from glassnet.nn.layers import Dense
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
from glassnet.widgets.backpropagation.paths import dense_layers
from glassnet.widgets.backpropagation.told import place_of, tell_explanation, tell_graph, tell_moment
from glassnet.widgets.explaining import asked_reference
from glassnet.widgets.futures import Tracks
from glassnet.widgets.futures.distance import explain_distance
from glassnet.widgets.futures.messages import Branch, Change, Choose, Compare, Comparison, Forget, Undo
from glassnet.widgets.futures.tracks import first_step, wanted_settings
from glassnet.widgets.wire import Answer, Session, answers

MOST_STEPS = 200
MOST_UNITS = 8
MOST_LAYERS = 4
MOST_SAMPLES = 32
OWN = "own"


class BackpropagationSession(Session):
    """One reader's view of one step after another.

    Arguments:
        run: a run of the reader's own to look at, or None for the examples.

    >>> session = BackpropagationSession()
    >>> head, _ = session.handle({"id": 1, "kind": "open", "example": "age_income", "step": 0, "sample": 0})
    >>> round(head["loss"], 4), round(head["loss_after"], 4)
    (0.5522, 0.3641)
    >>> head, _ = session.handle({"id": 2, "kind": "explain", "reference": "dense_2.d_weight[0, 0]"})
    >>> head["explanation"]["numbers"]
    'd_weight[0, 0] = 0.43 · (−0.4243)'
    """

    def __init__(self, run: Run | None = None) -> None:
        self._own = run if run is None else check_run(run)
        self._example = OWN if run else "age_income"
        self._all: dict[str, Tracks] = {}
        if run is not None:
            self._all[OWN] = Tracks(run, [branch for branch in run.branches if _fits(branch)])
        self._step, self._sample = 0, 0

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown."""
        rate = self._moment().learning_rate
        return {"example": self._example, "rate": float(rate), "step": self._step, "sample": self._sample}

    @property
    def _tracks(self) -> Tracks:
        """The runs of the example that is shown."""
        if self._example not in self._all:
            example = EXAMPLES[self._example]
            self._all[self._example] = Tracks(example.run(example.rate))
        return self._all[self._example]

    def _moment(self) -> Moment:
        return self._tracks.now.run.at(self._step)

    @answers
    def _examples(self, _: Examples) -> Answer[ExamplesView]:
        told = tuple(
            ExampleView(name, one.label, one.words, one.rate, tuple(one.inputs), tuple(one.outputs))
            for name, one in EXAMPLES.items()
        )
        shown = Shown(self._example, self._step, self._sample)
        return Answer(ExamplesView(told if self._own is None else (_tell_own(self._own),), shown))

    @answers
    def _open(self, asked: Open) -> Answer[MomentView]:
        known = {OWN: None} if self._own is not None else EXAMPLES
        look_up("example", asked.example, known)
        before, self._example = self._example, asked.example
        try:
            step = whole_number("step", asked.step, minimum=self._first, maximum=self._most)
            self._advance_to(step)
        except SettingError:
            self._example = before
            raise
        self._step, self._sample = step, asked.sample
        return self._view()

    @property
    def _first(self) -> int:
        return first_step(self._tracks.now.run)

    @property
    def _most(self) -> int:
        """The last step that can be looked at: a run of the reader's own is not trained on, its branches are."""
        now = self._tracks.now
        if self._own is not None and not now.parent:
            return now.run.step
        return max(now.run.step, (now.run.branched_at or 0) + MOST_STEPS)

    def _advance_to(self, step: int) -> None:
        track = self._tracks.now
        if step > track.run.step:
            track.advance(count=step - track.run.step)
        if track.run.step < step:
            raise SettingError(f"At this learning rate training breaks down: {track.stopped}")

    @answers
    def _change(self, asked: Change) -> Answer[MomentView]:
        """Go on with another learning rate from where the run stands."""
        if self._own is not None and not self._tracks.now.parent:
            raise SettingError("Your own run stays as it is; make a branch, and change that.")
        self._tracks.now.change(wanted_settings(asked))
        return self._at_end()

    @answers
    def _undo(self, _: Undo) -> Answer[MomentView]:
        self._tracks.now.undo()
        return self._at_end()

    @answers
    def _branch(self, asked: Branch) -> Answer[MomentView]:
        self._tracks.branch(asked.step, wanted_settings(asked))
        return self._at_end()

    @answers
    def _choose(self, asked: Choose) -> Answer[MomentView]:
        self._tracks.choose(asked.track)
        return self._at_end()

    @answers
    def _forget(self, asked: Forget) -> Answer[MomentView]:
        self._tracks.forget(asked.track)
        return self._at_end()

    def _at_end(self) -> Answer[MomentView]:
        self._step = self._tracks.now.run.step
        return self._view()

    @answers
    def _compare(self, asked: Compare) -> Answer[Comparison]:
        return Answer(self._tracks.compare(asked.track))

    def _view(self) -> Answer[MomentView]:
        return Answer(tell_moment(self._moment(), self._sample, self._tracks, self._example, self._most))

    @answers
    def _explain(self, asked: Explain) -> Answer[Explained]:
        """Explain a number of the step that is shown; distances, and numbers of other runs, of any step."""
        reference, tracks = asked_reference(asked.reference), self._tracks
        step = self._step if asked.step is None else asked.step
        if reference.layer == "distance":
            explanation = explain_distance(tracks.all, reference, step)
            return Answer(Explained(tracks.now.name, step, explanation.to_dict(), (), (), None))
        moment, track = self._moment(), tracks.now.name
        if reference.layer in tracks.all:  # run.dense_1/weight[0, 1] is a number of the run of that name
            layer, _, part = reference.part.partition("/")
            track = reference.layer
            moment = tracks.all[track].run.at(step)
            reference = Reference(layer, part, reference.index)
        explanation = replace(moment.follow(reference), terms=MOST_SAMPLES)  # no sum is longer: all terms are shown
        return Answer(tell_explanation(moment, track, explanation))

    @answers
    def _graph(self, asked: Graph) -> Answer[GraphReply]:
        moment = self._moment()
        place = place_of(moment, asked.sample)
        return Answer(GraphReply(tell_graph(make_graph(moment, place)), place, moment.step))


def _tell_own(run: Run) -> ExampleView:
    weight = run.state.params[run.network.names[0]]["weight"]
    return ExampleView(
        OWN,
        "Your run",
        f"The run that you passed, after so many of its {run.step} updates.",
        float(run.at(first_step(run)).learning_rate),
        tuple(f"x{i}" for i in range(weight.shape[0])),
        tuple(f"p{i}" for i in range(dense_layers(run.network)[-1].units)),
    )


def _fits(run: Run) -> bool:
    """Whether a branch is small enough to be drawn."""
    try:
        check_run(run)
    except SettingError:
        return False
    return True


def check_run(run: Run) -> Run:
    """Return a run if it is small enough to be drawn number by number.

    Raises:
        SettingError: other layers than Dense, too many units, layers or samples, or a softmax that is not last.
    """
    layers = run.network.layers
    for layer, last in zip(layers, [False] * (len(layers) - 1) + [True], strict=True):
        if not isinstance(layer, Dense) or layer.units > MOST_UNITS:
            raise SettingError(f"Backpropagation draws Dense layers of up to {MOST_UNITS} units; got {layer}.")
        if type(layer.activation).__name__ == "Softmax" and not last:
            raise SettingError("Backpropagation draws softmax in the last layer only.")
    inputs = run.dataset.input_shape
    if len(layers) > MOST_LAYERS or len(inputs) != 1 or inputs[0] > MOST_UNITS:
        raise SettingError(
            f"Backpropagation draws up to {MOST_LAYERS} layers and {MOST_UNITS} inputs; "
            f"got {len(layers)} layers, inputs {inputs}."
        )
    if run.recipe.accumulate != 1 or run.recipe.batch_size > MOST_SAMPLES:
        raise SettingError(
            f"Backpropagation draws one batch of up to {MOST_SAMPLES} samples a step; got {run.recipe.batch_size}."
        )
    return run
