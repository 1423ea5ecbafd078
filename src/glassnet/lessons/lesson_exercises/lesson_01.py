"""The exercises of lesson 01, From neuron to perceptron."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
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
from glassnet.widgets.hidden_layer_by_hand.messages import Neuron
from glassnet.widgets.hidden_layer_by_hand.session import POINTS, XOR, predict

SHAKEN, DEVIATION = 200, 0.08


def vote() -> NumberExercise:
    return NumberExercise(
        question="The sun shines, friends are outside, and no homework is waiting. The weights are 2, 3 and −4, the bias is −1. What is the sum?",
        answer=4.0,
        tolerance=0.001,
        because="1 · 2 + 1 · 3 + 0 · (−4) − 1 = 4. Not below 0, so: out!",
        hint="Each input times its weight, all added up, and the bias.",
        slips={
            5.0: "The bias belongs to the sum, too.",
            0.0: "No homework is waiting: that input is 0, and its weight doesn't count.",
            6.0: "The bias is −1: it is added with its sign.",
            1.0: "That is the neuron's answer. The question is for the sum before it.",
        },
    )


def brain() -> ChoiceExercise:
    return ChoiceExercise(
        question="How far does the comparison with the brain go?",
        right="weighted inputs, a sum and an output: no further",
        reasons={
            "weighted inputs, a sum and an output: no further": "This much was borrowed: the threshold in 1943, weights that learn in 1958. Timing, chemistry and growth were left out.",
            "artificial neurons work as nerve cells do, only faster": "A nerve cell sends single pulses, and when they come matters. An artificial neuron passes on one number.",
            "brains learn by the perceptron rule": "Synapses do get stronger and weaker, but by chemistry and timing, and nobody tells a cell the right answer.",
            "a network with 86 billion neurons would be a brain": "What a brain can do is not a matter of numbers alone: its cells differ, grow, die, and bathe in hormones.",
        },
    )


def axis() -> PlaceExercise:
    x = np.array([-0.5, 2.5])
    return PlaceExercise(
        question="A neuron has the weights 1 and 1 and the bias −1.5. Drag the mark to where its line crosses the axis of x₂, that is, where x₁ = 0.",
        picture=Picture(
            x_range=(-0.5, 2.5),
            y_range=(-2.0, 2.5),
            x_label="x₁",
            y_label="x₂",
            curves=[np.stack([x, 0 * x], axis=1), np.array([[0.0, -2.0], [0.0, 2.5]])],
        ),
        start=(1.0, 1.5),
        right=Spot(0.0, 1.5, (0.12, 0.15), "0 + 1.5 − 1.5 = 0: here the neuron is on the edge between no and yes."),
        slips=(
            Spot(0.0, -1.5, (0.12, 0.15), "There the sum is −3. What must be added to −1.5 to make 0?"),
            Spot(1.5, 0.0, (0.12, 0.15), "There the line crosses the other axis, of x₁."),
            Spot(0.0, 0.0, (0.12, 0.15), "There the sum is the bias, −1.5: not on the line."),
            Spot(0.0, 1.0, (0.12, 0.15), "There the sum is −0.5: still a no."),
        ),
        hint="On the line the sum is 0. Put x₁ = 0 into it.",
    )


def corrected() -> NumberExercise:
    return NumberExercise(
        question="The weights are 1 and −2, the bias is 0.5. The point (3, 1) should be a 0. What is w₁ after this correction?",
        answer=-2.0,
        tolerance=0.001,
        because="The sum is 3 − 2 + 0.5 = 1.5, so the neuron says 1. Mistake 0 − 1 = −1, and 1 + (−1) · 3 = −2.",
        hint="First the answer: is 1 · 3 − 2 · 1 + 0.5 below 0? Then the mistake, then mistake · x₁.",
        slips={
            4.0: "The mistake is 0 − 1 = −1: x₁ is subtracted.",
            0.0: "The mistake is multiplied by x₁, which is 3.",
            1.0: "The neuron says 1 and should say 0, so there is something to correct.",
            -3.0: "That is w₂: −2 + (−1) · 1.",
        },
    )


def doubled() -> ChoiceExercise:
    return ChoiceExercise(
        question="All weights and the bias of a perceptron are doubled. What happens to its answers?",
        right="nothing",
        reasons={
            "nothing": "The sum is twice as large, but its sign is the same everywhere: the line stays where it is.",
            "it says yes more often": "A sum below 0 stays below 0 when it is doubled.",
            "the line moves away from the origin": "Where the sum is 0, twice the sum is 0, too.",
            "it is twice as sure": "A step knows no “sure”: 0.1 and 1,000 both give 1. The smooth step of lesson 03 does.",
        },
    )


def gates(*, learnable: Callable[[], int]) -> Prediction:
    return Prediction(
        ask=NumberExercise(
            question="There are 16 ways to answer the four corners (0, 0), (0, 1), (1, 0) and (1, 1) with 0 or 1. How many of them will a single perceptron learn?",
            answer=14,
            tolerance=0.01,
            because="All but XOR and its opposite.",
            hint="Which of them need more than one straight line?",
            slips={
                15.0: "XOR is one of those that it can't learn. There is another.",
                16.0: "You have just seen one that no line separates.",
                3.0: "AND, OR and NAND are only the best known.",
                8.0: "More than half: any corner can be cut off by a line, and so can any edge.",
            },
        ),
        run=lambda: f"Just tried, with all 16 and at most 1,000 corrections each: {learnable()} were learnt.",
    )


def gradient() -> ChoiceExercise:
    return ChoiceExercise(
        question="Why isn't the perceptron trained by gradient descent?",
        right="its step is flat, so there is no slope to follow",
        reasons={
            "its step is flat, so there is no slope to follow": "A small change of a weight changes no answer, as a rule. The perceptron rule needs no slope: a mistake is enough.",
            "it is: the perceptron rule is another name for it": "Gradient descent follows the slope of an error. That of the step is 0 wherever there is one.",
            "gradient descent is too slow for two weights": "Two weights are no effort for either. What is missing is the slope.",
            "it has no weights to change": "It has one for each input, and a bias.",
        },
    )


def one_step() -> OrderExercise:
    return OrderExercise(
        question="Put one step of the perceptron rule in order.",
        steps={
            "take a point": "Everything begins with a point.",
            "multiply its features by the weights, add them up with the bias": "There is nothing to add up before there is a point.",
            "say 1 if the sum is not below 0, else 0": "The answer needs the sum.",
            "subtract the answer from the right answer": "The mistake needs the answer.",
            "add mistake times feature to each weight": "The correction needs the mistake.",
        },
        shown=(
            "subtract the answer from the right answer",
            "take a point",
            "add mistake times feature to each weight",
            "say 1 if the sum is not below 0, else 0",
            "multiply its features by the weights, add them up with the bias",
        ),
        because="And if the mistake is 0, the last step adds nothing.",
    )


def shaken_wrong(settings: Mapping[str, Any], seed: int) -> float:
    """Return the fraction of points near the four corners that a network built by hand answers wrongly."""
    hidden, output = [_neuron(one) for one in settings["hidden"]], _neuron(settings["output"])
    corners = np.tile(np.arange(len(POINTS)), SHAKEN // len(POINTS))
    x = POINTS[corners] + stream(seed).child("shaken").normal((len(corners), 2), 0.0, DEVIATION, "float64")
    _, answers = predict(hidden, output, x)
    return float((answers != XOR[corners]).mean())


def _neuron(given: Mapping[str, Any]) -> Neuron:
    first, second = given["weight"]
    return Neuron((first, second), given["bias"])


def build() -> GoalExercise:
    return GoalExercise(
        question="Build the network above so that it answers XOR rightly even if the points are shaken a little. It is tried on 200 points near the four corners, three times.",
        rules={"all four corners are right": lambda settings: settings["right"] == len(POINTS)},
        trial=shaken_wrong,
        below=0.02,
        measure="the fraction answered wrongly",
        seeds=(1, 2, 3),
        because="Both lines keep their distance from the corners, and the third neuron combines what they say.",
    )


def rule(weight: Array, bias: float, x: Array, target: float) -> tuple[Array, float]:
    mistake = target - float(x @ weight + bias >= 0)
    return weight + mistake * x, bias + mistake


def _away(weight, bias, x, target):
    mistake = float(x @ weight + bias >= 0) - target
    return weight + mistake * x, bias + mistake


def _always(weight, bias, x, target):
    return weight + target * x, bias + target


def _without_bias(weight, bias, x, target):
    mistake = target - float(x @ weight >= 0)
    return weight + mistake * x, bias + mistake


def _bias_stays(weight, bias, x, target):
    return rule(weight, bias, x, target)[0], bias


def _of_the_sum(weight, bias, x, target):
    mistake = target - (x @ weight + bias)
    return weight + mistake * x, bias + mistake


def code() -> CodeExercise:
    return CodeExercise(
        question="Turn `my_correction` into one step of the perceptron rule. Return the new weights and the new bias.",
        solution=rule,
        source="mistake = target - float(x @ weight + bias >= 0)\nreturn weight + mistake * x, bias + mistake",
        cases=[
            (np.array([1.0, -2.0]), 0.5, np.array([3.0, 1.0]), 0.0),
            (np.array([1.0, -2.0]), -4.0, np.array([3.0, 1.0]), 1.0),
            (np.array([0.5, 0.5, -1.0]), 0.0, np.array([1.0, 1.0, 1.0]), 1.0),
            (np.array([-1.0, 0.5]), 1.5, np.array([1.0, 0.0]), 0.0),
        ],
        hints=(
            "`x @ weight` multiplies each feature by its weight and adds up.",
            "`float(x @ weight + bias >= 0)` is the answer: 1.0 or 0.0.",
            "The mistake is target − answer; it is added to the bias, and times `x` to the weights.",
        ),
        because="All cases agree: mistakes in both directions, and an answer that was right.",
        skeleton="return weight, bias",
        returns=("weight", "bias"),
        wrong=(_away, _always, _without_bias, _bias_stays, _of_the_sum),
    )
