"""The backpropagation visualiser's Python side: one request in, one reply out."""

from typing import Any

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import DivergedError, SettingError
from glassnet.base.registry import look_up
from glassnet.nn.layers import Dense
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.asking import Fields, Reply, respond
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.backpropagation.graph import make_graph
from glassnet.widgets.backpropagation.paths import dense_layers
from glassnet.widgets.backpropagation.told import tell_explanation, tell_graph, tell_moment

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

    Attributes:
        settings: what is shown.

    >>> session = BackpropagationSession()
    >>> request = {"kind": "open", "example": "age_income", "rate": 0.5, "step": 0, "sample": 0}
    >>> head, _ = session.handle({"id": 1, **request})
    >>> round(head["loss"], 4), round(head["loss_after"], 4)
    (0.5522, 0.3641)
    >>> head, _ = session.handle({"id": 2, "kind": "explain", "reference": "dense_2.d_weight[0, 0]"})
    >>> head["explanation"]["numbers"]
    'd_weight[0, 0] = 0.43 · (−0.4243)'
    """

    def __init__(self, run: Run | None = None) -> None:
        self._own = run if run is None else check_run(run)
        self._run = run or EXAMPLES["age_income"].run(EXAMPLES["age_income"].rate)
        self._moment: Moment = self._run.at(0)
        self._opened: tuple[str, float] = (OWN, 0.0) if run else ("age_income", EXAMPLES["age_income"].rate)
        self.settings: dict[str, Any] = {"example": self._opened[0], "rate": self._opened[1], "step": 0, "sample": 0}

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        kinds = {"examples": self._examples, "open": self._open, "explain": self._explain, "graph": self._graph}
        return respond(request, kinds)

    def _examples(self, _: Fields) -> Reply:
        told = [
            {"name": name, "label": one.label, "words": one.words, "rate": one.rate}
            | {"inputs": list(one.inputs), "outputs": list(one.outputs)}
            for name, one in EXAMPLES.items()
        ]
        if self._own is not None:
            told = [self._tell_own(self._own)]
        return {"examples": told, "most_steps": MOST_STEPS if self._own is None else self._own.step}, []

    def _tell_own(self, run: Run) -> dict[str, Any]:
        weight = run.state.params[run.network.names[0]]["weight"]
        return {
            "name": OWN,
            "label": "Your run",
            "words": f"The run that you passed, after so many of its {run.step} updates.",
            "rate": float(run.at(0).learning_rate),
            "inputs": [f"x{i}" for i in range(weight.shape[0])],
            "outputs": [f"p{i}" for i in range(dense_layers(run.network)[-1].units)],
        }

    def _open(self, fields: Fields) -> Reply:
        step = whole_number(
            "step", fields.get("step"), minimum=0, maximum=MOST_STEPS if not self._own else self._own.step
        )
        rate = number("rate", fields.get("rate"), above=0, maximum=10)
        sample = whole_number("sample", fields.get("sample"), minimum=0, maximum=10**9)
        if self._own is None:
            example = look_up("example", str(fields.get("example")), EXAMPLES)
            if (fields["example"], rate) != self._opened:
                self._run, self._opened = example.run(rate), (fields["example"], rate)
            self._advance_to(step)
        self._moment = self._run.at(step)
        self.settings = {"example": self._opened[0], "rate": rate, "step": step, "sample": sample}
        return tell_moment(self._moment, self._place(sample)), []

    def _advance_to(self, step: int) -> None:
        try:
            if step > self._run.step:
                self._run.advance(step - self._run.step)
        except DivergedError as error:
            raise SettingError(f"At this learning rate training breaks down: {error}") from None

    def _explain(self, fields: Fields) -> Reply:
        reference = fields.get("reference")
        if not isinstance(reference, str) or len(reference) > LONGEST_REFERENCE:
            raise SettingError(f"reference must name a number, such as dense_1.z[0, 3]; got {reference!r:.100}.")
        return tell_explanation(self._moment, self._moment.follow(reference)), []

    def _graph(self, fields: Fields) -> Reply:
        sample = whole_number("sample", fields.get("sample"), minimum=0, maximum=10**9)
        place = self._place(sample)
        return {"nodes": tell_graph(make_graph(self._moment, place)), "place": place, "step": self._moment.step}, []

    def _place(self, sample: int) -> int:
        """Return where a sample of the data stands in the batch; the first place if it isn't in it."""
        samples = [int(each) for each in self._moment.samples]
        return samples.index(sample) if sample in samples else 0


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
