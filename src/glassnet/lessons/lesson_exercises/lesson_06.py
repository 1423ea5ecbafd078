"""The exercises of lesson 06, Measuring success: loss."""

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
from glassnet.widgets.custom_loss.session import EXAMPLES
from glassnet.widgets.custom_loss.tasks import STEPS, class_task


def huber(prediction, truth, delta):
    size = np.abs(prediction - truth)
    near = np.minimum(size, delta)
    return 0.5 * near**2 + delta * (size - near)


def false_alarms(settings, seed):
    task = class_task(seed, samples=1_200)  # 600 of either class
    run = task.run(gn.FormulaLoss(settings["formula"]))
    run.advance(STEPS)
    scores = task.scores(run.predict(task.x))
    return scores["false positives"] / 600 if scores["correct"] >= 0.76 * 1_200 else 1.0


def huber_with_delta_one(prediction, truth, delta):
    return huber(prediction, truth, 1.0)


def huber_without_the_half(prediction, truth, delta):
    size = np.abs(prediction - truth)
    return np.where(size <= delta, size**2, delta * (size - delta / 2))


def huber_without_delta_outside(prediction, truth, delta):
    size = np.abs(prediction - truth)
    return np.where(size <= delta, 0.5 * size**2, size - delta / 2)


def huber_scaled(prediction, truth, delta):
    size = np.abs(prediction - truth)
    return np.where(size <= delta, 0.5 * delta * size**2, delta * (size - delta / 2))


def huber_of_errors_above_nothing(prediction, truth, delta):
    error = prediction - truth
    return np.where(error <= delta, 0.5 * error**2, delta * (error - delta / 2))


def bottom() -> NumberExercise:
    return NumberExercise(
        question="The squared error of a prediction p for the truth 1 has the slope 2 (p − 1). What is its slope at p = 0?",
        answer=-2,
        tolerance=0.01,
        because="2 · (0 − 1) = −2: a larger prediction is cheaper, so the curve falls to the right.",
        hint="Put 0 in the place of p. Or drag the dot in the triangle's picture there, and read off the last column.",
        slips={
            1.0: "That is the loss itself, (0 − 1)². How fast does it change there?",
            -1.0: "That is the error, p − 1. The slope of its square is twice that.",
            0.0: "That is the slope at the bottom, at p = 1.",
        },
    )


def mse() -> NumberExercise:
    return NumberExercise(
        question="The true values are 10 and 10, the predictions 7 and 12. What is the mean squared error?",
        answer=6.5,
        tolerance=0.01,
        because="((−3)² + 2²) / 2 = (9 + 4) / 2 = 6.5.",
        hint="Square each error first, then take the average of the two squares.",
        slips={
            13.0: "That is the sum of the squares. *Mean* means: divide by the number of examples.",
            2.5: "That is the mean absolute error. Square the errors.",
            0.25: "You averaged the errors first, so that −3 and 2 partly cancelled. Square before you average.",
            2.55: "That is its square root, the RMSE.",
        },
    )


def outlier(*, slopes) -> Prediction:
    def see() -> str:
        return (
            f"Just fitted: slope {slopes['mean_squared_error']:.2f} with the squared error, {slopes['huber']:.2f} with Huber "
            f"(δ = 0.5), {slopes['mean_absolute_error']:.2f} with the absolute error."
        )

    return Prediction(
        ask=ChoiceExercise(
            question="The last of the ten points drops from 5.1 to 0.4. Under which loss does the best line change most?",
            right="squared error",
            reasons={
                "squared error": "One error of about 4 costs 16, as much as sixteen errors of 1. So the whole line tilts to bring that one price down.",
                "absolute error": "Its pull does not grow with the distance: one point is outvoted by nine.",
                "Huber": "Beyond δ its pull is constant, so an outlier has hardly more influence than under the absolute error.",
                "all the same": "They would be the same if all ten points lay on one line. The losses differ in how much influence a distant point has.",
            },
        ),
        run=see,
    )


def joint() -> PlaceExercise:
    size = np.linspace(0, 3, 121)
    return PlaceExercise(
        question="This is Huber's loss with δ = 1, for errors from 0 to 3. Drag the mark to the place where the parabola turns into a straight line.",
        picture=Picture(
            x_range=(0.0, 3.0),
            y_range=(0.0, 2.8),
            x_label="error",
            y_label="loss",
            curves=[np.stack([size, gn.Huber(1.0).value(size[:, None], np.zeros((121, 1)))], axis=1)],
        ),
        start=(2.5, 0.5),
        right=Spot(
            x=1.0,
            y=0.5,
            reach=(0.12, 0.2),
            message="Right, at error δ = 1: from here on, the loss grows by δ for each unit of error.",
        ),
        slips=(
            Spot(
                x=0.0, y=0.0, reach=(0.2, 0.2), message="That is the perfect prediction. The parabola only starts here."
            ),
            Spot(
                x=2.0,
                y=1.5,
                reach=(0.15, 0.25),
                message="Here the curve is already straight. Go back to where it stops bending.",
            ),
            Spot(x=1.0, y=None, reach=(0.12, 9.0), message="The error is right; now put the mark on the curve."),
        ),
        hint="The curve is a parabola up to error δ. The question gives δ.",
    )


def bce() -> NumberExercise:
    return NumberExercise(
        question="A network says 0.5 for a message that *is* spam. What is its binary cross-entropy, to two decimal places?",
        answer=-np.log(0.5),
        tolerance=0.006,
        logarithm="ln",
        because="−ln 0.5 = ln 2 = 0.693…: the price of one honest “I don’t know” between two answers.",
        hint="Only the probability given to what happened counts: 0.5. Take minus its natural logarithm.",
        slips={
            0.5: "That is the error. Cross-entropy takes minus the natural logarithm of the probability.",
            0.25: "That is the squared error.",
            1.39: "You counted both terms: for t = 1 the second is 0 · ln 0.5 = 0.",
        },
    )


def order() -> OrderExercise:
    return OrderExercise(
        question="The message *is* spam. Put these predictions in order, the cheapest under cross-entropy first.",
        steps={
            "0.99: certainly spam": "Certain and right is cheapest of all.",
            "0.7: probably spam": "Right, but less sure than 0.99.",
            "0.5: can't tell": "It gave the truth a lower probability than 0.7.",
            "0.3: probably not": "Already on the wrong side: it gave the truth only 0.3.",
            "0.01: certainly not": "Certain and wrong is the most expensive of all: −ln 0.01 = 4.6.",
        },
        shown=(
            "0.5: can't tell",
            "0.01: certainly not",
            "0.99: certainly spam",
            "0.3: probably not",
            "0.7: probably spam",
        ),
        because="The prices are 0.01, 0.36, 0.69, 1.20 and 4.61. Note the jump at the end.",
    )


def labels() -> ChoiceExercise:
    return ChoiceExercise(
        question="You classify handwritten digits; the labels are the plain numbers 0 to 9, and nothing converts them. Which pair is made for them?",
        right="Dense(10, softmax) with sparse categorical cross-entropy",
        reasons={
            "Dense(10, softmax) with categorical cross-entropy": "The right loss, but it expects each label as a one-hot row of ten numbers. These labels are plain numbers. (Glassnet would convert them, and train just as well; most libraries don't.)",
            "Dense(10, softmax) with sparse categorical cross-entropy": "Ten probabilities, and a label that says which of them counts.",
            "Dense(10, sigmoid) with binary cross-entropy": "That asks ten separate yes-or-no questions, as if an image could be a 3 and a 7 at the same time. It is right for *tags*, not for mutually exclusive classes.",
            "Dense(1) with mean squared error": "That says that mistaking a 7 for an 8 is a small error, and mistaking it for a 1 a large one. Digits are names here, not quantities.",
        },
    )


def goal() -> GoalExercise:
    return GoalExercise(
        question="Above, write a loss for *a yes or no* whose model raises a false alarm for fewer than 5 % of the true “no”s and is still right for at least 76 % of all points. "
        "It is trained on three fresh draws of 1,200 points. (If fewer than 76 % are right, the false alarm rate counts as 1.)",
        rules={
            "the task is “a yes or no”": lambda settings: settings["task"] == "classes",
            "the formula uses the truth t": lambda settings: (
                "t" in settings["formula"].replace("sqrt", "").replace("tanh", "")
            ),
        },
        trial=false_alarms,
        below=0.05,
        measure="the false alarm rate",
        seeds=(11, 12, 13),
        presets=tuple({"task": task, "formula": formula} for task, ready in EXAMPLES.items() for _, formula in ready),
        because="Fewer false alarms at the cost of more misses: you changed the price, and the network moved its border between yes and no.",
    )


def meaning() -> ChoiceExercise:
    return ChoiceExercise(
        question="A network for ten classes has just been created and has learnt nothing. Roughly what cross-entropy do you expect at first?",
        right="2.3",
        reasons={
            "0": "That is the price of being certain and right about everything.",
            "0.1": "0.1 is the *probability* that it gives each class. The price is minus its logarithm.",
            "0.69": "That is −ln ½, the price of not knowing between *two* classes.",
            "2.3": "It gives each class about one tenth, and −ln 0.1 = 2.303. A much higher initial loss means that something is wrong with the initialisation.",
            "10": "The number of classes enters through its logarithm, ln 10.",
        },
    )


def code() -> CodeExercise:
    cases = [
        (np.array([0.2, -0.3]), np.array([0.0, 0.0]), 1.0),
        (np.array([3.0, -4.0, 1.0]), np.array([0.0, 0.0, 0.0]), 1.0),
        (np.array([5.0, 2.0]), np.array([1.0, 2.5]), 0.25),
        (np.array([0.1, -1.5, 1.0, 6.0]), np.array([0.0, 0.0, -0.9, 0.0]), 2.0),
        (np.array([0.1, -0.2]), np.array([0.0, 0.1]), 0.5),
    ]
    return CodeExercise(
        question="Turn `my_huber` into Huber's loss: half the squared error up to `delta`, then `delta * (|error| - delta / 2)`.",
        solution=huber,
        source="size = np.abs(prediction - truth)\nnear = np.minimum(size, delta)\nreturn 0.5 * near**2 + delta * (size - near)",
        cases=cases,
        hints=(
            "For small errors it is *half* the square.",
            "`np.where(condition, this, that)` chooses element by element; the condition depends on the size of the error, `np.abs(error)`.",
        ),
        because="All cases agree, on both sides of delta, for several deltas.",
        skeleton="error = prediction - truth\nreturn error**2",
        wrong=(
            huber_with_delta_one,
            huber_without_the_half,
            huber_without_delta_outside,
            huber_scaled,
            huber_of_errors_above_nothing,
        ),
    )


def cost() -> ChoiceExercise:
    return ChoiceExercise(
        question="Three examples have the losses 1, 2 and 6. What is the cost of this data set, and when may the network be updated?",
        right="3; after each example, after some, or after all",
        reasons={
            "9; after all three": "9 is the sum. The cost is the average, so that data sets of 10 and of 10 million examples can be compared. And it doesn't determine when to update.",
            "3; only after all three": "The average is right. But you may update on one example's loss, or on the average of a few: the definition of cost doesn't say when.",
            "3; after each example, after some, or after all": "(1 + 2 + 6) / 3 = 3. When to update is a separate choice.",
            "6; after each example": "That is the worst of the three. The cost is the average of all three.",
        },
    )
