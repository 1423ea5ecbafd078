"""The exercises of lesson 07, Gradient descent."""

import numpy as np

import glassnet as gn
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
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.walk import walk


def height_after(settings, seed):
    valley = LANDSCAPES["rosenbrock"]
    shift = np.random.default_rng(seed).uniform(-0.1, 0.1, 2)
    begin = (settings["start"][0] + float(shift[0]), settings["start"][1] + float(shift[1]))
    return float(walk(valley, gn.SGD(settings["rate"], momentum=settings["momentum"]), begin, 200).values[-1])


def momentum_step(weight, velocity, gradient, rate, beta):
    velocity = beta * velocity + gradient
    return weight - rate * velocity, velocity


def step() -> NumberExercise:
    return NumberExercise(
        question="You stand at x = 1, and η = 0.1. Where are you after one step?",
        answer=1.5,
        tolerance=0.001,
        because="The slope is 4 · 1 − 9 · 1 = −5: the ground falls to the right. x = 1 − 0.1 · (−5) = 1.5.",
        hint="First the slope: f′(1) = 4 · 1³ − 9 · 1². Then x − η · slope.",
        slips={
            0.5: "You went *with* the slope. Minus a negative number is plus: the step goes to the right.",
            -5.0: "That is the slope. The step is −0.1 times it.",
            6.0: "You forgot the learning rate.",
            0.0: "That is the height f(1) = 1 − 3 + 2. The slope is 4x³ − 9x².",
        },
    )


def flat(*, f) -> PlaceExercise:
    x = np.linspace(-1.0, 3.2, 141)
    return PlaceExercise(
        question="Gradient descent starts at x = −0.5 with a small learning rate. Drag the mark to the place on the curve where it gets stuck for good, although it is no valley.",
        picture=Picture(
            x_range=(-1.0, 3.2), y_range=(-7.5, 7.0), x_label="x", y_label="f(x)", curves=[np.stack([x, f(x)], axis=1)]
        ),
        start=(1.2, 4.0),
        right=Spot(
            x=0.0,
            y=2.0,
            reach=(0.2, 0.9),
            message="f′(0) = 0: the ground is level, and the steps become tiny. But it isn't a valley: to the right, the ground falls again. In more dimensions, such a place is called a *saddle*.",
        ),
        slips=(
            Spot(
                x=2.25,
                y=-6.54,
                reach=(0.25, 1.2),
                message="That is the lowest place of all. It never gets there: from the left its steps shrink to nothing at 0.",
            ),
            Spot(x=-0.5, y=3.0, reach=(0.2, 1.0), message="That is where it starts, and there the ground is steep."),
            Spot(x=0.0, y=None, reach=(0.2, 20.0), message="The x is right; now put the mark on the curve."),
        ),
        hint="Look for a place where the curve is level for a while, between −0.5 and the valley.",
    )


def momentum(*, arrivals) -> Prediction:
    def see() -> str:
        plain, *others = (
            f"{'never within 500 steps' if arrivals[0.08, beta] is None else arrivals[0.08, beta]} with β = {beta:g}"
            for beta in (0.0, 0.9, 0.8, 0.5)
        )
        return (
            f"Just measured at rate 0.08, steps until it stays within 0.05 of the bottom: {plain}, {', '.join(others)}."
        )

    return Prediction(
        ask=ChoiceExercise(
            question="With rate 0.02, momentum is far ahead in the long bowl. Now take rate 0.08 for both, and β = 0.9. Who comes to rest at the bottom first?",
            right="plain gradient descent",
            reasons={
                "plain gradient descent": "At this rate even the flat direction is walked in good steps, and β = 0.9 has so little friction that the ball swings through the bottom again and again. Momentum is for rates that are too small for the flat direction; and with less of it, 0.5, it would win here, too. With the best rate for each, plain descent needs 41 steps, and the ball 10 (η = 0.12, β = 0.5).",
                "the ball with momentum": "Its steps are up to ten times as long. But they carry it through the bottom and up the other side, again and again.",
                "both at the same step": "They take quite different paths: one creeps or zigzags, the other swings.",
            },
        ),
        run=see,
    )


def iterations(*, iterations_per_epoch) -> NumberExercise:
    return NumberExercise(
        question="2,050 examples, batches of 100, 10 epochs. How many iterations is that?",
        answer=iterations_per_epoch(2_050, 100) * 10,
        tolerance=0.5,
        because="20 full batches and one of 50 make 21 per epoch, times 10.",
        hint="How many batches does one epoch take? The last one may be smaller, but it counts.",
        slips={
            205.0: "The last 50 examples make a batch, too: 21 per epoch.",
            200.0: "The last 50 examples are part of the epoch: they make one more, smaller batch.",
            21.0: "That is one epoch.",
            20_500.0: "That is the number of examples processed.",
        },
    )


def diagnose() -> ChoiceExercise:
    return ChoiceExercise(
        question="The losses of successive epochs are 2.3, 1.9, 2.8, 5.1, 40, 3,000, *NaN*. What do you try first?",
        right="a smaller learning rate",
        reasons={
            "more epochs": "It gets worse with every epoch; more of them won't help.",
            "a larger learning rate": "It is already diverging: each step overshoots further than the one before.",
            "a smaller learning rate": "A loss that grows faster and faster is the sign of steps that overshoot. Try a tenth of the rate and look again.",
            "more momentum": "Momentum makes the steps longer, up to 1 / (1 − β) times.",
        },
    )


def epoch() -> OrderExercise:
    return OrderExercise(
        question="Put the steps of one epoch of mini-batch gradient descent in order.",
        steps={
            "shuffle the examples": "The batches of an epoch are cut from one shuffled order, so this comes first.",
            "take the next batch": "It is taken from the shuffled order.",
            "compute the predictions and the loss of this batch": "That needs a batch.",
            "compute the gradient of that loss": "That needs the predictions of this batch.",
            "move the parameters against the gradient": "That needs the gradient.",
            "if a batch is left, go back and take it": "Only after the update: the next batch is evaluated with the new parameters.",
        },
        shown=(
            "compute the gradient of that loss",
            "take the next batch",
            "move the parameters against the gradient",
            "shuffle the examples",
            "if a batch is left, go back and take it",
            "compute the predictions and the loss of this batch",
        ),
        because="After the last batch, the epoch is over.",
    )


def goal() -> GoalExercise:
    return GoalExercise(
        question="In the playground above, find a learning rate and a momentum with which the ball is below a height of 0.1 after 200 steps. "
        "They are tried from three places near your start.",
        rules={
            "the landscape is Rosenbrock's valley": lambda settings: settings["landscape"] == "rosenbrock",
            "the start is on the left, x at most −1": lambda settings: settings["start"][0] <= -1,
            "no noise": lambda settings: settings["noise"] == 0,
        },
        trial=height_after,
        below=0.1,
        measure="the height after 200 steps",
        seeds=(1, 2, 3),
        because="Long steps along the valley floor, and none that overshoots its walls.",
    )


def code() -> CodeExercise:
    cases = [
        (np.array([1.0, -2.0]), np.array([0.5, 0.5]), np.array([2.0, -1.0]), 0.1, 0.9),
        (np.array([0.0, 3.0]), np.array([-1.0, 4.0]), np.array([0.0, 0.0]), 0.01, 0.5),
    ]
    return CodeExercise(
        question="Turn `my_step` into a step with momentum. Return the new weight and the new velocity.",
        solution=momentum_step,
        source="velocity = beta * velocity + gradient\nreturn weight - rate * velocity, velocity",
        cases=cases,
        hints=(
            "The velocity comes first: `beta` times the old one, plus the gradient.",
            "Then the weight moves by `rate` times the *new* velocity, not by `rate` times the gradient.",
        ),
        because="All cases agree, even those where the gradient is 0 and only the velocity moves the weight.",
        skeleton="weight = weight - rate * gradient\nreturn weight, velocity",
        wrong=(
            lambda weight, velocity, gradient, rate, beta: (weight - rate * gradient, beta * velocity + gradient),
            lambda weight, velocity, gradient, rate, beta: (
                weight - rate * velocity,
                beta * velocity + (1 - beta) * gradient,
            ),
            lambda weight, velocity, gradient, rate, beta: (
                weight - rate * (velocity + beta * gradient),
                velocity + beta * gradient,
            ),
        ),
    )
