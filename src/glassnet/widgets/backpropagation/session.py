"""The backpropagation visualiser's Python side: one request in, one reply out."""

from collections.abc import Callable
from typing import Any

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.explain import Reference, parse_reference
from glassnet.nn.layers import Dense
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.asking import Fields, Reply, respond
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.backpropagation.graph import make_graph
from glassnet.widgets.backpropagation.paths import dense_layers
from glassnet.widgets.backpropagation.told import tell_explanation, tell_graph, tell_moment
from glassnet.widgets.futures import Tracks
from glassnet.widgets.futures.distance import explain_distance
from glassnet.widgets.futures.tracks import first_step, wanted_settings

MOST_STEPS = 200
MOST_UNITS = 8
MOST_LAYERS = 4
MOST_SAMPLES = 32
LONGEST_REFERENCE = 80
OWN = "own"


class BackpropagationSession:
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
        self._kinds: dict[str, Callable[[Fields], Reply]] = {
            name: getattr(self, f"_{name}")
            for name in (
                *("examples", "open", "change", "undo", "branch", "choose", "forget"),
                *("compare", "explain", "graph"),
            )
        }

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        return respond(request, self._kinds)

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

    def _examples(self, _: Fields) -> Reply:
        told = [
            {"name": name, "label": one.label, "words": one.words, "rate": one.rate}
            | {"inputs": list(one.inputs), "outputs": list(one.outputs)}
            for name, one in EXAMPLES.items()
        ]
        shown = {"example": self._example, "step": self._step, "sample": self._sample}
        return {"examples": told if self._own is None else [_tell_own(self._own)], "shown": shown}, []

    def _open(self, fields: Fields) -> Reply:
        known = {OWN: None} if self._own is not None else EXAMPLES
        example = str(fields.get("example"))
        look_up("example", example, known)
        before, self._example = self._example, example
        try:
            step = whole_number("step", fields.get("step"), minimum=self._first, maximum=self._most)
            sample = whole_number("sample", fields.get("sample"), minimum=0, maximum=10**9)
            self._advance_to(step)
        except SettingError:
            self._example = before
            raise
        self._step, self._sample = step, sample
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

    def _change(self, fields: Fields) -> Reply:
        """Go on with another learning rate from where the run stands."""
        if self._own is not None and not self._tracks.now.parent:
            raise SettingError("Your own run stays as it is; make a branch, and change that.")
        self._tracks.now.change(wanted_settings(fields))
        return self._at_end()

    def _undo(self, _: Fields) -> Reply:
        self._tracks.now.undo()
        return self._at_end()

    def _branch(self, fields: Fields) -> Reply:
        self._tracks.branch(fields.get("step"), wanted_settings(fields))
        return self._at_end()

    def _choose(self, fields: Fields) -> Reply:
        self._tracks.choose(fields.get("track"))
        return self._at_end()

    def _forget(self, fields: Fields) -> Reply:
        self._tracks.forget(fields.get("track"))
        return self._at_end()

    def _at_end(self) -> Reply:
        self._step = self._tracks.now.run.step
        return self._view()

    def _compare(self, fields: Fields) -> Reply:
        return self._tracks.compare(fields.get("track")), []

    def _view(self) -> Reply:
        told = tell_moment(self._moment(), self._place(self._sample))
        return told | self._tracks.tell() | {"example": self._example, "most": self._most}, []

    def _explain(self, fields: Fields) -> Reply:
        text = fields.get("reference")
        if not isinstance(text, str) or len(text) > LONGEST_REFERENCE:
            raise SettingError(f"reference must name a number, such as dense_1.z[0, 3]; got {text!r:.100}.")
        reference, tracks = parse_reference(text), self._tracks
        # Two runs are compared where both have been, which may be another step than the one that is shown
        step = whole_number("step", fields.get("step", self._step), minimum=0)
        if reference.layer == "distance":
            explanation = explain_distance(tracks.all, reference, step)
            told: dict[str, Any] = {
                "explanation": explanation.to_dict(),
                "rests_on": [],
                "paths": [],
                "more_paths": None,
            }
            return told | {"track": tracks.now.name, "step": step}, []
        track = tracks.now.name
        if reference.layer in tracks.all:  # run.dense_1/weight[0, 1] is a number of the run of that name
            layer, _, part = reference.part.partition("/")
            track = reference.layer
            reference = Reference(layer, part, reference.index)
        moment = tracks.all[track].run.at(step)
        return tell_explanation(moment, moment.follow(reference)) | {"track": track, "step": step}, []

    def _graph(self, fields: Fields) -> Reply:
        sample = whole_number("sample", fields.get("sample"), minimum=0, maximum=10**9)
        place, moment = self._place(sample), self._moment()
        return {"nodes": tell_graph(make_graph(moment, place)), "place": place, "step": moment.step}, []

    def _place(self, sample: int) -> int:
        """Return where a sample of the data stands in the batch; the first place if it isn't in it."""
        samples = [int(each) for each in self._moment().samples]
        return samples.index(sample) if sample in samples else 0


def _tell_own(run: Run) -> dict[str, Any]:
    weight = run.state.params[run.network.names[0]]["weight"]
    return {
        "name": OWN,
        "label": "Your run",
        "words": f"The run that you passed, after so many of its {run.step} updates.",
        "rate": float(run.at(first_step(run)).learning_rate),
        "inputs": [f"x{i}" for i in range(weight.shape[0])],
        "outputs": [f"p{i}" for i in range(dense_layers(run.network)[-1].units)],
    }


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
