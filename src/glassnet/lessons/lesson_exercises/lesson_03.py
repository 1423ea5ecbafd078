"""The exercises of lesson 03, Activation functions."""

from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np

from glassnet.lessons.exercises import (
    ChoiceExercise,
    CodeExercise,
    NumberExercise,
    OrderExercise,
    Picture,
    PlaceExercise,
    Prediction,
    Spot,
)
from glassnet.lessons.shared_results import shared
from glassnet.nn.activations import Sigmoid


def slope() -> NumberExercise:
    return NumberExercise(
        question="At z = 1 the sigmoid gives 0.7311. Its slope there is a · (1 − a), with a = 0.7311. How much is that?",
        answer=0.7311 * (1 - 0.7311),
        tolerance=0.0006,
        because="0.7311 · 0.2689 = 0.1966: set z to 1 above, and the sigmoid shows this slope.",
        hint="First 1 − 0.7311, then the product of the two.",
        slips={
            0.2689: "That is 1 − a. Multiply it by a.",
            0.5345: "That is a². The second factor is 1 − a.",
            0.25: "That is the largest slope, at z = 0. Here z is 1.",
        },
    )


def steepest() -> PlaceExercise:
    z = np.linspace(-6, 6, 121)
    return PlaceExercise(
        question="This is the sigmoid. Drag the mark to the place where its slope is largest.",
        picture=Picture(
            x_range=(-6.0, 6.0),
            y_range=(-0.1, 1.1),
            x_label="z",
            y_label="a",
            curves=[np.stack([z, Sigmoid().forward(z)], axis=1)],
        ),
        start=(-4.5, 0.2),
        right=Spot(
            x=0.0,
            y=0.5,
            reach=(0.5, 0.08),
            message="Right: in the middle, where the sigmoid is least sure, its slope is 0.25.",
        ),
        slips=(
            Spot(x=0.0, y=None, reach=(0.5, 9.0), message="The z is right; now put the mark on the curve."),
            Spot(x=5.0, y=1.0, reach=(1.2, 0.12), message="Here the curve is high, but flat: it saturates."),
            Spot(x=-5.0, y=0.0, reach=(1.2, 0.12), message="Here the curve is low and flat: it saturates."),
        ),
        hint="Where does the curve rise most for one step to the right?",
    )


def leaky() -> NumberExercise:
    return NumberExercise(
        question="A leaky ReLU with α = 0.01 gets z = −3. What does it pass on?",
        answer=-0.03,
        tolerance=0.0005,
        because="0.01 · (−3) = −0.03: a whisper, but not silence.",
        hint="Below 0 it multiplies z by α.",
        slips={
            0.0: "That is what ReLU gives. The leaky one lets a little through.",
            -0.3: "That would be α = 0.1.",
            -0.01: "That is −α. Multiply α by z.",
            -0.9502: "That is ELU.",
        },
    )


def pixels() -> ChoiceExercise:
    return ChoiceExercise(
        question="“Pixels are never negative, so for pictures the left side of an activation function doesn't matter.” Is that so?",
        right="No: the activation sees z, which can be negative",
        reasons={
            "No: the activation sees z, which can be negative": "z is the sum of the pixels times the weights, and weights are negative as often as positive. In the count above, no pixel was negative, but 45 % of all z were.",
            "Yes: only positive numbers come in": "They come into the sum. What comes into the activation is the sum itself, with weights of both signs.",
            "Yes, if the biases are positive": "Even then the weights decide: enough negative weights make z negative.",
            "No: pixels are scaled to negative numbers first": "That is often done, but it isn't needed for z to be negative: the weights do it.",
        },
    )


def bends() -> NumberExercise:
    return NumberExercise(
        question="A network has one input, one hidden layer of 5 ReLU units and one output without an activation. How many bends can its curve have at most?",
        answer=5,
        tolerance=0.01,
        because="One for each unit, at the x where its z changes sign. In between, the curve is straight.",
        hint="Each unit of the picture above contributes one.",
        slips={
            6.0: "That is the number of straight pieces: five bends separate six pieces.",
            10.0: "Each unit bends once, where its z changes sign.",
            4.0: "The first unit bends, too.",
            32.0: "With five units there are 2⁵ patterns of on and off, but on a line only six of them occur.",
        },
    )


def recovery(*, rescue: Callable[[], Any], table: Callable[[Any], str]) -> Prediction:
    def see() -> str:
        middle = {name: median(course.accuracy for course in of) for name, of in shared(rescue).items()}
        return (
            "Just trained, median accuracy: " + ", ".join(f"{name} {value:.0%}" for name, value in middle.items()) + "."
        )

    return Prediction(
        ask=ChoiceExercise(
            question="Which networks will recover best in the time they have?",
            right="those with ELU",
            reasons={
                "those with ReLU": "A dead ReLU unit has the slope 0 for every sample: no learning rate in the world can move it.",
                "those with leaky ReLU, α = 0.01": "They have a way back, but a slow one: below 0 they learn a hundred times as slowly.",
                "those with ELU": "The blow silences fewer of their units, and those still awake are enough.",
                "all of them, as the learning rate is sensible now": "A sensible rate helps only where there is a slope to be multiplied with.",
            },
        ),
        run=see,
    )


def output() -> ChoiceExercise:
    return ChoiceExercise(
        question="A network shall say how friendly a message is, from −1 (hostile) to 1 (warm). Which activation fits its output?",
        right="tanh",
        reasons={
            "tanh": "Its range is −1 to 1, with 0 for neutral.",
            "sigmoid": "It gives 0 to 1: nothing could ever be hostile.",
            "ReLU": "It never gives anything negative, and has no upper end.",
            "softmax": "It is for several outputs that share 1 among them.",
        },
    )


def merge() -> NumberExercise:
    return NumberExercise(
        question="Two layers without activation and without biases: the first multiplies by 3, the second by −0.5. One weight does the same. Which?",
        answer=-1.5,
        tolerance=0.001,
        because="3 · (−0.5) = −1.5: layers without an activation multiply into one.",
        hint="What does x become after the first layer, and after the second?",
        slips={2.5: "That is the sum. The second layer multiplies what the first one made."},
    )


def dying() -> OrderExercise:
    return OrderExercise(
        question="Put in order how a ReLU unit of the first hidden layer dies.",
        steps={
            "the learning rate is far too large": "This is how it begins.",
            "one update makes the bias strongly negative": "First there must be a cause for such an update.",
            "z is negative for every sample": "This follows from the bias.",
            "the slope is 0 for every sample": "Only where z is negative is the slope of ReLU 0.",
            "no update changes the unit any more": "Without a slope there is no update.",
        },
        shown=(
            "the slope is 0 for every sample",
            "no update changes the unit any more",
            "the learning rate is far too large",
            "z is negative for every sample",
            "one update makes the bias strongly negative",
        ),
        because="And as nothing changes any more, it never comes back.",
    )


def both() -> ChoiceExercise:
    return ChoiceExercise(
        question="A photo can show a cat, a dog, both or neither. Which last layer fits?",
        right="two outputs with a sigmoid each",
        reasons={
            "two outputs with a sigmoid each": "Two questions with yes or no as their answers, independent of each other.",
            "softmax over cat and dog": "Its two outputs add up to 1: it can say neither “both” nor “neither”.",
            "two outputs with tanh": "Its range is −1 to 1, which is no probability.",
            "one output with a sigmoid": "One number between 0 and 1 can't answer two questions.",
        },
    )


def leaky_slope(z, alpha):
    return np.where(z > 0, 1.0, alpha)


def relu_slope(z, alpha):
    return np.where(z > 0, 1.0, 0.0)


def leaky_value(z, alpha):
    return np.where(z > 0, z, alpha * z)


def slope_with_fixed_alpha(z, alpha):
    return np.where(z > 0, 1.0, 0.01)


def slope_from_size(z, alpha):
    return np.where(np.abs(z) > 0, 1.0, alpha)


def code() -> CodeExercise:
    return CodeExercise(
        question="Turn `my_leaky_slope` into the slope of the leaky ReLU: 1 where `z` is above 0, and `alpha` elsewhere.",
        solution=leaky_slope,
        source="return np.where(z > 0, 1.0, alpha)",
        cases=[
            (np.array([2.0, -3.0]), 0.01),
            (np.array([0.5, -0.5, 4.0]), 0.2),
            (np.array([[-1.0, 1.0], [3.0, -2.0]]), 0.5),
        ],
        hints=(
            "`z > 0` is True or False for each element; the slope is a number for each.",
            "`np.where(condition, this, that)` chooses element by element.",
        ),
        because="All cases agree, for several alphas and shapes.",
        skeleton="return z > 0",
        wrong=(relu_slope, leaky_value, slope_with_fixed_alpha, slope_from_size),
    )
