"""The exercises of lesson 02, Layers, weights and biases."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.data import moons
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
from glassnet.nn.activations import Sigmoid
from glassnet.optim import Adam
from glassnet.run.run import Run
from glassnet.train import Recipe
from glassnet.widgets.architecture_explorer import Architecture

UPDATES, MOST_PARAMETERS = 600, 25


def nine() -> NumberExercise:
    return NumberExercise(
        question="A network has 2 inputs, one hidden layer of 2 neurons, and 1 output. How many parameters is that?",
        answer=9,
        tolerance=0.01,
        because="(2 · 2 + 2) + (2 · 1 + 1) = 6 + 3 = 9.",
        hint="For each layer: inputs times neurons, and one bias for each neuron.",
        slips={
            6.0: "Those are the weights. Each of the three neurons has a bias, too.",
            5.0: "That is the number of circles in the drawing. Parameters are on the lines, and one is in each neuron.",
            11.0: "Inputs have no bias: nothing is computed there.",
            12.0: "The output is one neuron: 2 weights and 1 bias.",
        },
    )


def shapes() -> ChoiceExercise:
    return ChoiceExercise(
        question="A layer of 4 neurons gets 32 examples with 3 features each. Which shapes do x, the weights and z have?",
        right="(32, 3), (3, 4), (32, 4)",
        reasons={
            "(32, 3), (3, 4), (32, 4)": "A row for each example. The 3 in the middle meet and vanish; 32 and 4 are left.",
            "(32, 3), (4, 3), (32, 4)": "The 3 features must meet 3 rows of weights: one row for each input, one column for each neuron.",
            "(32, 3), (3, 4), (3, 4)": "z has a row for each example: 32 of them.",
            "(32, 3), (32, 4), (3, 4)": "The weights are the same for all examples: there is no 32 in their shape.",
        },
    )


def middle() -> PlaceExercise:
    x = np.linspace(-4, 4, 161)
    return PlaceExercise(
        question="The only input of a neuron has the weight 2, and its bias is −3. The curve shown is the sigmoid *without* a bias, for the weight 2. Drag the mark to where the neuron passes 0.5 with its bias.",
        picture=Picture(
            x_range=(-4.0, 4.0),
            y_range=(-0.5, 1.5),
            x_label="x",
            y_label="a",
            curves=[np.stack([x, Sigmoid().forward(2 * x)], axis=1)],
        ),
        start=(-2.0, 0.9),
        right=Spot(
            1.5, 0.5, (0.25, 0.12), "2 · 1.5 − 3 = 0, and the sigmoid of 0 is 0.5: the curve has moved to the right."
        ),
        slips=(
            Spot(0.0, 0.5, (0.25, 0.12), "There it is without a bias: now the sum is −3 there."),
            Spot(
                -1.5, 0.5, (0.25, 0.12), "There the sum is −6. A negative bias must be made up for by a larger input."
            ),
            Spot(3.0, 0.5, (0.3, 0.12), "The input counts twice: 2 · 3 is more than is needed."),
            Spot(-3.0, 0.5, (0.3, 0.12), "The bias is no place on the axis: it is added to 2 · x."),
            Spot(
                0.0,
                -0.5,
                (4.0, 0.2),
                "The bias doesn't move the curve down: a stays between 0 and 1. It moves it along the axis of x.",
            ),
        ),
        hint="Where is 2 · x − 3 = 0?",
    )


def origin(*, accuracies: Callable[[], tuple[float, float]]) -> Prediction:
    def see() -> str:
        with_bias, without = accuracies()
        return f"Just trained: {with_bias:.0%} right with a bias, {without:.0%} without."

    return Prediction(
        ask=ChoiceExercise(
            question="Both clouds lie to the upper right of the point (0, 0). One neuron is trained with a bias, and once more without. What becomes of the border between yes and no?",
            right="without a bias it goes through (0, 0), and can't get between the clouds",
            reasons={
                "without a bias it goes through (0, 0), and can't get between the clouds": "Where all inputs are 0, the sum is 0 whatever the weights. That point is always on the border.",
                "it is the same: the weights make up for it": "Weights turn the border, but nothing that they do moves it away from (0, 0).",
                "without a bias it runs beside the right one, at a distance": "That would be a border with another bias. Without one, it must pass (0, 0).",
                "without a bias it becomes a curve": "A weighted sum is 0 along a straight line, with a bias or without.",
            },
        ),
        run=see,
    )


def learns() -> ChoiceExercise:
    return ChoiceExercise(
        question="In which of these has training nothing to change?",
        right="pooling, dropout and activation",
        reasons={
            "pooling, dropout and activation": "They have settings, but no weights and no biases. Their cards say so.",
            "convolution, pooling and dropout": "The window of a convolution is made of weights, and they are learnt.",
            "normalisation, pooling and activation": "After it has shifted and scaled, normalisation has a gain and a bias for each feature.",
            "embedding and output": "An embedding is a table of numbers, and all of them are learnt.",
        },
    )


def bumps() -> NumberExercise:
    return NumberExercise(
        question="How many parameters does the network with 10 bumps have?",
        answer=61,
        tolerance=0.01,
        because="20 units with a weight and a bias each, 20 weights to the output, and its bias: 20 + 20 + 20 + 1 = 61.",
        hint="Two units for each bump. What does each unit have, and what does the output?",
        slips={
            60.0: "The output has a bias, too, even if it is 0 here.",
            20.0: "That is the number of units.",
            40.0: "Each unit has a weight, a bias, and a weight on its way to the output.",
            31.0: "A bump is made of *two* units.",
        },
    )


def promise() -> ChoiceExercise:
    return ChoiceExercise(
        question="What does universal approximation promise?",
        right="for a continuous curve on an interval, some network with one hidden layer comes as near as you like",
        reasons={
            "for a continuous curve on an interval, some network with one hidden layer comes as near as you like": "It exists: no more is said. Not how many units it needs, nor how to find their weights.",
            "training finds such a network if it runs long enough": "Nothing is said about training. We set the weights by hand.",
            "any function whatever can be approximated": "At the jump above, the largest error never fell below half the jump. The curve must be continuous.",
            "one hidden layer is always the best choice": "It is enough in principle. Several layers often need far fewer units.",
        },
    )


def kilometres() -> NumberExercise:
    return NumberExercise(
        question="The distance is now given in kilometres instead of metres, and the model is fitted again. What does its weight of −0.0198 become?",
        answer=-19.8,
        tolerance=1e-6,
        because="The numbers are a thousand times as small, so the weight is a thousand times as large. The prices stay the same.",
        hint="2,000 m and 2 km must make the same contribution to the price.",
        slips={
            -0.0000198: "The other way round: smaller numbers need a larger weight.",
            -0.0198: "Then 2 km would count a thousand times less than 2,000 m.",
        },
    )


def reader() -> OrderExercise:
    return OrderExercise(
        question="Put the layers of a network that reads digits in order.",
        steps={
            "input: a picture of 8 × 8 pixels": "Everything begins with the picture.",
            "convolution: six small windows": "It slides over the picture.",
            "activation: ReLU": "It is applied to what the convolution gives.",
            "pooling: the largest of every 2 × 2": "It makes what has been found smaller.",
            "flatten: a list of numbers": "A dense layer takes a list: make one first.",
            "dense: ten scores": "It takes a list of numbers, and ReLU has to be applied before.",
            "output: ten probabilities": "It turns scores into probabilities: there must be scores.",
        },
        shown=(
            "dense: ten scores",
            "pooling: the largest of every 2 × 2",
            "input: a picture of 8 × 8 pixels",
            "output: ten probabilities",
            "flatten: a list of numbers",
            "activation: ReLU",
            "convolution: six small windows",
        ),
        because="First look for small things, then throw away where exactly they are, then decide.",
        after={
            "convolution: six small windows": ("input: a picture of 8 × 8 pixels",),
            "activation: ReLU": ("convolution: six small windows", "input: a picture of 8 × 8 pixels"),
            "pooling: the largest of every 2 × 2": (
                "convolution: six small windows",
                "input: a picture of 8 × 8 pixels",
            ),
            "flatten: a list of numbers": (
                "pooling: the largest of every 2 × 2",
                "convolution: six small windows",
                "input: a picture of 8 × 8 pixels",
            ),
            "dense: ten scores": ("flatten: a list of numbers", "activation: ReLU"),
            "output: ten probabilities": ("dense: ten scores",),
        },
    )


def error_on_moons(settings: Mapping[str, Any], seed: int) -> float:
    """Return the fraction of new points of two moons that a network of that architecture gets wrong, once trained."""
    network = Architecture(**{**settings, "hidden": tuple(settings["hidden"])}).network
    recipe = Recipe("binary_cross_entropy", Adam(0.03), batch_size=160, seed=seed)
    run = Run(network, recipe, moons(200, seed=1))
    run.advance(UPDATES)
    accuracy = run.evaluate("validation").accuracy
    return 1.0 if accuracy is None else 1 - accuracy


def build() -> GoalExercise:
    return GoalExercise(
        question="In the explorer above, build a network that learns to tell two moons apart: fewer than 5 % wrong on new points. It is trained three times, from three different beginnings.",
        rules={
            "2 inputs and 1 output": lambda settings: (settings["inputs"], settings["outputs"]) == (2, 1),
            "a sigmoid at the output": lambda settings: settings["output_activation"] == "sigmoid",
            f"at most {MOST_PARAMETERS} parameters": lambda settings: _size(settings) <= MOST_PARAMETERS,
        },
        trial=error_on_moons,
        below=0.05,
        measure="the fraction of errors",
        seeds=(1, 2, 3),
        because="A few bends in the border are enough, and few parameters make them.",
        presets=({"inputs": 2, "hidden": (1,), "outputs": 1, "activation": "tanh", "output_activation": "sigmoid"},),
    )


def _size(settings: Mapping[str, Any]) -> int:
    return sum(a * b + b for a, b in pairwise((settings["inputs"], *settings["hidden"], settings["outputs"])))


def dense(x: Array, weight: Array, bias: Array) -> Array:
    return np.maximum(x @ weight + bias, 0)


def _without_bias(x, weight, bias):
    return np.maximum(x @ weight, 0)


def _bias_after(x, weight, bias):
    return np.maximum(x @ weight, 0) + bias


def _not_rectified(x, weight, bias):
    return x @ weight + bias


def _one_number(x, weight, bias):
    return np.maximum((x @ weight + bias).sum(), 0)


def code() -> CodeExercise:
    return CodeExercise(
        question="Turn `my_layer` into a whole layer with ReLU: all neurons, for all examples, in one line.",
        solution=dense,
        source="return np.maximum(x @ weight + bias, 0)",
        cases=[
            (np.array([[1.0, 2.0, 3.0]]), np.array([[0.5, -1.0], [-1.0, 1.0], [1.0, 0.0]]), np.array([0.5, -1.0])),
            (np.array([[1.0, -1.0], [0.0, 2.0], [3.0, 1.0]]), np.array([[1.0], [-2.0]]), np.array([0.5])),
            (np.array([[-1.0, 0.5]]), np.array([[1.0, 2.0, -3.0], [0.0, 1.0, 1.0]]), np.array([2.0, 0.0, -1.0])),
        ],
        hints=(
            "`x @ weight` is (examples, inputs) times (inputs, neurons).",
            "The bias is added to every row by itself: NumPy repeats it.",
            "ReLU is `np.maximum(z, 0)`.",
        ),
        because="All cases agree, for one example and for several.",
        skeleton="return x",
        wrong=(_without_bias, _bias_after, _not_rectified, _one_number),
    )
