"""The exercises of lesson 04, Forward propagation."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from itertools import pairwise
from typing import Any

import numpy as np

import glassnet as gn
from glassnet.base.random import stream
from glassnet.lessons.exercises import (
    ChoiceExercise,
    CodeExercise,
    GoalExercise,
    NumberExercise,
    OrderExercise,
    Picture,
    PlaceExercise,
    Prediction,
    Spot,
)
from glassnet.widgets.architecture_explorer.architecture import Architecture


def phases() -> OrderExercise:
    return OrderExercise(
        question="Put the phases in order, from the question to the answer.",
        steps={
            "the inputs take their values": "Nothing can travel before there is something to send.",
            "each input is multiplied by a weight on its way": "The weights need the inputs' values.",
            "each hidden neuron adds up what arrives, and its bias": "There must be products before they can be added.",
            "the activation function turns each sum into what is passed on": "It needs the sum.",
            "the output adds up what the hidden neurons pass on": "It waits for the activations of the layer before.",
            "the output's activation makes the prediction": "It comes last, from the output's own sum.",
        },
        shown=(
            "the activation function turns each sum into what is passed on",
            "the inputs take their values",
            "the output's activation makes the prediction",
            "each hidden neuron adds up what arrives, and its bias",
            "the output adds up what the hidden neurons pass on",
            "each input is multiplied by a weight on its way",
        ),
        because="Multiply, add, activate; once for every layer.",
    )


def silent() -> NumberExercise:
    return NumberExercise(
        question="Somebody is 70 years old with an income of 20,000: the inputs are 0.7 and 0.2. What does the second hidden neuron pass on? (Its weights are −0.4 and 0.8, its bias is −0.2.)",
        answer=0.0,
        tolerance=0.0005,
        because="z₂ = −0.28 + 0.16 − 0.2 = −0.32. ReLU passes on 0 for it: this neuron is silent.",
        hint="First the sum z₂: two products and the bias. Then ReLU.",
        slips={
            -0.32: "That is the sum z₂. What does ReLU make of a negative number?",
            0.32: "ReLU doesn't turn the sign around: it replaces what is negative by 0.",
            -0.12: "The bias is missing, and then ReLU.",
            0.08: "The bias is −0.2, so it is subtracted; then comes ReLU.",
        },
    )


def switch_on() -> PlaceExercise:
    income = np.linspace(0.0, 1.0, 101)
    passed = np.maximum(-0.4 * 0.3 + 0.8 * income - 0.2, 0.0)
    return PlaceExercise(
        question="This is what the second hidden neuron passes on for a person aged 30, against the income. Drag the mark to the income at which it begins to speak.",
        picture=Picture(
            x_range=(0.0, 100.0),
            y_range=(-0.05, 0.55),
            x_label="income in thousands",
            y_label="a₂",
            curves=[np.stack([100 * income, passed], axis=1)],
        ),
        start=(80.0, 0.1),
        right=Spot(
            x=40.0,
            y=0.0,
            reach=(4.0, 0.05),
            message="Right: −0.12 + 0.8 · 0.4 − 0.2 = 0. From here on its sum is positive.",
        ),
        slips=(
            Spot(x=40.0, y=None, reach=(4.0, 9.0), message="The income is right; now put the mark on the curve."),
            Spot(
                x=25.0,
                y=None,
                reach=(4.0, 9.0),
                message="Without the age it would be 25: 0.8 · 0.25 = 0.2. Age 30 takes away 0.12 more.",
            ),
            Spot(
                x=60.0,
                y=None,
                reach=(5.0, 9.0),
                message="At 60 it already passes on 0.16. Follow the curve to the left, to its bend.",
            ),
        ),
        hint="Where does its sum −0.4 · 0.3 + 0.8 · income − 0.2 change its sign?",
    )


def house(*, update: Callable[[float], Any]) -> Prediction:
    def see() -> str:
        done = update(0.02)
        return f"Just computed: {100_000 * done.price:,.0f} before, {100_000 * done.price_after:,.0f} after."

    return Prediction(
        ask=ChoiceExercise(
            question="Now one small update, with learning rate 0.02. What will the network say about the same house afterwards?",
            right="more than 300,000, but not yet 350,000",
            reasons={
                "more than 300,000, but not yet 350,000": "Every weight moves a little in the direction that makes the loss smaller: a step, not a leap.",
                "exactly 350,000": "An update doesn't put the answer in. It moves each weight a little, by an amount that the learning rate sets.",
                "300,000 still: only the loss changes": "The loss can't change unless the prediction does. And that can't unless the weights do.",
                "less than 300,000": "The prediction was too low, so the weights move so that it rises.",
            },
        ),
        run=see,
    )


def hour_of_sleep(*, score: Callable[[float, float], float]) -> NumberExercise:
    change = score(6, 6) - score(6, 7)
    return NumberExercise(
        question="Six hours of study. By how many points does the score change if the student sleeps 6 hours instead of 7?",
        answer=round(change, 4),
        tolerance=0.05,
        because="One hour is 0.1. It takes 0.01 from knowledge and 0.1 from energy: 0.7 · (−0.01) + 0.3 · (−0.1) = −0.037, that is −3.7 points.",
        hint="One hour less is −0.1 at the input. What does that do to knowledge, what to energy, and both together to the score?",
        slips={
            3.7: "The size is right. Less sleep: does the score rise or fall?",
            -3.0: "That is the way through energy. There is another one: sleep also helps knowledge a little.",
            -0.7: "That is the way through knowledge. The larger part goes through energy.",
            -0.037: "In the network's own units. A score of 1 is 100 points.",
        },
    )


def share() -> ChoiceExercise:
    return ChoiceExercise(
        question="Above, choose *drifting off to the right*, then move the distance from 80 m down to 20 m. The score of *turn* stays what it is. Its probability falls all the same. Why?",
        right="softmax shares 1 among all three, and brake now takes more",
        reasons={
            "softmax shares 1 among all three, and brake now takes more": "A probability depends on all scores: it is the own share in the sum of all three.",
            "the distance has a negative weight to turn": "Its score z stayed, so nothing that leads to it has changed. Click its z and look.",
            "the network is learning while you move": "No weight changes in a forward pass. Only the inputs did.",
            "softmax lowers every output when an input falls": "They add up to 1: if one falls, another must rise.",
        },
    )


def untrained(*, answers: Callable[[], tuple[float, float]]) -> Prediction:
    def see() -> str:
        orange, blue = answers()
        return f"Just computed: {orange:.3f} for the orange point, {blue:.3f} for the blue one."

    return Prediction(
        ask=ChoiceExercise(
            question="A new network has small arbitrary weights around 0. What will it say for an orange point, and what for a blue one?",
            right="for both something not far from 0.5",
            reasons={
                "for both something not far from 0.5": "Small weights make small sums, and the sigmoid of a small number is near 0.5: it has no opinion.",
                "nothing: it has to be trained first": "The forward pass works with any weights. It just means nothing yet.",
                "0 for the one and 1 for the other": "For that it would have to know something. Nobody has told it which is which.",
                "exactly 0 for both": "The inputs aren't 0 and neither are the weights. And the sigmoid gives 0.5 even for 0.",
            },
        ),
        run=see,
    )


OPENING = (4, (4,), 2)
"""The shape that the lesson's network begins with."""


def shape_of(settings: Mapping[str, Any]) -> Architecture:
    """Return the architecture in the settings of a widget that shows one."""
    return Architecture(**{**settings["shape"], "hidden": tuple(settings["shape"]["hidden"])})


def far_from_one(settings: Mapping[str, Any], seed: int) -> float:
    """Return how far the outputs' sum is from 1, at most, for twenty random inputs and random weights."""
    shape = shape_of(settings)
    data = gn.data.from_arrays(
        stream(seed).child("tried").uniform((20, shape.inputs), -1.0, 1.0, "float64"),
        np.zeros((20, shape.outputs)),
        validation=0.0,
    )
    run = gn.Run(shape.network, gn.Recipe("mean_squared_error", gn.SGD(0.1), seed=seed, dtype="float64"), data)
    return float(np.abs(run.predict(data.x).sum(axis=1) - 1.0).max())


def build() -> GoalExercise:
    return GoalExercise(
        question="Build a network above that takes four measurements and answers with the probabilities of three flowers. It shall have two hidden layers and at most 40 parameters. "
        "Its three answers must add up to 1 for any weights and inputs.",
        rules={
            "a network of your own shape is shown": lambda settings: settings["shape"] is not None,
            "it has four inputs": lambda settings: settings["shape"]["inputs"] == 4,
            "it has three outputs": lambda settings: settings["shape"]["outputs"] == 3,
            "it has two hidden layers": lambda settings: len(settings["shape"]["hidden"]) == 2,
            "it has at most 40 parameters": lambda settings: shape_of(settings).parameters <= 40,
        },
        trial=far_from_one,
        below=1e-6,
        measure="the largest distance of their sum from 1",
        seeds=(1, 2, 3),
        presets=({"shape": asdict(Architecture(*OPENING))},),
        because="Softmax does it, whatever the weights are; and three neurons in each hidden layer are few enough.",
    )


def same_for_all() -> ChoiceExercise:
    return ChoiceExercise(
        question="To predict, a forward pass is run twice with the same inputs and the same weights. What about the two predictions?",
        right="they are the same",
        reasons={
            "they are the same": "To predict is plain arithmetic: nothing in it is left to chance, and nothing is changed by it.",
            "the second is better, as the network has seen the example": "Seeing isn't learning. Weights change only in an update.",
            "they differ a little, as networks are random": "Random is where the weights *begin*. A pass that predicts throws no dice.",
            "the second is weaker, as the signal has faded": "Nothing is used up: each pass starts from the inputs again.",
        },
    )


def products() -> NumberExercise:
    return NumberExercise(
        question="A network has 3 inputs, two hidden layers of 4 neurons and 2 outputs. How many multiplications by a weight does one forward pass take?",
        answer=36,
        tolerance=0.01,
        because="3 · 4 + 4 · 4 + 4 · 2 = 36: one for each connection.",
        hint="One for each connection. How many are there between two layers?",
        slips={
            46.0: "That is the number of parameters: ten biases are among them, and those are added.",
            13.0: "That is the number of inputs and neurons. Count the connections between them.",
            96.0: "The layers come one after the other: their numbers of connections are added, not multiplied.",
            20.0: "The gap between the two hidden layers is missing: 4 · 4.",
            12.0: "There are two more gaps between layers: 4 · 4 and 4 · 2, beside 3 · 4.",
        },
    )


def shapes() -> ChoiceExercise:
    return ChoiceExercise(
        question="32 samples with 3 inputs each stand in a table x of shape (32, 3). The first layer has 5 neurons. What are the shapes of its weight and of its output a?",
        right="weight (3, 5), a (32, 5)",
        reasons={
            "weight (3, 5), a (32, 5)": "Inputs by neurons; each sample gets a row with one number for each neuron.",
            "weight (32, 5), a (32, 5)": "Then every sample would have weights of its own. All samples share them.",
            "weight (5, 3), a (5, 32)": "In this course samples are rows: (32, 3) times (3, 5) gives (32, 5).",
            "weight (3, 5), a (3, 5)": "Each of the 32 samples gets its own row of activations.",
        },
    )


def forward(x, weights, biases):
    for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
        x = np.maximum(x @ weight + bias, 0)
    return x @ weights[-1] + biases[-1]


def relu_everywhere(x, weights, biases):
    for weight, bias in zip(weights, biases, strict=True):
        x = np.maximum(x @ weight + bias, 0)
    return x


def without_bias(x, weights, biases):
    for weight in weights[:-1]:
        x = np.maximum(x @ weight, 0)
    return x @ weights[-1] + biases[-1]


def linear(x, weights, biases):
    for weight, bias in zip(weights, biases, strict=True):
        x = x @ weight + bias
    return x


def bias_after_relu(x, weights, biases):
    for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
        x = np.maximum(x @ weight, 0) + bias
    return x @ weights[-1] + biases[-1]


def first_layer_only(x, weights, biases):
    return np.maximum(x @ weights[0] + biases[0], 0) @ weights[-1] + biases[-1]


def passes() -> list[tuple[Any, ...]]:
    """Return inputs and parameters of networks of several depths."""
    cases = []
    for number, sizes in enumerate(((2, 3, 1), (3, 4, 4, 2), (2, 2, 2, 2, 1))):
        rng = np.random.default_rng(40 + number)
        pairs = list(pairwise(sizes))
        weights = [rng.normal(size=pair) for pair in pairs]
        biases = [rng.normal(size=units) for _, units in pairs]
        cases.append((rng.normal(size=(number + 1, sizes[0])), weights, biases))
    return cases


def code() -> CodeExercise:
    return CodeExercise(
        question="Turn `my_forward` into the forward pass of any network with ReLU in all hidden layers and no activation at the output. `weights` and `biases` are lists with one entry for each layer.",
        solution=forward,
        source="for weight, bias in zip(weights[:-1], biases[:-1]):\n    x = np.maximum(x @ weight + bias, 0)\nreturn x @ weights[-1] + biases[-1]",
        cases=passes(),
        hints=(
            "What one layer passes on is what the next one gets: use the same name, x, for both.",
            "A loop over all layers but the last: `for weight, bias in zip(weights[:-1], biases[:-1]):`.",
            "`np.maximum(z, 0)` is ReLU. The last layer, after the loop, goes without it.",
        ),
        because="Right for networks with one, two and three hidden layers. That is all there is to it.",
        skeleton="return x @ weights[0] + biases[0]",
        wrong=(relu_everywhere, without_bias, linear, bias_after_relu, first_layer_only),
    )
